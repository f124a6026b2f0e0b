// What the tests of the rhythm and of the window share.
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { within } from './page';
import { rail } from './table/days';

/** Finds words whatever isolation marks are in them. */
export const words = (text: string) =>
  new RegExp([...text].map((c) => c.replace(/[.?()]/, '\\$&')).join('[\\u2068\\u2069]*'));
export const plan = (page: Page) =>
  page.evaluate(() => {
    const { changes, rests, due, rhythm } = window.bothHeard?.seen.plan ?? {};
    return { changes, rests, due: due !== null, rhythm };
  });
export const focus = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-do'));
export const gone = (page: Page) => page.locator('dialog').waitFor({ state: 'detached' });
export const settings = (scenario: string, led: (page: Page) => Promise<void>) =>
  within(scenario, {}, async (page) => {
    await rail(page, 'settings');
    await led(page);
  });
/** A test of what the settings come to in a scenario. */
export const inSettings = (name: string, scenario: string, led: (page: Page) => Promise<void>) =>
  test(name, () => settings(scenario, led));
