// What `npm test` runs: sets up what is missing, then every test this machine can run, or those named.
import { begin } from './launch/begin.mjs';

begin(() => import('./launch/start.mjs').then((module) => module.runTests()));
