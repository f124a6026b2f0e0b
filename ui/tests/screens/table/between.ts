// What a couple makes their own between check-ins: formats, cards, the jar.
import type { Page } from 'playwright-core';
import { act } from '../page';
import { rail } from './days';
import { LONG, type Shown, TOPIC } from './shown';

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

export const between: Shown[] = [
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
    scenario: `${LONG}&broken=1`,
    led: async (page) => {
      await editor(page);
      await page.locator('#format-name').fill('W'.repeat(40));
      await act(page, 'to-before');
      await page.locator('#broken').waitFor();
    },
  },
  {
    name: 'before-delete',
    scenario: 'past=7',
    holds: true,
    led: async (page) => {
      await editor(page);
      await act(page, 'to-before');
      await act(page, 'delete');
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'format', scenario: 'past=7', main: true, holds: true, led: editor },
  {
    name: 'format-refused',
    scenario: 'past=7',
    holds: true,
    led: async (page) => {
      await editor(page);
      await page.locator('#format-name').fill('x'.repeat(41));
      await page.locator('[data-step="4"] [data-do="down"]').click();
      await page.locator('#fault-4').waitFor();
    },
  },
  { name: 'cards', scenario: '', main: true, holds: true, led: (page) => rail(page, 'cards') },
  {
    name: 'cards-drawn',
    scenario: '',
    holds: true,
    led: async (page) => {
      await rail(page, 'cards');
      await act(page, 'draw-any');
      await page.locator('figure').waitFor();
    },
  },
  {
    name: 'cards-edited',
    scenario: '',
    holds: true,
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
    holds: true,
    led: async (page) => {
      await deck(page, 'feelings');
      await act(page, 'card');
      await act(page, 'favourite');
    },
  },
  {
    name: 'cards-repair',
    scenario: '',
    holds: true,
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
];
