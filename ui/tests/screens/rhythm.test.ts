// What a couple does with the rhythm: moves a time, leaves one out, rests, waits a little, closes the window.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { act, at, press, within } from './page';
import { rail } from './table/days';

/** Finds words whatever isolation marks are in them. */
const words = (text: string) =>
  new RegExp([...text].map((c) => c.replace(/[.?()]/, '\\$&')).join('[\\u2068\\u2069]*'));
const plan = (page: Page) =>
  page.evaluate(() => {
    const { changes, rests, come, rhythm } = window.bothHeard?.plan ?? {};
    return { changes, rests, due: come !== null, rhythm };
  });
const focus = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-do'));
const left = (page: Page) => page.waitForFunction(() => window.bothHeard?.left);
const gone = (page: Page) => page.locator('dialog').waitFor({ state: 'detached' });
const settings = (scenario: string, led: (page: Page) => Promise<void>) =>
  within(scenario, {}, async (page) => {
    await rail(page, 'settings');
    await led(page);
  });

describe('the next times', () => {
  test('stand on Home, the first large', () =>
    within('every=two-weeks', {}, async (page) => {
      await page.locator('h1', { hasText: words('Your next time together') }).waitFor();
      const said = await page.locator('.words').innerText();
      expect(said).toMatch(words('Sunday, 19:30 · in 3 days'));
      expect(said).toMatch(words('After that: Sunday, 13 December, 19:30 · Sunday, 27 December, 19:30'));
    }));

  test('are moved, left out and taken back in the settings, by keyboard', () =>
    settings('', async (page) => {
      const row = (of: string) => page.locator(`[data-time="${of}T19:30:00"]`);
      const one = row('2026-11-29');
      await one.locator('[data-do="move"]').focus();
      await press(page, 'Enter');
      await page.locator('#next-day').selectOption('2026-11-28');
      await page.locator('#next-time').fill('18');
      await press(page, 'Enter');
      await page.locator('dialog .fault', { hasText: words('as 19:30') }).waitFor();
      await page.locator('#next-time').fill('18:15');
      await press(page, 'Enter');
      await gone(page);
      await one.locator('p', { hasText: words('Saturday, 28 November, 18:15') }).waitFor();
      expect(await one.innerText()).toMatch(words('Instead of Sunday, 29 November, 19:30'));
      // The focus is where it was.
      expect(await one.locator('[data-do="move"]').evaluate((it) => it === document.activeElement)).toBe(
        true,
      );

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
    }));

  test('come every second week, from the day that is chosen', () =>
    settings('', async (page) => {
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
      await page.waitForFunction(() => window.bothHeard?.plan.rhythm.repeats === false);
      expect((await plan(page)).rhythm).toEqual({
        rule: { day: 'Sun', time: '20:15:00', every: 'two-weeks', first: '2026-12-06' },
        heads_up: 'hour',
        repeats: false,
      });
    }));

  test('that have passed are refused kindly, where it stands', () =>
    within('', {}, async (page) => {
      await act(page, 'move');
      await page.locator('#next-day').selectOption('2026-11-26');
      await page.locator('#next-time').fill('09:00');
      await act(page, 'take-time');
      await page.locator('dialog [role="alert"]', { hasText: words('That time has passed.') }).waitFor();
      await page.locator('#next-time').fill('21:00');
      await act(page, 'take-time');
      await gone(page);
      await page.locator('.words p', { hasText: words('Thursday, 21:00 · in 3 hours') }).waitFor();
    }));
});

test('another time after “not today” that has passed meanwhile is refused, and nearer ones are offered', () =>
  within('place=0:here', {}, async (page) => {
    for (const [part, key] of [
      ['cover-first', 'Enter'],
      ['ask-first', '1'],
      ['done-first', 'Enter'],
      ['cover-second', 'Enter'],
      ['ask-second', '2'],
      ['done-second', 'Enter'],
    ] as const) {
      await at(page, '0:here', part);
      await press(page, key);
    }
    await page.locator('[data-do="time-1"]', { hasText: 'Friday' }).waitFor();
    await page.evaluate(() => window.bothHeard?.advance(7 * 86_400_000));
    await press(page, '1');
    await page.locator('.fault', { hasText: words('That time has passed.') }).waitFor();
    await page.locator('[data-do="time-1"]', { hasText: 'Friday, 19:30' }).waitFor();
    await press(page, '1');
    await page.locator('[data-screen="home"]').waitFor();
    expect((await plan(page)).changes).toEqual([{ of: '2026-12-04T19:30:00', to: '2026-12-04T19:30:00' }]);
  }));

describe('weeks of rest', () => {
  test('are added from two days as typed, and removed', () =>
    settings('', async (page) => {
      await act(page, 'add-rest');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('rest-from');
      await page.keyboard.type('21.12.');
      await page.locator('#rest-from-hint', { hasText: words('Monday, 21 December') }).waitFor();
      await press(page, 'Enter');
      await page.locator('#rest-to-refusal').waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('rest-to');
      await page.keyboard.type('3 Jan');
      await page.locator('#rest-to-hint', { hasText: words('Sunday, 3 January 2027') }).waitFor();
      await press(page, 'Enter');
      await page
        .locator('#rest-0', { hasText: words('Monday, 21 December to Sunday, 3 January 2027') })
        .waitFor();
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
    }));

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

  test('is marked on every page, and no more once somebody acted', () =>
    settings('due=1', async (page) => {
      const home = page.locator('[data-do="to-home"]');
      await home.locator('span', { hasText: words('It’s time') }).waitFor();
      await home.click();
      await act(page, 'later');
      await act(page, 'snooze');
      await gone(page);
      await rail(page, 'cards');
      expect(await home.locator('span').count()).toBe(0);
    }));

  test('can wait a quarter of an hour, and comes again', () =>
    later('snooze', async (page) => {
      await page.locator('h1', { hasText: words('Quiet until 16:27') }).waitFor();
      await page.evaluate(() => window.bothHeard?.advance(15 * 60_000));
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

  test('has no evening any more when it is evening', () =>
    within('due=1', {}, async (page) => {
      await act(page, 'later');
      await page.locator('[data-do="tomorrow"]').waitFor();
      expect(await page.locator('[data-do="this-evening"]').count()).toBe(0);
      await press(page, 'Escape');
      await gone(page);
      expect((await plan(page)).due).toBe(true);
    }));

  test('can be left out this week', () =>
    later('leave-out', async (page) => {
      await page.locator('h1', { hasText: words('Your next time together') }).waitFor();
      expect(await plan(page)).toMatchObject({ due: false, changes: [] });
    }));

  test('and passed is one quiet line, which can be let go or have another time', async () => {
    await within('missed=1', {}, async (page) => {
      await page
        .locator('#missed', { hasText: words('You had planned Sunday, 22 November, 18:12.') })
        .waitFor();
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

describe('begin, wished for from outside', () => {
  const wished = (page: Page) => page.evaluate(() => window.bothHeard?.calls('begin'));

  test('begins as Home would, from any page', () =>
    settings('due=1', async (page) => {
      await wished(page);
      await at(page, '0:breath');
      expect((await plan(page)).due).toBe(false);
    }));

  test('goes on with a check-in that waits, and leaves one alone that is on the screen', async () => {
    await within('running=1&place=7:floor', {}, async (page) => {
      await page.locator('[data-do="go-on"]').waitFor();
      await wished(page);
      await page.locator('[data-place="7:floor"][data-overlay="paused"]').waitFor();
    });
    await within('place=3:floor', {}, async (page) => {
      await at(page, '3:floor');
      await wished(page);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await page.locator('main').getAttribute('data-place')).toBe('3:floor');
      expect(await page.evaluate(() => window.bothHeard?.events)).toEqual([]);
    });
  });

  test('is granted after trouble, and left to the next window by one that is going', async () => {
    await within('trouble=locked&wish=begin', {}, async (page) => {
      await page.locator('[data-screen="trouble"]').waitFor();
      await press(page, 'Enter');
      await at(page, '0:breath');
    });
    await within('', {}, async (page) => {
      await page.locator('[data-screen="home"]').waitFor();
      await page.evaluate(() => {
        window.bothHeard?.signal('closing');
        window.bothHeard?.calls('begin');
      });
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.wish())).toBe('begin');
    });
  });

  test('does nothing before the welcome', () =>
    within('couple=0&past=0', {}, async (page) => {
      await wished(page);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await page.locator('[data-screen="welcome"]').count()).toBe(1);
    }));

  test('waits for a window that is just being made, and is granted once', () =>
    within('wish=begin', {}, async (page) => {
      await at(page, '0:breath');
      expect(await page.evaluate(() => window.bothHeard?.wish())).toBe(null);
    }));
});

describe('closing the window', () => {
  const close = (page: Page) => page.evaluate(() => window.bothHeard?.close());

  test('asks; Esc leaves it open, and it is asked again', () =>
    within('background=ask', {}, async (page) => {
      await close(page);
      await page.locator('dialog h2', { hasText: words('Before you close') }).waitFor();
      // The careful answer has the focus.
      expect(await focus(page)).toBe('cancel');
      await press(page, 'Escape');
      await gone(page);
      const now = () => [window.bothHeard?.left, window.bothHeard?.settings.background];
      expect(await page.evaluate(now)).toEqual([false, null]);
      await close(page);
      await page.locator('dialog').waitFor();
    }));

  test.each([
    ['stay', true],
    ['quit', false],
  ] as const)('asks once: %s', (answer, background) =>
    within('background=ask&place=3:floor', {}, async (page) => {
      await at(page, '3:floor');
      await press(page, 'w');
      await page.keyboard.type('last words');
      await close(page);
      await act(page, answer);
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.settings.background)).toBe(background);
      expect(await page.evaluate(() => window.bothHeard?.events)).toEqual([
        { kind: 'write', step: 3, text: 'last words' },
      ]);
    }),
  );

  test('says that there is no tray, where there is none', () =>
    within('background=ask&tray=0', {}, async (page) => {
      await close(page);
      await page.locator('dialog p', { hasText: words('This desktop has no tray.') }).waitFor();
    }));

  test('does not stay where that could not be noted, and says so', () =>
    within('background=ask', {}, async (page) => {
      await page.evaluate(() =>
        window.bothHeard?.failing.set('save_settings', {
          kind: 'settings-unwritable',
          path: 'settings.json',
        }),
      );
      await close(page);
      await act(page, 'stay');
      await page
        .locator('dialog [role="alert"] b', { hasText: words('The settings could not be saved') })
        .waitFor();
      expect(await page.evaluate(() => window.bothHeard?.left)).toBe(false);
      await act(page, 'quit');
      await left(page);
    }));
});

describe('words that cannot be saved while the window closes', () => {
  const fails = (page: Page, command: 'write' | 'keep_card') =>
    page.evaluate(
      (it) => window.bothHeard?.failing.set(it, { kind: 'full', path: 'both-heard.db' }),
      command,
    );
  const asked = async (page: Page) => {
    await page.evaluate(() => window.bothHeard?.signal('closing'));
    await page.locator('dialog h2', { hasText: words('Some words are not saved') }).waitFor();
    expect(await page.evaluate(() => [window.bothHeard?.held, window.bothHeard?.left])).toEqual([
      true,
      false,
    ]);
  };
  const typing = async (page: Page) => {
    await at(page, '3:floor');
    await press(page, 'w');
    await page.keyboard.type('precious');
    await fails(page, 'write');
    await asked(page);
  };

  test('keep it open, and stay in their field', () =>
    within('place=3:floor', {}, async (page) => {
      await typing(page);
      // Enter tries again, and cannot yet.
      await press(page, 'Enter');
      await page.locator('dialog').waitFor();
      await press(page, 'Escape');
      await gone(page);
      expect(await page.locator('textarea').inputValue()).toBe('precious');
      expect(await page.evaluate(() => window.bothHeard?.left)).toBe(false);
    }));

  test('are saved when it works again, and the window goes', () =>
    within('place=3:floor', {}, async (page) => {
      await typing(page);
      await page.evaluate(() => window.bothHeard?.failing.clear());
      await press(page, 'Enter');
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.events.at(-1))).toEqual({
        kind: 'write',
        step: 3,
        text: 'precious',
      });
    }));

  test('may be left behind, by name', () =>
    within('place=3:floor', {}, async (page) => {
      await typing(page);
      await act(page, 'close-without');
      await left(page);
    }));

  test('are a name, a time and a card, too, which are saved as the window closes', async () => {
    await settings('', async (page) => {
      await page.locator('#name-one').fill('Alex');
      await page.evaluate(() => window.bothHeard?.signal('closing'));
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.couple?.one)).toBe('Alex');
    });
    await settings('', async (page) => {
      await page.locator('#time').fill('18:05');
      await page.evaluate(() => window.bothHeard?.signal('closing'));
      await left(page);
      expect(await page.evaluate(() => window.bothHeard?.plan.rhythm.rule.time)).toBe('18:05:00');
    });
    await within('', {}, async (page) => {
      await act(page, 'to-cards');
      await act(page, 'card');
      await act(page, 'edit');
      await page.locator('#own-words').fill('What was light this week?');
      await fails(page, 'keep_card');
      await asked(page);
      await page.evaluate(() => window.bothHeard?.failing.clear());
      await press(page, 'Enter');
      await left(page);
      const kept = await page.evaluate(() => window.bothHeard?.shelf.cards.map(({ text }) => text));
      expect(kept).toEqual(['What was light this week?']);
    });
  });
});

describe('the background', () => {
  const kept = (page: Page) =>
    page.evaluate(() => [window.bothHeard?.settings.background, window.bothHeard?.settings.autostart]);

  test('comes with the start at login, and goes with it', () =>
    settings('background=ask', async (page) => {
      expect(await page.locator('#closed').inputValue()).toBe('ask');
      await page.locator('label[for="autostart"]').click();
      await page.waitForFunction(() => window.bothHeard?.settings.autostart);
      expect(await kept(page)).toEqual([true, true]);
      await page.locator('#closed').selectOption('quit');
      await page.waitForFunction(() => window.bothHeard?.settings.background === false);
      expect(await kept(page)).toEqual([false, false]);
    }));

  test('is told plainly where there is no tray', () =>
    settings('tray=0', async (page) => {
      await page.locator('p', { hasText: words('This desktop has no tray.') }).waitFor();
    }));
});

describe('a reminder to look at', () => {
  test('is sent, with what to do when nothing came', () =>
    settings('', async (page) => {
      await act(page, 'test-reminder');
      await page.locator('[role="status"]', { hasText: words('do not disturb') }).waitFor();
    }));

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

  test('has a calendar file beside it, which tells where it is, or that it could not be written', () =>
    settings('', async (page) => {
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
    }));
});
