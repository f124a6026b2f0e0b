// Words the formats: what they are called and for, how long they take, what a step is, and what is wrong with one.

import { KINDS } from '../backend/generated/steps';
import type { FileFault, Format, FormatError, Step, StepKind, Whose } from '../backend/types';
import { t } from '../words/words.svelte';
import { cut, type Length } from './edit';

const SHIPPED = ['first', 'weekly', 'short', 'long', 'listening', 'after-a-fight', 'thanks'] as const;
const shipped = (id: string) => SHIPPED.find((one) => one === id);

type StepError = Extract<FormatError, { wrong: 'step' }>;

/** A format in a file beside the store may have no name: then it is called as its file says. */
export function nameOf({ id, name }: Pick<Format, 'id' | 'name'>): string {
  const known = shipped(id);
  return name ?? (known ? t(`formats-name-${known}`) : id);
}

export function lineOf({ id }: Pick<Format, 'id'>): string {
  const known = shipped(id) ?? 'own';
  return t(`formats-line-${known}`);
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
  return KINDS[kind].isTimed ? t('formats-minutes', { minutes }) : t('formats-about', { minutes });
}

export function kindWords(kind: StepKind): string {
  return t(`formats-kind-${kind}`);
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
  return t(`formats-fault-${fault}`);
}

/** Words what is wrong with a file. */
export function brokenWords(error: FileFault): string {
  switch (error.wrong) {
    case 'not-a-file':
      return t('formats-broken-not-a-file');
    case 'unreadable':
      return t('formats-broken-unreadable');
    case 'too-large':
      return t('formats-broken-too-large', { most: error.most });
    case 'not-text':
      return t('formats-broken-not-text');
    case 'id':
      return t('formats-broken-id', { most: error.most });
    case 'taken':
      return t('formats-broken-taken', { id: error.id });
    case 'line':
      return t('formats-broken-line', { line: error.line, text: error.text });
    case 'step':
      return t('formats-broken-step', { step: error.step + 1, why: faultWords(error.fault) });
  }
}
