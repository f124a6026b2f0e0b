// Names the places of a check-in as `tests/desk` does: `4:line say-back first 0`.
import type { Moment } from './types';

export function placeName(step: number, moment: Moment): string {
  const { kind, ...rest } = moment;
  const parts: Record<string, string | number> = rest;
  const said = ['line', 'attempt', 'round', 'answer', 'index'].map((part) => parts[part]);
  return [`${step}:${kind}`, ...said].filter((part) => part !== undefined).join(' ');
}
