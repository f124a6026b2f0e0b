// The pages of every day, of the rhythm, and of what a couple makes its own.
import { gallery } from './gallery';
import { between } from './table/between';
import { days } from './table/days';
import { rhythm } from './table/rhythm';

gallery([...days, ...rhythm, ...between]);
