/** The style sheet of every page, joined from the files of `web/`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STYLE_FILES } from '../render/html/style-files.js';
import { STYLES } from './paths.js';

export async function readStyles(): Promise<string> {
  const parts = await Promise.all(STYLE_FILES.map((file) => readFile(join(STYLES, file), 'utf8')));
  return parts.join('\n');
}
