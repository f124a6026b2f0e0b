// Words being typed are saved soon, and never lost by a failure.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Draft } from '../../src/typed/draft';

let saved: string[];
let broken: boolean;
let draft: Draft;

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  broken = false;
  draft = new Draft(
    async (text) => {
      if (broken) throw new Error('the disk is full');
      saved.push(text);
    },
    () => Date.now(),
  );
});
afterEach(() => void vi.useRealTimers());

test('a word is saved within a second after the last key', async () => {
  draft.typed('a');
  await vi.advanceTimersByTimeAsync(300);
  draft.typed('ab');
  await vi.advanceTimersByTimeAsync(690);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(20);
  expect([saved, draft.unsaved]).toEqual([['ab'], false]);
});

test('who types on and on is saved within two seconds of the first unsaved key', async () => {
  for (let at = 0; at < 20; at += 1) {
    draft.typed('x'.repeat(at + 1));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved.length).toBe(1);
});

test('flushing saves at once, and only what is unsaved', async () => {
  draft.typed('now');
  await draft.flush();
  await draft.flush();
  expect(saved).toEqual(['now']);
});

test('who asks while it is slow to fail is told with the first, and it is tried once', async () => {
  let tries = 0;
  let fail = () => {};
  const slow = new Draft(() => {
    tries += 1;
    return new Promise((_, reject) => (fail = () => reject(new Error('locked'))));
  });
  slow.typed('precious');
  const asked = [slow.flush(), slow.flush()].map((one) => expect(one).rejects.toThrow('locked'));
  await vi.advanceTimersByTimeAsync(1_000);
  asked.push(expect(slow.flush()).rejects.toThrow('locked'));
  fail();
  await Promise.all(asked);
  expect([tries, slow.unsaved]).toEqual([1, true]);
  // Other words are other words, and so are the same ones later.
  slow.typed('precious words');
  void slow.flush().catch(() => {});
  await vi.advanceTimersByTimeAsync(0);
  slow.typed('precious');
  void slow.flush().catch(() => {});
  fail();
  await vi.advanceTimersByTimeAsync(0);
  expect(tries).toBe(3);
});

test('a failure keeps the words and tries again', async () => {
  broken = true;
  draft.typed('precious');
  await expect(draft.flush()).rejects.toThrow('full');
  expect(draft.unsaved).toBe(true);
  draft.typed('precious words');
  await vi.advanceTimersByTimeAsync(1_000);
  broken = false;
  await vi.advanceTimersByTimeAsync(3_100);
  expect([saved, draft.unsaved]).toEqual([['precious words'], false]);
});

test('a failure is tried again also when saving was asked for, and no key follows', async () => {
  broken = true;
  draft.typed('precious');
  await expect(draft.flush()).rejects.toThrow('full');
  broken = false;
  await vi.advanceTimersByTimeAsync(3_100);
  expect([saved, draft.unsaved]).toEqual([['precious'], false]);
});

test('what is typed while it is being saved is saved too', async () => {
  let release = () => {};
  const slow = new Draft(
    (text) =>
      new Promise((done) => {
        saved.push(text);
        release = done;
      }),
    () => Date.now(),
  );
  slow.typed('one');
  const first = slow.flush();
  await vi.advanceTimersByTimeAsync(0);
  slow.typed('one two');
  release();
  await first;
  expect(slow.unsaved).toBe(true);
  await vi.advanceTimersByTimeAsync(800);
  expect(saved).toEqual(['one', 'one two']);
});

test('what is dropped is not saved', async () => {
  draft.typed('over');
  draft.drop();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(saved).toEqual([]);
});
