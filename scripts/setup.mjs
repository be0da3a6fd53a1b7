// Installs and builds what is missing, and does nothing else; silent when all is current.
import { begin } from './launch/begin.mjs';

begin(() => import('./launch/start.mjs').then((module) => module.ensureReady()));
