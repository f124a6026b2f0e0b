// What happens beside the straight way: pauses, words being typed, refusals, signals, settings.
import { describe, expect, test } from 'vitest';
import { act, at, press, scene, type, within } from './page';

describe('a pause', () => {
  scene(
    'holds the screen, shows the same words, and goes on by Space',
    'place=3:floor&words=the%20walk',
    async (page) => {
      await press(page, 'Space');
      await page.locator('[data-place="3:floor"][data-overlay="paused"]').waitFor();
      const said = await page.locator('main').innerText();
      expect(said).toContain('Paused. Take the time you need.');
      expect(said).toContain('What was it like, inside?');
      expect(said).toContain('the walk');
      await press(page, 'ArrowLeft', '+', 'w', '1');
      await press(page, 'Space');
      await page.locator('[data-place="3:floor"]:not([data-overlay])').waitFor();
      expect(await page.evaluate(() => window.bothHeard?.events.map(({ kind }) => kind))).toEqual(['pause', 'resume']);
    },
  );

  scene('after the program was gone asks whether to go on', 'running=1&place=7:floor', async (page) => {
    await press(page, 'Enter');
    await page.locator('[data-place="7:floor"][data-overlay="paused"]').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Go on where you were?');
    await press(page, 'Enter');
    await page.locator('[data-place="7:floor"]:not([data-overlay])').waitFor();
  });

  scene('comes by itself when the laptop slept, and asks', 'place=3:floor', async (page) => {
    await page.evaluate(() => window.bothHeard?.sleep(3_600_000));
    await page.locator('[data-overlay="paused"]').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Go on where you were?');
  });

  scene('leads home, where the check-in waits and can be ended', 'place=3:floor', async (page) => {
    await act(page, 'leave');
    await page.locator('[data-screen="home"] [data-do="go-on"]').waitFor();
    await act(page, 'end');
    // The careful answer has the focus.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-do'))).toBe('cancel');
    await press(page, 'Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await act(page, 'end');
    await act(page, 'confirm');
    await page.locator('[data-do="begin"]').waitFor();
    expect(await page.evaluate(() => window.bothHeard?.kept().then(({ length }) => length))).toBe(7);
  });
});

describe('time', () => {
  scene('that is up is shown and said, and nobody is cut off', 'place=3:floor&spent=181', async (page) => {
    expect(await page.locator('.label .under').first().innerText()).toBe('time’s up');
    await page.locator('svg.over').waitFor();
    expect(await page.locator('[aria-live="polite"]').innerText()).toContain('The time is up.');
    await press(page, '+');
    await page.locator('svg.over').waitFor({ state: 'detached' });
    expect(await page.locator('.label .under').first().innerText()).toBe('speaks');
  });

  test('goes on being drawn between two words of the program', async () => {
    await within('place=1:floor', { still: false }, async (page) => {
      const left = () => page.locator('.left-over').getAttribute('stroke-dasharray');
      const before = await left();
      await page.waitForFunction(
        (was) => document.querySelector('.left-over')?.getAttribute('stroke-dasharray') !== was,
        before,
      );
    });
  });

  scene('switched off leaves no ring, and a pause all the same', 'place=3:floor&timers=0', async (page) => {
    expect(await page.locator('svg.left, svg.right, [data-do="more-time"]').count()).toBe(0);
    await press(page, '+');
    expect(await page.evaluate(() => window.bothHeard?.events)).toEqual([]);
    await press(page, 'Space');
    await page.locator('[data-overlay="paused"]').waitFor();
  });
});

describe('words being typed', () => {
  scene('are saved while one types, and before any other event', 'place=3:floor', async (page) => {
    await press(page, 'w');
    await type(page, 'why 1 + 1 is w');
    await page.waitForFunction(() => window.bothHeard?.events.some(({ kind }) => kind === 'write'));
    await type(page, ' now');
    await act(page, 'go-on');
    await at(page, '4:line say-back first 0');
    const events = await page.evaluate(() =>
      window.bothHeard?.events.map((event) => ('text' in event ? event.text : event.kind)),
    );
    expect(events?.slice(-2)).toEqual(['why 1 + 1 is w now', 'go-on']);
    await press(page, 'ArrowLeft');
    await at(page, '3:floor');
    expect(await page.locator('.words').innerText()).toBe('why 1 + 1 is w now');
  });

  scene(
    'stay where they are when they cannot be saved, and nothing goes on over them',
    'place=3:floor',
    async (page) => {
      await page.evaluate(() => window.bothHeard?.failing.set('write', { kind: 'full', path: '/x' }));
      await press(page, 'w');
      await type(page, 'precious');
      await act(page, 'done-writing');
      await page.locator('#line-hint', { hasText: 'Your words are still here' }).waitFor();
      await act(page, 'go-on');
      expect(await page.locator('textarea').inputValue()).toBe('precious');
      expect(await page.locator('main').getAttribute('data-place')).toBe('3:floor');
      await page.evaluate(() => window.bothHeard?.failing.clear());
      await act(page, 'go-on');
      await at(page, '4:line say-back first 0');
    },
  );

  scene('that are too many are refused kindly under the field', 'place=3:floor', async (page) => {
    await press(page, 'w');
    await page.locator('textarea').fill('x'.repeat(2001));
    await press(page, 'Enter');
    await page.locator('#line-hint', { hasText: '2,000' }).waitFor();
    expect(await page.locator('textarea').inputValue()).toHaveLength(2001);
  });

  scene('are written before the window closes', 'place=3:floor', async (page) => {
    await press(page, 'w');
    await type(page, 'last words');
    await page.evaluate(() => window.bothHeard?.close());
    await page.waitForFunction(() => window.bothHeard?.left);
    expect(await page.evaluate(() => window.bothHeard?.events)).toEqual([
      { kind: 'write', step: 3, text: 'last words' },
    ]);
  });
});

describe('names', () => {
  test.each([
    ['', 'Robin', 'one', 'Please type a name here'],
    ['Sam', '  ', 'two', 'Please type a name here'],
    ['x'.repeat(41), 'Robin', 'one', '40'],
    ['Sam', 'sam', 'two', 'the same'],
  ])('%j and %j are refused kindly where they stand', async (one, two, where, words) => {
    await within('couple=0&past=0', {}, async (page) => {
      await page.locator('#name-one').fill(one);
      await page.locator('#name-two').fill(two);
      await page.locator('#name-two').press('Enter');
      const refusal = page.locator(`#name-${where}-refusal`);
      await refusal.waitFor();
      expect(await refusal.innerText()).toContain(words);
      await page.waitForFunction((id) => document.activeElement?.id === id, `name-${where}`);
      expect(await page.locator(`#name-${where}`).getAttribute('aria-describedby')).toBe(`name-${where}-refusal`);
    });
  });

  scene('change sides with the couple', 'couple=0&past=0', async (page) => {
    await page.locator('#name-one').fill('Sam');
    await page.locator('#name-two').fill('Robin');
    await act(page, 'swap');
    expect(await page.locator('input[type="text"]').first().inputValue()).toBe('Robin');
    await page.locator('#day').selectOption('Wed');
    await page.locator('#time').fill('20:15');
    await act(page, 'begin');
    await page.locator('[data-screen="home"]').waitFor();
    const kept = () => [window.bothHeard?.seen.couple, window.bothHeard?.seen.plan.rhythm.rule] as const;
    const [couple, rule] = await page.evaluate(kept);
    expect(couple).toEqual({ one: 'Sam', two: 'Robin', left: 'two' });
    expect([rule?.day, rule?.time]).toEqual(['Wed', '20:15:00']);
  });

  test('run nothing, whatever is in them', async () => {
    const evil = encodeURIComponent('<img src=x onerror=alert(1)>');
    await within(
      `place=3:floor&one=${evil}&words=${encodeURIComponent('<script>alert(1)</script>')}`,
      {},
      async (page) => {
        await at(page, '3:floor');
        expect(await page.locator('main img, main script').count()).toBe(0);
        expect(await page.locator('.words').innerText()).toBe('<script>alert(1)</script>');
      },
    );
  });
});

describe('a sheet', () => {
  test.each([
    ['that is for the input method', { isComposing: true }, 1],
    ['that ended a composition', { keyCode: 229 }, 1],
    ['of its own', {}, 0],
  ])('and an Esc %s', async (_, key, open) => {
    await within('', {}, async (page) => {
      await act(page, 'move');
      const field = page.locator('dialog #next-time');
      await field.dispatchEvent('keydown', { key: 'Escape', ...key });
      expect(await page.locator('dialog').count()).toBe(open);
    });
  });
});

describe('a signal', () => {
  scene('that the time has come shows on Home', '', async (page) => {
    await page.locator('h1', { hasText: 'Your next time together' }).waitFor();
    await page.evaluate(async () => {
      await window.bothHeard?.call('meet_once', { planned: '2026-11-26T18:14:00' });
      await window.bothHeard?.pass(120_000);
    });
    await page.locator('h1', { hasText: 'It’s time' }).waitFor();
  });

  scene('to come home leads home, but not out of a check-in', '', async (page) => {
    await act(page, 'to-safety');
    await page.locator('[data-screen="safety"]').waitFor();
    await page.evaluate(() => window.bothHeard?.calls('home'));
    await page.locator('[data-screen="home"]').waitFor();
    await press(page, 'Enter');
    await at(page, '0:breath');
    await page.evaluate(() => window.bothHeard?.calls('home'));
    await at(page, '0:breath');
  });

  test('Shift and Esc hide the window at once, from everywhere, and hold the time', async () => {
    await within('', {}, async (page) => {
      await page.locator('[data-screen="home"]').waitFor();
      await press(page, 'Shift+Escape');
      await page.waitForFunction(() => window.bothHeard?.hidden);
    });
    await within('place=3:floor', {}, async (page) => {
      await press(page, 'w');
      await type(page, 'secret');
      await press(page, 'Shift+Escape');
      await page.locator('[data-overlay="paused"]').waitFor();
      await page.waitForFunction(() => window.bothHeard?.hidden);
      expect(await page.locator('.where').innerText()).toContain('secret');
    });
  });

  test.each<[string, () => void]>([
    ['whose pause cannot be written', () => void window.bothHeard?.failing.set('hide', { kind: 'full', path: '/x' })],
    ['that is not answered', () => void window.bothHeard?.hanging.add('hide')],
  ])('a hiding %s takes what is one person’s off the screen all the same', async (_, wrong) => {
    await within('jar=the%20walk', {}, async (page) => {
      await act(page, 'to-jar');
      await act(page, 'jar-of-one');
      await page.locator('[data-do="take-out"]').waitFor();
      await page.evaluate(wrong);
      await press(page, 'Shift+Escape');
      await page.locator('[data-screen="jar"]').waitFor({ state: 'detached' });
      expect(await page.locator('body').innerText()).not.toContain('the walk');
    });
    await within('place=3:floor&jar=the%20walk', {}, async (page) => {
      await press(page, 'j');
      await page.locator('dialog', { hasText: 'the walk' }).waitFor();
      await page.evaluate(wrong);
      await press(page, 'Shift+Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      expect(await page.locator('body').innerText()).not.toContain('the walk');
    });
  });

  scene('a pause that could not be written on hiding is told when they are back', 'place=3:floor', async (page) => {
    await page.evaluate(() => window.bothHeard?.failing.set('hide', { kind: 'full', path: '/x' }));
    await press(page, 'Shift+Escape');
    await page.locator('[data-trouble="full"]').waitFor();
    await page.evaluate(() => window.bothHeard?.failing.clear());
    await press(page, 'Enter');
    await at(page, '3:floor');
  });
});

describe('settings', () => {
  scene('two quick changes do not undo one another', '', async (page) => {
    await act(page, 'to-settings');
    // Both before the first is answered.
    await page.evaluate(() => {
      for (const id of ['timers', 'tones']) document.getElementById(id)?.click();
    });
    await page.locator('[role="status"]', { hasText: 'Saved.' }).waitFor();
    await page.waitForFunction(() => {
      const { tones, timers } = window.bothHeard?.seen.settings ?? {};
      return tones === false && timers === false;
    });
  });

  scene('hold at once', 'past=0', async (page) => {
    await act(page, 'to-settings');
    await page.locator('#theme').selectOption('evening');
    await page.locator('html[data-theme="evening"]').waitFor();
    await page.locator('#text').selectOption('150');
    await page.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === '24px');
    await page.locator('#language').selectOption('de');
    await page.locator('h1', { hasText: 'Einstellungen' }).waitFor();
    await page.locator('[role="status"]', { hasText: 'Gespeichert.' }).waitFor();
    await page.locator('label[for="timers"]').click();
    await page.waitForFunction(() => window.bothHeard?.seen.settings.timers === false);
    await page.locator('#name-one').fill('Alex');
    await page.locator('#name-one').press('Tab');
    await page.waitForFunction(() => window.bothHeard?.seen.couple?.one === 'Alex');
    await page.locator('#name-one').fill('');
    await page.locator('#name-one').press('Tab');
    await page.locator('#name-one-refusal').waitFor();
  });

  scene('a past check-in is deleted for good once confirmed', 'past=3', async (page) => {
    await act(page, 'to-past');
    await act(page, 'open');
    await act(page, 'delete');
    await act(page, 'confirm');
    await page.locator('[data-screen="past"] h1', { hasText: /2\W? times together/ }).waitFor();
    expect(await page.locator('[data-do="open"]').count()).toBe(2);
  });
});
