// Every screen in ink blue.
import { gallery } from './gallery';

gallery('evening');
