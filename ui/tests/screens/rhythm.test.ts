// What a couple does with the rhythm: moves a time, leaves one out, rests, waits a little, closes the window.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { act, picture, press, scene, type, walk, within } from './page';
import { focus, gone, inSettings, plan, settings, words } from './rhythm';
import { rail } from './table/days';

describe('the next times', () => {
  scene('stand on Home, the first large', 'every=two-weeks', async (page) => {
    await page.locator('h1', { hasText: words('Your next time together') }).waitFor();
    const said = await page.locator('.words').innerText();
    expect(said).toMatch(words('Sunday, 19:30 · in 3 days'));
    expect(said).toMatch(words('After that: Sunday, 13 December, 19:30 · Sunday, 27 December, 19:30'));
  });

  inSettings('are moved, left out and taken back in the settings, by keyboard', '', async (page) => {
    const row = (of: string) => page.locator(`[data-time="${of}T19:30:00"]`);
    const one = row('2026-11-29');
    await one.locator('[data-do="move"]').focus();
    await press(page, 'Enter');
    await page.locator('#next-day').selectOption('2026-11-28');
    await page.locator('#next-time').fill('6');
    await press(page, 'Enter');
    await page.locator('dialog .fault', { hasText: words('as 19:30') }).waitFor();
    await page.locator('#next-time').fill('18:15');
    await press(page, 'Enter');
    await gone(page);
    await one.locator('p', { hasText: words('Saturday, 28 November, 18:15') }).waitFor();
    expect(await one.innerText()).toMatch(words('Instead of Sunday, 29 November, 19:30'));
    // The focus is where it was.
    expect(await one.locator('[data-do="move"]').evaluate((it) => it === document.activeElement)).toBe(true);

    await row('2026-12-06').locator('[data-do="skip"]').focus();
    await press(page, 'Enter');
    await row('2026-12-06')
      .locator('p', { hasText: words('Left out') })
      .waitFor();
    expect(await focus(page)).toBe('restore');
    await page.locator('[data-time]').nth(3).waitFor();
    expect((await plan(page)).changes).toEqual([
      { of: '2026-11-29T19:30:00', to: '2026-11-28T18:15:00' },
      { of: '2026-12-06T19:30:00', to: null },
    ]);

    await press(page, 'Enter');
    await row('2026-12-06').locator('[data-do="skip"]').waitFor();
    // One that was moved can be left out as well.
    await one.locator('[data-do="skip"]').click();
    await one.locator('p', { hasText: 'Left out' }).waitFor();
    await one.locator('[data-do="restore"]').click();
    await one.locator('[data-do="skip"]').waitFor();
    expect((await plan(page)).changes).toEqual([]);
  });

  inSettings('come every second week, from the day that is chosen', '', async (page) => {
    expect(await page.locator('#first').count()).toBe(0);
    await page.locator('#every').selectOption('two-weeks');
    await page.locator('#first').waitFor();
    await page.locator('#first').selectOption('2026-12-06');
    await page.locator('#time-0', { hasText: words('6 December') }).waitFor();
    await page.locator('#time-1', { hasText: words('20 December') }).waitFor();
    // Another time of day is no other week.
    await page.locator('#time').fill('20.15');
    await page.locator('#time').press('Tab');
    await page.locator('#time-0', { hasText: words('6 December, 20:15') }).waitFor();
    await page.locator('#heads-up').selectOption('hour');
    await page.locator('label[for="repeats"]').click();
    await page.waitForFunction(() => window.bothHeard?.seen.plan.rhythm.repeats === false);
    expect((await plan(page)).rhythm).toEqual({
      rule: { day: 'Sun', time: '20:15:00', every: 'two-weeks', first: '2026-12-06' },
      heads_up: 'hour',
      repeats: false,
    });
  });

  scene('that have passed are refused kindly, where it stands', '', async (page) => {
    await act(page, 'move');
    await page.locator('#next-day').selectOption('2026-11-26');
    await page.locator('#next-time').fill('09:00');
    await act(page, 'take-time');
    await page.locator('dialog [role="alert"]', { hasText: words('That time has passed.') }).waitFor();
    await page.locator('#next-time').fill('21:00');
    await act(page, 'take-time');
    await gone(page);
    await page.locator('.words p', { hasText: words('Thursday, 21:00 · in 3 hours') }).waitFor();
  });
});

scene(
  'another time after “not today” that has passed meanwhile is refused, and nearer ones are offered',
  'place=0:here',
  async (page) => {
    await walk(page, ['0:here/cover-first', 'Enter'], ['0:here/ask-first', '1'], ['0:here/done-first', 'Enter']);
    await walk(page, ['0:here/cover-second', 'Enter'], ['0:here/ask-second', '2'], ['0:here/done-second', 'Enter']);
    await page.locator('[data-do="time-1"]', { hasText: 'Friday' }).waitFor();
    await page.evaluate(() => window.bothHeard?.pass(7 * 86_400_000));
    await press(page, '1');
    await page.locator('.fault', { hasText: words('That time has passed.') }).waitFor();
    await page.locator('[data-do="time-1"]', { hasText: 'Friday, 19:30' }).waitFor();
    await picture(page, 'not-today-refused');
    await press(page, '1');
    await page.locator('[data-screen="home"]').waitFor();
    expect((await plan(page)).changes).toEqual([{ of: '2026-12-04T19:30:00', to: '2026-12-04T19:30:00' }]);
  },
);

describe('weeks of rest', () => {
  inSettings('that end too far away are refused where they stand, with a word', '', async (page) => {
    await act(page, 'add-rest');
    await page.locator('#rest-from').fill('2026-12-01');
    await page.locator('#rest-to').fill('2035-01-01');
    await act(page, 'take-rest');
    await page.locator('#rest-to-refusal', { hasText: 'more than five years' }).waitFor();
    expect((await plan(page)).rests).toEqual([]);
    expect(await page.locator('#rest-to').inputValue()).toBe('2035-01-01');
  });

  inSettings('are added from two days as typed, and removed', '', async (page) => {
    await act(page, 'add-rest');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('rest-from');
    await type(page, '21.12.');
    await page.locator('#rest-from-hint', { hasText: words('Monday, 21 December') }).waitFor();
    await press(page, 'Enter');
    await page.locator('#rest-to-refusal').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('rest-to');
    await type(page, '3 Jan');
    await page.locator('#rest-to-hint', { hasText: words('Sunday, 3 January 2027') }).waitFor();
    await press(page, 'Enter');
    await page.locator('#rest-0', { hasText: words('Monday, 21 December to Sunday, 3 January 2027') }).waitFor();
    expect(await focus(page)).toBe('add-rest');
    expect((await plan(page)).rests).toEqual([{ from: '2026-12-21', to: '2027-01-03' }]);
    // The same once more is one, and the earlier one stands first.
    for (const [from, to] of [
      ['21.12.', '3.1.'],
      ['1.12.', '2.12.'],
    ] as const) {
      await act(page, 'add-rest');
      await page.locator('#rest-from').fill(from);
      await page.locator('#rest-to').fill(to);
      await act(page, 'take-rest');
      await page.locator('#add-rest').waitFor();
    }
    expect((await plan(page)).rests?.map(({ from }) => from)).toEqual(['2026-12-01', '2026-12-21']);
    await act(page, 'remove-rest');
    await page.locator('#rest-1').waitFor({ state: 'detached' });
    expect((await plan(page)).rests).toEqual([{ from: '2026-12-21', to: '2027-01-03' }]);
  });

  test.each([
    ['1.11.', '30.11.', 'has begun', '2026-11-01', '2026-11-30'],
    ['1.11.', '15.11.', 'would be over, so it is next year', '2027-11-01', '2027-11-15'],
    ['26.11.', '26.11.', 'is today', '2026-11-26', '2026-11-26'],
  ])('from %s to %s one %s', (typedFrom, typedTo, _is, from, to) =>
    settings('', async (page) => {
      await act(page, 'add-rest');
      await page.locator('#rest-from').fill(typedFrom);
      await page.locator('#rest-to').fill(typedTo);
      await act(page, 'take-rest');
      await page.locator('#add-rest').waitFor();
      expect((await plan(page)).rests).toEqual([{ from, to }]);
    }),
  );
});

describe('what has come', () => {
  const later = (name: string, led: (page: Page) => Promise<void>) =>
    within(`due=1&now=2026-11-26T16:12:00`, {}, async (page) => {
      await page.locator('h1', { hasText: words('It’s time') }).waitFor();
      await act(page, 'later');
      await act(page, name);
      await led(page);
    });

  inSettings('is marked on every page, and no more once somebody acted', 'due=1', async (page) => {
    const home = page.locator('[data-do="to-home"]');
    await home.locator('span', { hasText: words('It’s time') }).waitFor();
    await home.click();
    await act(page, 'later');
    await act(page, 'snooze');
    await gone(page);
    await rail(page, 'cards');
    expect(await home.locator('span').count()).toBe(0);
  });

  test('can wait a quarter of an hour, and comes again', () =>
    later('snooze', async (page) => {
      await page.locator('h1', { hasText: words('Quiet until 16:27') }).waitFor();
      await page.evaluate(() => window.bothHeard?.pass(15 * 60_000));
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.locator('h1', { hasText: words('It’s time') }).waitFor();
    }));

  test.each([
    ['this-evening', 'Thursday, 19:30'],
    ['tomorrow', 'Friday, 16:10'],
  ])('can wait: %s', (name, when) =>
    later(name, async (page) => {
      await page.locator('.words p', { hasText: words(when) }).waitFor();
      expect(await page.locator('h1').innerText()).toBe('Your next time together');
      expect((await plan(page)).due).toBe(false);
    }),
  );

  scene('has no evening any more when it is evening', 'due=1', async (page) => {
    await act(page, 'later');
    await page.locator('[data-do="tomorrow"]').waitFor();
    expect(await page.locator('[data-do="this-evening"]').count()).toBe(0);
    await press(page, 'Escape');
    await gone(page);
    expect((await plan(page)).due).toBe(true);
  });

  test('can be left out this week', () =>
    later('leave-out', async (page) => {
      await page.locator('h1', { hasText: words('Your next time together') }).waitFor();
      expect(await plan(page)).toMatchObject({ due: false, changes: [] });
    }));

  test('and passed is one quiet line, which can be let go or have another time', async () => {
    await within('missed=1', {}, async (page) => {
      await page.locator('#missed', { hasText: words('You had planned Sunday, 22 November, 18:12.') }).waitFor();
      await act(page, 'let-it-go');
      await page.locator('#missed').waitFor({ state: 'detached' });
    });
    await within('missed=1', {}, async (page) => {
      await act(page, 'another-time');
      await page.locator('[data-do="tomorrow"]').waitFor();
      expect(await page.locator('[data-do="snooze"], [data-do="leave-out"]').count()).toBe(0);
      await act(page, 'tomorrow');
      await page.locator('#missed').waitFor({ state: 'detached' });
      await page.locator('.words p', { hasText: words('Friday, 18:12 · tomorrow') }).waitFor();
    });
  });
});

describe('a reminder to look at', () => {
  inSettings('is sent, with what to do when nothing came', '', async (page) => {
    await act(page, 'test-reminder');
    await page.locator('[role="status"]', { hasText: words('do not disturb') }).waitFor();
  });

  test.each([
    ['', 'Reminders show in the tray and in this window.'],
    ['&tray=0', 'Reminders show in this window.'],
  ])('is not sent where nothing shows it%s', (more, told) =>
    settings(`notifications=0${more}`, async (page) => {
      await act(page, 'test-reminder');
      await page.locator('[role="status"]', { hasText: words('Nothing on this desktop shows') }).waitFor();
      await page.locator('[role="status"]', { hasText: words(told) }).waitFor();
    }),
  );

  inSettings(
    'has a calendar file beside it, which tells where it is, or that it could not be written',
    '',
    async (page) => {
      await act(page, 'save-calendar');
      await page.locator('.path', { hasText: words('Both Heard.ics') }).waitFor();
      await page.evaluate(() =>
        window.bothHeard?.failing.set('save_calendar', {
          kind: 'text-unwritable',
          path: '/home/sam/Documents',
        }),
      );
      await act(page, 'save-calendar');
      await page.locator('[role="alert"] b', { hasText: words('The file could not be saved') }).waitFor();
    },
  );
});
