// Every place of the ritual, and what is particular about some of them.
import type { Page } from 'playwright-core';
import { act, at, press } from '../page';
import { placesOf } from './ritual';
import { LONG, type Shown, TOPIC } from './shown';

/** Every place of the weekly ritual, reached as if it had been walked to. */
const everyPlace: Shown[] = (await placesOf('weekly', false)).map(({ place }) => ({
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
const explained: Shown[] = (await placesOf('first', false))
  .filter(({ view }, index, all) => all.findIndex((one) => one.view.step === view.step) === index)
  .map(({ place }) => ({
    name: `checkin-first-${place.replace(/[: ]/g, '-')}`,
    scenario: `format=first&place=${encodeURIComponent(place)}`,
    led: (page) => at(page, place),
    again: /^(?:2|[789]):/.test(place),
  }));

async function hidden(page: Page, part: string): Promise<void> {
  const way = ['cover-first', 'ask-first', 'done-first', 'cover-second', 'ask-second', 'done-second'];
  for (const now of way.slice(0, way.indexOf(part))) {
    await at(page, '0:here', now);
    await press(page, now.startsWith('ask') ? '1' : 'Enter');
  }
  await at(page, '0:here', part);
}

const moments: Shown[] = [
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
      // Home has the same answer, as long as it is there.
      await at(page, '3:floor');
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

export const places: Shown[] = [...everyPlace, ...others, ...explained, ...moments];
