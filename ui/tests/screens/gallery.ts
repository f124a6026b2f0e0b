// Looks at every screen and every moment: theme, language, size of text, motion; and leaves its picture.
import { describe, expect, test } from 'vitest';
import { misfits, type Opened, picture, SIZES, settled, within, wrong } from './page';
import { everything, type Shown } from './table';

const usual = { width: SIZES.usual[0], height: SIZES.usual[1] };
const small = { width: SIZES.small[0], height: SIZES.small[1] };
const large = { width: SIZES.large[0], height: SIZES.large[1] };

/** Each screen is seen in each of these: every theme, language, size of text and kind of motion is among them. */
const looks: Record<string, Opened> = {
  'light en 100': { theme: 'light', lang: 'en', text: 100, still: true, ...usual },
  'evening de 100': { theme: 'evening', lang: 'de', text: 100, still: false, ...usual },
  'light pseudo 200': { theme: 'light', lang: 'pseudo', text: 200, still: true, ...small },
  'evening de 200': { theme: 'evening', lang: 'de', text: 200, still: true, ...small },
};
/** Only here are the places seen that say the same as another: the second turn, the second round of more. */
const EVERY_PLACE = 'evening de 100';
/** The main screens in the other sizes of the window. */
const sizes: Record<string, Opened> = {
  'light en 100': { theme: 'light', lang: 'en', still: true, ...small },
  'light de 100': { theme: 'light', lang: 'de', still: true, ...small },
  'evening en 100': { theme: 'evening', lang: 'en', still: true, ...large },
};

/** Whether axe-core looks, too: it sees structure and colour, and neither the made-up language nor larger text nor another
 * size of the window changes those. What fits is looked at everywhere. */
function withAxe(opened: Opened): boolean {
  return Object.values(looks).includes(opened) && opened.lang !== 'pseudo' && opened.text === 100;
}

async function look({ name, scenario, led, seen, main }: Shown, opened: Opened): Promise<void> {
  await within(scenario, opened, async (page) => {
    await led?.(page);
    await settled(page);
    const { theme, lang, text = 100, width, height } = opened;
    // The made-up language is there to see what fits, and not to be looked at; large text is looked at on the main screens.
    if (lang !== 'pseudo' && (main || text === 100))
      await picture(
        page,
        `${name}-${theme}-${lang}-${width}x${height}${text === 100 ? '' : `-${text}`}`,
        seen,
      );
    expect(await (withAxe(opened) ? wrong(page) : misfits(page))).toEqual([]);
  });
}

/** Makes the tests of one theme; each theme is a file, so that two run at once. */
export function gallery(theme: Opened['theme']): void {
  const ofTheme = (all: Record<string, Opened>) =>
    Object.entries(all).filter(([, opened]) => opened.theme === theme);
  for (const [name, opened] of ofTheme(looks)) {
    const all = name === EVERY_PLACE ? everything : everything.filter((one) => !one.again);
    describe.concurrent(name, () => {
      for (const shown of all) test(shown.name, () => look(shown, opened));
    });
  }
  for (const [name, opened] of ofTheme(sizes)) {
    describe.concurrent(`${name}, ${opened.width}×${opened.height}`, () => {
      for (const shown of everything.filter((one) => one.main)) test(shown.name, () => look(shown, opened));
    });
  }
}
