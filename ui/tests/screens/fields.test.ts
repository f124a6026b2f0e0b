// No field loses what is typed into it: each is typed into, the page is loaded anew over the same program, and the words
// are there.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { act, press, reload, scene, type, within } from './page';
import { rail } from './table/days';
import { fields, ownFormat } from './table/fields';

/** The most characters that a field of a check-in takes. */
const MOST = 2_000;
const field = (page: Page, id: string) => page.locator(`#${id}`);

/** Waits until the program has all the words. What is too long for where it belongs is remembered as it was typed. */
async function remembered(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    ([text, most]) => {
      const { seen, events = [] } = window.bothHeard ?? {};
      // What was too long was refused.
      const written = events.filter((event) => 'text' in event && event.text.length <= most);
      return JSON.stringify([seen?.typedIn, seen?.jarNotes, written]).includes(text);
    },
    [JSON.stringify(text.trim()).slice(1, -1), MOST] as const,
  );
}

/** The next time, as the field of its sheet is named. */
const MEETING = 'meeting/2026-11-29T19-30-00';

describe('what is typed and was not kept', () => {
  test.each(fields)('is there again after a reload: $name', async ({ id, scenario, led, again, text, stand }) => {
    await within(scenario, {}, async (page) => {
      await led(page);
      await field(page, id).fill('');
      await field(page, id).pressSequentially(text.slice(0, 12));
      await field(page, id).fill(text);
      await remembered(page, text);
      await reload(page);
      await (again ?? led)(page);
      if (stand) await page.locator(stand, { hasText: text }).waitFor();
      else {
        await field(page, id).waitFor();
        await expect.poll(() => field(page, id).inputValue()).toBe(text);
      }
    });
  });

  const typedIn = (page: Page) => page.evaluate(() => window.bothHeard?.seen.typedIn.map(({ field }) => field));
  const nothing = (page: Page) => page.waitForFunction(() => window.bothHeard?.seen.typedIn.length === 0);
  const waiting = (...typed: [string, string][]) =>
    `typed=${encodeURIComponent(JSON.stringify(typed.map(([field, text]) => ({ field, text }))))}`;

  test('is nowhere once it is kept', async () => {
    await within(
      `couple=0&past=0&${waiting(['name/one', 'Zoë'], ['name/two', 'Mo'], ['time', '18:15'])}`,
      {},
      async (page) => {
        await act(page, 'begin');
        await page.locator('[data-screen="home"]').waitFor();
        await nothing(page);
        expect(await page.evaluate(() => window.bothHeard?.seen.couple?.one)).toBe('Zoë');
      },
    );
    await within(waiting(['name/one', 'Zoë'], ['time', '18:15']), {}, async (page) => {
      await act(page, 'to-settings');
      await field(page, 'name-one').press('Enter');
      await field(page, 'time').press('Enter');
      await nothing(page);
      expect(await page.evaluate(() => window.bothHeard?.seen.plan.rhythm.rule.time)).toBe('18:15:00');
    });
    await within(waiting(['new-card/us/', 'A word of our own']), {}, async (page) => {
      await act(page, 'to-cards');
      await field(page, 'own-words').press('Enter');
      await page.locator('.text', { hasText: 'A word of our own' }).waitFor();
      await nothing(page);
    });
    await within(waiting(['rest/from', '21 Dec'], ['rest/to', '3 Jan']), {}, async (page) => {
      await act(page, 'to-settings');
      await act(page, 'take-rest');
      await nothing(page);
      expect(await page.evaluate(() => window.bothHeard?.seen.plan.rests)).toEqual([
        { from: '2026-12-21', to: '2027-01-03' },
      ]);
    });
    await within(waiting([MEETING, '21:00']), {}, async (page) => {
      await act(page, 'move');
      await act(page, 'take-time');
      await nothing(page);
    });
  });

  test.each([
    ['save_rhythm', ['time', '18:15'], (page: Page) => field(page, 'time').press('Tab')],
    ['save_couple', ['name/one', 'Alex'], (page: Page) => field(page, 'name-one').press('Tab')],
    [
      'save_rests',
      ['rest/from', '21 Dec'],
      async (page: Page) => {
        await field(page, 'rest-to').fill('3 Jan');
        await act(page, 'take-rest');
      },
    ],
  ] as const)('stays where %s fails', (command, [name, text], keep) =>
    within(waiting([name, text]), {}, async (page) => {
      await act(page, 'to-settings');
      await page.evaluate((it) => window.bothHeard?.failing.set(it, { kind: 'full', path: 'both-heard.db' }), command);
      await keep(page);
      await page.locator('[data-screen="trouble"]').waitFor();
      await page.evaluate(() => window.bothHeard?.failing.clear());
      await act(page, 'try-again');
      await field(page, name.replace('/', '-')).waitFor();
      expect(await field(page, name.replace('/', '-')).inputValue()).toBe(text);
      expect(await typedIn(page)).toContain(name);
    }),
  );

  test('is nowhere once it is given up', async () => {
    await within(waiting(['card/us/same-side', 'Half']), {}, async (page) => {
      await act(page, 'to-cards');
      await act(page, 'not-now');
      await nothing(page);
    });
    await within(waiting(['rest/from', '21 Dec']), {}, async (page) => {
      await act(page, 'to-settings');
      await act(page, 'no-rest');
      await nothing(page);
      await act(page, 'add-rest');
      expect(await field(page, 'rest-from').inputValue()).toBe('');
    });
    await within(waiting([MEETING, '21:']), {}, async (page) => {
      await act(page, 'move');
      await press(page, 'Escape');
      await nothing(page);
    });
  });

  scene(
    'in another check-in is none of the next one’s words',
    waiting(['write/1', 'old words'], ['name/one', 'Zo']),
    async (page) => {
      await act(page, 'begin');
      await page.locator('[data-place]').first().waitFor();
      expect(await page.evaluate(() => window.app?.typed.fields)).toEqual(['name/one']);
    },
  );

  scene(
    'of a check-in that leaves no record is not written down beside it',
    'place=4:line makes-sense first 0&over=break&record=0',
    async (page) => {
      await act(page, 'go-on');
      await act(page, 'other-length');
      await field(page, 'length').fill('45');
      await page.locator('[data-do="take-break"]:not(:disabled)').click();
      await page.locator('[data-overlay="away"]').waitFor();
      expect(await typedIn(page)).toEqual([]);
    },
  );

  test('into a list of steps that makes no sense yet is there again, with what is wrong', async () => {
    const editor = async (page: Page) => {
      await act(page, 'change');
      await act(page, 'make-own');
    };
    const kinds = (page: Page) =>
      page.locator('[data-do="kind"]').evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    let made: string[] = [];
    await within('past=7', {}, async (page) => {
      await editor(page);
      await page.locator('[data-step="4"] [data-do="down"]').click();
      await page.locator('#fault-4').waitFor();
      made = await kinds(page);
      await remembered(page, 'steps/');
      await reload(page);
      await ownFormat(page);
      await page.locator('#fault-4').waitFor();
      expect(await kinds(page)).toEqual(made);
      // Put right, it is saved, and remembered no more.
      await page.locator('[data-step="5"] [data-do="up"]').click();
      await nothing(page);
    });
  });
});

describe('a field', () => {
  test.each(fields)('is typed into where the caret stands: $name', ({ id, scenario, led }) =>
    within(scenario, {}, async (page) => {
      await led(page);
      await field(page, id).fill('12');
      await field(page, id).focus();
      await press(page, 'End', 'ArrowLeft', '0', ':');
      expect(await field(page, id).inputValue()).toBe('10:2');
    }),
  );

  test.each([
    ['it is left', (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).blur())],
    ['the window is hidden', (page: Page) => press(page, 'Shift+Escape')],
    [
      'the window is out of sight',
      (page: Page) =>
        page.evaluate(() => {
          Object.defineProperty(document, 'hidden', { value: true, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }),
    ],
    ['the page goes', (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('pagehide')))],
    ['the window is closed', (page: Page) => page.evaluate(() => window.bothHeard?.close())],
  ])('is written down at once when %s', (_, goes) =>
    within('', {}, async (page) => {
      await act(page, 'to-cards');
      await act(page, 'write');
      // From now on no time passes for the page.
      await page.evaluate(() => Object.assign(window, { setTimeout: () => 0 }));
      await field(page, 'own-words').pressSequentially('half a card');
      expect(await page.evaluate(() => window.bothHeard?.seen.typedIn)).toEqual([]);
      await goes(page);
      await page.waitForFunction(() => window.bothHeard?.seen.typedIn[0]?.text === 'half a card');
    }),
  );
});

describe('Esc in a field', () => {
  test.each(['name-one', 'time'])('leaves it, and saves what is saved when it is left: %s', (id) =>
    within('', {}, async (page) => {
      await act(page, 'to-settings');
      await field(page, id).fill(id === 'time' ? '18:05' : 'Alex');
      await press(page, 'Escape');
      await page.waitForFunction(() => document.activeElement === document.body);
      await page.waitForFunction(
        () =>
          window.bothHeard?.seen.couple?.one === 'Alex' || window.bothHeard?.seen.plan.rhythm.rule.time === '18:05:00',
      );
    }),
  );

  scene('leaves the jar’s field with its words', '', async (page) => {
    await act(page, 'to-jar');
    await act(page, 'jar-of-one');
    await type(page, 'the walk');
    await press(page, 'Escape');
    await page.waitForFunction(() => document.activeElement === document.body);
    expect(await field(page, 'note').inputValue()).toBe('the walk');
  });
});

describe('what is taken when it is left, and was not left', () => {
  const waiting = (name: string, text: string) =>
    `typed=${encodeURIComponent(JSON.stringify([{ field: name, text }]))}`;
  const kept = (page: Page) =>
    page.evaluate(() => [window.bothHeard?.seen.couple?.one, window.bothHeard?.seen.plan.rhythm.rule.time.slice(0, 5)]);
  const said = (page: Page, id: string) => page.locator(`#${id}-hint, #${id}-refusal`);

  test.each([
    ['name/one', 'Samm', /Not saved yet/],
    ['time', '20:45', /Not saved yet/],
    ['time', 'abc', /time/],
  ])('says so when it comes back, and Esc shows what holds: %s, %s', (name, text, words) =>
    within(waiting(name, text), {}, async (page) => {
      const id = name.replace('/', '-');
      const holds = await kept(page);
      await act(page, 'to-settings');
      expect(await field(page, id).inputValue()).toBe(text);
      expect(await said(page, id).textContent()).toMatch(words);
      await field(page, id).press('Escape');
      await page.waitForFunction(() => window.bothHeard?.seen.typedIn.length === 0);
      expect(await said(page, id).count()).toBe(0);
      expect(holds).toContain(await field(page, id).inputValue());
      expect(await kept(page)).toEqual(holds);
    }),
  );

  test.each([
    ['name/one', 'Samm'],
    ['time', '20:45'],
  ])('is taken with Enter as always: %s', (name, text) =>
    within(waiting(name, text), {}, async (page) => {
      const id = name.replace('/', '-');
      await act(page, 'to-settings');
      await field(page, id).press('Enter');
      await page.waitForFunction(() => window.bothHeard?.seen.typedIn.length === 0);
      await said(page, id).waitFor({ state: 'detached' });
      expect(await kept(page)).toContain(text);
    }),
  );
});

test.each([
  'x',
  'null',
  '{}',
  '[null]',
  '[{"kind":"dance","whose":"both"}]',
  '[{"kind":"speak","whose":"both","minutes":"3"}]',
])('remembered steps that are none leave the format as it is kept: %s', async (steps) => {
  await within('past=7', {}, async (page) => {
    await act(page, 'change');
    await act(page, 'make-own');
    await field(page, 'format-name').waitFor();
    await page.evaluate(async (text) => {
      const page = window.app?.navigation.page;
      const id = page?.screen === 'format' ? page.id : '';
      await window.bothHeard?.call('keep_typed', { field: `steps/${id}`, text });
    }, steps);
    await reload(page);
    await ownFormat(page);
    expect(await page.locator('[data-do="kind"]').count()).toBeGreaterThan(3);
    await page.waitForFunction(() => window.bothHeard?.seen.typedIn.length === 0);
  });
});

describe('another time', () => {
  const time = (page: Page) => field(page, 'next-time').inputValue();
  /** Ends with the time that was typed for another day, and not with the one that is planned. */
  scene('is asked for anew in each sheet', '', async (page) => {
    await act(page, 'move');
    await field(page, 'next-time').fill('7');
    await press(page, 'Shift+Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await act(page, 'to-settings');
    await page.locator('[data-time] [data-do="move"]').nth(1).click();
    expect(await time(page)).toBe('19:30');
    await press(page, 'Escape');
    await page.waitForFunction(() => window.bothHeard?.seen.typedIn.length === 0);
  });

  scene('that was typed is there again for the same one, after the window was hidden', '', async (page) => {
    await act(page, 'move');
    await field(page, 'next-time').fill('7');
    await press(page, 'Shift+Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await act(page, 'move');
    expect(await time(page)).toBe('7');
  });
});

test.each<[string, string, (page: Page) => Promise<void>]>([
  ['another time, on Home', '', (page) => act(page, 'move')],
  ['later, on Home', 'due=1', (page) => act(page, 'later')],
  ['the question on Home', 'running=1', (page) => act(page, 'end')],
  ['another time, in the settings', '', (page) => rail(page, 'settings').then(() => act(page, 'move'))],
  ['the keys of a check-in', 'place=3:floor', (page) => press(page, '?')],
])('what lies open closes when the window is hidden: %s', (_, scenario, opens) =>
  within(scenario, {}, async (page) => {
    await opens(page);
    await page.locator('dialog').waitFor();
    await press(page, 'Shift+Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }),
);

describe('the key that ends a composition', () => {
  /** As WebKit sends it: the composition has ended already, and only the number says that the key was part of it. */
  const composed = (page: Page, id: string, name: 'Enter' | 'Escape') =>
    field(page, id).evaluate((element, name) => {
      const key = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
      Object.defineProperty(key, 'keyCode', { value: 229 });
      element.dispatchEvent(key);
    }, name);

  test.each(fields.filter(({ id }) => ['own-words', 'line', 'block'].includes(id)))(
    'submits nothing, and leads nowhere: $name',
    ({ id, scenario, led, text }) =>
      within(scenario, {}, async (page) => {
        await led(page);
        await field(page, id).fill(text);
        await composed(page, id, 'Enter');
        await composed(page, id, 'Escape');
        // What is done first is answered first: a card, or the way on, would be asked for by now.
        await page.evaluate(() => window.bothHeard?.call('typed', {}));
        expect(await field(page, id).inputValue()).toBe(text);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
        expect(await page.evaluate(() => window.bothHeard?.cards().then(({ length }) => length))).toBe(0);
        expect(await page.evaluate(() => window.bothHeard?.events.filter(({ kind }) => kind === 'go-on'))).toEqual([]);
      }),
  );
});
