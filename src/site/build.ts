/** Builds a static site: its report pages, and everything that leads to them. */
import { createHash } from 'node:crypto';
import type { Progress } from '../core/ports.js';
import type { SiteFrames, SitePageFiles } from '../render/html/frame.js';
import { type FileMark, openSiteFiles, type SiteFiles } from './files.js';
import { lockSite } from './lock.js';
import type { MadePage, PageMaker, PlannedPage } from './make-page.js';
import { pace } from './pace.js';
import { isThin, type PageEntry } from './page-entry.js';
import { type SitePart, type SitePartsOptions, siteParts } from './parts.js';
import { openRecord, type RecordedPage, type SiteRecord } from './record.js';
import { siteAddress } from './sitemap.js';

export interface SiteOptions {
  /** Pages of the site, from `planPages`. */
  readonly pages: readonly PlannedPage[];
  /** Who makes the pages that are missing or out of date. */
  readonly openMaker: (context: MakerContext) => PageMaker;
  /** Names all that any page is made from: the same key, the same page. */
  readonly madeFrom: string;
  /** Folder to write to; it or its parent must exist. */
  readonly out: string;
  /** Style, script and fonts of its pages. */
  readonly pageFiles: SitePageFiles;
  /** What stands beside the reports. */
  readonly parts: Omit<SitePartsOptions, 'entries' | 'frames'>;
  /** Address at which the site will stand: needed for the site map, the feed and share images. */
  readonly baseUrl?: string | undefined;
  /** Makes every page again, whatever the record says. */
  readonly force?: boolean | undefined;
  /** Removes pages that the site has no more. */
  readonly prune?: boolean | undefined;
  readonly progress: Progress;
  /** Milliseconds, for the time taken. */
  readonly now?: () => number;
}

export interface MakerContext {
  readonly frames: SiteFrames;
  readonly files: SiteFiles;
}

export interface SiteSummary {
  /** Report pages of the site. */
  readonly pages: number;
  /** Report pages that were new or had changed, they or a file beside them. */
  readonly written: number;
  readonly seconds: number;
  /** Size of all files of the site together. */
  readonly bytes: number;
  /** Report pages that were not made again, because nothing they are made from has changed. */
  readonly skipped: number;
  /** Report pages without enough evidence for a headline; search engines are asked to leave them out. */
  readonly thin: number;
  /** Report pages in the folder from an earlier build that the site has no more. */
  readonly orphans: number;
}

/**
 * Builds the site.
 *
 * Pages stand at `<place>/<role>/index.html` and link to each other relatively, so they work from a file and
 * below any address. A page whose making would give what is there already is passed over; a file that already holds
 * its text is left alone; nothing is deleted unless `prune` says so, and then only what a build wrote. A build that
 * was killed goes on where it was.
 *
 * @throws {UsageError} UNWRITABLE_OUTPUT, SITE_IN_USE, BAD_BASE_URL, and whatever the maker throws
 */
export async function buildSite(options: SiteOptions): Promise<SiteSummary> {
  const { now = () => performance.now(), progress, pageFiles } = options;
  const started = now();
  const address = options.baseUrl === undefined ? null : siteAddress(options.baseUrl);
  const files = openSiteFiles(options.out);
  const lock = lockSite(options.out);
  try {
    if (lock.wasAbandoned) files.removeUnfinished();
    const frames: SiteFrames = { shared: pageFiles.shared, address, live: false };
    const record = openRecord(options.out, now);
    const others = otherFiles(files);
    for (const file of pageFiles.files) others.write(file);
    const reports = await makeReports({ ...options, files, frames, record, now });
    progress.step('indexes');
    const entries = reports.pages.map(({ entry }) => entry as PageEntry);
    for (const part of siteParts({ ...options.parts, entries, frames })) others.write(part);
    const left = [...leftOvers(record.known.values(), [...reports.pages, ...others.recorded])];
    const kept = options.prune === true ? left.filter((page) => !removed(page, files)) : left;
    record.finish([...reports.pages, ...others.recorded, ...kept]);
    progress.done();
    return {
      pages: reports.pages.length,
      written: reports.written,
      seconds: Math.round(now() - started) / 1000,
      bytes: sizeOf([...reports.pages, ...others.recorded]),
      skipped: reports.skipped,
      thin: entries.filter(isThin).length,
      orphans: kept.filter(({ key }) => key !== null).length,
    };
  } finally {
    lock.release();
  }
}

interface Making extends SiteOptions {
  readonly files: SiteFiles;
  readonly frames: SiteFrames;
  readonly record: SiteRecord;
  readonly now: () => number;
}

interface Reports {
  /** In the order of the plan. */
  readonly pages: readonly RecordedPage[];
  readonly written: number;
  readonly skipped: number;
}

async function makeReports(making: Making): Promise<Reports> {
  const { pages, openMaker, files, frames, record, progress, now, madeFrom, force = false } = making;
  const done: RecordedPage[] = new Array(pages.length);
  const pending: PlannedPage[] = [];
  progress.step('looking for what has changed');
  for (const page of pages) {
    const known = force ? undefined : record.known.get(page.path);
    const fresh = known === undefined ? null : stillMade(known, keyOf(page, madeFrom), files);
    if (fresh === null) pending.push(page);
    else done[page.index] = fresh;
  }
  let written = 0;
  const walked = pace(pending.length, now);
  const onMade = (made: MadePage) => {
    const page = pages[made.index] as PlannedPage;
    const { path } = page;
    const recorded = { path, key: keyOf(page, madeFrom), files: made.files, entry: made.entry };
    done[made.index] = recorded;
    const before = record.known.get(path);
    // First what the page has no more: the line of the page replaces the one that names it.
    if (before !== undefined) for (const left of leftOvers([before], [recorded])) record.add(left);
    record.add(recorded);
    if (made.written) written += 1;
    progress.step(walked(`${page.title}, ${page.place}`));
  };
  try {
    if (pending.length > 0) await openMaker({ frames, files })(pending, onMade);
  } finally {
    record.flush();
  }
  return { pages: done, written, skipped: pages.length - pending.length };
}

/** The page as it is on disk, if it was made from the same and is still there as it was written. */
function stillMade(known: RecordedPage, key: string, files: SiteFiles): RecordedPage | null {
  if (known.key !== key || known.entry === null || known.files.length === 0) return null;
  const marks: FileMark[] = [];
  for (const mark of known.files) {
    const now = files.verify(mark);
    if (now === null) return null;
    marks.push(now);
  }
  return { ...known, files: marks };
}

/** Tells what a page is made from. */
function keyOf({ title, place, path, related }: PlannedPage, madeFrom: string): string {
  return createHash('sha256')
    .update(JSON.stringify([madeFrom, title, place, path, related]))
    .digest('base64url')
    .slice(0, 27);
}

/** Writes files that belong to no report, and remembers them. */
function otherFiles(files: SiteFiles) {
  const recorded: RecordedPage[] = [];
  return {
    recorded,
    write({ path, content }: SitePart): void {
      const { mark } = files.write(path, content);
      recorded.push(loneFile(mark));
    },
  };
}

/**
 * What an earlier build wrote and this one does not have: whole pages, and single files of pages that have others
 * still. Those stand under their own path, or they would replace what is recorded of the page.
 */
function* leftOvers(known: Iterable<RecordedPage>, current: readonly RecordedPage[]): Generator<RecordedPage> {
  const present = new Set(current.flatMap((page) => page.files.map(({ path }) => path)));
  for (const page of known) {
    const gone = page.files.filter(({ path }) => !present.has(path));
    if (gone.length < page.files.length) yield* gone.map(loneFile);
    else if (gone.length > 0) yield page;
  }
}

/** A file without a page. */
function loneFile(mark: FileMark): RecordedPage {
  return { path: mark.path, key: null, files: [mark], entry: null };
}

/** Whether all files of a page that is gone are removed: one that somebody changed since stays. */
function removed({ files: marks }: RecordedPage, files: SiteFiles): boolean {
  return marks.map((mark) => files.remove(mark)).every(Boolean);
}

function sizeOf(pages: readonly RecordedPage[]): number {
  return pages.reduce((sum, page) => sum + page.files.reduce((total, { size }) => total + size, 0), 0);
}
