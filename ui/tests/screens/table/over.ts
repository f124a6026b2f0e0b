// What lies over a step, and the sheets beside it.
import type { Page } from 'playwright-core';
import { act, at, press } from '../page';
import type { Shown } from './shown';

const over = (page: Page, what: string) => page.locator(`[data-overlay="${what}"]`).waitFor();
const LEANS = 'place=4:line makes-sense first 0&spent=70';

/** What lies over a step, and what is at hand beside it. */
export const overlays: Shown[] = [
  { name: 'over-naming', scenario: `${LEANS}&over=block naming`, led: naming, main: true },
  {
    name: 'over-saying',
    scenario: `${LEANS}&over=block saying&block=${encodeURIComponent('I’m too tired to take this in properly.')}`,
    led: (page) => goOnTo(page, 'block saying'),
    main: true,
  },
  { name: 'over-after', scenario: `${LEANS}&over=block after`, led: (page) => goOnTo(page, 'block after') },
  { name: 'over-break', scenario: `${LEANS}&over=break`, led: (page) => goOnTo(page, 'break'), main: true },
  {
    name: 'over-break-short',
    scenario: `${LEANS}&over=break`,
    led: async (page) => {
      await goOnTo(page, 'break');
      await act(page, 'other-length');
      await page.locator('#length').fill('5');
    },
  },
  { name: 'over-away', scenario: `${LEANS}&over=away`, led: (page) => goOnTo(page, 'away'), main: true },
  { name: 'over-return', scenario: `${LEANS}&over=away&away=-1`, led: (page) => goOnTo(page, 'away') },
  {
    name: 'over-repair',
    scenario: `${LEANS}&over=repair`,
    led: (page) => goOnTo(page, 'repair'),
    main: true,
  },
  ...(['hint', 'off'] as const).map((lines) => ({
    name: `checkin-lines-${lines}`,
    scenario: `${LEANS}&lines=${lines}`,
    led: (page: Page) => at(page, '4:line makes-sense first 0'),
  })),
  {
    name: 'checkin-card',
    scenario: 'place=3:floor&spent=20',
    holds: true,
    main: true,
    led: async (page) => {
      await at(page, '3:floor');
      await press(page, 'c');
      await page.locator('[data-do="put-away"]').waitFor();
    },
  },
  ...(
    [
      ['words', 'f', LEANS],
      ['keys', '?', LEANS],
      ['topics', 'j', 'place=3:floor&jar=the car, and who brings it in|x'],
      ['next', 'n', 'place=12:next'],
    ] as const
  ).map(([sheet, key, scenario]) => ({
    name: `sheet-${sheet}`,
    scenario,
    holds: sheet === 'next',
    led: async (page: Page) => {
      await page.locator('[data-place]').waitFor();
      await press(page, key);
      await page.locator('dialog').waitFor();
    },
  })),
  {
    name: 'sheet-cards',
    scenario: 'place=3:floor',
    holds: true,
    led: async (page) => {
      await at(page, '3:floor');
      await press(page, 'd');
      await page.locator('dialog').waitFor();
    },
  },
];

async function goOnTo(page: Page, what: string): Promise<void> {
  await act(page, 'go-on');
  await over(page, what);
}

async function naming(page: Page): Promise<void> {
  await goOnTo(page, 'block naming');
  await page.locator('[data-do="block"]').first().waitFor();
}
