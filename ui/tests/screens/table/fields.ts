// Every field there is, how one comes to it, and what is typed into it.
import type { Page } from 'playwright-core';
import { act, at, press } from '../page';
import { rail } from './days';

export interface Typing {
  name: string;
  /** The field's id on the page. */
  id: string;
  scenario: string;
  led: (page: Page) => Promise<void>;
  /** How one comes to it again, where the page itself has already. */
  again?: (page: Page) => Promise<void>;
  text: string;
  /** Where the words stand afterwards, if not in the field. */
  stand?: string;
}

const LEANS = 'place=4:line makes-sense first 0';
const settings = (page: Page) => rail(page, 'settings');
const cards = (page: Page) => rail(page, 'cards');

async function goOn(page: Page): Promise<void> {
  await act(page, 'go-on');
}

async function deck(page: Page, id: string, ...does: string[]): Promise<void> {
  await cards(page);
  await act(page, `deck-${id}`);
  for (const one of does) await act(page, one);
}

async function editor(page: Page): Promise<void> {
  await act(page, 'change');
  await act(page, 'make-own');
}

/** The format that they made, in the editor. */
export async function ownFormat(page: Page): Promise<void> {
  await act(page, 'change');
  const id = await page.evaluate(async () => (await window.bothHeard?.own())?.[0]?.id);
  await page.locator(`[data-do="pick-${id}"]`).check();
  await act(page, 'edit');
  await page.locator('#format-name').waitFor();
}

async function jar(page: Page): Promise<void> {
  await act(page, 'to-jar');
  await act(page, 'jar-of-one');
}

async function writing(page: Page): Promise<void> {
  await at(page, '3:floor');
  await press(page, 'w');
}

export const fields: Typing[] = [
  { name: 'the first name', id: 'name-one', scenario: 'couple=0&past=0', led: async () => {}, text: 'Zo' },
  { name: 'the second name', id: 'name-two', scenario: 'couple=0&past=0', led: async () => {}, text: 'محمد' },
  {
    name: 'the time of the welcome',
    id: 'time',
    scenario: 'couple=0&past=0',
    led: async () => {},
    text: '7 p',
  },
  { name: 'a name in the settings', id: 'name-one', scenario: '', led: settings, text: 'Sama' },
  { name: 'the time in the settings', id: 'time', scenario: '', led: settings, text: '18:' },
  ...(['from', 'to'] as const).map((end) => ({
    name: `a rest, ${end}`,
    id: `rest-${end}`,
    scenario: '',
    led: async (page: Page) => {
      await settings(page);
      await act(page, 'add-rest');
    },
    again: settings,
    text: '21 Dec',
  })),
  {
    name: 'a new card',
    id: 'own-words',
    scenario: '',
    led: (page) => deck(page, 'us', 'write'),
    again: cards,
    text: 'What did you nearly',
  },
  {
    name: 'a new word',
    id: 'own-words',
    scenario: '',
    led: (page) => deck(page, 'feelings', 'write'),
    again: cards,
    text: 'mellow and',
  },
  {
    name: 'a card in other words',
    id: 'own-words',
    scenario: '',
    led: (page) => deck(page, 'joy', 'card', 'edit'),
    again: cards,
    text: 'What was light this',
  },
  {
    name: 'the name of a format that is too long',
    id: 'format-name',
    scenario: '',
    led: editor,
    again: ownFormat,
    text: 'Sundays, and what we do with them when it rains',
  },
  { name: 'a note for the jar', id: 'note', scenario: '', led: jar, text: 'the walk', stand: '.note' },
  {
    name: 'a note that is too long for the jar',
    id: 'note',
    scenario: '',
    led: jar,
    text: 'walk '.repeat(101),
  },
  { name: 'a step’s words', id: 'line', scenario: 'place=3:floor', led: writing, text: 'the plans for' },
  {
    name: 'a step’s words that are too long',
    id: 'line',
    scenario: 'place=3:floor',
    led: writing,
    text: 'plans '.repeat(400),
  },
  {
    name: 'what is in the way',
    id: 'block',
    scenario: `${LEANS}&over=block naming`,
    led: goOn,
    text: 'I was never',
  },
  {
    name: 'the length of a break',
    id: 'length',
    scenario: `${LEANS}&over=break`,
    led: async (page) => {
      await goOn(page);
      await act(page, 'other-length');
    },
    again: goOn,
    text: '45',
  },
  ...(
    [
      ['to move', '', 'move'],
      ['for later', 'due=1', 'later'],
    ] as const
  ).map(([name, scenario, does]) => ({
    name: `a time ${name}`,
    id: 'next-time',
    scenario,
    led: (page: Page) => act(page, does),
    text: '21:',
  })),
  {
    name: 'a time to meet next',
    id: 'next-time',
    scenario: 'place=12:next',
    led: async (page) => {
      await at(page, '12:next');
      await press(page, 'n');
    },
    text: '20:',
  },
];
