// Whole evenings, as two people would go through them.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { act, at, press, type Stop, scene, type, walk, within } from './page';

async function home(page: Page): Promise<void> {
  await page.locator('[data-screen="home"]').waitFor();
}

/** What the program was asked to do, without the words. */
function events(page: Page): Promise<string[]> {
  return page.evaluate(() => (window.bothHeard?.events ?? []).map((event) => event.kind));
}

/** One covers the screen for themselves, and answers whether they are here. */
const answers = (who: 'first' | 'second', key: string): Stop[] => [
  [`0:here/cover-${who}`, 'Enter'],
  [`0:here/ask-${who}`, key],
  [`0:here/done-${who}`, 'Enter'],
];

async function write(page: Page, words: string): Promise<void> {
  await press(page, 'w');
  await page.locator('textarea').waitFor();
  await type(page, words);
  await press(page, 'Enter');
  await page.locator('textarea').waitFor({ state: 'detached' });
}

/** Goes through one turn: speak, lean in, felt heard. */
async function turn(page: Page, step: number, topic: string, felt: '1' | '2'): Promise<void> {
  await at(page, `${step}:floor`);
  await write(page, topic);
  await press(page, 'Enter');
  const line = (of: string) => `${step + 1}:line ${of} 0`;
  await walk(
    page,
    [line('say-back first'), 'Enter'],
    [line('did-i-get-it first'), '2'],
    [line('say-back one-more'), 'Enter'],
    // A question does not answer itself: Enter alone does nothing.
    [line('did-i-get-it one-more'), 'Enter', 'ArrowRight', 'Enter'],
    [line('makes-sense first'), 'Enter'],
    [line('might-feel first'), 'Enter'],
    [line('is-there-more first'), '2'],
    [`${step + 2}:ask-heard first`, felt],
    [`${step + 2}:settled ${felt === '1' ? 'yes' : 'mostly'}`, 'Enter'],
  );
}

scene('from the welcome to a kept check-in, by keyboard alone', 'couple=0&past=0', async (page) => {
  await page.locator('[data-screen="welcome"]').waitFor();
  await type(page, 'Ada');
  await press(page, 'Tab', 'Tab');
  await type(page, 'Noor');
  await press(page, 'Enter');
  await home(page);
  await press(page, 'Enter');
  await walk(page, ['0:breath', 'Enter'], ...answers('first', '1'), ...answers('second', '1'), ['1:floor']);
  await write(page, 'the soup on Wednesday');
  await press(page, 'Enter');
  await walk(page, ['2:floor', 'Enter']);
  await turn(page, 3, 'always planning', '1');
  await walk(page, ['6:breath', 'Enter']);
  await turn(page, 7, 'the phone call', '2');
  await at(page, '10:request');
  await write(page, 'a walk on Friday');
  await press(page, 'Enter');
  await walk(page, ['10:reply', '1'], ['10:agreed', 'Enter'], ['11:request', 'n']);
  await walk(page, ['12:thanks', 'Enter'], ['12:next', 'Enter'], ['12:keep']);
  await write(page, 'a good evening');
  await press(page, '1', 'Enter');
  await walk(page, ['ended:closed:all', 'Enter']);
  await home(page);
  await page.locator('[data-do="to-past"]').focus();
  await press(page, 'Enter');
  await page.locator('[data-do="open"]').first().focus();
  await press(page, 'Enter');
  const record = await page.locator('article').innerText();
  for (const words of [
    'always planning',
    'the phone call',
    'the soup on Wednesday',
    'a good evening',
    'a walk on Friday',
    'Mostly felt heard',
  ]) {
    expect(record).toContain(words);
  }
});

scene('a whole check-in by pointer alone', 'past=0&couple=1', async (page) => {
  await act(page, 'change');
  await act(page, 'begins-two');
  await act(page, 'begin');
  const way: [string, string?, string?][] = [
    ['0:breath'],
    ['0:here', 'go-on', 'cover-first'],
    ['0:here', 'here', 'ask-first'],
    ['0:here', 'go-on', 'done-first'],
    ['0:here', 'go-on', 'cover-second'],
    ['0:here', 'here', 'ask-second'],
    ['0:here', 'go-on', 'done-second'],
    ['1:floor'],
    ['2:floor'],
    ['3:floor'],
    ['4:line say-back first 0'],
    ['4:line did-i-get-it first 0', 'yes'],
    ['4:line makes-sense first 0'],
    ['4:line might-feel first 0'],
    ['4:line is-there-more first 0', 'yes'],
    ['4:line the-rest first 1'],
    ['4:line say-back first 1'],
    ['4:line did-i-get-it first 1', 'yes'],
    ['4:line is-there-more first 1', 'no'],
    ['5:ask-heard first', 'felt-not-yet'],
    ['5:missed'],
    ['5:try-again'],
    ['5:ask-heard one-more', 'felt-mostly'],
    ['5:settled mostly'],
    ['6:breath'],
    ['7:floor'],
    ['8:line say-back first 0'],
    ['8:line did-i-get-it first 0', 'yes'],
    ['8:line makes-sense first 0'],
    ['8:line might-feel first 0'],
    ['8:line is-there-more first 0', 'no'],
    ['9:ask-heard first', 'felt-yes'],
    ['9:settled yes'],
    ['10:request'],
    ['10:reply', 'reply-yes'],
    ['10:agreed'],
    ['11:request', 'nothing'],
    ['12:thanks'],
    ['12:next'],
    ['12:keep', 'keep-only-that-we-met'],
  ];
  for (const [place, does = 'go-on', part] of way) {
    await at(page, place, part);
    await act(page, does);
  }
  await at(page, 'ended:closed:only-that-we-met');
  await act(page, 'done');
  await home(page);
  expect(await page.evaluate(async () => (await window.bothHeard?.kept())?.map(({ whole }) => whole))).toEqual([null]);
});

describe('keeping', () => {
  test.each([
    ['all', 1],
    ['only-that-we-met', 1],
    ['nothing', 0],
  ])('%s leaves so many check-ins: %i', async (keep, left) => {
    await within('past=0&place=12:keep', {}, async (page) => {
      await act(page, `keep-${keep}`);
      await walk(page, [`ended:closed:${keep}`, 'Enter']);
      await home(page);
      expect(await page.evaluate(() => window.bothHeard?.kept().then(({ length }) => length))).toBe(left);
    });
  });

  scene('nothing happens by holding a key down, nor by pressing it twice', 'place=3:floor', async (page) => {
    await page.keyboard.down('Enter');
    for (let n = 0; n < 5; n += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await at(page, '4:line say-back first 0');
    expect(await events(page)).toEqual(['go-on']);
  });
});

describe('not today', () => {
  test.each([
    ['1', '2'],
    ['2', '1'],
    ['2', '2'],
  ])('says the same whoever said it (%s, %s), and offers another time', async (first, second) => {
    await within('place=0:here', {}, async (page) => {
      const thanks: string[] = [];
      for (const [who, key] of [
        ['first', first],
        ['second', second],
      ] as const) {
        await walk(page, ...answers(who, key).slice(0, 2));
        await at(page, '0:here', `done-${who}`);
        thanks.push(await page.locator('main').innerText());
        await press(page, 'Enter');
      }
      await at(page, 'ended:not-today');
      expect(await page.locator('h1').innerText()).toBe('Not today, then. That’s all right.');
      expect(thanks.map((said) => said.includes('The screen keeps it to itself.'))).toEqual([true, true]);
      await page.locator('[data-do="time-2"]').waitFor();
      await press(page, '2');
      await home(page);
      expect(await events(page)).toEqual(['arrived']);
      const added = '2026-11-28T19:30:00';
      expect(await page.evaluate(() => window.bothHeard?.seen.plan.changes)).toEqual([{ of: added, to: added }]);
    });
  });

  test('the first answer leaves no trace on the screen', async () => {
    const seen: string[] = [];
    for (const key of ['1', '2']) {
      await within('place=0:here', {}, async (page) => {
        await walk(page, ...answers('first', key).slice(0, 2));
        const html = () => page.locator('.rite').evaluate((rite) => rite.outerHTML);
        await at(page, '0:here', 'done-first');
        const done = await html();
        // Whichever it was, the same button comes next, so the pointer and the last key tell nothing.
        await act(page, 'go-on');
        await at(page, '0:here', 'cover-second');
        seen.push(done + (await html()));
        expect(await events(page)).toEqual([]);
      });
    }
    expect(seen[0]).toBe(seen[1]);
  });
});
