/**
 * The record of a site: which page was made from what, so that an unchanged page is not made again.
 *
 * One line of JSON per page, added soon after its files are on disk; a later line of the same page replaces an
 * earlier one. A line that a killed build left unfinished is passed over. Nothing is believed from it alone: a page
 * counts as made only while its files still hold what was written.
 */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileMark } from './files.js';
import type { PageEntry } from './page-entry.js';

export const RECORD_FILE = '.goingrate-site.jsonl';

const SCHEMA = 'goingrate.site/1';
/** Lines kept in memory before they are added to the file. */
const BATCH_LINES = 32;
/** The longest a line is kept there, milliseconds. */
const BATCH_MS = 1000;

/** What is known of one page, or of one file that belongs to no page. */
export interface RecordedPage {
  /** Folder of a page; path of a file without a page. */
  readonly path: string;
  /** What it was made from; null for a file without a page. */
  readonly key: string | null;
  readonly files: readonly FileMark[];
  readonly entry: PageEntry | null;
}

export interface SiteRecord {
  /** As the last build left it, by path. */
  readonly known: ReadonlyMap<string, RecordedPage>;
  add(page: RecordedPage): void;
  /** Writes what `add` kept back. */
  flush(): void;
  /** Puts the whole record in place of the lines added. */
  finish(pages: Iterable<RecordedPage>): void;
}

/** Opens the record of a folder; one that is missing or unreadable is an empty one. */
export function openRecord(folder: string, now: () => number): SiteRecord {
  const path = join(folder, RECORD_FILE);
  const known = readRecord(path);
  // An unfinished last line would spoil the next.
  writeWhole(path, known.values());
  let kept: string[] = [];
  let since = now();
  const flush = () => {
    if (kept.length > 0) appendFileSync(path, kept.join(''));
    kept = [];
    since = now();
  };
  return {
    known,
    add(page) {
      kept.push(lineOf(page));
      if (kept.length >= BATCH_LINES || now() - since >= BATCH_MS) flush();
    },
    flush,
    finish(pages) {
      kept = [];
      writeWhole(path, pages);
    },
  };
}

type Line = readonly [path: string, key: string | null, files: readonly FileLine[], entry: PageEntry | null];
type FileLine = readonly [path: string, size: number, digest: string, changedAt: number];

function lineOf({ path, key, files, entry }: RecordedPage): string {
  const line: Line = [path, key, files.map((mark) => [mark.path, mark.size, mark.digest, mark.changedAt]), entry];
  return `${JSON.stringify(line)}\n`;
}

function writeWhole(path: string, pages: Iterable<RecordedPage>): void {
  const lines = [`${JSON.stringify({ schema: SCHEMA })}\n`];
  for (const page of pages) lines.push(lineOf(page));
  const aside = `${path}.part`;
  writeFileSync(aside, lines.join(''));
  renameSync(aside, path);
}

function readRecord(path: string): Map<string, RecordedPage> {
  const known = new Map<string, RecordedPage>();
  const [head = '', ...lines] = readText(path).split('\n');
  if (!isOurs(head)) return known;
  for (const line of lines) {
    const page = pageOf(parsed(line));
    if (page !== null) known.set(page.path, page);
  }
  return known;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isOurs(head: string): boolean {
  return (parsed(head) as { schema?: unknown } | null)?.schema === SCHEMA;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function pageOf(line: unknown): RecordedPage | null {
  if (!Array.isArray(line) || line.length !== 4) return null;
  const [path, key, files, entry] = line as unknown as Line;
  if (!isSafePath(path) || !Array.isArray(files) || !files.every(isFileLine)) return null;
  const marks = files.map(([file, size, digest, changedAt]) => ({ path: file, size, digest, changedAt }));
  return { path, key, files: marks, entry };
}

function isFileLine(line: unknown): line is FileLine {
  if (!Array.isArray(line)) return false;
  const [path, size, digest, changedAt] = line;
  return isSafePath(path) && Number.isInteger(size) && typeof digest === 'string' && typeof changedAt === 'number';
}

/** A path inside the site: a record that was tampered with removes nothing outside. */
function isSafePath(path: unknown): path is string {
  return (
    typeof path === 'string' && path !== '' && path.split(/[/\\]/).every((part) => !['', '.', '..'].includes(part))
  );
}
