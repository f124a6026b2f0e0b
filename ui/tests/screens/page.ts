// Opens a screen as a couple would see it, and looks it over.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { inject, test } from 'vitest';
import type { Tongue } from '../../src/words/bundle';

export const pictures = fileURLToPath(new URL('../../../target/pictures/ui', import.meta.url));
mkdirSync(pictures, { recursive: true });

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `cargo xtask test` finds it under whatever name it has on a system. */
const CHROMIUM = process.env.BOTH_HEARD_CHROMIUM ?? '/usr/bin/chromium';
/** One for each worker, which ends it when it ends: one of its own for each file costs seconds in all. */
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

export interface Opened {
  theme?: 'light' | 'evening';
  lang?: Tongue;
  text?: number;
  still?: boolean;
  width?: number;
  height?: number;
  /** Whether a mistake of the program is looked for here, and fails nothing. */
  mistaken?: boolean;
}
export const SIZES = {
  usual: { width: 1100, height: 720 },
  small: { width: 900, height: 600 },
  large: { width: 1600, height: 1000 },
} as const;

interface Watched {
  page: Page;
  faults: string[];
}
/** The way to ask a page's browser for pictures. */
const cameras = new WeakMap<Page, CDPSession>();
/** A page that is free again: opening one takes longer than most tests. */
let free: Watched | null = null;

async function newPage(): Promise<Watched> {
  // Nobody asks the page for its zone; in one so odd it would show.
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Pacific/Chatham' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  cameras.set(page, await context.newCDPSession(page));
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return { page, faults };
}

/** Sets what the window and the desktop give: its size, and whether things may move. */
async function frame(page: Page, { still = true, width = 1100, height = 720 }: Opened): Promise<void> {
  await page.emulateMedia({ reducedMotion: still ? 'reduce' : 'no-preference' });
  // Asked first: to be given the size it has costs a page two frames.
  const now = page.viewportSize();
  if (now?.width !== width || now.height !== height) await page.setViewportSize({ width, height });
}

/** Opens the UI over a program of its own, waits for the place that the scenario names, and does something there; any error or
 * breach of the policy fails the test. */
export async function within(scenario: string, opened: Opened, act: (page: Page) => Promise<unknown>): Promise<void> {
  const { theme = 'light', lang = 'en', text = 100, mistaken = false } = opened;
  const watched = free ?? (await newPage());
  free = null;
  const { page, faults } = watched;
  await frame(page, opened);
  await page.goto(`${inject('address')}/?theme=${theme}&lang=${lang}&text=${text}&${scenario}`, {
    // The screen that is there tells that it is open.
    waitUntil: 'commit',
  });
  await page.locator('[data-screen]').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const asked = new URLSearchParams(scenario);
  const place = asked.get('place');
  // Where something lies over it, Home is what is opened.
  const held = ['running', 'paused', 'over'].some((key) => asked.has(key));
  if (place && !held) await at(page, place);
  await act(page);
  if (faults.length > 0 && !mistaken) throw new Error(faults.join('\n'));
  faults.length = 0;
  // The whole state of a page is in its memory: the next address begins anew.
  free = watched;
}

/** A test of what a scenario comes to. */
export function scene(name: string, scenario: string, play: (page: Page) => Promise<unknown>): void {
  test(name, () => within(scenario, {}, play));
}

/** Loads the page anew over the same program. */
export async function reload(page: Page): Promise<void> {
  const number = await page.evaluate(() => window.bothHeard?.number);
  await page.goto(`${page.url().replace(/&desk=\d+/, '')}&desk=${number}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.bothHeard);
  await page.locator('[data-screen]').first().waitFor();
}

/** Turns an open screen to another look where it stands, by the road of the settings. */
export async function turnTo(page: Page, opened: Opened): Promise<void> {
  await frame(page, opened);
  await page.evaluate(async ({ theme = 'light', lang = 'en', text = 100 }) => {
    const { app, bothHeard } = window;
    if (!app || !bothHeard) throw new Error('no program is spoken with');
    await bothHeard.speaks(lang);
    history.replaceState(null, '', location.search.replace(/lang=\w+/, `lang=${lang}`));
    await app.preferences.save({ theme, text });
    await document.fonts.ready;
  }, opened);
}

/** Waits until the check-in has painted a place. */
export async function at(page: Page, place: string, part?: string): Promise<void> {
  const within = part ? `[data-part="${part}"]` : '';
  await page.locator(`[data-place="${place}"]${within}`).waitFor();
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** A place on a way, with its part after a slash, and the keys pressed there. */
export type Stop = [place: string, ...keys: string[]];

export async function walk(page: Page, ...way: Stop[]): Promise<void> {
  for (const [stop, ...keys] of way) {
    const [place = '', part] = stop.split('/');
    await at(page, place, part);
    await press(page, ...keys);
  }
}

/** Types into the field that is open: the focus comes to it a moment after it is there. */
export async function type(page: Page, words: string): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.matches('input, textarea'));
  await page.keyboard.type(words);
}

export async function act(page: Page, name: string): Promise<void> {
  await page.locator(`[data-do="${name}"]`).first().click();
}

/** Lists what axe-core finds wrong. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ url: `${inject('address')}/axe.js` });
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
      iframes: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`),
    );
  });
}

/** Lists what does not fit: text that is cut, pages that scroll sideways, targets too small or out of reach. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const seen = (element: Element) => element.checkVisibility() && !element.closest('.unseen');
    const { innerWidth, innerHeight } = window;
    for (const element of document.querySelectorAll('html, body, main, nav, .rite, .day, .middle, dialog')) {
      if (element.scrollWidth > element.clientWidth + 1) faults.push(`scrolls sideways: ${name(element)}`);
    }
    if (document.documentElement.scrollHeight > innerHeight + 1) faults.push('the window itself scrolls');
    for (const element of document.querySelectorAll('button, h1, h2, p, label, .label, .name, .under, kbd, legend')) {
      if (!seen(element)) continue;
      const box = element.getBoundingClientRect();
      const { display, overflowY } = getComputedStyle(element);
      const wide = element.scrollWidth > element.clientWidth + 1;
      const high = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 2;
      // Long words that were written may end in an ellipsis: the whole of them stands in the field.
      if ((wide || high) && display !== 'inline' && !element.matches('.words')) faults.push(`cut: ${name(element)}`);
      if (box.left < -1 || box.right > innerWidth + 1) faults.push(`outside: ${name(element)}`);
    }
    for (const element of document.querySelectorAll('button, select, input, textarea')) {
      if (!seen(element)) continue;
      const box = element.getBoundingClientRect();
      if (box.height < 43.5 || box.width < 43.5) faults.push(`small: ${name(element)} ${box.width}×${box.height}`);
      element.scrollIntoView({ block: 'nearest' });
      const now = element.getBoundingClientRect();
      if (now.top < -1 || now.bottom > innerHeight + 1) faults.push(`out of reach: ${name(element)}`);
    }
    // Names stay inside their circles, and lines of the stage do not lie on one another.
    for (const label of document.querySelectorAll('.pair .label')) {
      const box = label.getBoundingClientRect();
      const inside = [...document.querySelectorAll('.pair .disc')].some((disc) => {
        const circle = disc.getBoundingClientRect();
        return (
          box.top >= circle.top - 1 &&
          box.bottom <= circle.bottom + 1 &&
          box.left >= circle.left - 2 &&
          box.right <= circle.right + 2
        );
      });
      if (!inside) faults.push(`leaves its circle: ${name(label)}`);
    }
    const blocks = [...document.querySelectorAll('.middle > *')]
      .filter(seen)
      .map((block) => ({ block, box: block.getBoundingClientRect() }));
    for (const [index, { block, box }] of blocks.entries()) {
      const above = blocks[index - 1];
      if (above && box.top < above.box.bottom - 1) faults.push(`overlap: ${name(above.block)} and ${name(block)}`);
    }
    return faults;
  });
}

/** Takes a picture, from the top of the page or from where `seen` begins. */
export async function picture(page: Page, name: string, seen = ''): Promise<void> {
  await page.evaluate((part) => {
    for (const scrolled of document.querySelectorAll('main, .middle, .day, dialog')) scrolled.scrollTo(0, 0);
    if (part) document.querySelector(part)?.scrollIntoView();
  }, seen);
  // Asked for by hand, as Playwright has no way to say that a picture may be a little larger and done in half the time.
  const asked = { format: 'png', optimizeForSpeed: true } as const;
  const { data } = (await cameras.get(page)?.send('Page.captureScreenshot', asked)) ?? { data: '' };
  writeFileSync(`${pictures}/${name}.png`, data, 'base64');
}

/** Brings everything that moves to its end at once, and holds a breath, which has none, at its beginning: so a picture is
 * the same each time, and no page goes on drawing beside the next. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const all = document.getAnimations();
    const ends = all.filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? 0));
    for (const animation of ends) animation.finish();
    await Promise.all(ends.map((animation) => animation.finished.catch(() => {})));
    for (const animation of all.filter((one) => !ends.includes(one))) {
      animation.pause();
      animation.currentTime = 0;
    }
  });
}
