// What a couple can do to a list of steps, and how long it takes: lists in, lists out.

import { KINDS, MOST_IN_A_NAME, MOST_MINUTES } from '../backend/generated/steps';
import type { Partner, Step, StepKind, Whose } from '../backend/types';
import { other } from '../backend/types';
import { trimmed } from '../words/text';

const MOST_BYTES = 1_024;
const WHOSE: Whose[] = ['both', 'beginner', 'other'];
const A_TURN = 3;
const ALL = Object.keys(KINDS) as StepKind[];
/** What can be chosen for a step; closing stands at the end by itself. */
export const CHOICES = ALL.filter((kind) => kind !== 'close');

/** `open`: a turn among them has no timer, so that it may be more. */
export interface Length {
  minutes: number;
  open: boolean;
}

/** Adds up the lengths, to the nearest five minutes. */
export function lengthOf(steps: Step[]): Length {
  const sum = steps.reduce((minutes, step) => minutes + (step.minutes ?? 0), 0);
  const open = steps.some(({ kind, minutes }) => KINDS[kind].isTimed && !minutes);
  return { minutes: sum > 0 ? Math.max(5, Math.round(sum / 5) * 5) : 0, open };
}

/** Reads steps as they were remembered; none where that is no list of steps. */
export function stepsFrom(text: string): Step[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isStep) ? read : null;
  } catch {
    return null;
  }
}

function isStep(read: unknown): read is Step {
  if (typeof read !== 'object' || read === null) return false;
  const { kind, whose, minutes = 1, ...more } = read as Partial<Step>;
  const known = ALL.some((one) => one === kind) && WHOSE.some((one) => one === whose);
  return (
    known && Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES && Object.keys(more).length === 0
  );
}

/** Leaves the look back out when there is nothing to look back on, as the program does when it begins. */
export function stepsNow(steps: Step[], agreed: boolean): Step[] {
  return agreed ? steps : steps.filter(({ kind }) => kind !== 'look-back');
}

/** Names the person in a role; none when it is both. */
export function personOf(whose: Whose, beginner: Partner): Partner | null {
  if (whose === 'both') return null;
  return whose === 'beginner' ? beginner : other(beginner);
}

function across(whose: Whose): Whose {
  return whose === 'beginner' ? 'other' : 'beginner';
}

/** Says whose a step would be, by what stands before it and whose it was. */
function sensible(before: Step[], kind: StepKind, had: Whose): Whose {
  if (!KINDS[kind].isOnePersons) return 'both';
  const latest = (one: StepKind) => before.findLast((step) => step.kind === one)?.whose;
  const answers = kind === 'lean-in' ? latest('speak') : kind === 'felt-heard' ? latest('lean-in') : undefined;
  if (answers) return across(answers);
  return had === 'both' ? across(latest(kind) ?? 'other') : had;
}

function change(steps: Step[], index: number, to: (step: Step) => Step): Step[] {
  return steps.map((step, place) => (place === index ? to(step) : step));
}

export function changeKind(steps: Step[], index: number, kind: StepKind): Step[] {
  return change(steps, index, (step) => ({
    ...step,
    kind,
    whose: sensible(steps.slice(0, index), kind, step.whose),
  }));
}

export function changeWhose(steps: Step[], index: number, whose: Whose): Step[] {
  return change(steps, index, (step) => ({ ...step, whose }));
}

/** Below one minute there is no timer. */
export function changeMinutes(steps: Step[], index: number, by: number): Step[] {
  return change(steps, index, ({ kind, whose, minutes = 0 }) => {
    const next = Math.min(MOST_MINUTES, Math.max(0, minutes + by));
    return next === 0 ? { kind, whose } : { kind, whose, minutes: next };
  });
}

/** Tells whether a step has a place to go to: closing stays last. */
export function canMove(steps: Step[], index: number, by: -1 | 1): boolean {
  const last = steps.length - 1;
  return index < last && index + by >= 0 && index + by < last;
}

export function move(steps: Step[], index: number, by: -1 | 1): Step[] {
  const step = steps[index];
  if (!step || !canMove(steps, index, by)) return steps;
  return steps.toSpliced(index, 1).toSpliced(index + by, 0, step);
}

export function remove(steps: Step[], index: number): Step[] {
  return index < steps.length - 1 ? steps.toSpliced(index, 1) : steps;
}

/** Adds a turn before the close, for the one who did not have the last. */
export function add(steps: Step[]): Step[] {
  const before = steps.slice(0, -1);
  const turn: Step = { kind: 'speak', whose: sensible(before, 'speak', 'both'), minutes: A_TURN };
  return [...before, turn, ...steps.slice(-1)];
}

/** Takes a name as the program does: what cannot be seen is no name. */
export function named(typed: string): { name: string } | { fault: 'empty' | 'long' } {
  const name = trimmed(typed.replace(/\p{Cc}/gu, ' ')).replace(/\p{White_Space}+/gu, ' ');
  if (!name) return { fault: 'empty' };
  const long = [...new Intl.Segmenter().segment(name)].length > MOST_IN_A_NAME;
  return long || new TextEncoder().encode(name).length > MOST_BYTES ? { fault: 'long' } : { name };
}

/** Shortens a name where it is too long, between two characters as a reader counts them. */
export function cut(name: string): string {
  const characters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  return characters.slice(0, MOST_IN_A_NAME).join('').trim();
}
