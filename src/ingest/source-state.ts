/** Whether the raw files of a source differ from those it was last read from. */
import { readdir, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import type { ManifestSource } from '../store/port.js';
import type { Connector } from './connector.js';
import { fingerprint, type Locate } from './raw-reader.js';

/** `absent`: none of its files is here. */
export type SourceState = 'unchanged' | 'changed' | 'absent';

/**
 * Compares checksums. A file that is like those read before, but for its digits (the next year, the next day), or that
 * stands where a download belongs, counts as a change.
 *
 * @param entry what the manifest says of the last reading; null for a source that the market does not hold
 */
export async function stateOf(
  { downloads }: Pick<Connector, 'downloads'>,
  entry: Pick<ManifestSource, 'inputs'> | null,
  locate: Locate,
): Promise<SourceState> {
  // Which files it needs is known only to its connector: reading it says what is missing.
  if (entry === null) return 'changed';
  const { inputs } = entry;
  const read = new Set(inputs.map(({ path }) => path));
  const offered = [...downloads.map(({ path }) => path), ...(await lookalikes([...read], locate))];
  const further: string[] = [];
  for (const path of offered) if (!read.has(path) && (await isFile(locate(path)))) further.push(path);
  let [present, same] = [0, 0];
  for (const { path, bytes, sha256 } of inputs) {
    const found = await stat(locate(path)).catch(() => null);
    if (found?.isFile() !== true) continue;
    present += 1;
    if (found.size === bytes && (await fingerprint(locate(path))).sha256 === sha256) same += 1;
  }
  if (present === 0 && further.length === 0) return 'absent';
  return same === inputs.length && further.length === 0 ? 'unchanged' : 'changed';
}

/** Files beside those given whose paths differ from one of them only in digits. */
async function lookalikes(paths: readonly string[], locate: Locate): Promise<string[]> {
  const shapes = new Set(paths.map(shapeOf));
  const folders = new Set(paths.filter((path) => shapeOf(path) !== path).map((path) => path.split('/')[0]!));
  const found: string[] = [];
  for (const folder of folders) {
    const names = await readdir(locate(folder), { recursive: true }).catch(() => []);
    const candidates = names.map((name) => posix.join(folder, name.replaceAll('\\', '/')));
    found.push(...candidates.filter((path) => shapes.has(shapeOf(path)) && !paths.includes(path)));
  }
  return found;
}

function shapeOf(path: string): string {
  const [folder, ...rest] = path.split('/');
  return [folder, ...rest.map((part) => part.replace(/\d+/g, '#'))].join('/');
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
