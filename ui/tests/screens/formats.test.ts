// Before a check-in begins, and the formats a couple make: what is chosen, what is saved, what is refused.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { act, at, press, scene, within } from './page';

/** What began, as the program knows it. */
async function began(page: Page): Promise<unknown> {
  await at(page, '0:breath');
  return page.evaluate(async () => {
    const { format, beginner, no_record } = (await window.bothHeard?.call('check_in', {})) ?? {};
    return [format, beginner, no_record];
  });
}

const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const offered = async (page: Page) => bare(await page.locator('.offered span').first().innerText());
const steps = async (page: Page) => (await page.locator('.picked li > span:first-of-type').allInnerTexts()).map(bare);
const focus = (page: Page) =>
  page.evaluate(() => {
    const row = document.activeElement?.closest('[data-step]')?.getAttribute('data-step');
    return [document.activeElement?.getAttribute('data-do'), row ?? null];
  });
const own = (page: Page) => page.evaluate(async () => (await window.bothHeard?.own()) ?? []);
const kinds = async (page: Page) => (await own(page)).map((format) => format.step.map(({ kind }) => kind));
const row = (page: Page, index: number) => page.locator(`[data-step="${index}"]`);

async function editor(page: Page): Promise<void> {
  await act(page, 'change');
  await act(page, 'pick-thanks');
  await act(page, 'make-own');
  await page.locator('#format-name').waitFor();
}

describe('Home', () => {
  scene('says what it offers and begins it at once', 'past=0', async (page) => {
    expect(await offered(page)).toMatch(/Weekly.*about 30 min.*Sam.*begins/);
    await press(page, 'Enter');
    expect(await began(page)).toEqual(['weekly', 'one', false]);
  });

  test('begins the first time gently, by one button', async () => {
    await within('past=0', {}, async (page) => {
      await act(page, 'first-time');
      expect(await began(page)).toEqual(['first', 'one', false]);
    });
    await within('past=1', {}, async (page) => {
      expect(await page.locator('[data-do="first-time"]').count()).toBe(0);
    });
  });

  scene('offers what was chosen until it has begun', 'past=0', async (page) => {
    await act(page, 'change');
    await act(page, 'pick-listening');
    await act(page, 'begins-two');
    await page.locator('#unkept').check();
    await act(page, 'home');
    expect(await offered(page)).toMatch(/Listening only.*Robin.*begins · nothing is kept/);
    await press(page, 'Enter');
    expect(await began(page)).toEqual(['listening', 'two', true]);
    await act(page, 'leave');
    await page.locator('[data-screen="home"]').waitFor();
    await act(page, 'end');
    await act(page, 'confirm');
    await page.locator('.offered').waitFor();
    expect(await offered(page)).toMatch(/Weekly.*Sam.*begins$/);
  });
});

describe('before it begins', () => {
  scene('the arrows choose, the steps follow, and Enter begins', 'past=0', async (page) => {
    await act(page, 'change');
    await page.locator('[data-screen="before"] h1').waitFor();
    await press(page, 'ArrowDown');
    expect(await focus(page)).toEqual(['pick-weekly', null]);
    await press(page, 'ArrowDown');
    expect(await page.locator('.picked h2').innerText()).toBe('Short');
    await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp');
    expect(await page.locator('.picked h2').innerText()).toBe('Thanks only');
    expect(await steps(page)).toEqual(['Arriving', 'Sam appreciates', 'Robin appreciates', 'Closing']);
    await press(page, 'Tab', 'Space', 'Tab', 'Tab', 'ArrowRight');
    expect(await steps(page)).toEqual(['Arriving', 'Robin appreciates', 'Sam appreciates', 'Closing']);
    await press(page, 'Enter');
    expect(await began(page)).toEqual(['thanks', 'two', true]);
  });

  test('what they agreed is looked back on only when there is something', async () => {
    for (const [agreed, length, looks] of [
      ['0', 'about 30 min', false],
      ['1', 'about 30 min', true],
    ] as const) {
      await within(`agreed=${agreed}`, {}, async (page) => {
        await act(page, 'change');
        expect(bare(await page.locator('.picked .head p').innerText())).toBe(length);
        expect((await steps(page)).includes('Looking back')).toBe(looks);
      });
    }
  });

  scene('files that cannot be used are named, and the others are there', 'past=7&broken=1', async (page) => {
    await act(page, 'change');
    const text = await page.locator('section[aria-labelledby="broken"]').innerText();
    // Signs that only isolate scripts in a sentence.
    const said = text.replace(/[\u2068\u2069]/g, '');
    for (const words of ['sundays.toml', 'Line 5: minutes = 31', 'walk.toml', 'the other one has to speak'])
      expect(said).toContain(words);
    expect(await page.locator('[data-do^="pick-"]').count()).toBe(7);
  });
});

describe('a format of their own', () => {
  scene('is a copy that is saved as it is changed', 'past=7', async (page) => {
    await editor(page);
    await page.locator('#format-name').fill('  Sunday thanks ');
    await row(page, 1).locator('[data-do="more"]').click();
    await row(page, 1).locator('[data-do="whose"]').selectOption('other');
    await row(page, 0).locator('[data-do="less"]').click();
    await act(page, 'add');
    await page.waitForFunction(async () => (await window.bothHeard?.own())?.[0]?.step.length === 5);
    const [format] = await own(page);
    expect([format?.name, format?.step]).toEqual([
      'Sunday thanks',
      [
        { kind: 'arrive', whose: 'both' },
        { kind: 'appreciate', whose: 'other', minutes: 2 },
        { kind: 'appreciate', whose: 'other', minutes: 1 },
        { kind: 'speak', whose: 'beginner', minutes: 3 },
        { kind: 'close', whose: 'both', minutes: 1 },
      ],
    ]);
    expect(await focus(page)).toEqual(['kind', '3']);
    await act(page, 'to-before');
    expect(await page.locator('.picked h2').innerText()).toBe('Sunday thanks');
    await press(page, 'Enter');
    expect(await began(page)).toEqual([format?.id, 'one', false]);
  });

  scene('is put in order by keyboard, and the focus goes along', 'past=7', async (page) => {
    await editor(page);
    await row(page, 1).locator('[data-do="kind"]').selectOption('swap');
    await row(page, 1).locator('[data-do="down"]').focus();
    await press(page, 'Enter');
    expect(await focus(page)).toEqual(['up', '2']);
    await expect.poll(() => kinds(page)).toEqual([['arrive', 'appreciate', 'swap', 'close']]);
    await press(page, 'Enter', 'Tab', 'Tab');
    expect(await focus(page)).toEqual(['remove', '1']);
    await press(page, 'Enter');
    expect(await focus(page)).toEqual(['remove', '1']);
    await expect.poll(() => kinds(page)).toEqual([['arrive', 'appreciate', 'close']]);
    await press(page, 'Enter', 'Enter');
    await expect.poll(() => kinds(page)).toEqual([['close']]);
    expect(await page.locator('[data-do="remove"]').count()).toBe(0);
  });

  scene('that makes no sense is told at its step, and the last sensible one stays', 'past=7', async (page) => {
    await editor(page);
    await act(page, 'add');
    await row(page, 3).locator('[data-do="kind"]').selectOption('lean-in');
    const fault = row(page, 3).locator('[role="alert"]');
    expect(await fault.innerText()).toBe('Before somebody leans in here, the other one has to speak.');
    expect(await page.locator('[role="status"]').first().innerText()).toContain('stays saved');
    expect((await kinds(page))[0]?.[3]).toBe('speak');
    await row(page, 2).locator('[data-do="kind"]').selectOption('speak');
    await row(page, 3).locator('[data-do="whose"]').selectOption('beginner');
    await fault.waitFor({ state: 'detached' });
    await expect.poll(() => kinds(page)).toEqual([['arrive', 'appreciate', 'speak', 'lean-in', 'close']]);
  });

  scene('keeps its last name while none is typed, or one too long', 'past=7', async (page) => {
    await editor(page);
    const name = page.locator('#format-name');
    for (const typed of ['', 'x'.repeat(41)]) {
      await name.fill(typed);
      await page.locator('#format-name-refusal').waitFor();
    }
    await row(page, 1).locator('[data-do="more"]').click();
    await expect.poll(async () => (await own(page)).map((format) => format.name)).toEqual(['Thanks only, our way']);
    await name.fill('x'.repeat(40));
    await expect.poll(async () => (await own(page)).map((format) => format.name)).toEqual(['x'.repeat(40)]);
  });

  scene('is deleted when they say so twice', 'past=7', async (page) => {
    await editor(page);
    await act(page, 'to-before');
    await act(page, 'delete');
    expect(await page.locator('dialog').innerText()).toContain('keep its name');
    expect(await focus(page)).toEqual(['cancel', null]);
    await press(page, 'Escape');
    expect(await own(page)).toHaveLength(1);
    await act(page, 'delete');
    await act(page, 'confirm');
    await page.locator('[data-do="make-own"]').waitFor();
    expect([await page.locator('.picked h2').innerText(), await own(page)]).toEqual(['Weekly', []]);
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-do') === 'pick-weekly');
  });
});
