// Cards, the jar, and what they agreed: what happens beside looking at them.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { act, press, scene, type } from './page';

const FULL = { kind: 'full', path: '/home/sam/.local/share/both-heard/both-heard.db' } as const;

async function deck(page: Page, id: string): Promise<void> {
  await act(page, 'to-cards');
  await act(page, `deck-${id}`);
}

const card = (page: Page, index: number) => page.locator('[data-do="card"]').nth(index);
const texts = (page: Page) => page.locator('[data-do="card"] .text').allInnerTexts();
/** Waits until the focus is on something, by its hook or its card. */
async function focused(page: Page, hook: string): Promise<void> {
  await page.waitForFunction(
    (hook) => [...(document.activeElement?.attributes ?? [])].some(({ value }) => value === hook),
    hook,
  );
}

describe('a drawn card', () => {
  scene('comes by D, is never the last one again, and is put away', '', async (page) => {
    await deck(page, 'joy');
    await press(page, 'd');
    const say = page.locator('figure .say');
    const first = await say.innerText();
    await focused(page, 'another');
    await press(page, 'Enter');
    await page.waitForFunction(
      (first) => document.querySelector<HTMLElement>('figure .say')?.innerText !== first,
      first,
    );
    await press(page, 'Escape');
    await page.locator('figure').waitFor({ state: 'detached' });
    await focused(page, 'draw');
  });

  scene('can come from any deck, and says from which', '', async (page) => {
    await deck(page, 'joy');
    await act(page, 'draw-any');
    await page.locator('figure').waitFor();
    // One of the deck that is open says nothing of it.
    const caption = page.locator('figcaption');
    for (let drawn = 0; drawn < 40 && (await caption.count()) === 0; drawn += 1) {
      const before = await page.locator('figure .say').innerText();
      await act(page, 'another');
      await expect.poll(() => page.locator('figure .say').innerText()).not.toBe(before);
    }
    const from = await caption.innerText();
    expect((await page.locator('[data-do^="deck-"]').allInnerTexts()).join('\n')).toContain(from);
  });

  scene('is not drawn from a list, nor while one types', '', async (page) => {
    await deck(page, 'us');
    await act(page, 'write');
    await type(page, 'do dad');
    expect(await page.locator('figure').count()).toBe(0);
    await act(page, 'deck-soothing');
    await press(page, 'd');
    expect(await page.locator('figure, [data-do="draw"]').count()).toBe(0);
  });
});

describe('a card', () => {
  scene('that is a favourite is among the five of a check-in, with the focus on it', '', async (page) => {
    await deck(page, 'repair');
    const [, , , , fifth = '', , seventh = ''] = await texts(page);
    await card(page, 6).click();
    await page.locator('[data-do="favourite"]').press('Enter');
    await page.waitForFunction(
      (seventh) => document.querySelector('[data-do="card"] .text')?.textContent === seventh,
      seventh,
    );
    await focused(page, 'repair/i-am-sorry');
    const five = await page.locator('[aria-labelledby="part-shown-"] .text').allInnerTexts();
    expect([five.length, five.includes(fifth)]).toEqual([5, false]);
  });

  scene('is put in other words, and brought back to the first ones', '', async (page) => {
    await deck(page, 'us');
    const [first = ''] = await texts(page);
    await card(page, 0).press('Enter');
    await act(page, 'edit');
    await page.locator('#own-words').fill('What was good?');
    await press(page, 'Enter');
    await page.locator('.text', { hasText: 'What was good?' }).waitFor();
    expect(await page.locator('.actions').innerText()).toContain(first);
    await page.locator('[data-do="undo"]').press('Enter');
    await page.locator('.text', { hasText: first }).waitFor();
    await focused(page, 'us/same-side');
  });

  scene('that cannot be saved keeps its words in the field', '', async (page) => {
    await deck(page, 'us');
    await page.evaluate((full) => window.bothHeard?.failing.set('keep_card', full), FULL);
    await card(page, 0).click();
    await act(page, 'edit');
    await page.locator('#own-words').fill('precious');
    await act(page, 'keep');
    await page.locator('#own-words-refusal', { hasText: 'Nothing is lost' }).waitFor();
    await act(page, 'to-home');
    await act(page, 'to-cards');
    expect(await page.locator('#own-words').inputValue()).toBe('precious');
    await page.evaluate(() => window.bothHeard?.failing.clear());
    await act(page, 'keep');
    await page.locator('.text', { hasText: 'precious' }).waitFor();
  });

  scene('that is half written is not lost by Esc, only by Never mind', '', async (page) => {
    await deck(page, 'us');
    await act(page, 'write');
    await type(page, 'half');
    await press(page, 'Escape');
    await focused(page, 'write');
    await press(page, 'Enter');
    expect(await page.locator('#own-words').inputValue()).toBe('half');
    await act(page, 'not-now');
    await focused(page, 'write');
    await press(page, 'Enter');
    expect(await page.locator('#own-words').inputValue()).toBe('');
    await act(page, 'keep');
    await page.locator('#own-words-refusal', { hasText: 'a few words' }).waitFor();
  });

  scene('is hidden, counted no more, and shown again', '', async (page) => {
    await deck(page, 'joy');
    const [first = '', second = ''] = await texts(page);
    await card(page, 0).click();
    await page.locator('[data-do="hide"]').press('Enter');
    await page.locator('[data-do="hidden"]', { hasText: 'One hidden' }).waitFor();
    expect((await texts(page))[0]).toBe(second);
    await focused(page, 'joy/ordinary-day');
    expect(await page.locator('[data-do="deck-joy"]').innerText()).toContain('19');
    await act(page, 'hidden');
    await page.locator('.left-out [data-do="card"]').click();
    await act(page, 'hide');
    await page.locator('[data-do="hidden"]').waitFor({ state: 'detached' });
    expect((await texts(page))[0]).toBe(first);
  });

  scene('of their own is written, and deleted once confirmed', '', async (page) => {
    await deck(page, 'old-hurts');
    await act(page, 'write');
    await type(page, '<b>Our own</b>');
    await press(page, 'Enter');
    await page.locator('.text', { hasText: '<b>Our own</b>' }).waitFor();
    await focused(page, 'card');
    await press(page, 'Enter');
    await act(page, 'delete');
    await act(page, 'confirm');
    await page.locator('.text', { hasText: 'Our own' }).waitFor({ state: 'detached' });
    await focused(page, 'write');
  });

  scene('that is a word leads to what can be done with it, and back', '', async (page) => {
    await deck(page, 'needs');
    await card(page, 1).press('Enter');
    await focused(page, 'favourite');
    await press(page, 'Escape');
    await focused(page, 'needs/quiet');
    await act(page, 'write');
    await type(page, 'a nap');
    await press(page, 'Enter');
    await page.locator('ul').filter({ hasText: 'some quiet' }).getByText('a nap').waitFor();
  });
});

describe('the jar', () => {
  scene('shows one person’s notes only, after asking whose', 'jar=Sam’s%20thing|Robin’s%20thing', async (page) => {
    await act(page, 'to-jar');
    expect(await page.locator('main').innerText()).not.toContain('thing');
    await act(page, 'jar-of-two');
    await page.locator('.note', { hasText: 'Robin’s thing' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Sam’s thing');
    await act(page, 'close-jar');
    await focused(page, 'jar-of-two');
    expect(await page.locator('main').innerText()).not.toContain('thing');
  });

  scene('saves a note while one types, and counts it on Home', '', async (page) => {
    await act(page, 'to-jar');
    await act(page, 'jar-of-one');
    await type(page, 'the walk');
    await page.waitForFunction(() => window.bothHeard?.seen.jarNotes[0]?.text === 'the walk');
    await type(page, ' home');
    await act(page, 'put');
    await page.locator('.note', { hasText: 'the walk home' }).waitFor();
    await page.locator('[role="status"]', { hasText: 'It is in the jar.' }).waitFor();
    await type(page, 'one more');
    // On the way out the rest is saved too.
    await page.locator('nav [data-do="to-home"]').click();
    await page.locator('.between', { hasText: /Sam\W* \W*2/ }).waitFor();
  });

  scene('has its notes changed and taken out', 'jar=the%20walk', async (page) => {
    await act(page, 'to-jar');
    await act(page, 'jar-of-one');
    await act(page, 'change');
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('the walk');
    await type(page, ' home');
    await act(page, 'put');
    await page.locator('.note', { hasText: 'the walk home' }).waitFor();
    await act(page, 'take-out');
    await act(page, 'confirm');
    await page.locator('.note').waitFor({ state: 'detached' });
    await page.waitForFunction(() => window.bothHeard?.seen.jarNotes.length === 0);
  });

  scene('keeps words that cannot be saved, and saves them when it can', '', async (page) => {
    await page.evaluate((full) => window.bothHeard?.failing.set('put_in_jar', full), FULL);
    await act(page, 'to-jar');
    await act(page, 'jar-of-one');
    await type(page, 'precious');
    await page.locator('#note-hint', { hasText: 'Your words are still here' }).waitFor();
    await act(page, 'close-jar');
    await act(page, 'jar-of-two');
    expect(await page.locator('textarea').inputValue()).toBe('');
    await act(page, 'close-jar');
    await act(page, 'jar-of-one');
    expect(await page.locator('textarea').inputValue()).toBe('precious');
    await page.evaluate(() => window.bothHeard?.failing.clear());
    await page.waitForFunction(() => window.bothHeard?.seen.jarNotes[0]?.text === 'precious');
  });

  scene('is saved before the window closes, and is not what is seen after hiding', '', async (page) => {
    await act(page, 'to-jar');
    await act(page, 'jar-of-one');
    await type(page, 'last words');
    await page.evaluate(() => window.bothHeard?.close());
    await page.waitForFunction(() => window.bothHeard?.left);
    expect(await page.evaluate(() => window.bothHeard?.seen.jarNotes.length)).toBe(1);
    await press(page, 'Shift+Escape');
    await page.locator('[data-screen="home"]').waitFor();
  });
});

describe('what they agreed', () => {
  scene('stands on Home, and with a past check-in', 'past=7&agreed=1', async (page) => {
    expect(await page.locator('.between li').count()).toBeGreaterThan(0);
    await act(page, 'to-past');
    await act(page, 'open');
    expect(await page.locator('article').innerText()).toMatch(/You agreed\s+\W*Robin\W*: \W*A walk on Fridays\./);
  });

  scene('leaves a usual format unsaid, and names another', 'past=7', async (page) => {
    await act(page, 'to-past');
    await act(page, 'open');
    expect(await page.locator('article').innerText()).not.toContain('Weekly');
    await act(page, 'to-list');
    await page.locator('[data-do="open"]').nth(3).click();
    await page.locator('article', { hasText: '· Short' }).waitFor();
  });
});
