// Lists every screen, with the way to it.
import type { Page } from 'playwright-core';
import { rites, weekly } from '../../src/backend/fake/graph';
import { brokenFiles, strict } from './faults';
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

/** Small windows have a field in the place of the list of decks. */
async function deck(page: Page, id: string): Promise<void> {
  await rail(page, 'cards');
  const button = page.locator(`[data-do="deck-${id}"]`);
  if (await button.isVisible()) await button.click();
  else await page.locator('#which').selectOption(id);
}

/** A copy of the weekly one in the editor. */
async function editor(page: Page): Promise<void> {
  await act(page, 'change');
  await act(page, 'make-own');
  await page.locator('#format-name').waitFor();
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
  { name: 'home-away', scenario: 'place=3:floor&over=away' },
  { name: 'home-returned', scenario: 'place=3:floor&over=away&away=-600' },
  {
    name: 'home-end',
    scenario: 'running=1',
    led: async (page) => {
      await act(page, 'end');
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'home-between', scenario: 'agreed=1&jar=a|b|c', main: true },
  { name: 'home-names', scenario: `${LONG}&agreed=1&jar=a|b` },
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
  { name: 'before', scenario: 'past=7', main: true, led: (page) => act(page, 'change') },
  {
    name: 'before-long',
    scenario: 'past=0&agreed=1',
    led: async (page) => {
      await act(page, 'change');
      await act(page, 'pick-long');
      await act(page, 'begins-two');
    },
  },
  {
    name: 'before-own',
    scenario: LONG,
    led: async (page) => {
      await brokenFiles(page);
      await editor(page);
      await page.locator('#format-name').fill('W'.repeat(40));
      await act(page, 'to-before');
      await page.locator('#broken').waitFor();
    },
  },
  {
    name: 'before-delete',
    scenario: 'past=7',
    led: async (page) => {
      await editor(page);
      await act(page, 'to-before');
      await act(page, 'delete');
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'format', scenario: 'past=7', main: true, led: editor },
  {
    name: 'format-refused',
    scenario: 'past=7',
    led: async (page) => {
      await strict(page);
      await editor(page);
      await page.locator('#format-name').fill('x'.repeat(41));
      await page.locator('[data-step="4"] [data-do="down"]').click();
      await page.locator('#fault-4').waitFor();
    },
  },
  { name: 'cards', scenario: '', main: true, led: (page) => rail(page, 'cards') },
  {
    name: 'cards-drawn',
    scenario: '',
    led: async (page) => {
      await rail(page, 'cards');
      await act(page, 'draw-any');
      await page.locator('figure').waitFor();
    },
  },
  {
    name: 'cards-edited',
    scenario: '',
    led: async (page) => {
      await rail(page, 'cards');
      await act(page, 'card');
      await act(page, 'edit');
      await page.locator('#own-words').fill('x'.repeat(201));
      await act(page, 'keep');
      await page.locator('#own-words-refusal').waitFor();
    },
  },
  {
    name: 'cards-words',
    scenario: '',
    led: async (page) => {
      await deck(page, 'feelings');
      await act(page, 'card');
      await act(page, 'favourite');
    },
  },
  {
    name: 'cards-repair',
    scenario: '',
    led: async (page) => {
      await deck(page, 'repair');
      await page.locator('[data-do="card"]').nth(6).click();
      await act(page, 'favourite');
      await page.locator('[data-do="card"]').nth(1).click();
      await act(page, 'hide');
      await act(page, 'hidden');
    },
  },
  {
    name: 'jar',
    scenario: LONG,
    led: async (page) => {
      await act(page, 'to-jar');
      await page.locator('[data-screen="jar"] h1').waitFor();
    },
  },
  {
    name: 'jar-notes',
    scenario: `${LONG}&jar=${TOPIC}|x|the way we said goodbye`,
    main: true,
    led: async (page) => {
      await act(page, 'to-jar');
      await act(page, 'jar-of-one');
      await page.locator('[data-do="take-out"]').nth(1).waitFor();
      await page.locator('textarea').fill('How quiet Saturday was');
    },
  },
  {
    name: 'jar-out',
    scenario: 'jar=the walk',
    led: async (page) => {
      await act(page, 'to-jar');
      await act(page, 'jar-of-one');
      await act(page, 'take-out');
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

/** Every place of the weekly ritual, reached as if it had been walked to. */
const weekly_: Shown[] = Object.keys(weekly.nodes).map((place) => ({
  name: `checkin-${place.replace(/[: ]/g, '-')}`,
  scenario: `place=${encodeURIComponent(place)}&spent=54`,
  led: (page) => at(page, place),
  again: /^(?:2|[789]|11):/.test(place) || / 2$/.test(place),
  main: ['0:breath', '3:floor', '4:line makes-sense first 0', '5:ask-heard first', '12:keep'].includes(place),
}));

/** What other formats have that the weekly one has not. */
const others: Shown[] = [
  ['weekly+look-back', '1:agreement 0'],
  ['listening', '1:floor'],
  ['after-a-fight', '8:floor'],
  ['after-a-fight', '10:floor'],
].map(([format = '', place = '']) => ({
  name: `checkin-${format.replace('+', '-')}-${place.replace(/[: ]/g, '-')}`,
  scenario: `format=${format.replace('+look-back', '')}&place=${encodeURIComponent(place)}&agreed=${format.includes('+') ? 1 : 0}`,
  led: (page) => at(page, place),
}));

/** The first time, where the screen explains as it goes: a place of each kind of step. */
const explained: Shown[] = Object.entries(rites.first?.nodes ?? {})
  .filter(([place], at, all) => all.findIndex(([one]) => one.split(':')[0] === place.split(':')[0]) === at)
  .map(([place]) => ({
    name: `checkin-first-${place.replace(/[: ]/g, '-')}`,
    scenario: `format=first&place=${encodeURIComponent(place)}`,
    led: (page) => at(page, place),
    again: /^(?:2|[789]):/.test(place),
  }));

const over = (page: Page, what: string) => page.locator(`[data-overlay="${what}"]`).waitFor();
const LEANS = 'place=4:line makes-sense first 0&spent=70';

/** What lies over a step, and what is at hand beside it. */
const overlays: Shown[] = [
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
    led: async (page: Page) => {
      await page.locator('[data-place]').waitFor();
      await press(page, key);
      await page.locator('dialog').waitFor();
    },
  })),
  {
    name: 'sheet-cards',
    scenario: 'place=3:floor',
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

export const places: Shown[] = [...weekly_, ...others, ...explained, ...overlays];

async function hidden(page: Page, part: string): Promise<void> {
  const way = ['cover-first', 'ask-first', 'done-first', 'cover-second', 'ask-second', 'done-second'];
  for (const now of way.slice(0, way.indexOf(part))) {
    await at(page, '0:here', now);
    await press(page, now.startsWith('ask') ? '1' : 'Enter');
  }
  await at(page, '0:here', part);
}

export const moments: Shown[] = [
  ...['ask-first', 'done-first', 'cover-second', 'ask-second'].map((part) => ({
    name: `checkin-here-${part}`,
    scenario: 'place=0:here',
    led: (page: Page) => hidden(page, part),
  })),
  {
    name: 'checkin-not-today',
    scenario: 'place=0:here',
    led: async (page) => {
      await hidden(page, 'ask-second');
      await press(page, '2', 'Enter');
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
    scenario: 'place=12:keep',
    led: async (page: Page) => {
      await act(page, `keep-${keep}`);
      await at(page, `ended:closed:${keep}`);
    },
  })),
];

export const everything: Shown[] = [...days, ...places, ...moments];
