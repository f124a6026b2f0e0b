// Lists are keyed by ids or places: words may stand in one twice, and a repeated key empties the page.
import { type AST, parse } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { components } from '../sources';

/** Names out of closed sets in this program's own source, each of which stands in its list once. */
const CLOSED = ['who', 'side', 'to', 'role', 'kind', 'does', 'value'];

function eachBlocks(text: string): AST.EachBlock[] {
  const found: AST.EachBlock[] = [];
  const look = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'EachBlock') found.push(node as AST.EachBlock);
    for (const inner of Object.values(node)) look(inner);
  };
  look(parse(text, { modern: true }).fragment);
  return found;
}

/** Says what is wrong with the keys of a component's lists. */
function faults(text: string): string[] {
  return eachBlocks(text).flatMap(({ key, index, start, end }) => {
    if (!key) return [`no key: ${text.slice(start, Math.min(end, start + 60))}`];
    const name =
      key.type === 'MemberExpression' && key.property.type === 'Identifier'
        ? key.property.name
        : key.type === 'Identifier' && key.name;
    const fits = name && ((key.type === 'Identifier' && name === index) || [...CLOSED, 'id'].includes(name));
    return fits ? [] : [`keyed by words: ${text.slice(start, Math.min(end, start + 60))}`];
  });
}

test.each(components)('%s keys its lists by ids or places', (_, text) => {
  expect(faults(text)).toEqual([]);
});

test.each([
  ['{#each all as card (card.id)}{/each}', true],
  ['{#each all as { id, text } (id)}{text}{/each}', true],
  ['{#each all as word, place (place)}{word}{/each}', true],
  ['{#each all as word (word)}{word}{/each}', false],
  ['{#each all as { text } (text)}{text}{/each}', false],
  ['{#each all as card (card.text)}{/each}', false],
  ['{#each all as rest (rest.from + rest.to)}{/each}', false],
  ['{#each all as word, place (word)}{place}{/each}', false],
  ['{#each all as word}{word}{/each}', false],
])('the rule says of %s: %s', (text, fits) => {
  expect(faults(text).length === 0).toBe(fits);
});
