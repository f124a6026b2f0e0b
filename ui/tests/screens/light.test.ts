// Every screen on warm paper.
import { gallery } from './gallery';

gallery('light');
