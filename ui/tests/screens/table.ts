// Lists every screen, with the way to it.
import type { Page } from 'playwright-core';
import { graph } from '../../src/backend/fake/graph';
import { act, at, press } from './page';

export interface Shown {
  name: string;
  scenario: string;
  /** What to do once it is open. */
  led?: (page: Page) => Promise<void>;
  /** Whether another place shows the same, with the two of them changed about. */
  again?: boolean;
  /** Whether it is drawn at all three sizes. */
  main?: boolean;
}

const LONG = `one=${'W'.repeat(40)}&two=${encodeURIComponent('محمد عبد الرحمن بن يوسف الأندلسي القرطبي')}`;
const TOPIC = encodeURIComponent(
  'being the one who always plans, and what that does to me on Sunday evenings',
);

async function rail(page: Page, to: string): Promise<void> {
  await act(page, `to-${to}`);
  await page.locator(`[data-screen="${to}"] h1`).waitFor();
}

export const days: Shown[] = [
  { name: 'welcome', scenario: 'couple=0&past=0', main: true },
  {
    name: 'welcome-filled',
    scenario: 'couple=0&past=0',
    led: async (page) => {
      await page.locator('#name-one').fill('Sam');
      await page.locator('#name-two').fill('Robin');
    },
  },
  {
    name: 'welcome-refused',
    scenario: 'couple=0&past=0',
    led: async (page) => {
      await page.locator('#name-one').fill('Sam');
      await page.locator('#name-two').fill(' sam');
      await act(page, 'begin');
      await page.locator('#name-two-refusal').waitFor();
    },
  },
  { name: 'home', scenario: 'past=7', main: true },
  { name: 'home-first', scenario: 'past=0' },
  { name: 'home-due', scenario: 'due=1' },
  { name: 'home-running', scenario: 'running=1' },
  {
    name: 'home-end',
    scenario: 'running=1',
    led: async (page) => {
      await act(page, 'end');
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'home-names', scenario: LONG },
  { name: 'home-notice', scenario: 'notice=1' },
  { name: 'past', scenario: 'past=60', main: true, led: (page) => rail(page, 'past') },
  { name: 'past-few', scenario: 'past=2', led: (page) => rail(page, 'past') },
  { name: 'past-empty', scenario: 'past=0', led: (page) => rail(page, 'past') },
  {
    name: 'record',
    scenario: 'past=7',
    main: true,
    led: async (page) => {
      await rail(page, 'past');
      await act(page, 'open');
      await page.locator('article').waitFor();
    },
  },
  {
    name: 'record-only-met',
    scenario: 'past=7',
    led: async (page) => {
      await rail(page, 'past');
      await page.locator('[data-do="open"]').nth(6).click();
      await page.locator('article').waitFor();
      await act(page, 'save');
      await page.locator('.saved:not(:empty)').waitFor();
    },
  },
  {
    name: 'record-delete',
    scenario: 'past=7',
    led: async (page) => {
      await rail(page, 'past');
      await act(page, 'open');
      await act(page, 'delete');
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'settings', scenario: '', main: true, led: (page) => rail(page, 'settings') },
  { name: 'safety', scenario: '', main: true, led: (page) => rail(page, 'safety') },
  ...['not-ours', 'damaged', 'newer', 'read-only', 'locked', 'full', 'disk', 'conflict'].map((kind) => ({
    name: `trouble-${kind}`,
    scenario: `trouble=${kind}`,
  })),
];

/** Every place of the ritual, reached as if it had been walked to. */
export const places: Shown[] = Object.keys(graph.nodes).map((place) => ({
  name: `checkin-${place.replace(/[: ]/g, '-')}`,
  scenario: `place=${encodeURIComponent(place)}&spent=54`,
  led: (page) => at(page, place),
  again: /^[289]:/.test(place) || / 2$/.test(place),
  main: ['0:breath', '3:floor', '4:line makes-sense first 0', '5:ask-heard first', '10:keep'].includes(place),
}));

async function hidden(page: Page, part: string): Promise<void> {
  const way = ['cover-first', 'ask-first', 'cover-second', 'ask-second'];
  for (const now of way.slice(0, way.indexOf(part))) {
    await at(page, '0:here', now);
    await press(page, now.startsWith('ask') ? '1' : 'Enter');
  }
  await at(page, '0:here', part);
}

export const moments: Shown[] = [
  ...['ask-first', 'cover-second', 'ask-second'].map((part) => ({
    name: `checkin-here-${part}`,
    scenario: 'place=0:here',
    led: (page: Page) => hidden(page, part),
  })),
  {
    name: 'checkin-not-today',
    scenario: 'place=0:here',
    led: async (page) => {
      await hidden(page, 'ask-second');
      await press(page, '2');
      await page.locator('[data-do="time-1"]').waitFor();
    },
  },
  {
    name: 'checkin-paused',
    scenario: `place=3:floor&spent=70&words=${TOPIC}`,
    main: true,
    led: async (page) => {
      await at(page, '3:floor');
      await press(page, 'Space');
      await page.locator('[data-overlay="paused"]').waitFor();
    },
  },
  {
    name: 'checkin-waiting',
    scenario: `running=1&place=${encodeURIComponent('4:line makes-sense first 0')}&spent=70`,
    led: async (page) => {
      await act(page, 'go-on');
      await page.locator('[data-overlay="paused"]').waitFor();
    },
  },
  {
    name: 'checkin-writing',
    scenario: `place=3:floor&spent=20&words=${TOPIC}`,
    led: async (page) => {
      await at(page, '3:floor');
      await press(page, 'w');
      await page.locator('textarea').waitFor();
    },
  },
  {
    name: 'checkin-written',
    scenario: `place=3:floor&spent=30&words=${TOPIC}`,
    led: (page) => at(page, '3:floor'),
  },
  { name: 'checkin-overtime', scenario: 'place=3:floor&spent=200', led: (page) => at(page, '3:floor') },
  {
    name: 'checkin-overtime-lean',
    scenario: 'place=4:line say-back first 0&spent=260',
    led: (page) => at(page, '4:line say-back first 0'),
  },
  { name: 'checkin-no-timers', scenario: 'place=3:floor&timers=0', led: (page) => at(page, '3:floor') },
  { name: 'checkin-names', scenario: `place=3:floor&spent=30&${LONG}`, led: (page) => at(page, '3:floor') },
  {
    name: 'checkin-names-lean',
    scenario: `place=5:ask-heard first&${LONG}`,
    led: (page) => at(page, '5:ask-heard first'),
  },
  {
    name: 'checkin-left-two',
    scenario: 'place=3:floor&left=two&spent=100',
    led: (page) => at(page, '3:floor'),
  },
  {
    name: 'checkin-end',
    scenario: 'place=3:floor&paused=1',
    led: async (page) => {
      await act(page, 'go-on');
      await act(page, 'end');
      await page.locator('dialog').waitFor();
    },
  },
  ...['all', 'only-that-we-met', 'nothing'].map((keep) => ({
    name: `checkin-ended-${keep}`,
    scenario: 'place=10:keep',
    led: async (page: Page) => {
      await act(page, `keep-${keep}`);
      await at(page, `ended:closed:${keep}`);
    },
  })),
];

export const everything: Shown[] = [...days, ...places, ...moments];
