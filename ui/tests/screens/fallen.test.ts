// A page that cannot be drawn: what is said in its place, and the ways on.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/backend/generated/languages';
import type { Backend, Commands } from '../../src/backend/types';
import { act, at, axeFaults, misfits, picture, press, settled, within } from './page';

const TITLE = 'This cannot be shown just now';

/** Lets a command answer nonsense until it is mended: something else, or its answer with parts of it changed. */
async function spoil(page: Page, command: keyof Commands, nonsense: object | null): Promise<void> {
  await page.evaluate(
    ([command, nonsense]) => {
      const program = window.bothHeard;
      if (!program) throw new Error('no program is spoken with');
      const call = program.call.bind(program) as (asked: string, args: object) => Promise<object>;
      const value = async (asked: string, args: object) => {
        const sound = await call(asked, args);
        return asked === command ? nonsense && { ...sound, ...nonsense } : sound;
      };
      Object.defineProperty(program, 'call', { value, configurable: true });
    },
    [command, nonsense] as const,
  );
}

/** Waits until nothing is being read: what is read while something changes is read anew, and what was asked before a mend
 * is answered as before. */
const still = (page: Page) => page.evaluate(() => window.app?.program.settled());

async function mend(page: Page): Promise<void> {
  await still(page);
  await page.evaluate(() => {
    delete (window.bothHeard as Partial<Backend> | undefined)?.call;
  });
}

const heading = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

/** When they meet, but for the weeks of rest. */
const UNREST = {
  rhythm: {
    rule: { day: 'Sun', time: '19:30:00', every: 'week', first: '2026-11-29' },
    heads_up: 'none',
    repeats: true,
  },
  changes: [],
  rests: null,
  next: [],
  due: null,
};
const bare = { id: 'bare', name: 'Bare', explains: false, step: [null] };
const PAGES: [string, keyof Commands, object | null, string[]][] = [
  ['home', 'overview', { agreements: null }, ['to-safety', 'to-home']],
  ['past', 'past', null, ['to-past']],
  ['past', 'past', { lines: [null] }, ['to-past']],
  ['record', 'record', { whole: {} }, ['to-past', 'open']],
  ['record', 'record', { whole: { spoken: null } }, ['to-past', 'open']],
  ['cards', 'decks', { decks: [null] }, ['to-cards']],
  ['cards', 'decks', { decks: [{ id: 'this-week' }] }, ['to-cards']],
  ['jar', 'jar', null, ['to-jar', 'jar-of-one']],
  ['before', 'formats', { broken: [null] }, ['change']],
  ['format', 'keep_format', { done: { shipped: [], own: [bare], broken: [] } }, ['change', 'make-own']],
  ['settings', 'overview', { schedule: UNREST }, ['to-home', 'to-settings']],
];
/** Pages that show the same answers fall with one another. */
const BESIDE: Record<string, string[]> = { home: ['settings', 'past'], format: ['settings', 'past'] };

describe.each(PAGES)('%s, where %s answers %j', (screen, command, answer, way) => {
  test('says what is wrong, leaves the rail, and is there again once it can be', async () => {
    await within('past=7', { mistaken: true }, async (page) => {
      await spoil(page, command, answer);
      for (const step of way) {
        await still(page);
        await act(page, step);
      }
      await page.locator('.fallen').waitFor();
      expect(await heading(page)).toBe(TITLE);
      // Every other page is in reach.
      for (const to of ['safety', ...(BESIDE[screen] ?? ['home'])]) {
        await act(page, `to-${to}`);
        await page.locator(`[data-screen="${to}"] h1`).waitFor();
        expect(await page.locator('.fallen').count(), to).toBe(0);
      }
      if (screen !== 'format') for (const step of way) await act(page, step);
      else await act(page, 'to-home');
      await page.locator('.fallen').waitFor();
      await mend(page);
      await act(page, 'try-again');
      await page.locator('.fallen').waitFor({ state: 'detached' });
      await page.locator('main h1').waitFor();
      await act(page, 'to-home');
      await page.locator('[data-screen="home"] [data-do="begin"]').waitFor();
    });
  });
});

describe('a mistake beside the drawing', () => {
  test.each([
    ['in a handler', () => setTimeout(() => (null as unknown as string).length)],
    ['in a promise that nobody waits for', () => void Promise.resolve().then(() => (null as unknown as string).length)],
  ])('%s is told in the place of the page, which comes back', async (_, mistake) => {
    await within('past=7', { mistaken: true }, async (page) => {
      await act(page, 'to-cards');
      await page.locator('[data-do="draw"]').waitFor();
      await page.evaluate(mistake);
      await page.locator('.fallen').waitFor();
      expect(await heading(page)).toBe(TITLE);
      await act(page, 'fallen-home');
      await page.locator('[data-screen="home"] [data-do="begin"]').waitFor();
    });
  });

  test('that observers of sizes tell of themselves is none', async () => {
    await within('past=7', { mistaken: true }, async (page) => {
      await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop' })));
      await act(page, 'to-cards');
      await page.locator('[data-do="draw"]').waitFor();
    });
  });

  test('a trouble is told as before, and is no mistake', async () => {
    await within('past=7', { mistaken: true }, async (page) => {
      await page.evaluate(() => window.bothHeard?.failing.set('past', { kind: 'locked', path: '/x' }));
      await act(page, 'to-past');
      await page.locator('[data-trouble="locked"]').waitFor();
    });
  });
});

describe('in a check-in', () => {
  test('the stage says so; trying again comes back to the step, with the words', async () => {
    await within('place=3:floor&words=the%20walk', { mistaken: true }, async (page) => {
      await at(page, '3:floor');
      await spoil(page, 'check_in', { steps: null });
      await page.evaluate(() => window.bothHeard?.signal('turn-over'));
      await page.locator('[data-screen="fallen"]').waitFor();
      expect(await heading(page)).toBe(TITLE);
      await mend(page);
      await page.evaluate(() => window.bothHeard?.signal('turn-over'));
      await act(page, 'try-again');
      await at(page, '3:floor');
      expect(await page.locator('main').innerText()).toContain('the walk');
    });
  });

  test('Home is in reach, where the check-in waits, paused', async () => {
    await within('place=3:floor', { mistaken: true }, async (page) => {
      await at(page, '3:floor');
      await spoil(page, 'check_in', { steps: null });
      await page.evaluate(() => window.bothHeard?.signal('turn-over'));
      await mend(page);
      await act(page, 'fallen-home');
      await page.locator('[data-screen="home"] [data-do="go-on"]').waitFor();
      expect(await page.evaluate(() => window.bothHeard?.events.map(({ kind }) => kind))).toEqual(['pause']);
    });
  });

  test('a sheet that falls takes nothing with it', async () => {
    await within('running=1&place=3:floor', { mistaken: true }, async (page) => {
      await spoil(page, 'decks', { lists: [{ id: 'feelings', groups: [], cards: [null] }] });
      await act(page, 'go-on');
      await page.locator('[data-overlay="paused"]').waitFor();
      await press(page, 'Enter');
      await page.locator('[data-place="3:floor"]:not([data-overlay])').waitFor();
      await press(page, 'f');
      await page.locator('dialog', { hasText: TITLE }).waitFor();
      await press(page, 'Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      await at(page, '3:floor');
    });
  });
});

test.each(LANGUAGES)('looks calm in %s, in both themes', async (lang) => {
  for (const theme of ['light', 'evening'] as const) {
    await within('past=7', { lang, theme, mistaken: true }, async (page) => {
      await spoil(page, 'past', null);
      await act(page, 'to-past');
      await page.locator('.fallen').waitFor();
      await settled(page);
      await picture(page, `fallen-${theme}-${lang}`);
      expect([...(await misfits(page)), ...(await axeFaults(page))]).toEqual([]);
    });
    await within('place=3:floor', { lang, theme, mistaken: true }, async (page) => {
      await at(page, '3:floor');
      await spoil(page, 'check_in', { steps: null });
      await page.evaluate(() => window.bothHeard?.signal('turn-over'));
      await page.locator('.fallen').waitFor();
      await settled(page);
      await picture(page, `fallen-checkin-${theme}-${lang}`);
      expect([...(await misfits(page)), ...(await axeFaults(page))]).toEqual([]);
    });
  }
});
