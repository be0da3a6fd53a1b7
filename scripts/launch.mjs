// What `npm start` runs: sets up what is missing, then hands over to the command line.
import { begin } from './launch/begin.mjs';

begin(() => import('./launch/start.mjs').then((module) => module.start()));
