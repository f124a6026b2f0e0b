// What lies over a step, and what is at hand beside it: by key and by button, and back to the same words.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { act, at, press, scene, within } from './page';

const LEANS = '4:line makes-sense first 0';
const over = (page: Page, what: string) => page.locator(`[data-overlay="${what}"]`).waitFor();
const bare = (page: Page) => page.locator(`[data-place="${LEANS}"]:not([data-overlay])`).waitFor();
const said = (page: Page) => page.locator('h1').innerText();
const place = `place=${encodeURIComponent(LEANS)}&spent=70`;
const leaning = (name: string, play: (page: Page) => Promise<void>, more = '') => scene(name, place + more, play);
const lastEvent = (page: Page) => page.evaluate(() => window.bothHeard?.events.at(-1) ?? null);

describe('hard to lean in', () => {
  leaning('is named, said, and left, and the same line is there', async (page) => {
    const before = await said(page);
    await press(page, 'b');
    await over(page, 'block naming');
    await page.locator('[data-do="block"]').first().waitFor();
    await press(page, '2');
    await over(page, 'block saying');
    const block = await said(page);
    expect(block.length).toBeGreaterThan(10);
    await press(page, 'Enter');
    await over(page, 'block after');
    await press(page, '1');
    await bare(page);
    expect(await said(page)).toBe(before);
  });

  leaning('takes own words, and keeps them on the way back', async (page) => {
    await act(page, 'hard');
    await over(page, 'block naming');
    await page.locator('#block').fill('I hear my father in this');
    await press(page, 'Enter');
    await over(page, 'block saying');
    expect(await said(page)).toContain('I hear my father in this');
    await press(page, 'ArrowLeft');
    await over(page, 'block naming');
    expect(await page.locator('#block').inputValue()).toBe('I hear my father in this');
    await act(page, 'back');
    await bare(page);
  });

  leaning('Esc leaves the field first, and only then the block', async (page) => {
    await press(page, 'b');
    await over(page, 'block naming');
    await page.locator('#block').fill('I hear my father in this');
    await press(page, 'Escape');
    await over(page, 'block naming');
    expect(await page.locator('#block').inputValue()).toBe('I hear my father in this');
    await press(page, 'Escape');
    await bare(page);
  });

  leaning('typed words are with the program within two seconds', async (page) => {
    await press(page, 'b');
    await over(page, 'block naming');
    await page.locator('#block').pressSequentially('old hurt', { delay: 20 });
    await page.waitForFunction(
      () => {
        const event = window.bothHeard?.events.at(-1);
        return event?.kind === 'name' && event.text === 'old hurt';
      },
      undefined,
      { timeout: 2_000 },
    );
  });

  leaning('made smaller, the one who spoke says a small piece of it', async (page) => {
    await press(page, 'b');
    await over(page, 'block naming');
    await press(page, 'Enter');
    await over(page, 'block saying');
    await press(page, 'Enter');
    await over(page, 'block after');
    // A question does not answer itself: Enter alone does nothing.
    await press(page, 'Enter', '2');
    await at(page, '4:line smaller-piece first 0');
    await press(page, 'Enter');
    await at(page, '4:line say-back first 0');
  });
});

describe('a break', () => {
  leaning('is agreed by a key, and ends at the same line', async (page) => {
    const before = await said(page);
    await press(page, 't');
    await over(page, 'break');
    await press(page, '1');
    await over(page, 'away');
    expect(await lastEvent(page)).toEqual({ kind: 'away', minutes: 20 });
    await page.evaluate(() => {
      return window.bothHeard?.pass(20 * 60_000);
    });
    await page.locator('[data-do="more-20"]').waitFor();
    await press(page, '1');
    await page.waitForFunction(() => !document.querySelector('[data-do="more-20"]'));
    await page.evaluate(() => window.bothHeard?.pass(21 * 60_000));
    await page.locator('[data-do="resume"]').waitFor();
    // More time may be asked for once.
    expect(await page.locator('[data-do="more-20"]').count()).toBe(0);
    await press(page, 'Enter');
    await bare(page);
    expect(await said(page)).toBe(before);
  });

  leaning(
    'tells when they would be back while time goes on, and that they are due when the window is looked at',
    async (page) => {
      const pass = (minutes: number) =>
        page.evaluate(async (minutes) => {
          await window.bothHeard?.pass(minutes * 60_000);
          window.dispatchEvent(new Event('focus'));
        }, minutes);
      await press(page, 't');
      await page.locator('[data-do="away-20"]', { hasText: '18:32' }).waitFor();
      await page.locator('[data-do="away-tomorrow"]', { hasText: 'Friday, 18:12' }).waitFor();
      await pass(7);
      await page.locator('[data-do="away-20"]', { hasText: '18:39' }).waitFor();
      await press(page, '1');
      await page.locator('h1', { hasText: '18:39' }).waitFor();
      await pass(20);
      await page.locator('[data-do="more-20"]').waitFor();
    },
    '&now=2026-11-26T18:12:00',
  );

  leaning('shorter than a body needs is allowed, once it is said why it rarely helps', async (page) => {
    await act(page, 'break');
    await over(page, 'break');
    await act(page, 'other-length');
    await page.locator('#length').fill('5');
    await page.locator('#length-hint').waitFor();
    await press(page, 'Enter');
    await over(page, 'away');
    expect(await lastEvent(page)).toEqual({ kind: 'away', minutes: 5 });
  });

  test.each(['0', '1441', 'a while', '-3'])('a length of %s is refused where it stands', (length) =>
    within(place, {}, async (page) => {
      await press(page, 't');
      await over(page, 'break');
      await act(page, 'other-length');
      await page.locator('#length').fill(length);
      await page.locator('#length-refusal').waitFor();
      expect(await page.locator('[data-do="take-break"]').isDisabled()).toBe(true);
    }),
  );

  leaning('from a pause, and back to the pause', async (page) => {
    await press(page, 'Space');
    await over(page, 'paused');
    await press(page, 't');
    await over(page, 'break');
    await press(page, 'ArrowLeft');
    await over(page, 'paused');
  });
});

leaning('five repair lines, and back', async (page) => {
  await press(page, 'r');
  await over(page, 'repair');
  await page.locator('main li').nth(4).waitFor();
  expect(await page.locator('main li').count()).toBe(5);
  await press(page, 'r');
  await bare(page);
});

scene('a card is drawn, another, and put away', 'place=3:floor', async (page) => {
  const before = await said(page);
  await press(page, 'c');
  await page.locator('[data-do="put-away"]').waitFor();
  const first = await said(page);
  await press(page, 'c');
  await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, first);
  await act(page, 'put-away');
  await page.locator('[data-do="put-away"]').waitFor({ state: 'detached' });
  expect(await said(page)).toBe(before);
});

scene(
  'what one kept for today is offered to that one alone, and is taken out when they are done',
  'place=3:floor&jar=the car|my own secret|the cat',
  async (page) => {
    await press(page, 'j');
    const dialog = page.locator('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).not.toContain('my own secret');
    await dialog.getByText('the cat').click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => said(page)).toBe('the cat');
  },
);

leaning('lines in full, as a hint, and off, for the one who leans in', async (page) => {
  const seen = [await said(page)];
  for (const help of ['hint', 'off', 'full']) {
    await press(page, 'l');
    await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, seen.at(-1));
    seen.push(await said(page));
    expect(await page.evaluate(() => window.bothHeard?.seen.settings.lines)).toEqual({
      one: 'full',
      two: help,
    });
  }
  expect(new Set(seen).size).toBe(3);
});

leaning('a word for a feeling is found by typing, and stands on the screen', async (page) => {
  await press(page, 'f');
  await page.locator('dialog').waitFor();
  await page.locator('dialog input').fill('lonel');
  await page.getByRole('button', { name: 'lonely' }).click();
  await page.locator('.word', { hasText: 'lonely' }).waitFor();
  await press(page, 'Enter');
  await at(page, '4:line might-feel first 0');
  expect(await page.locator('.word').count()).toBe(0);
});

scene('the next time is moved from the close', 'place=12:next', async (page) => {
  const before = await said(page);
  await press(page, 'n');
  await page.locator('[data-do="time-1"]').click();
  await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, before);
});

leaning('all keys are on one sheet, and those that make sense act there', async (page) => {
  await press(page, '?');
  await page.locator('dialog').waitFor();
  for (const key of ['c', 'n', '1', 'ArrowLeft']) await press(page, key);
  await page.locator('dialog').waitFor();
  expect(await page.evaluate(() => window.bothHeard?.events.length)).toBe(0);
  await press(page, 'b');
  await over(page, 'block naming');
  await press(page, 'Escape');
  await bare(page);
});

scene('without a record nothing is asked and nothing kept', 'place=12:next&record=0&past=0', async (page) => {
  await press(page, 'Enter');
  await at(page, 'ended:closed:nothing');
  expect(await page.evaluate(() => window.bothHeard?.kept().then(({ length }) => length))).toBe(0);
});

scene('nothing of it acts before both are here', 'place=0:breath', async (page) => {
  await press(page, 'b', 't', 'r', 'f', 'c', 'j', 'l', 'n');
  await at(page, '0:breath');
  expect(await page.evaluate(() => window.bothHeard?.events.length)).toBe(0);
  expect(await page.locator('[data-do="hard"]').count()).toBe(0);
});
