// Every place of the formats that ship, as the program itself finds them.
import { inject } from 'vitest';
import type { View } from '../../../src/backend/types';

export interface Place {
  place: string;
  view: View;
}

/** Asks for every place of a format, with or without something to look back on. */
export async function placesOf(format: string, agreed: boolean): Promise<Place[]> {
  const body = JSON.stringify({ places_of: format, agreed });
  const answer = await fetch(`${inject('address')}/desk`, { method: 'POST', body });
  return ((await answer.json()) as { done: Place[] }).done;
}
