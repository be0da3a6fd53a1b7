/** The files of a folder. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../../core/errors.js';
import { INPUT_LIMITS } from './limits.js';
import { shownName } from './shown-name.js';
import { fileFailure } from './unreadable.js';

/**
 * Paths of all files below a folder, sorted; hidden files and folders and links to folders are left out.
 *
 * @throws {UsageError} UNREADABLE_FILE | EMPTY_FOLDER | TOO_MANY_FILES
 */
export async function listFiles(folder: string, most: number = INPUT_LIMITS.files): Promise<string[]> {
  const found: string[] = [];
  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
      if (found.length > most) {
        const message = `${shownName(folder)} holds more than ${most} files.`;
        throw new UsageError('TOO_MANY_FILES', message, 'Give a smaller folder.');
      }
    }
  };
  try {
    await visit(folder);
  } catch (failure) {
    throw fileFailure(folder, failure);
  }
  if (found.length === 0) {
    const remedy = 'Give a file, or a folder with files; hidden files are left out.';
    throw new UsageError('EMPTY_FOLDER', `${shownName(folder)} holds no files.`, remedy);
  }
  return found;
}
