/** The title model of a market. */
import { join } from 'node:path';
import { readTitleModel, type TitleModel } from '../text/titles/index.js';
import { readInstalled } from './installed-file.js';
import { TITLE_MODEL } from './paths.js';

/**
 * @param directory a market
 * @throws {MarketError} when the model is missing, damaged or of another version
 */
export async function openTitleModel(directory: string): Promise<TitleModel> {
  return readInstalled(join(directory, TITLE_MODEL), readTitleModel);
}
