// Says what core finds wrong with two names.
import type { CoupleRefusal, Partner } from '../types';

const MOST = 40;

export function refusedNames(names: Record<Partner, string>): CoupleRefusal | null {
  for (const who of ['one', 'two'] as const) {
    const length = [...new Intl.Segmenter().segment(names[who])].length;
    if (length === 0) return { kind: 'name', who, why: { reason: 'empty' } };
    if (length > MOST) return { kind: 'name', who, why: { reason: 'too-long', most: MOST } };
  }
  const same = names.one.toLowerCase() === names.two.toLowerCase();
  return same ? { kind: 'same-names' } : null;
}
