// Names the places of a check-in as the core's own graph does: `4:line say-back first 0`.
import type { Moment } from './types';

export function placeName(step: number, moment: Moment): string {
  const parts = { line: undefined, attempt: undefined, round: undefined, answer: undefined, ...moment };
  const { at, line, attempt, round, answer } = parts;
  return [`${step}:${at}`, line, attempt, round, answer].filter((part) => part !== undefined).join(' ');
}
