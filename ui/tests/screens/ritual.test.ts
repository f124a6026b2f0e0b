// Every place of every format has its words, and it offers what the program takes there.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/backend/generated/languages';
import { placeName } from '../../src/backend/place';
import type { Event, OverlayView } from '../../src/backend/types';
import { Hidden, hiddenAnswer } from '../../src/checkin/hidden.svelte';
import { over } from '../../src/checkin/over/over';
import { type Stage, stage } from '../../src/checkin/stage';
import { whenInFull } from '../../src/words/dates';
import { speak, t } from '../../src/words/words.svelte';
import { learnAll } from '../catalogue';
import { type Place, placesOf } from './table/ritual';

learnAll();

const names = { one: 'Sam', two: 'Robin' };
const lines = { one: 'full', two: 'full' } as const;
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const FORMATS = ['first', 'weekly', 'short', 'long', 'listening', 'after-a-fight', 'thanks'];
/** What is at hand beside the way on, by a key or a button of its own. */
const ASIDE: Event['kind'][] = [
  'back',
  'pause',
  'one-more-minute',
  'write',
  'prompt',
  'hard',
  'take-break',
  'repair',
  'let-go',
];
/** An event whatever the order of its parts. */
const written = (event: Event) => JSON.stringify(Object.entries(event).sort());

/** All that one can meet on the stage at a time: the line and the small one above it. */
function moments(places: Place[]): Pick<Stage, 'say' | 'soft'>[] {
  const walked = places.flatMap(({ view }) =>
    [null, whenInFull('2027-01-03T19:30:00', '2026-12-27T18:00:00')].flatMap((when) =>
      [false, true].map((smaller) => stage({ ...view, smaller }, names, when, lines)),
    ),
  );
  // What they wrote themselves is as long as they like.
  const ours = walked.filter((one) => !one.quoted);
  const notes = walked.map(({ note }) => ({ say: note ?? '', soft: null }));
  const laid: OverlayView[] = [
    { kind: 'block', phase: 'naming', text: '' },
    { kind: 'block', phase: 'saying', text: '' },
    { kind: 'block', phase: 'after', text: '' },
    { kind: 'repair' },
    {
      kind: 'break',
      lengths: [20, 40, 60, 1440].map((minutes) => ({ minutes, back: '2026-11-27T18:00:00' })),
    },
    { kind: 'away', until: '2026-11-22T19:30:00', returned: true, again: false },
    { kind: 'away', until: '2026-11-29T19:30:00', returned: false, again: false },
  ];
  const overs = laid.map((overlay) => over(overlay, '2026-11-26T18:00:00', true));
  const hidden = new Hidden('one');
  const alone = [];
  for (const next of [
    () => hidden.goOn(),
    () => hidden.answer(true),
    () => hidden.goOn(),
    () => hidden.goOn(),
    () => {},
  ]) {
    alone.push(hiddenAnswer(hidden, names) as Stage);
    next();
  }
  const ends = [
    { soft: t('checkin-not-today-soft'), say: t('checkin-not-today-say') },
    { soft: t('checkin-paused-lead'), say: t('checkin-paused-say') },
    { soft: t('checkin-paused-lead'), say: t('checkin-waiting-say') },
    { soft: t('checkin-ended-all'), say: t('checkin-ended-say') },
    { soft: t('checkin-ended-only'), say: t('checkin-ended-say') },
    { soft: t('checkin-ended-nothing'), say: t('checkin-ended-say') },
  ];
  return [...ours, ...notes, ...overs, ...alone, ...ends];
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('there are at most fifteen words on the stage', async () => {
    speak(language);
    const places = await Promise.all(FORMATS.map((format) => placesOf(format, true)));
    const long = moments(places.flat())
      .map(({ say, soft }) => bare(`${soft ?? ''} ${say ?? ''}`.trim()))
      .filter((said) => said.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 15);
    expect([...new Set(long)]).toEqual([]);
  });

  test.each(FORMATS.flatMap((format) => [false, true].map((agreed) => [format, agreed] as const)))(
    'every place of %s, with agreements %s',
    async (format, agreed) => {
      speak(language);
      const places = await placesOf(format, agreed);
      expect(places.length).toBeGreaterThan(5);
      for (const { place, view } of places) {
        expect(placeName(view.step, view.moment)).toBe(place);
        const drawn = stage(view, names, 'Sunday, 19:30', lines);
        expect([place, drawn.say === '', drawn.label === '']).toEqual([place, false, false]);
        const offered: Event[] = [
          ...(drawn.answers ?? []).map(({ value }) => value),
          ...(drawn.go ? [{ kind: 'go-on' } as const] : []),
          ...(drawn.none ? [{ kind: 'nothing-to-ask' } as const] : []),
        ];
        const taken = view.possible.filter(({ kind }) => !ASIDE.includes(kind));
        // There each answers for themselves first.
        if (view.moment.kind !== 'here')
          expect([place, offered.map(written).sort()]).toEqual([place, taken.map(written).sort()]);
      }
    },
  );
});
