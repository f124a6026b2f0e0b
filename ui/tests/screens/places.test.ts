// Every place of the ritual, and what lies over it.
import { gallery } from './gallery';
import { overlays } from './table/over';
import { places } from './table/places';

gallery([...places, ...overlays]);
