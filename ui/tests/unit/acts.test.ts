// Keys pressed while a step is under way: none is lost, none counts twice, and none answers a step that nobody has read.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Commands, Event, View } from '../../src/backend/types';
import { CheckIn } from '../../src/checkin/checkin.svelte';
import { Typed } from '../../src/typed/typed.svelte';

const view = (step: number, more: Partial<View> = {}): View =>
  ({ step, moment: { kind: 'floor' }, overlay: null, words: '', ending: null, ...more }) as View;
const GO_ON: Event = { kind: 'go-on' };
const YES: Event = { kind: 'got-it', yes: true };
const NO: Event = { kind: 'got-it', yes: false };
const PAUSE: Event = { kind: 'pause' };
const RESUME: Event = { kind: 'resume' };
const BACK: Event = { kind: 'back' };
const MINUTE: Event = { kind: 'one-more-minute' };

let done: Event[];
/** Answers what is under way: with the next step, the same one, or trouble. */
let answer: (now: 'next' | 'same' | 'trouble') => Promise<void>;
let checkIn: CheckIn;

beforeEach(() => {
  done = [];
  let step = 3;
  let settle: ((now: 'next' | 'same' | 'trouble') => void) | null = null;
  const ask = (_command: keyof Commands, args: unknown) =>
    new Promise((resolve, reject) => {
      done.push((args as { event: Event }).event);
      settle = (now) => {
        if (now === 'next') step += 1;
        if (now === 'trouble') reject({ kind: 'full', path: '/x' });
        else resolve({ done: view(step) });
      };
    });
  answer = async (now) => {
    settle?.(now);
    settle = null;
    // All that follows from an answer does so before the next timer.
    await new Promise((passed) => setTimeout(passed));
  };
  checkIn = new CheckIn(ask as never, new Typed(async () => null as never), view(step), false);
});

async function pressed(...events: Event[]): Promise<void> {
  for (const event of events) void checkIn.act(event);
  await new Promise((passed) => setTimeout(passed));
}

describe('while a step is under way', () => {
  test.each<[string, Event[], 'next' | 'same' | 'trouble', Event[]]>([
    ['the same key again is one', [GO_ON, GO_ON, GO_ON], 'next', [GO_ON]],
    ['two minutes asked for are two', [MINUTE, MINUTE], 'same', [MINUTE, MINUTE]],
    ['two steps back are two', [BACK, BACK], 'next', [BACK, BACK]],
    ['a pause is done after it', [GO_ON, PAUSE], 'next', [GO_ON, PAUSE]],
    ['so are two others, in their order', [GO_ON, PAUSE, BACK, PAUSE], 'next', [GO_ON, PAUSE]],
    ['an answer to the step before is none to the next', [GO_ON, YES], 'next', [GO_ON]],
    ['a change of mind does not answer the next', [YES, NO], 'next', [YES]],
    ['an answer to a step that stays is done', [MINUTE, YES], 'same', [MINUTE, YES]],
    ['a pause asked for, taken back and asked for again is there', [PAUSE, RESUME, PAUSE], 'same', [PAUSE, RESUME]],
    ['back is done after trouble too', [GO_ON, BACK], 'trouble', [GO_ON, BACK]],
  ])('%s', async (_, events, now, expected) => {
    await pressed(...events);
    expect(done).toEqual(events.slice(0, 1));
    await answer(now);
    expect(done).toEqual(expected);
  });

  test('what waits is done one by one', async () => {
    await pressed(GO_ON, PAUSE, BACK);
    await answer('next');
    await answer('same');
    expect(done).toEqual([GO_ON, PAUSE, BACK]);
  });

  test('once it is over the same key counts again', async () => {
    await pressed(GO_ON);
    await answer('next');
    await pressed(GO_ON);
    expect(done).toEqual([GO_ON, GO_ON]);
  });
});
