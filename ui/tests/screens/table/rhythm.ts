// The rhythm: what has come, what is to come, and what becomes of the program when its window is closed.
import type { Page } from 'playwright-core';
import { act, type } from '../page';
import { rail } from './days';
import type { Shown } from './shown';

async function later(page: Page): Promise<void> {
  await act(page, 'later');
  await page.locator('dialog').waitFor();
}

async function closing(page: Page): Promise<void> {
  await page.locator('[data-screen="home"]').waitFor();
  await page.evaluate(() => window.bothHeard?.close());
  await page.locator('dialog').waitFor();
}

async function tested(page: Page): Promise<void> {
  await rail(page, 'settings');
  await act(page, 'test-reminder');
  await page.locator('.said p').first().waitFor();
}

/** A part of the settings as it is usually, or led to something there. */
function part(id: string, scenario: string, name: string, led = rail): Shown {
  return { name: `settings-${name}`, scenario, seen: `#${id}`, led: (page) => led(page, 'settings') };
}

export const rhythm: Shown[] = [
  { name: 'home-due', scenario: 'due=1', main: true },
  { name: 'past-due', scenario: 'past=7&due=1', led: (page) => rail(page, 'past') },
  { name: 'home-later', scenario: 'due=1&now=2026-11-26T16:12:00', holds: true, led: later },
  {
    name: 'home-later-refused',
    scenario: 'due=1',
    holds: true,
    led: async (page) => {
      await later(page);
      await page.locator('#next-time').fill('25:00');
      await act(page, 'take-time');
      await page.locator('dialog .fault:not(:empty)').waitFor();
    },
  },
  { name: 'home-snoozed', scenario: 'snoozed=1' },
  { name: 'home-missed', scenario: 'missed=1&agreed=1&jar=a' },
  { name: 'home-rest', scenario: 'rests=1&now=2026-12-22T18:12:00' },
  {
    name: 'home-move',
    scenario: '',
    holds: true,
    led: async (page) => {
      await act(page, 'move');
      await page.locator('[data-do="time-1"]').waitFor();
    },
  },
  part('rhythm', 'every=four-weeks', 'rhythm'),
  part('times', 'moved=1&skipped=1&rests=1', 'times'),
  part('rests', 'rests=1', 'rests'),
  part('rests', 'rests=1', 'rest-added', async (page) => {
    await rail(page, 'settings');
    await act(page, 'add-rest');
    await page.locator('#rest-from').fill('1.5.');
    await page.locator('#rest-to').fill('some day');
    await act(page, 'take-rest');
    await page.locator('#rest-to-refusal').waitFor();
  }),
  part('reminders', '', 'reminder', tested),
  part('reminders', 'notifications=0', 'reminder-none', tested),
  part('reminders', '', 'calendar', async (page) => {
    await rail(page, 'settings');
    await act(page, 'save-calendar');
    await page.locator('.said .path').waitFor();
  }),
  part('background', 'autostart=1', 'background'),
  part('background', 'tray=0', 'no-tray'),
  { name: 'closing', scenario: 'background=ask', main: true, led: closing },
  {
    name: 'closing-unsaved',
    scenario: 'place=3:floor',
    led: async (page) => {
      await page.locator('[data-place]').waitFor();
      await page.keyboard.press('w');
      await type(page, 'what I could not say');
      await page.evaluate(() => {
        window.bothHeard?.failing.set('write', { kind: 'full', path: 'both-heard.db' });
        window.bothHeard?.close();
      });
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'closing-no-tray', scenario: 'background=ask&tray=0', led: closing },
];
