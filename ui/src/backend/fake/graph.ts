// Walks the weekly check-in along the graph that the real core writes, so that the ritual is not written twice.

import written from '../generated/weekly.json';
import { placeName } from '../place';
import type { Ending, Event, FeltHeard, Moment, Partner, StepView, View } from '../types';
import { other } from '../types';

type Lead = string | { ending: Ending };
type Node = { step: number; moment: Moment; edges: Record<string, Lead> };
type Whose = 'both' | 'beginner' | 'other';
type Graph = {
  first: string;
  steps: { kind: StepView['kind']; whose: Whose; minutes: number | null }[];
  nodes: Record<string, Node>;
};
export const graph = written as Graph;

/** An event whatever the order of its parts. */
const sorted = (event: Event) => JSON.stringify(Object.entries(event).sort());

/** The events of a place, each with where it leads. */
export function edges(place: string): { event: Event; to: Lead }[] {
  const written = Object.entries(graph.nodes[place]?.edges ?? {});
  return written.map(([event, to]) => ({ event: JSON.parse(event) as Event, to }));
}

export function lead(place: string, event: Event): Lead | null {
  return edges(place).find((edge) => sorted(edge.event) === sorted(event))?.to ?? null;
}

/** Finds the graph's own name of a place that a screen or a test names. */
export function placeOf(name: string): string | null {
  const found = Object.entries(graph.nodes).find(([, node]) => placeName(node.step, node.moment) === name);
  return found?.[0] ?? null;
}

/** Finds the shortest way to a place, so that *back* leads somewhere there. */
export function wayTo(place: string): string[] {
  const ways = new Map([[graph.first, [graph.first]]]);
  for (const [at, way] of ways) {
    if (at === place) return way;
    for (const { to } of edges(at)) {
      if (typeof to === 'string' && !ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return [graph.first];
}

type Time = { length: number; spent: number };
const MINUTE = 60_000;
const MOST_CHARACTERS = 2_000;

/** A check-in of the fake program: a place in the graph, with words, a pause and a turn's time of its own. */
export class FakeCheckIn {
  felt = new Map<number, FeltHeard>();
  words = new Map<number, string>();
  ending: Ending | null = null;
  paused = false;
  private way: { place: string; time: Time | null }[] = [];
  private since: number;

  constructor(
    readonly beginner: Partner,
    private readonly now: () => number,
    readonly begun = now(),
  ) {
    this.since = now();
    this.enter(graph.first);
  }

  /** Puts it at a place, as if the shortest way had been walked. */
  putAt(place: string, spent: number): void {
    this.way = [];
    for (const at of wayTo(place)) this.enter(at);
    const { time } = this.here;
    if (time) time.spent = spent;
    this.since = this.now();
  }

  private get here() {
    const here = this.way.at(-1);
    if (!here) throw new Error('a check-in is always somewhere');
    return here;
  }

  get node(): Node {
    const node = graph.nodes[this.here.place];
    if (!node) throw new Error(`no such place: ${this.here.place}`);
    return node;
  }

  private enter(place: string): void {
    const before = this.way.at(-1);
    const node = graph.nodes[place];
    const minutes = node && this.timed(node.step) ? graph.steps[node.step]?.minutes : null;
    const stays = before && graph.nodes[before.place]?.step === node?.step;
    const fresh = minutes ? { length: minutes * MINUTE, spent: 0 } : null;
    this.way.push({ place, time: stays && before.time ? { ...before.time } : fresh });
    this.since = this.now();
  }

  private timed(step: number): boolean {
    return ['appreciate', 'speak', 'lean-in'].includes(graph.steps[step]?.kind ?? '');
  }

  private settleTime(): void {
    const { time } = this.here;
    if (time && !this.paused) time.spent += this.now() - this.since;
    this.since = this.now();
  }

  /** Does one event; answers why not when it changes nothing. */
  act(
    event: Event,
  ): { refusal: 'not-here' | 'paused' | 'over' } | { refusal: 'too-long'; most: number } | null {
    if (this.ending) return { refusal: 'over' };
    if (event.kind === 'write') {
      if ([...event.text].length > MOST_CHARACTERS) return { refusal: 'too-long', most: MOST_CHARACTERS };
      this.words.set(event.step, event.text);
      return null;
    }
    if (event.kind === 'let-go') {
      this.ending = { kind: 'let-go' };
      return null;
    }
    this.settleTime();
    if (event.kind === 'resume') {
      if (!this.paused) return { refusal: 'not-here' };
      this.paused = false;
      return null;
    }
    if (this.paused) return { refusal: 'paused' };
    return this.move(event);
  }

  private move(event: Event): { refusal: 'not-here' } | null {
    const { time, place } = this.here;
    if (event.kind === 'pause') {
      this.paused = true;
      return null;
    }
    if (event.kind === 'one-more-minute') {
      if (!time) return { refusal: 'not-here' };
      time.length = Math.max(time.length, time.spent) + MINUTE;
      return null;
    }
    if (event.kind === 'back') {
      if (this.way.length < 2) return { refusal: 'not-here' };
      this.way.pop();
      return null;
    }
    const to = lead(place, event);
    if (!to) return { refusal: 'not-here' };
    if (event.kind === 'felt') this.felt.set(this.node.step, event.answer);
    if (typeof to === 'string') this.enter(to);
    else this.ending = to.ending;
    return null;
  }

  who(whose: Whose): Partner | null {
    if (whose === 'both') return null;
    return whose === 'beginner' ? this.beginner : other(this.beginner);
  }

  view(timers: boolean): View {
    this.settleTime();
    const { step, moment } = this.node;
    const { time } = this.here;
    return {
      format: 'weekly',
      beginner: this.beginner,
      steps: graph.steps.map(({ kind, whose }) => ({ kind, who: this.who(whose) })),
      step,
      moment,
      turn: time && timers ? { ...time, runs: !this.paused } : null,
      overlay: this.paused ? 'paused' : null,
      words: this.words.get(step) ?? '',
      can_go_back: this.way.length > 1,
      ending: this.ending,
    };
  }
}
