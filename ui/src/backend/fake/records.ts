// Invents kept check-ins, and draws up those of fake evenings.
import { trimmed } from '../../words/look';
import type { FeltHeard, Keep, Kept, PastLine } from '../types';
import { other } from '../types';
import { stepsOf } from './graph';
import type { FakeCheckIn } from './rite';
import { localStamp } from './wall';

const topics: [string, string][] = [
  ['being the one who always plans', 'the phone call with mother'],
  ['the evening you came home late', 'how quiet Saturday was'],
  ['the money for the roof', 'feeling left out at the party'],
  ['missing our walks', 'the new job, and being scared of it'],
  ['the way we said goodbye on Tuesday', 'not sleeping'],
];
const appreciated = [
  'You drove through the night so that I wouldn’t wait at the station alone.',
  'You put the phone away when I began to talk.',
  'The soup on Wednesday.',
  'You asked my sister how she was, twice.',
];
const answers: FeltHeard[] = ['yes', 'mostly', 'yes', 'yes', 'not-yet', 'yes', 'mostly'];

const WEEK = 7 * 24 * 3_600_000;

/** Invents so many kept check-ins, the newest first: one a week, every eighth with nothing but the day. */
export function invent(count: number, newest: number): Kept[] {
  return Array.from({ length: count }, (_, at): Kept => {
    const [first, second] = topics[at % topics.length] ?? ['', ''];
    const beginner = at % 2 ? 'one' : 'two';
    const felt = (n: number) => answers[n % answers.length] ?? 'yes';
    const whole = {
      minutes: 28 + (at % 9),
      format: at % 5 === 3 ? 'short' : 'weekly',
      format_name: null,
      beginner,
      spoken: [
        { by: beginner, topic: at % 6 === 5 ? '' : first, felt: felt(at) },
        { by: other(beginner), topic: second, felt: felt(at + 3) },
      ],
      appreciated: [
        { by: beginner, text: appreciated[at % appreciated.length] ?? '' },
        { by: other(beginner), text: appreciated[(at + 1) % appreciated.length] ?? '' },
      ],
      agreed: at % 4 ? [] : [{ id: { check_in: '', place: 0 }, by: beginner, text: 'A walk on Fridays.' }],
      note: at % 3 ? '' : 'Robin books the September trip, start to end.',
      left_out: false,
    } satisfies NonNullable<Kept['whole']>;
    const id = `kept-${String(count - at).padStart(4, '0')}`;
    return { id, met: `${localStamp(newest - at * WEEK)}+01:00`, whole: at % 8 === 6 ? null : whole };
  });
}

/** Draws the record of an ended check-in; none when nothing is kept. */
export function recordOf(checkIn: FakeCheckIn, keep: Keep, id: string, minutes: number): Kept | null {
  if (keep === 'nothing') return null;
  const met = `${localStamp(checkIn.begun)}+01:00`;
  if (keep === 'only-that-we-met') return { id, met, whole: null };
  const steps = stepsOf(checkIn.rite, checkIn.beginner).map(({ kind, who }, at) => ({
    kind,
    by: who ?? 'one',
    words: trimmed(checkIn.words.get(at) ?? ''),
    felt: checkIn.felt.get(at) ?? null,
    agreed: kind === 'differently' || (kind === 'ask' && checkIn.replies.get(at) === 'yes'),
  }));
  const feltOf = (by: string) => steps.find((s) => s.kind === 'felt-heard' && s.by === by)?.felt ?? null;
  return {
    id,
    met,
    whole: {
      minutes,
      format: checkIn.rite.format,
      format_name: null,
      beginner: checkIn.beginner,
      spoken: steps
        .filter((s) => s.kind === 'speak')
        .map((s) => ({ by: s.by, topic: s.words, felt: feltOf(s.by) })),
      appreciated: steps
        .filter((s) => s.kind === 'appreciate' && s.words)
        .map((s) => ({ by: s.by, text: s.words })),
      agreed: steps
        .filter((s) => s.agreed && s.words)
        .map((s, place) => ({ id: { check_in: id, place }, by: s.by, text: s.words })),
      note: steps.at(-1)?.words ?? '',
      left_out: false,
    },
  };
}

export function lineOf(kept: Kept): PastLine {
  const of = (by: string) => kept.whole?.spoken.find((s) => s.by === by);
  return {
    id: kept.id,
    met: kept.met,
    whole: kept.whole !== null,
    felt: { one: of('one')?.felt ?? null, two: of('two')?.felt ?? null },
    topics: { one: of('one')?.topic || null, two: of('two')?.topic || null },
  };
}
