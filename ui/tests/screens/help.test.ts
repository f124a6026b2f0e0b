// Help that shrinks, and tones that can be heard before they are chosen.
import { expect, test } from 'vitest';
import { act, scene, within } from './page';

const lines = () => window.bothHeard?.seen.settings.lines;

test('fewer lines are offered after some check-ins, and nothing changes by itself', async () => {
  await within('past=4', {}, async (page) => {
    await page.locator('[data-do="fewer-lines"]').waitFor();
    expect(await page.evaluate(lines)).toEqual({ one: 'full', two: 'full' });
    await act(page, 'keep-lines');
    await page.locator('[data-do="fewer-lines"]').waitFor({ state: 'detached' });
    expect(await page.evaluate(lines)).toEqual({ one: 'full', two: 'full' });
  });
  await within('past=8', {}, async (page) => {
    await act(page, 'fewer-lines');
    await page.locator('[data-do="fewer-lines"]').waitFor({ state: 'detached' });
    expect(await page.evaluate(lines)).toEqual({ one: 'hint', two: 'hint' });
  });
});

test.each(['past=0', 'past=3', 'past=16', 'past=4&lines=hint'])('with %s nothing is offered', async (scenario) => {
  await within(scenario, {}, async (page) => {
    await page.locator('[data-do="begin"]').waitFor();
    expect(await page.locator('[data-do="fewer-lines"]').count()).toBe(0);
  });
});

scene('lines are chosen for each, and tones are heard before they are kept', '', async (page) => {
  await act(page, 'to-settings');
  await page.locator('#lines-two').selectOption('off');
  await page.waitForFunction(() => window.bothHeard?.seen.settings.lines.two === 'off');
  expect(await page.evaluate(lines)).toEqual({ one: 'full', two: 'off' });
  await page.locator('#timbre').selectOption('wood');
  await page.locator('#volume').selectOption('20');
  await page.waitForFunction(() => window.bothHeard?.seen.settings.volume === 20);
  await act(page, 'preview');
  await page.waitForFunction(() => window.bothHeard?.heard.at(-1)?.endsWith('Wood'));
  await page.locator('label[for="tones"]').click();
  await page.locator('[data-do="preview"]').waitFor({ state: 'detached' });
});
