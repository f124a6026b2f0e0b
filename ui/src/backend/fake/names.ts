// Says what core finds wrong with two names.
import { MOST_IN_A_NAME, named } from '../../formats/edit';
import { looks } from '../../words/look';
import type { CoupleRefusal, Partner } from '../types';

/** Takes two names as typed. */
export function namesOf(
  typed: Record<Partner, string>,
): { names: Record<Partner, string> } | { refused: CoupleRefusal } {
  const names = { ...typed };
  for (const who of ['one', 'two'] as const) {
    const taken = named(typed[who]);
    if ('fault' in taken) {
      const why =
        taken.fault === 'empty'
          ? { reason: 'empty' as const }
          : { reason: 'too-long' as const, most: MOST_IN_A_NAME };
      return { refused: { kind: 'name', who, why } };
    }
    names[who] = taken.name;
  }
  const same = looks(names.one) === looks(names.two);
  return same ? { refused: { kind: 'same-names' } } : { names };
}
