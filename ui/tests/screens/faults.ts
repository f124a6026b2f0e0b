// Makes the fake program find fault with formats, where it would otherwise take any.
import type { Page } from 'playwright-core';

/** Refuses leaning in where the other has not spoken, as core does. */
export async function strict(page: Page): Promise<void> {
  await page.evaluate(() => {
    const fake = window.bothHeard;
    if (!fake) return;
    const keep = fake.keep_format.bind(fake);
    fake.keep_format = ({ format }) => {
      const spoke = (before: number) => format.step.slice(0, before).findLast(({ kind }) => kind === 'speak');
      const step = format.step.findIndex(
        ({ kind, whose }, at) => kind === 'lean-in' && [undefined, whose].includes(spoke(at)?.whose),
      );
      if (step >= 0) return { refused: { wrong: 'step', step, fault: 'nothing-to-lean-in-to' } };
      return keep({ format });
    };
  });
}

/** Puts two files beside the store that cannot be used. */
export async function brokenFiles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shelf = window.bothHeard?.shelf;
    if (!shelf) return;
    const all = shelf.formats.bind(shelf);
    const folder = '/home/sam/.local/share/both-heard/formats';
    const why =
      'TOML parse error at line 5, column 11\n  |\n5 | minutes = 31\n  |           ^^\n31 minutes: a step takes 1 to 30';
    shelf.formats = () => ({
      ...all(),
      broken: [
        { file: `${folder}/sundays.toml`, error: { wrong: 'unreadable', why } },
        { file: `${folder}/walk.toml`, error: { wrong: 'step', step: 2, fault: 'nothing-to-lean-in-to' } },
      ],
    });
  });
}
