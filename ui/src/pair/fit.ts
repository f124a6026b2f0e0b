// Finds the size at which a name fits its circle, so that forty wide letters break no layout.

/** Estimates a character's width in ems: rather a little too wide than too narrow. */
function widthOf(grapheme: string): number {
  if (/^\s/u.test(grapheme)) return 0.28;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(grapheme)
  ) {
    return 1.25;
  }
  if (/^[WM@%—…]/u.test(grapheme)) return 1;
  if (/^[mw]/u.test(grapheme)) return 0.9;
  if (/^[fijlrtI.,:;'’|!]/u.test(grapheme)) return 0.4;
  if (/^\p{Lu}/u.test(grapheme)) return 0.74;
  return 0.61;
}

const segmenter = new Intl.Segmenter();
const LINE = 1.15;
/** Below this part of the usual size a word may rather break than shrink further. */
const BEFORE_BREAKING = 0.6;
const LEAST = 0.2;
const STEP = 0.04;

export function textWidth(text: string): number {
  return [...segmenter.segment(text)].reduce((sum, { segment }) => sum + widthOf(segment), 0);
}

/** Counts the lines that words take when a line is so many ems wide; a word wider than a line breaks. */
function linesOf(words: number[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const space = used > 0 ? widthOf(' ') : 0;
    if (used + space + word <= width) used += space + word;
    else {
      const broken = Math.max(1, Math.ceil(word / width));
      lines += (used > 0 ? 1 : 0) + broken - 1;
      used = word - (broken - 1) * width;
    }
  }
  return lines;
}

/** Answers the font size for a text in a box, in the box's unit: `usual` or as much smaller as it must be. */
export function fitting(text: string, width: number, height: number, usual: number): number {
  const words = text.split(/\s+/).filter(Boolean).map(textWidth);
  const longest = Math.max(0, ...words);
  for (let part = 1; part > LEAST; part -= STEP) {
    const size = usual * part;
    const breaks = longest * size > width;
    if (breaks && part > BEFORE_BREAKING) continue;
    if (linesOf(words, (breaks ? 0.92 : 1) * (width / size)) * size * LINE <= height) return size;
  }
  return usual * LEAST;
}
