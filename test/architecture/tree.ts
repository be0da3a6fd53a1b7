/** Rules about files as such: names, lengths, what does not belong in the repository. */
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git']);

export const MAX_SOURCE_LINES = 400;

/** Paths of all files of the clone that belong to the repository, with forward slashes. */
export function repositoryFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || entry.name.endsWith('.log')) return [];
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return repositoryFiles(root, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Whether a part of the path says nothing about what is in it. */
export function hasEmptyName(path: string): boolean {
  return path.split('/').some((part) => /^(utils?|helpers?|common|misc|shared|stuff)(\.|$)/i.test(part));
}

const DATA_FILE = /\.(csv|tsv|xlsx?|ods|jsonl|ndjson|parquet|duckdb|db|sqlite|zip|gz|tgz|zst|xml)$/i;

/** Small made-up inputs of tests and examples; what a publisher offers is larger. */
const MAX_FIXTURE_BYTES = 64 * 1024;

/** Whether a file looks like a publisher's own: a data format outside `market`, other than a small fixture. */
export function looksLikeRawData(path: string, bytes: number): boolean {
  if (!DATA_FILE.test(path) || path.startsWith('market/')) return false;
  const madeUp = /^(test|examples|bench|src\/.*\/fixtures)\//.test(path);
  return !(madeUp && bytes <= MAX_FIXTURE_BYTES);
}

/** Absolute paths of somebody's machine; an address on the web or a path inside another is not one. */
export function machinePaths(text: string): string[] {
  const pattern = /(?<![\w.~/-])(?:file:\/\/)?(?:\/(?:work|home|root|Users)\/|[A-Z]:\\Users\\)[\w.-]*/g;
  return text.match(pattern) ?? [];
}

export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
