// The same words twice, wherever the two of them can write: no page is the worse for it.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { act, press, scene } from './page';

/** Words that are shipped as well: the first feeling of the list. */
const SHIPPED = 'angry';

/** Fills everything that holds words with the same ones, twice over. */
async function fill(page: Page, words: string): Promise<void> {
  await page.evaluate(async (words) => {
    const { app, bothHeard } = window;
    if (!app || !bothHeard) throw new Error('no program is spoken with');
    const said = (by: 'one' | 'two') => ({ by, text: words });
    const records = (await bothHeard.kept()).map((kept) => ({
      ...kept,
      whole: kept.whole && {
        ...kept.whole,
        format: words,
        format_name: words,
        spoken: (['one', 'two'] as const).map((by) => ({ by, topic: words, felt: 'yes' as const })),
        appreciated: [said('one'), said('two'), said('one')],
        agreed: [0, 1].map((place) => ({
          id: { check_in: kept.id, place },
          by: 'one' as const,
          text: words,
        })),
        note: words,
      },
    }));
    const jar = [0, 1, 2, 3, 4, 5].map((nr) => ({
      id: `00000000-0000-7000-8000-00000000000${nr}`,
      by: nr % 2 ? ('one' as const) : ('two' as const),
      text: words,
    }));
    const { decks, lists } = await bothHeard.call('decks', {});
    const cards = [...decks, ...lists].flatMap((deck) =>
      (deck.groups.length > 0 ? deck.groups.map(({ id }) => id) : [null]).flatMap((group) =>
        [1, 2].map((nr) => ({
          id: `${deck.id}/twin-${group}-${nr}`,
          deck: deck.id,
          group,
          text: words,
          hidden: false,
          favourite: nr === 1,
        })),
      ),
    );
    const { shipped } = await bothHeard.call('formats', {});
    const formats = ['a', 'b'].map((id) => ({
      id,
      name: words,
      explains: false,
      step: shipped[0]?.step ?? [],
    }));
    await bothHeard.keep({ records, jar, cards, formats });
    return app.refresh();
  }, words);
}

const WORDS = ['money', SHIPPED];

describe.each(WORDS)('the same words everywhere: %s', (words) => {
  scene('every page of every day is drawn', 'past=30&agreed=1', async (page) => {
    await fill(page, words);
    await act(page, 'to-past');
    expect(await page.locator('[data-do="open"]').first().innerText()).toContain(`${words}\n${words}`);
    await act(page, 'open');
    await page.locator('article').waitFor();
    await act(page, 'to-cards');
    for (const deck of ['feelings', 'needs', 'blocks', 'repair', 'joy', 'soothing']) {
      await act(page, `deck-${deck}`);
      await page.locator('section h1').waitFor();
      expect(await page.locator('[data-do="card"]', { hasText: words }).count()).toBeGreaterThan(1);
    }
    await act(page, 'to-home');
    await act(page, 'to-jar');
    await act(page, 'jar-of-one');
    await page.locator('[data-do="take-out"]').nth(2).waitFor();
    await act(page, 'to-home');
    await act(page, 'change');
    await page.locator('[data-do="pick-b"]').waitFor();
    await page.locator('[data-do="pick-b"]').check();
    await page.locator('[data-do="edit"], [data-do="copy"]').first().waitFor();
  });

  scene('every sheet of a check-in opens', 'running=1&place=4:floor&agreed=1', async (page) => {
    await fill(page, words);
    await act(page, 'go-on');
    await page.locator('[data-overlay="paused"]').waitFor();
    await press(page, 'Enter');
    await page.locator('[data-place="4:floor"]:not([data-overlay])').waitFor();
    for (const key of ['f', 'd', 'j']) {
      await press(page, key);
      await page.locator('dialog button', { hasText: words }).nth(1).waitFor();
      await press(page, 'Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    await press(page, 'b');
    await page.locator('[data-overlay="block naming"]').waitFor();
    await press(page, 'Escape');
    await page.locator('[data-place="4:floor"]:not([data-overlay])').waitFor();
    await press(page, 'r');
    await page.locator('[data-overlay="repair"]').waitFor();
  });
});
