import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { acquireLock } from './lock.mjs';
import { isBuilt, isInstalled, wantedInstall } from './readiness.mjs';

/**
 * Installs and builds what is missing, one process at a time.
 *
 * @param {string} root package root
 * @param {(message: string) => void} say for the user, one line each
 * @throws {import('./setup-error.mjs').SetupError} when npm or the compiler fails
 * @throws {import('./setup-error.mjs').SetupInterrupted} when this process was told to end
 */
export async function setUp(root, say) {
  const lock = await acquireLock(join(root, 'dist', '.setup.lock'), {
    onWait: () => say('another run is setting up; waiting for it'),
  });
  try {
    const wanted = wantedInstall(root);
    const effects = { say, onPid: lock.setChild };
    if (!isInstalled(root, wanted)) await install(root, wanted, effects);
    if (!isBuilt(root, wanted)) await build(root, wanted, effects);
  } finally {
    lock.release();
  }
}
