// Lists every screen, with the way to it.
import { between } from './between';
import { days } from './days';
import { overlays } from './over';
import { places } from './places';
import { rhythm } from './rhythm';
import type { Shown } from './shown';

export type { Shown } from './shown';
export const everything: Shown[] = [...days, ...rhythm, ...between, ...places, ...overlays];
