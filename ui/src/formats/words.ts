// Words the formats: what they are called and for, how long they take, what a step is, and what is wrong with one.
import type { Format, FormatError, Step, StepKind, Whose } from '../backend/types';
import { type Plain, t } from '../words/words.svelte';
import { cut, isTimed, type Length } from './edit';

const SHIPPED: Record<string, { name: Plain; line: Plain }> = {
  first: { name: 'formats-name-first', line: 'formats-line-first' },
  weekly: { name: 'formats-name-weekly', line: 'formats-line-weekly' },
  short: { name: 'formats-name-short', line: 'formats-line-short' },
  long: { name: 'formats-name-long', line: 'formats-line-long' },
  listening: { name: 'formats-name-listening', line: 'formats-line-listening' },
  'after-a-fight': { name: 'formats-name-after-a-fight', line: 'formats-line-after-a-fight' },
  thanks: { name: 'formats-name-thanks', line: 'formats-line-thanks' },
};

const KIND: Record<StepKind, Plain> = {
  arrive: 'formats-kind-arrive',
  'look-back': 'formats-kind-look-back',
  appreciate: 'formats-kind-appreciate',
  speak: 'formats-kind-speak',
  'lean-in': 'formats-kind-lean-in',
  'felt-heard': 'formats-kind-felt-heard',
  'own-part': 'formats-kind-own-part',
  differently: 'formats-kind-differently',
  swap: 'formats-kind-swap',
  ask: 'formats-kind-ask',
  close: 'formats-kind-close',
};

type StepError = Extract<FormatError, { wrong: 'step' }>;

const FAULT: Record<StepError['fault'], Plain> = {
  'close-is-last': 'formats-fault-close-is-last',
  'arrive-is-first': 'formats-fault-arrive-is-first',
  'look-back-once': 'formats-fault-look-back-once',
  whose: 'formats-fault-whose',
  'nothing-to-lean-in-to': 'formats-fault-nothing-to-lean-in-to',
  'nobody-leaned-in': 'formats-fault-nobody-leaned-in',
  'too-many': 'formats-fault-too-many',
};

/** A format in a file beside the store may have no name: then it is called as its file says. */
export function nameOf({ id, name }: Pick<Format, 'id' | 'name'>): string {
  const known = SHIPPED[id];
  return name ?? (known ? t(known.name) : id);
}

export function lineOf({ id }: Pick<Format, 'id'>): string {
  return t(SHIPPED[id]?.line ?? 'formats-line-own');
}

/** Names a copy. Signs that only isolate scripts in a sentence are no part of a name. */
export function copyName(format: Format): string {
  return cut(t('formats-copy-name', { name: nameOf(format) }).replace(/[\u2068\u2069]/g, ''));
}

export function lengthWords({ minutes, open }: Length): string {
  if (minutes === 0) return t('formats-open');
  return open ? t('formats-more-than', { minutes }) : t('formats-about', { minutes });
}

/** A turn has a time; other steps only take about so long. */
export function minutesWords({ kind, minutes }: Step): string {
  if (!minutes) return t('formats-no-timer');
  return isTimed(kind) ? t('formats-minutes', { minutes }) : t('formats-about', { minutes });
}

export function kindWords(kind: StepKind): string {
  return t(KIND[kind]);
}

/** Words a role: in `lean-in` it is the one who listens, in `felt-heard` the one who is asked. */
export function whoseWords(kind: StepKind, whose: Whose): string {
  if (whose === 'both') return t('formats-whose-both');
  const begins = whose === 'beginner';
  if (kind === 'lean-in') return begins ? t('formats-listens-beginner') : t('formats-listens-other');
  if (kind === 'felt-heard') return begins ? t('formats-asks-beginner') : t('formats-asks-other');
  return begins ? t('formats-whose-beginner') : t('formats-whose-other');
}

export function faultWords(fault: StepError['fault']): string {
  return t(FAULT[fault]);
}

/** What the reader of a file says of it is not translated: it speaks of the file's own words. The drawing of the line
 * itself, `5 | minutes = 31`, is left out. */
export function brokenWords(error: FormatError): string {
  const drawn = /^\s*\d*\s*\|/;
  if (error.wrong === 'unreadable')
    return error.why
      .split('\n')
      .filter((line) => !drawn.test(line))
      .join('\n')
      .trim();
  return t('formats-broken-step', { step: error.step + 1, why: faultWords(error.fault) });
}
