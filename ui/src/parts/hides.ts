// How often the window was hidden, for what lies open over a page: it closes with it.
import { createContext } from 'svelte';

export const [hidesOf, setHides] = createContext<() => number>();
