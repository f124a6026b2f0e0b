// Long lists: only what is in sight is drawn, and every one of them can be reached.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { act, axeFaults, misfits, picture, press, scene, settled, turnTo, within } from './page';

/** Fills the jar, a deck, a list in groups, the blocks, own formats and rests with more than anyone has. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { app, bothHeard } = window;
    if (!app || !bothHeard) throw new Error('no program is spoken with');
    const many = (count: number) => Array.from({ length: count }, (_, nr) => nr);
    const jar = many(5_000).map((nr) => ({
      id: `00000000-0000-7000-8000-${String(nr).padStart(12, '0')}`,
      by: 'one' as const,
      text: `note ${nr}`,
    }));
    const { lists } = await bothHeard.call('decks', {});
    const group = lists.find(({ id }) => id === 'feelings')?.groups[0]?.id ?? '';
    const own = (deck: string, group: string | null) => (nr: number) => ({
      id: `${deck}/own-${nr}`,
      deck,
      group,
      text: `${deck} ${nr}`,
      hidden: false,
      favourite: false,
    });
    const cards = [
      ...many(2_000).map(own('joy', null)),
      ...many(2_000).map(own('feelings', group)),
      ...many(2_000).map(own('blocks', null)),
    ];
    const { shipped } = await bothHeard.call('formats', {});
    const formats = many(500).map((nr) => ({
      id: `f-${nr}`,
      name: `Own ${nr}`,
      explains: false,
      step: shipped[0]?.step ?? [],
    }));
    const rests = many(500).map((nr) => ({ from: `${2027 + nr}-01-01`, to: `${2027 + nr}-01-07` }));
    await bothHeard.keep({ jar, cards, formats, rests });
    return app.refresh();
  });
}

/** More than the longest page that is drawn, and far less than a list of thousands. */
const MOST = 1_500;
const drawn = (page: Page) => page.evaluate(() => document.querySelectorAll('body *').length);

/** Names and figures are isolated from the sentence around them. */
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');

/** Waits until the pager says where one is. */
async function shows(page: Page, range: string): Promise<void> {
  await expect.poll(async () => bare(await page.locator('.pager p').first().innerText())).toContain(range);
}

const PAGES: [string, (page: Page) => Promise<unknown>][] = [
  ['past', (page) => act(page, 'to-past')],
  ['jar', (page) => act(page, 'to-jar').then(() => act(page, 'jar-of-one'))],
  ['deck', (page) => act(page, 'to-cards').then(() => act(page, 'deck-joy'))],
  ['list in groups', (page) => act(page, 'to-cards').then(() => act(page, 'deck-feelings'))],
  ['formats', (page) => act(page, 'change')],
  ['settings', (page) => act(page, 'to-settings')],
];

describe('with thousands kept', () => {
  test.each(PAGES)('%s draws a page of them, and turns', async (_, way) => {
    await within('past=2600', {}, async (page) => {
      await fill(page);
      await way(page);
      await page.locator('.pager').first().waitFor();
      expect(await drawn(page)).toBeLessThan(MOST);
      const range = () => page.locator('.pager p').first().innerText().then(bare);
      expect(await range()).toMatch(/^1 to \d+ of [\d,]+$/);
      const next = page.locator('[data-do="next"]').first();
      await next.focus();
      for (let turn = 0; turn < 4; turn += 1) {
        const before = await range();
        await press(page, 'Enter');
        await expect.poll(range).not.toBe(before);
        // The focus stays, so that the same key turns on.
        expect(await page.evaluate(() => document.activeElement?.getAttribute('data-do'))).toBe('next');
      }
      expect(await drawn(page)).toBeLessThan(MOST);
      await page.locator('[data-do="previous"]').first().focus();
      for (let turn = 0; turn < 4; turn += 1) {
        const before = await range();
        await press(page, 'Enter');
        await expect.poll(range).not.toBe(before);
      }
      await press(page, 'Enter');
      await shows(page, '1 to');
      expect(await page.locator('[data-do="previous"]').first().getAttribute('aria-disabled')).toBe('true');
    });
  });

  test.each(['f', 'd', 'j'])('the sheet behind %s draws as little', async (key) => {
    await within('past=7&running=1&place=3:floor', {}, async (page) => {
      await fill(page);
      await act(page, 'go-on');
      await page.locator('[data-overlay="paused"]').waitFor();
      await press(page, 'Enter');
      await page.locator('[data-place="3:floor"]:not([data-overlay])').waitFor();
      await press(page, key);
      await page.locator('dialog').waitFor();
      expect(await drawn(page)).toBeLessThan(MOST);
    });
  });

  scene('what is in the way can be leafed through, too', 'past=7&running=1&place=3:floor', async (page) => {
    await fill(page);
    await act(page, 'go-on');
    await page.locator('[data-overlay="paused"]').waitFor();
    await press(page, 'Enter');
    await page.locator('[data-place="3:floor"]:not([data-overlay])').waitFor();
    await press(page, 'b');
    await act(page, 'all-blocks');
    await page.locator('.pager').waitFor();
    expect(await drawn(page)).toBeLessThan(MOST);
  });

  scene('a word beyond those that are drawn is found by typing', 'past=7&running=1&place=3:floor', async (page) => {
    await fill(page);
    await act(page, 'go-on');
    await page.locator('[data-overlay="paused"]').waitFor();
    await press(page, 'Enter');
    await page.locator('[data-place="3:floor"]:not([data-overlay])').waitFor();
    await press(page, 'f');
    expect(await page.locator('dialog').innerText()).toContain('Type to find the other');
    await page.locator('[type="search"]').fill('feelings 1999');
    await page.locator('[data-do="word"]', { hasText: 'feelings 1999' }).click();
    await page.locator('.word', { hasText: 'feelings 1999' }).waitFor();
  });

  scene('a card just written is in sight and has the focus', 'past=7', async (page) => {
    await fill(page);
    await act(page, 'to-cards');
    await act(page, 'deck-joy');
    await act(page, 'write');
    await page.locator('#own-words').fill('the last of all');
    await press(page, 'Enter');
    await page.locator('[data-do="card"]', { hasText: 'the last of all' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('the last of all');
  });
});

describe('past check-ins', () => {
  const first = (page: Page) => page.locator('[data-do="open"] .date').first().innerText();

  scene('are where they were left, after one of them was looked at', 'past=60', async (page) => {
    await act(page, 'to-past');
    const newest = await first(page);
    await act(page, 'next');
    await shows(page, '25 to 48 of 60');
    await act(page, 'next');
    await shows(page, '49 to 60 of 60');
    expect(await page.locator('[data-do="open"]').count()).toBe(12);
    const oldest = await first(page);
    await act(page, 'open');
    await page.locator('article').waitFor();
    await act(page, 'to-list');
    await shows(page, '49 to 60 of 60');
    expect(await first(page)).toBe(oldest);
    await act(page, 'to-home');
    await act(page, 'to-past');
    await shows(page, '1 to 24 of 60');
    expect(await first(page)).toBe(newest);
  });

  scene('one page is turned at a time, however often it is asked', 'past=2600', async (page) => {
    await act(page, 'to-past');
    await page.locator('.pager').waitFor();
    const next = page.locator('[data-do="next"]');
    // Before the first answer, as a double click does it; then as Enter does it when it is held.
    await next.evaluate((button: HTMLButtonElement) => {
      for (let click = 0; click < 2; click += 1) button.click();
    });
    await shows(page, '25 to 48 of 2,600');
    await next.focus();
    for (let press = 0; press < 40; press += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await page.locator('[data-do="open"]').count()).toBe(24);
    await next.click();
    expect(await page.locator('[data-do="open"]').count()).toBe(24);
  });

  scene('a deleted one leaves its page, also when it was the only one there', 'past=25', async (page) => {
    await act(page, 'to-past');
    await act(page, 'next');
    await shows(page, '25 to 25 of 25');
    await act(page, 'open');
    await act(page, 'delete');
    await act(page, 'confirm');
    await page.locator('[data-do="open"]').nth(23).waitFor();
    expect(await page.locator('.pager').count()).toBe(0);
  });
});

test.each(['light', 'evening'] as const)('a pager in sight, %s', async (theme) => {
  await within('past=2600', { theme }, async (page) => {
    await fill(page);
    await act(page, 'to-past');
    await act(page, 'next');
    await shows(page, '25 to');
    const faults: string[] = [];
    for (const look of [{}, { lang: 'de', text: 200, width: 900, height: 600 }] as const) {
      await turnTo(page, { theme, ...look });
      await settled(page);
      await picture(page, `long-past-${theme}-${'lang' in look ? 'de-200' : 'en'}`);
      faults.push(...(await misfits(page)), ...(await axeFaults(page)));
    }
    expect(faults).toEqual([]);
  });
});
