// What went wrong: told where it belongs, with what is safe and what to do next.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Commands } from '../../src/backend/types';
import { act, at, press, scene, within } from './page';

const FULL = { kind: 'full', path: '/home/sam/.local/share/both-heard/both-heard.db' } as const;

describe('trouble', () => {
  test.each([
    'not-ours',
    'damaged',
    'newer',
    'read-only',
    'locked',
    'full',
    'disk',
    'conflict',
    'no-access',
    'no-folder',
    'in-the-way',
  ])('%s is told in full, and tried again', async (kind) => {
    await within(`trouble=${kind}`, {}, async (page) => {
      await page.locator(`[data-trouble="${kind}"]`).waitFor();
      expect(await page.locator('code').innerText()).toContain('both-heard.db');
      await act(page, 'try-again');
      await page.locator('[data-screen="home"]').waitFor();
    });
  });

  describe('of a file that can only be read', () => {
    const READ_ONLY = { kind: 'read-only', path: FULL.path } as const;
    const from = (screen: string, ...does: string[]) => ({
      screen,
      way: async (page: Page) => {
        for (const it of does) await act(page, it);
      },
    });
    const again = '[role="alert"] [data-do="try-again"]';

    test.each<[string, keyof Commands, string, { screen: string; way: (page: Page) => Promise<unknown> }]>([
      ['a check-in begun by Enter', 'begin', '', { screen: 'home', way: (page) => press(page, 'Enter') }],
      ['a first check-in', 'begin', 'past=0', from('home', 'first-time')],
      ['a check-in that is ended', 'act', 'running=1', from('home', 'end', 'confirm')],
      ['a time left out', 'skip', 'due=1', from('home', 'later', 'leave-out')],
      ['a time moved', 'move_time', '', from('home', 'move', 'take-time')],
      [
        'a note taken out of the jar',
        'take_from_jar',
        'jar=soup',
        from('jar', 'to-jar', 'jar-of-one', 'take-out', 'confirm'),
      ],
      ['a card drawn', 'draw_card', '', from('cards', 'to-cards', 'draw')],
      ['an evening deleted', 'forget', '', from('record', 'to-past', 'open', 'delete', 'confirm')],
      ['the calendar', 'save_calendar', '', from('settings', 'to-settings', 'save-calendar')],
    ])('by %s is told on the page, with all pages in reach', async (_, command, scenario, { screen, way }) => {
      await within(`read-only=1&${scenario}`, {}, async (page) => {
        await page.evaluate(([it, why]) => window.bothHeard?.failing.set(it, why), [command, READ_ONLY] as const);
        await way(page);
        await page.locator(again).first().waitFor();
        expect(await page.locator(`[data-screen="${screen}"] [data-do="to-safety"]`).count()).toBe(1);
        expect(await page.locator('[data-trouble]').count()).toBe(0);
        // Wherever a sheet is open, it is told there.
        if (await page.locator('dialog').count()) {
          expect(await page.locator(`dialog ${again}`).count()).toBe(1);
          await press(page, 'Escape');
        }
        await act(page, 'to-safety');
        await page.locator('[data-screen="safety"]').waitFor();
        expect(await page.locator(again).count()).toBe(0);
      });
    });

    scene('by a check-in is told there, and home is in reach', 'read-only=1&running=1&place=3:floor', async (page) => {
      await page.evaluate((why) => window.bothHeard?.failing.set('act', why), READ_ONLY);
      await press(page, 'Enter');
      await page.locator('[data-overlay="paused"]').waitFor();
      await press(page, 'Enter');
      await page.locator(`[data-overlay="paused"] ${again}`).waitFor();
      await act(page, 'leave');
      await page.locator(`[data-screen="home"] ${again}`).waitFor();
    });

    scene('at the welcome is told there, and what was typed stays', 'read-only=1&couple=0', async (page) => {
      await page.evaluate((why) => window.bothHeard?.failing.set('save_rhythm', why), READ_ONLY);
      await page.locator('#name-one').fill('Sam');
      await page.locator('#name-two').fill('Robin');
      await page.locator('#time').fill('19:30');
      await act(page, 'begin');
      await page.locator(`[data-screen="welcome"] ${again}`).waitFor();
      expect(await page.locator('#name-one').inputValue()).toBe('Sam');
    });

    scene('is over once it can be written again', 'read-only=1', async (page) => {
      await page.evaluate((why) => window.bothHeard?.failing.set('begin', why), READ_ONLY);
      await press(page, 'Enter');
      await page.locator(`nav ~ main ${again}`).waitFor();
      await page.evaluate(() => {
        window.bothHeard?.failing.clear();
        return window.bothHeard?.becomesWritable();
      });
      await act(page, 'try-again');
      await page.locator(again).waitFor({ state: 'detached' });
      await page.locator('.read-only').waitFor({ state: 'detached' });
      await act(page, 'begin');
      await page.locator('[data-place]').waitFor();
    });
  });

  test('before there is a catalogue is told all the same, in English', async () => {
    for (const scenario of ['silent=1', 'silent=1&trouble=disk']) {
      await within(scenario, { lang: 'de' }, async (page) => {
        await page.locator('[data-trouble="unknown"] h1', { hasText: 'Something did not work' }).waitFor();
        expect(await page.locator('main').innerText()).not.toMatch(/[{}]/);
        await act(page, 'try-again');
        if (scenario.includes('disk')) {
          await page.locator('[data-trouble="disk"]').waitFor();
          await act(page, 'try-again');
        }
        await page.locator('[data-screen="home"] h1', { hasText: 'Eure nächste Zeit' }).waitFor();
      });
    }
  });

  scene('in the middle of a turn comes back to the same place', 'place=3:floor&words=the%20walk', async (page) => {
    await page.evaluate((full) => window.bothHeard?.failing.set('act', full), FULL);
    await press(page, 'Enter');
    await page.locator('[data-trouble="full"]').waitFor();
    await page.evaluate(() => window.bothHeard?.failing.clear());
    await act(page, 'try-again');
    await at(page, '3:floor');
    expect(await page.locator('.words').innerText()).toBe('the walk');
  });

  scene('with the settings, or with a text, is told where it stands', '', async (page) => {
    await page.evaluate((full) => {
      window.bothHeard?.failing.set('save_settings', { ...full, kind: 'settings-unwritable' });
      window.bothHeard?.failing.set('save_as_text', { ...full, kind: 'text-unwritable' });
    }, FULL);
    await act(page, 'to-settings');
    await page.locator('#theme').selectOption('evening');
    await page.locator('[role="alert"] b', { hasText: 'The settings could not be saved' }).waitFor();
    await act(page, 'to-past');
    await act(page, 'open');
    await act(page, 'save');
    await page.locator('[role="alert"] b', { hasText: 'The file could not be saved' }).waitFor();
  });

  scene('with the settings file is a notice that goes away', 'notice=1', async (page) => {
    await page.locator('.notice', { hasText: 'settings.json' }).waitFor();
    await act(page, 'notice-close');
    await page.locator('.notice').waitFor({ state: 'detached' });
  });
});

describe('what cannot be read', () => {
  scene(
    'is said where it belongs, and deleted for good when they say so',
    'past=7&unreadable=names|jar',
    async (page) => {
      await page.locator('#unreadable-names', { hasText: 'a number stands in its place' }).waitFor();
      expect(await page.locator('#unreadable-jar').count()).toBe(0);
      await act(page, 'to-jar');
      await page.locator('#unreadable-jar').waitFor();
      await act(page, 'forget-jar');
      await page.locator('dialog [data-do="confirm"]').click();
      await page.locator('#unreadable-jar').waitFor({ state: 'detached' });
      await act(page, 'to-home');
      await page.locator('#unreadable-names').waitFor();
    },
  );

  scene('and cannot be deleted where nothing can be written', 'past=7&unreadable=names&read-only=1', async (page) => {
    await page.locator('.read-only', { hasText: 'can only be read' }).waitFor();
    expect(await page.locator('[data-do="forget-names"]').count()).toBe(0);
  });
});
