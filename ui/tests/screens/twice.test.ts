// Asked twice before the first answer, by a double click or a key pressed again: done once.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Commands } from '../../src/backend/types';
import { act, press, scene, within } from './page';

/** Holds a command's answers back; what it gives counts the calls, and lets them be answered. */
async function hold(page: Page, command: keyof Commands) {
  await page.evaluate((command) => {
    const program = window.bothHeard;
    if (!program) throw new Error('no program is spoken with');
    const call = program.call.bind(program) as (asked: string, args: object) => Promise<object>;
    const held = { calls: 0, go: () => {} };
    const open = new Promise<void>((go) => (held.go = go));
    const value = async (asked: string, args: object) => {
      if (asked !== command) return call(asked, args);
      held.calls += 1;
      await open;
      return call(asked, args);
    };
    Object.defineProperty(program, 'call', { value });
    Object.assign(window, { held });
  }, command);
  const held = <T>(what: string) => page.evaluate<T>(`window.held.${what}`);
  return { calls: () => held<number>('calls'), go: () => held('go()') };
}

const deck = (id: string) => (page: Page) => act(page, 'to-cards').then(() => act(page, `deck-${id}`));
const before = (page: Page) => act(page, 'change');
const record = (page: Page) => act(page, 'to-past').then(() => act(page, 'open'));
const writing = async (page: Page) => {
  await deck('joy')(page);
  await act(page, 'write');
  await page.locator('#own-words').fill('a walk');
};
const rest = async (page: Page) => {
  await act(page, 'to-settings');
  await act(page, 'add-rest');
  await page.locator('#rest-from').fill('21.12.');
  await page.locator('#rest-to').fill('3.1.');
};
const twice = (name: string) => async (page: Page) => {
  const button = page.locator(`[data-do="${name}"]`).first();
  for (const _ of [1, 2]) await button.dispatchEvent('click', { detail: 1 });
};
const keys = (key: string) => (page: Page) => press(page, key, key);

describe('asked twice, done once', () => {
  test.each<[string, keyof Commands, (page: Page) => Promise<unknown>, (page: Page) => Promise<unknown>]>([
    ['begin', 'begin', async () => {}, keys('Enter')],
    ['a copy of a format', 'keep_format', before, twice('make-own')],
    ['a check-in as text', 'save_as_text', record, twice('save')],
    ['a new card', 'keep_card', writing, keys('Enter')],
    ['a card drawn by its key', 'draw_card', deck('joy'), keys('d')],
    ['a card drawn by its button', 'draw_card', deck('joy'), twice('draw')],
    ['a rest', 'save_rests', rest, twice('take-rest')],
    ['the calendar', 'save_calendar', (page) => act(page, 'to-settings'), twice('save-calendar')],
  ])('%s', async (_, command, way, again) => {
    await within('past=7', {}, async (page) => {
      await way(page);
      const held = await hold(page, command);
      await again(page);
      expect(await held.calls()).toBe(1);
      await held.go();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await held.calls()).toBe(1);
    });
  });

  scene('a new card, once answered, stands there once', 'past=7', async (page) => {
    await writing(page);
    const held = await hold(page, 'keep_card');
    await press(page, 'Enter', 'Enter');
    await held.go();
    await page.locator('[data-do="card"]', { hasText: 'a walk' }).waitFor();
    expect(await page.evaluate(() => window.bothHeard?.cards().then(({ length }) => length))).toBe(1);
  });
});

scene('an older answer about Home never takes the place of what came after it', 'past=7', async (page) => {
  const added = await page.evaluate(async () => {
    const { app, bothHeard } = window;
    if (!app || !bothHeard) throw new Error('no program is spoken with');
    const call = bothHeard.call.bind(bothHeard) as (asked: string, args: object) => Promise<object>;
    const late: (() => void)[] = [];
    const value = async (asked: string, args: object) => {
      const answer = await call(asked, args);
      if (asked === 'overview' && late.length < 2) await new Promise<void>((go) => late.push(go));
      return answer;
    };
    Object.defineProperty(bothHeard, 'call', { value });
    const both = [app.refresh(), app.refresh()];
    while (late.length < 2) await new Promise(requestAnimationFrame);
    // One is overtaken by a change alone, the other by what was asked for after it as well.
    await app.plan.meetAt(null, '2026-11-27T20:00:00');
    late[1]?.();
    await both[1];
    const changed = [app.plan.schedule.changes.length];
    await app.refresh();
    late[0]?.();
    await both[0];
    return [...changed, app.plan.schedule.changes.length];
  });
  expect(added).toEqual([1, 1]);
});

/** Two things changed before the first is answered, as where the store is locked for a while. */
describe('changed one after the other, neither is undone', () => {
  const plan = (page: Page) => page.evaluate(() => window.bothHeard?.seen.plan);
  const settings = (page: Page) => act(page, 'to-settings');
  test.each<[string, keyof Commands, (page: Page) => Promise<unknown>, (page: Page) => Promise<unknown>]>([
    [
      'rests',
      'save_rests',
      async (page) => {
        const removes = page.locator('[data-do="remove-rest"]');
        for (const index of [0, 1]) await removes.nth(index).dispatchEvent('click', { detail: 1 });
      },
      async (page) => expect((await plan(page))?.rests).toEqual([]),
    ],
    [
      'the rhythm',
      'save_rhythm',
      async (page) => {
        await page.locator('#heads-up').selectOption('day');
        await page.locator('#day').selectOption('Tue');
        await page.locator('#time').fill('18:15');
        await page.locator('#time').press('Enter');
      },
      async (page) =>
        expect((await plan(page))?.rhythm).toMatchObject({
          heads_up: 'day',
          rule: { day: 'Tue', time: '18:15:00' },
        }),
    ],
    [
      'the names',
      'save_couple',
      async (page) => {
        await act(page, 'swap');
        await page.locator('#name-one').fill('Alex');
        await page.locator('#name-one').press('Enter');
      },
      async (page) =>
        expect(await page.evaluate(() => window.bothHeard?.seen.couple)).toEqual({
          one: 'Alex',
          two: 'Robin',
          left: 'two',
        }),
    ],
  ])('%s', async (_, command, change, holds) => {
    await within('rests=1', {}, async (page) => {
      await settings(page);
      const held = await hold(page, command);
      await change(page);
      await held.go();
      await page.evaluate(() => window.app?.program.inTurn(async () => {}));
      await holds(page);
    });
  });
});
