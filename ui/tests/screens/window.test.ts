// The window that comes and goes: what is asked of it, what closing means, what was typed last.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { act, at, press, scene, type, within } from './page';
import { focus, gone, inSettings, plan, settings, words } from './rhythm';

const left = (page: Page) => page.waitForFunction(() => window.bothHeard?.left);

describe('begin, asked for from outside', () => {
  const requested = (page: Page) => page.evaluate(() => window.bothHeard?.calls('begin'));

  inSettings('begins as Home would, from any page', 'due=1', async (page) => {
    await requested(page);
    await at(page, '0:breath');
    expect((await plan(page)).due).toBe(false);
  });

  test('goes on with a check-in that waits, and leaves one alone that is on the screen', async () => {
    await within('running=1&place=7:floor', {}, async (page) => {
      await page.locator('[data-do="go-on"]').waitFor();
      await requested(page);
      await page.locator('[data-place="7:floor"][data-overlay="paused"]').waitFor();
    });
    await within('place=3:floor', {}, async (page) => {
      await requested(page);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await page.locator('main').getAttribute('data-place')).toBe('3:floor');
      expect(await page.evaluate(() => window.bothHeard?.events)).toEqual([]);
    });
  });

  test('is granted after trouble, and left to the next window by one that is going', async () => {
    await within('trouble=locked&request=begin', {}, async (page) => {
      await page.locator('[data-screen="trouble"]').waitFor();
      await press(page, 'Enter');
      await at(page, '0:breath');
    });
    await within('', {}, async (page) => {
      await page.locator('[data-screen="home"]').waitFor();
      await page.evaluate(() => {
        void window.bothHeard?.close();
        return window.bothHeard?.calls('begin');
      });
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.call('window_request', {}))).toBe('begin');
    });
  });

  scene('does nothing before the welcome', 'couple=0&past=0', async (page) => {
    await requested(page);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await page.locator('[data-screen="welcome"]').count()).toBe(1);
  });

  scene('waits for a window that is just being made, and is granted once', 'request=begin', async (page) => {
    await at(page, '0:breath');
    expect(await page.evaluate(() => window.bothHeard?.call('window_request', {}))).toBe(null);
  });
});

describe('closing the window', () => {
  const close = (page: Page) => page.evaluate(() => window.bothHeard?.close());

  scene('asks; Esc leaves it open, and it is asked again', 'background=ask', async (page) => {
    await close(page);
    await page.locator('dialog h2', { hasText: words('Before you close') }).waitFor();
    // The careful answer has the focus.
    expect(await focus(page)).toBe('cancel');
    await press(page, 'Escape');
    await gone(page);
    const now = () => [window.bothHeard?.left, window.bothHeard?.seen.settings.background];
    expect(await page.evaluate(now)).toEqual([false, null]);
    await close(page);
    await page.locator('dialog').waitFor();
  });

  test.each([
    ['stay', true],
    ['quit', false],
  ] as const)('asks once: %s', (answer, background) =>
    within('background=ask&place=3:floor', {}, async (page) => {
      await press(page, 'w');
      await type(page, 'last words');
      await close(page);
      await act(page, answer);
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.seen.settings.background)).toBe(background);
      expect(await page.evaluate(() => window.bothHeard?.events)).toEqual([
        { kind: 'write', step: 3, text: 'last words' },
      ]);
    }),
  );

  scene('says that there is no tray, where there is none', 'background=ask&tray=0', async (page) => {
    await close(page);
    await page.locator('dialog p', { hasText: words('This desktop has no tray.') }).waitFor();
  });

  scene('does not stay where that could not be noted, and says so', 'background=ask', async (page) => {
    await page.evaluate(() =>
      window.bothHeard?.failing.set('save_settings', {
        kind: 'settings-unwritable',
        path: 'settings.json',
      }),
    );
    await close(page);
    await act(page, 'stay');
    await page.locator('dialog [role="alert"] b', { hasText: words('The settings could not be saved') }).waitFor();
    expect(await page.evaluate(() => window.bothHeard?.left)).toBe(false);
    await act(page, 'quit');
    await left(page);
  });
});

describe('words that cannot be saved while the window closes', () => {
  const fails = (page: Page, command: 'write' | 'keep_typed') =>
    page.evaluate((it) => window.bothHeard?.failing.set(it, { kind: 'full', path: 'both-heard.db' }), command);
  const asked = async (page: Page) => {
    await page.evaluate(() => window.bothHeard?.close());
    await page.locator('dialog h2', { hasText: words('Some words are not saved') }).waitFor();
    expect(await page.evaluate(() => [window.bothHeard?.held, window.bothHeard?.left])).toEqual([true, false]);
  };
  const typing = async (page: Page) => {
    await at(page, '3:floor');
    await press(page, 'w');
    await type(page, 'precious');
    await fails(page, 'write');
    await asked(page);
  };

  scene('keep it open, and stay in their field', 'place=3:floor', async (page) => {
    await typing(page);
    // Enter tries again, and cannot yet.
    await press(page, 'Enter');
    await page.locator('dialog').waitFor();
    await press(page, 'Escape');
    await gone(page);
    expect(await page.locator('textarea').inputValue()).toBe('precious');
    expect(await page.evaluate(() => window.bothHeard?.left)).toBe(false);
  });

  scene('are saved when it works again, and the window goes', 'place=3:floor', async (page) => {
    await typing(page);
    await page.evaluate(() => window.bothHeard?.failing.clear());
    await press(page, 'Enter');
    await left(page);
    expect(await page.evaluate(() => window.bothHeard?.events.at(-1))).toEqual({
      kind: 'write',
      step: 3,
      text: 'precious',
    });
  });

  scene('are asked about also where the program does not answer', 'place=3:floor', async (page) => {
    await press(page, 'w');
    await type(page, 'precious');
    await page.evaluate(() => window.bothHeard?.hanging.add('act'));
    await asked(page);
    expect(await page.locator('textarea').inputValue()).toBe('precious');
  });

  scene('may be left behind, by name', 'place=3:floor', async (page) => {
    await typing(page);
    await act(page, 'close-without');
    await left(page);
  });

  test('are a name, a time and a card, too; as the window closes, what can be kept is, and the rest is remembered', async () => {
    await settings('', async (page) => {
      await page.locator('#name-one').fill('Alex');
      await page.evaluate(() => window.bothHeard?.close());
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.seen.couple?.one)).toBe('Alex');
    });
    await settings('', async (page) => {
      await page.locator('#time').fill('18:05');
      await page.evaluate(() => window.bothHeard?.close());
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.seen.plan.rhythm.rule.time)).toBe('18:05:00');
    });
    await within('', {}, async (page) => {
      await act(page, 'to-cards');
      await act(page, 'card');
      await act(page, 'edit');
      await page.locator('#own-words').fill('What was light this week?');
      await fails(page, 'keep_typed');
      await asked(page);
      await page.evaluate(() => window.bothHeard?.failing.clear());
      await press(page, 'Enter');
      await left(page);
      const remembered = await page.evaluate(() => window.bothHeard?.seen.typedIn.map(({ text }) => text));
      expect(remembered).toEqual(['What was light this week?']);
    });
  });
});

describe('the background', () => {
  const kept = (page: Page) =>
    page.evaluate(() => [window.bothHeard?.seen.settings.background, window.bothHeard?.seen.settings.autostart]);

  inSettings('comes with the start at login, and goes with it', 'background=ask', async (page) => {
    expect(await page.locator('#closed').inputValue()).toBe('ask');
    await page.locator('label[for="autostart"]').click();
    await page.waitForFunction(() => window.bothHeard?.seen.settings.autostart);
    expect(await kept(page)).toEqual([true, true]);
    await page.locator('#closed').selectOption('quit');
    await page.waitForFunction(() => window.bothHeard?.seen.settings.background === false);
    expect(await kept(page)).toEqual([false, false]);
  });

  inSettings('is told plainly where there is no tray', 'tray=0', async (page) => {
    await page.locator('p', { hasText: words('This desktop has no tray.') }).waitFor();
  });
});
