// Cards and the jar: the order, what is asked of the program, and that no word typed is lost.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LANGUAGES } from '../../src/backend/generated/languages';
import type { Card, Commands, Deck, Decks, JarNote } from '../../src/backend/types';
import { Cards, newIn } from '../../src/cards/cards.svelte';
import { deckLine, deckName } from '../../src/cards/names';
import { hiddenOf, offered, partsOf } from '../../src/cards/order';
import { Jar } from '../../src/jar/jar.svelte';
import { Typed } from '../../src/typed/typed.svelte';
import { speak } from '../../src/words/words.svelte';

/** A card as a word: `-a` is hidden, `a*` a favourite, `a/g` in a group. */
function card(word: string): Card {
  const [name = '', group] = word.replace(/[-*]/g, '').split('/');
  const [hidden, favourite] = [word.includes('-'), word.includes('*')];
  return { id: `d/${name}`, group: group ?? null, text: name, shipped: name, hidden, favourite };
}
const all = (words: string) => words.split(' ').filter(Boolean).map(card);
const names = (cards: Card[]) => cards.map(({ text }) => text).join(' ');
const deck = (id: string, words: string, groups: string[] = []): Deck => ({
  id,
  groups: groups.map((group) => ({ id: group, text: group })),
  cards: all(words),
});

describe('the order', () => {
  test.each([
    ['', ''],
    ['a b c', 'a b c'],
    ['a b* c', 'b a c'],
    ['a -b* c* -d', 'c a'],
  ])('of %j in a check-in is %j', (words, expected) => {
    expect(names(offered(all(words)))).toBe(expected);
  });

  test.each([
    ['us', 'a b* -c', [], ['all: a b']],
    ['repair', 'a b c d e f g*', [], ['shown: g a b c d', 'others: e f']],
    ['repair', 'a -b c', [], ['shown: a c', 'others: ']],
    ['needs', 'a/x -b/x c/y', ['x', 'y'], ['group: a', 'group: c']],
    ['needs', 'a/x b -c', ['x', 'y'], ['group: a', 'group: ', 'all: b']],
  ])('of the page of %s with %j', (id, words, groups, expected) => {
    const parts = partsOf(deck(id, words, groups)).map((part) => `${part.kind}: ${names(part.cards)}`);
    expect(parts).toEqual(expected);
  });

  test('has the hidden ones apart', () => {
    expect(names(hiddenOf(deck('us', 'a -b -c*')))).toBe('b c');
  });

  test.each(LANGUAGES)('of decks has a name and a line for each in %s', (tongue) => {
    speak(tongue);
    expect([deckName('old-hurts'), deckLine('old-hurts')].every((words) => /[a-zA-Z]/.test(words))).toBe(true);
    expect([deckName('ours'), deckLine('ours')]).toEqual(['ours', '']);
    expect([deckName('constructor'), deckLine('constructor')]).toEqual(['constructor', '']);
  });
});

type Asked = { [K in keyof Commands]: [K, Commands[K]['args']] }[keyof Commands];
let asked: Asked[];
let answers: unknown[];
/** Answers what was laid ready; an error is thrown. */
async function ask<K extends keyof Commands>(command: K, args: Commands[K]['args']): Promise<Commands[K]['answer']> {
  asked.push([command, args] as Asked);
  const answer = answers.shift();
  if (answer instanceof Error) throw answer;
  return answer as Commands[K]['answer'];
}
/** Remembers what is typed, beside all that. */
const remember = async () => ({ done: null }) as never;
beforeEach(() => {
  asked = [];
  answers = [];
});
const decks = (...one: Deck[]): Decks => ({ decks: one, lists: [], left_out: false });

describe('a card', () => {
  const us = deck('us', 'a b');
  const [a] = us.cards as [Card, Card];
  let typed: Typed;
  let cards: Cards;
  const type = (text: string, what = a.id) => cards.words(what, '').type(text);
  const inField = (what = a.id) => cards.words(what, '(as kept)').text;
  beforeEach(() => {
    typed = new Typed(remember);
    cards = new Cards(ask, typed);
    cards.all = decks(us);
    cards.chosen = 'us';
  });
  const kept = { id: 'd/a', deck: 'us', group: null, text: null, hidden: false, favourite: false };

  test('that was not edited is kept without words of its own', async () => {
    answers = [{ done: decks(us) }];
    expect(await cards.change(us, a, { favourite: true })).toBe(true);
    expect(asked).toEqual([['keep_card', { card: { ...kept, favourite: true } }]]);
  });

  describe('asked for while another is being saved', () => {
    const b = us.cards[1] as Card;
    const star = (...starred: string[]) =>
      decks({ ...us, cards: us.cards.map((card) => ({ ...card, favourite: starred.includes(card.id) })) });

    test('is saved after it', async () => {
      answers = [{ done: star('d/a') }, { done: star('d/a', 'd/b') }];
      const both = [cards.change(us, a, { favourite: true }), cards.change(us, b, { favourite: true })];
      expect(await Promise.all(both)).toEqual([true, true]);
      expect(asked.map(([, args]) => args)).toEqual([
        { card: { ...kept, favourite: true } },
        { card: { ...kept, id: 'd/b', favourite: true } },
      ]);
      expect(cards.all).toEqual(star('d/a', 'd/b'));
    });

    test('is saved as it was left by the one before', async () => {
      answers = [{ done: star('d/a') }, { done: star('d/a') }];
      await Promise.all([cards.change(us, a, { favourite: true }), cards.change(us, a, { hidden: true })]);
      expect(asked[1]?.[1]).toEqual({ card: { ...kept, favourite: true, hidden: true } });
    });

    test('is saved once, where it is the same', async () => {
      answers = [{ done: star('d/a') }];
      const twice = [1, 2].map(() => cards.change(us, a, { favourite: true }));
      expect(await Promise.all(twice)).toEqual([true, true]);
      expect(asked.length).toBe(1);
    });

    test('is saved though that one failed', async () => {
      answers = [new Error('the disk is full'), { done: star('d/b') }];
      const both = [cards.change(us, a, { favourite: true }), cards.change(us, b, { favourite: true })];
      expect(await Promise.all(both)).toEqual([false, true]);
    });

    test('is drawn after it, and deleted after that', async () => {
      answers = [{ done: star('d/a') }, b, star()];
      await Promise.all([cards.change(us, a, { favourite: true }), cards.draw('us'), cards.remove(b)]);
      expect(asked.map(([command]) => command)).toEqual(['keep_card', 'draw_card', 'delete_card']);
      expect(cards.drawn).toEqual(b);
    });
  });

  test('that was edited keeps its words when it is hidden, and loses them when that is wished', async () => {
    const edited = { ...a, text: 'ours' };
    const ours = decks({ ...us, cards: [edited] });
    cards.all = ours;
    answers = [{ done: ours }, { done: ours }];
    await cards.change(us, edited, { hidden: true });
    await cards.change(us, edited, { text: null });
    expect(asked.map(([, args]) => args)).toEqual([{ card: { ...kept, text: 'ours', hidden: true } }, { card: kept }]);
  });

  test.each([
    ['  ours ', { text: 'ours' }],
    ['a', { text: null }],
  ])('with the words %j is kept as %j', async (words, expected) => {
    answers = [{ done: decks(us) }];
    cards.edit(a.id);
    type(words);
    expect(await cards.reword(us, a)).toBe(true);
    expect([asked[0]?.[1], inField()]).toEqual([{ card: { ...kept, ...expected } }, '(as kept)']);
  });

  test.each([
    ['', [], { kind: 'empty' }],
    ['long', [{ refused: { reason: 'too-long', most: 200 } }], { kind: 'too-long', most: 200 }],
    ['good', [new Error('the disk is full')], { kind: 'failed' }],
  ])('keeps the words %j in the field when they are not taken', async (words, ready, fault) => {
    answers = ready;
    cards.edit(a.id);
    type(words);
    expect(await cards.reword(us, a)).toBe(false);
    expect([inField(), cards.fault]).toEqual([words, fault]);
  });

  test('that is half edited is found again as it was left', () => {
    cards.edit(a.id);
    type('half a');
    cards.choose('joy');
    cards.edit(a.id);
    expect(inField()).toBe('half a');
    cards.giveUp(a.id);
    expect([inField(), cards.edits(a.id), cards.open]).toEqual(['(as kept)', false, a.id]);
  });

  test.each(['card/d/a', 'new-card/us/'] as const)(
    'that was half written when the window went is come to: %s',
    async (field) => {
      typed = new Typed(async () => [{ field, text: 'half a' }] as never);
      await typed.read();
      cards = new Cards(ask, typed);
      answers = [decks(deck('joy', 'c'), us)];
      await cards.load();
      expect([cards.chosen, cards.open, cards.edits(cards.open ?? '')]).toEqual([
        'us',
        field === 'card/d/a' ? a.id : newIn(us, null),
        true,
      ]);
      // Once: who goes elsewhere goes elsewhere.
      cards.choose('joy');
      answers = [decks(deck('joy', 'c'), us)];
      await cards.load();
      expect([cards.chosen, cards.open]).toEqual(['joy', null]);
    },
  );

  test('of their own is added, and named', async () => {
    const more = { ...us, cards: [...us.cards, card('c')] };
    const place = newIn(us, null);
    cards.edit(place);
    type('c', place);
    answers = [{ done: decks(more) }];
    expect(await cards.add(us, null)).toBe('d/c');
    expect(asked[0]?.[1]).toEqual({ card: { ...kept, id: '', text: 'c' } });
    expect([cards.open, inField(place)]).toEqual([null, '(as kept)']);
  });

  test('is drawn again from where it was drawn', async () => {
    answers = [card('a'), card('b'), null];
    await cards.draw(null);
    await cards.another();
    cards.putAway();
    await cards.another();
    expect(asked.map(([, args]) => args)).toEqual([{ deck: null }, { deck: null }, { deck: 'us' }]);
    expect([cards.drawn, cards.none]).toEqual([null, true]);
  });
});

describe('the jar', () => {
  const note = (id: string, text: string): JarNote => ({ id, by: 'one', text });
  let jar: Jar;
  beforeEach(() => {
    vi.useFakeTimers();
    jar = new Jar(ask, new Typed(remember), 'one');
    return () => vi.useRealTimers();
  });

  test('saves one note while it is typed, and the same again', async () => {
    answers = [{ done: 'n1' }, { done: 'n1' }];
    jar.typed('the walk');
    await vi.advanceTimersByTimeAsync(1000);
    jar.typed('the walk home');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(([, args]) => args)).toEqual([
      { by: 'one', text: 'the walk', id: null },
      { by: 'one', text: 'the walk home', id: 'n1' },
    ]);
  });

  test('begins an empty note once one is put in', async () => {
    answers = [{ done: 'n1' }, [note('n1', 'the walk')]];
    jar.typed('the walk');
    expect(await jar.put()).toBe(true);
    expect([jar.words, jar.others.length]).toEqual(['', 1]);
    answers = [[note('n1', 'the walk')]];
    expect(await jar.put()).toBe(false);
  });

  test('takes a note up again, and out when it is emptied', async () => {
    const [n1, n2] = [note('n1', 'the walk'), note('n2', 'money')];
    answers = [[n1, n2], {}];
    await jar.change(n1);
    expect([jar.words, jar.others]).toEqual(['the walk', [n2]]);
    jar.typed(' ');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.at(-1)).toEqual(['take_from_jar', { id: 'n1' }]);
  });

  test.each([
    [new Error('the disk is full'), { kind: 'failed' }],
    [{ refused: { reason: 'too-long', most: 500 } }, { kind: 'too-long', most: 500 }],
  ])('keeps the words when they are not saved, also when it is closed', async (answer, unsaved) => {
    answers = [answer, answer, { done: 'n1' }];
    jar.typed('precious');
    expect(await jar.put()).toBe(false);
    await jar.close();
    expect([jar.words, jar.unsaved]).toEqual(['precious', unsaved]);
    await vi.advanceTimersByTimeAsync(4000);
    expect([jar.unsaved, jar.draft.unsaved]).toEqual([null, false]);
  });

  test('shows nothing once it is closed', async () => {
    answers = [[note('n1', 'the walk')]];
    await jar.open();
    await jar.close();
    expect([jar.words, jar.notes]).toEqual(['', []]);
  });
});
