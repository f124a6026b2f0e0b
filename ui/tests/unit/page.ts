// Lets every unit test speak.
import { learnAll } from '../catalogue';

learnAll();
