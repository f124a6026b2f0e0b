// Reads the graphs that the real core writes of each format, so that the ritual is not written twice.
import written from '../generated/rites.json';
import { placeName } from '../place';
import type { Agreement, Ending, Event, Moment, Partner, StepView } from '../types';
import { other } from '../types';

type Lead = string | { ending: Ending };
type Node = { step: number; moment: Moment; edges: Record<string, Lead> };
export type Whose = 'both' | 'beginner' | 'other';
export type Rite = {
  format: string;
  first: string;
  steps: { kind: StepView['kind']; whose: Whose; minutes: number | null }[];
  agreements: Agreement[];
  nodes: Record<string, Node>;
};
/** Every format; one with a look back twice, with and without something to look back on. */
export const rites = written.rites as unknown as Record<string, Rite>;
export const weekly = rites.weekly as Rite;
const overlays = written.overlays as Record<string, Record<string, string>>;

/** An event whatever the order of its parts; the minutes of a break are all alike here. */
function sorted(event: Event): string {
  const parts = event.kind === 'away' ? { ...event, minutes: 20 } : event;
  return JSON.stringify(Object.entries(parts).sort());
}

function find<T>(edges: Record<string, T> | undefined, event: Event): T | null {
  const all = Object.entries(edges ?? {});
  return all.find(([key]) => sorted(JSON.parse(key) as Event) === sorted(event))?.[1] ?? null;
}

/** The events of a place, each with where it leads. */
export function edges(rite: Rite, place: string): { event: Event; to: Lead }[] {
  const all = Object.entries(rite.nodes[place]?.edges ?? {});
  return all.map(([event, to]) => ({ event: JSON.parse(event) as Event, to }));
}

export function lead(rite: Rite, place: string, event: Event): Lead | null {
  return find(rite.nodes[place]?.edges, event);
}

/** Finds what lies over a step after an event; none when the event does nothing there. */
export function leadOver(over: string, event: Event): string | null {
  return find(overlays[over], event);
}

/** Finds the graph's own name of a place that a screen or a test names. */
export function placeOf(rite: Rite, name: string): string | null {
  const found = Object.entries(rite.nodes).find(([, node]) => placeName(node.step, node.moment) === name);
  return found?.[0] ?? null;
}

/** Finds the shortest way to a place, so that *back* leads somewhere there. */
export function wayTo(rite: Rite, place: string): string[] {
  const ways = new Map([[rite.first, [rite.first]]]);
  for (const [at, way] of ways) {
    if (at === place) return way;
    for (const { to } of edges(rite, at)) {
      if (typeof to === 'string' && !ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return [rite.first];
}

/** Draws the steps of a rite for one who begins. */
export function stepsOf(rite: Rite, beginner: Partner): StepView[] {
  const who = { both: null, beginner, other: other(beginner) };
  return rite.steps.map(({ kind, whose }) => ({ kind, who: who[whose] }));
}
