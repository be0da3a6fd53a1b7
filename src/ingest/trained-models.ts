/** Trained models are no part of a build: a market that is built anew keeps those that were there. */
import { cp, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folder of trained models inside a market directory. */
export const MODELS_FOLDER = 'models';

/**
 * Copies the folder of models of the first market that has one.
 *
 * @param markets directories, by preference; ones that do not exist are passed over
 * @param target directory that receives the folder; left as it is where no market has models
 */
export async function keepModels(markets: readonly string[], target: string): Promise<void> {
  for (const market of markets) {
    const folder = join(market, MODELS_FOLDER);
    const found = await stat(folder).catch(() => null);
    if (found?.isDirectory() !== true) continue;
    await cp(folder, join(target, MODELS_FOLDER), { recursive: true });
    return;
  }
}
