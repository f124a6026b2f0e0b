// Looks at every screen and every moment: theme, language, size of text, motion; and leaves its picture.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaults, misfits, type Opened, picture, SIZES, settled, turnTo, within } from './page';
import { fields } from './table/fields';
import type { Shown } from './table/shown';

/** Each screen is opened and walked to in this look, which moves. */
const opening: Opened = { theme: 'evening', lang: 'de', still: false, ...SIZES.usual };
/** Then it is turned to each of these, where it stands: so every theme, language, size of text and kind of motion is seen. */
const looks: Opened[] = [
  { theme: 'light', lang: 'en', ...SIZES.usual },
  { theme: 'light', lang: 'pseudo', text: 200, ...SIZES.small },
  { theme: 'evening', lang: 'de', text: 200, ...SIZES.small },
];
/** The main screens in the other sizes of the window. */
const sizes: Opened[] = [
  { theme: 'light', lang: 'en', ...SIZES.small },
  { theme: 'light', lang: 'de', ...SIZES.small },
  { theme: 'evening', lang: 'en', ...SIZES.large },
];

/** Places that say the same as another are seen once: the second turn, the second round of more. */
function looksAt({ again, main }: Shown): Opened[] {
  if (again) return [opening];
  return [opening, ...looks, ...(main ? sizes : [])];
}

/** Sorts its looks by how it is opened: once, or once for each language. */
function openings(shown: Shown): Opened[][] {
  const all = looksAt(shown);
  if (!shown.holds) return [all];
  return ['de', 'en', 'pseudo'].map((lang) => all.filter((opened) => opened.lang === lang));
}

async function look(page: Page, { name, seen, main }: Shown, opened: Opened): Promise<string[]> {
  await settled(page);
  const { theme, lang, text = 100, width, height } = opened;
  const look = `${theme}-${lang}-${width}x${height}${text === 100 ? '' : `-${text}`}`;
  // The made-up language is there to see what fits, and not to be looked at; large text is looked at on the main screens.
  if (lang !== 'pseudo' && (main || text === 100)) await picture(page, `${name}-${look}`, seen);
  const faults = [...(await misfits(page)), ...(await untried(page))];
  // axe-core sees structure and colour: neither larger text nor another size of the window changes those.
  if (text === 100 && width === SIZES.usual.width) faults.push(...(await axeFaults(page)));
  return faults.map((fault) => `${look}: ${fault}`);
}

/** Lists the fields of a screen that no test types into. */
async function untried(page: Page): Promise<string[]> {
  const seen = await page
    .locator('input:not([type="radio"], [type="checkbox"], [type="search"]), textarea, [contenteditable]')
    .evaluateAll((all) => all.map(({ id }) => id));
  return seen.filter((id) => !fields.some((field) => field.id === id)).map((id) => `not in the table of fields: ${id}`);
}

/** Makes the tests of some screens. The table is in several files, so that two run at once. */
export function gallery(all: Shown[]): void {
  test.each(all)('$name', async (shown) => {
    const faults: string[] = [];
    for (const [first, ...others] of openings(shown)) {
      if (!first) continue;
      await within(shown.scenario, first, async (page) => {
        await shown.led?.(page);
        faults.push(...(await look(page, shown, first)));
        for (const other of others) {
          await turnTo(page, other);
          faults.push(...(await look(page, shown, other)));
        }
      });
    }
    expect(faults).toEqual([]);
  });
}
