// What is typed is remembered until it is kept, whatever becomes of the window; and no part of the screens types past it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Backend, Commands, FieldName, Trouble } from '../../src/backend/types';
import { Typed } from '../../src/typed/typed.svelte';
import { components } from '../sources';

const FIELD: FieldName = 'card/us/same-side';
const LOCKED: Trouble = { kind: 'locked', path: '' };
const MOST = 20_000;
/** What the program remembers of fields, and which of its two commands fail. */
let kept: Map<FieldName, string>;
let failing: Set<keyof Commands>;
let typed: Typed;

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const remembered = () => [...kept].map(([field, text]) => `${field}: ${text}`);
const program = (async (command: keyof Commands, args: { field: FieldName; text: string }) => {
  if (failing.has(command)) throw LOCKED;
  if (command === 'typed') return [...kept].map(([field, text]) => ({ field, text }));
  if (args.text.length > MOST) return { refused: { reason: 'too-long', most: MOST } };
  if (args.text) kept.set(args.field, args.text);
  else kept.delete(args.field);
  return { done: null };
}) as unknown as Backend['call'];
/** Opens the window anew over the same program. */
async function anew(): Promise<Typed> {
  const typed = new Typed(program);
  await typed.read();
  return typed;
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  kept = new Map();
  failing = new Set();
  typed = await anew();
});
afterEach(() => void vi.useRealTimers());

describe('a field', () => {
  test('shows what is kept until something is typed, and then that', () => {
    const field = typed.in(FIELD, 'as kept');
    expect(field.text).toBe('as kept');
    field.type('');
    expect(field.text).toBe('');
    field.type('typed');
    expect(field.text).toBe('typed');
  });

  test('is remembered within two seconds, however long one types on', async () => {
    for (let at = 1; at <= 20; at += 1) {
      typed.type(FIELD, 'x'.repeat(at));
      await pass(100);
    }
    expect(remembered()).toHaveLength(1);
    await pass(1_000);
    expect((await anew()).in(FIELD).text).toBe('x'.repeat(20));
  });

  test('is nowhere once it is kept or given up, also while it is being written down', async () => {
    typed.type(FIELD, 'half');
    await pass(1_000);
    expect(remembered()).toEqual([`${FIELD}: half`]);
    typed.letGo(FIELD);
    await pass(0);
    expect([remembered(), typed.of(FIELD)]).toEqual([[], undefined]);
    typed.type(FIELD, 'half');
    void typed.flush();
    typed.letGo(FIELD);
    await pass(0);
    expect(remembered()).toEqual([]);
  });

  test('that was found from before is let go of as well', async () => {
    typed.type(FIELD, 'half');
    await typed.flush();
    const later = await anew();
    later.letGo(FIELD);
    await pass(0);
    expect([remembered(), (await anew()).of(FIELD)]).toEqual([[], undefined]);
  });

  test('keeps what was typed since its words were kept', () => {
    typed.type(FIELD, 'Robi');
    typed.kept(FIELD, 'Rob');
    expect(typed.of(FIELD)).toBe('Robi');
    typed.kept(FIELD, 'Robi');
    expect(typed.of(FIELD)).toBe(undefined);
  });

  test('says that it is not written down, and is as soon as it can be', async () => {
    failing.add('keep_typed');
    typed.type(FIELD, 'precious');
    await pass(1_000);
    expect([typed.unsaved, typed.in(FIELD).fault?.includes('still here')]).toEqual([true, true]);
    failing.clear();
    await pass(3_100);
    expect([typed.unsaved, typed.in(FIELD).fault, remembered()]).toEqual([false, null, [`${FIELD}: precious`]]);
  });

  test('tells what is too long for any', async () => {
    typed.type(FIELD, 'x'.repeat(20_001));
    await pass(1_000);
    expect(typed.in(FIELD).fault).toContain('20,000');
    typed.type(FIELD, 'x'.repeat(20_000));
    await pass(1_000);
    expect([typed.in(FIELD).fault, remembered()]).toEqual([null, [`${FIELD}: ${'x'.repeat(20_000)}`]]);
  });

  test('of a check-in that is over is forgotten, and no other', async () => {
    for (const field of ['write/3', 'break', FIELD] as const) typed.type(field, 'words');
    await typed.flush();
    typed.endCheckIn();
    expect(typed.fields).toEqual([FIELD]);
  });

  test('that could not be read at first is read later, and overwrites nothing that was typed since', async () => {
    typed.type(FIELD, 'before');
    await typed.flush();
    failing.add('typed');
    const later = await anew();
    expect(later.of(FIELD)).toBe(undefined);
    failing.clear();
    later.type(FIELD, 'since');
    await later.read();
    expect(later.of(FIELD)).toBe('since');
  });
});

describe('the source', () => {
  const found = components.flatMap(([file, text]) => {
    const source = text.replace(/<!--.*?-->/gs, '');
    const fields = source.match(/<(?:input|textarea)\b[\s\S]*?\/?>|\bcontenteditable\b/g) ?? [];
    return fields.map((field) => `${file}: ${/type="(\w+)"/.exec(field)?.[1] ?? field.slice(0, 9)}`);
  });

  test('types into one part, which cannot be drawn without somebody who holds its words', () => {
    const choices = found.filter((field) => /: (?:radio|checkbox)$/.test(field));
    expect(found.filter((field) => !choices.includes(field)).sort()).toEqual([
      // What is looked for is none of their words.
      'checkin/over/Words.svelte: search',
      'parts/Entry.svelte: <textarea',
      'parts/Entry.svelte: text',
    ]);
  });
});
