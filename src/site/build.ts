/** Builds a static site: one page per title and place, a list of them, and what search engines read. */
import type { Progress } from '../core/ports.js';
import { type CatalogueEntry, catalogueEntry, renderCatalogue } from '../render/html/catalogue.js';
import { renderMessage } from '../render/html/front.js';
import { encodePath, reportPath } from '../render/html/page-path.js';
import { renderHtml } from '../render/html/report.js';
import type { Report } from '../report/model.js';
import type { SitePair } from './defaults.js';
import { openSiteFiles, type SiteFiles } from './files.js';
import { robots, siteAddress, siteMaps } from './sitemap.js';

export interface SiteOptions {
  /** Answers one question; called once per pair, one after the other. */
  readonly answer: (title: string, place: string) => Promise<Report>;
  readonly pairs: readonly SitePair[];
  /** Folder to write to; it or its parent must exist. */
  readonly out: string;
  readonly styles: string;
  /** Address at which the site will stand: needed for the site map. */
  readonly baseUrl?: string | undefined;
  readonly progress: Progress;
  /** Milliseconds, for the time taken. */
  readonly now?: () => number;
}

export interface SiteSummary {
  /** Report pages of the site. */
  readonly pages: number;
  /** Report pages that were new or had changed and were therefore written. */
  readonly written: number;
  readonly seconds: number;
  /** Size of all files of the site together. */
  readonly bytes: number;
}

/**
 * Builds the site.
 *
 * Pages stand at `<place>/<role>/index.html` and link to each other relatively, so they work from a file and
 * below any address. Files that already hold their text are left alone; nothing is ever deleted.
 *
 * @throws {UsageError} UNWRITABLE_OUTPUT, BAD_BASE_URL, and whatever `answer` throws
 */
export async function buildSite(options: SiteOptions): Promise<SiteSummary> {
  const { now = () => performance.now(), progress, styles } = options;
  const started = now();
  const address = options.baseUrl === undefined ? null : siteAddress(options.baseUrl);
  const counter = counting(await openSiteFiles(options.out));
  const { entries, indexed, written } = await writeReports(options, counter);

  await counter.write('index.html', renderCatalogue(entries, { styles }));
  await counter.write('404.html', notFound(styles, address));
  await counter.write('robots.txt', robots(address));
  if (address !== null) {
    for (const [name, text] of siteMaps(address, ['', ...indexed])) await counter.write(name, text);
  }
  progress.done();
  const seconds = Math.round(now() - started) / 1000;
  return { pages: entries.length, written, seconds, bytes: counter.bytes() };
}

interface Written {
  readonly entries: CatalogueEntry[];
  /** Paths of the pages that search engines may list. */
  readonly indexed: string[];
  readonly written: number;
}

async function writeReports({ answer, pairs, styles, progress }: SiteOptions, files: SiteFiles): Promise<Written> {
  const entries: CatalogueEntry[] = [];
  const indexed: string[] = [];
  const taken = new Set<string>();
  let written = 0;
  for (const [index, { title, place }] of pairs.entries()) {
    progress.step(`page ${index + 1} of ${pairs.length}: ${title}, ${place}`);
    const report = await answer(title, place);
    const path = reportPath(title, report.question.place.id);
    if (taken.has(path)) continue;
    taken.add(path);
    if (await files.write(`${path}/index.html`, renderHtml(report, { styles, links: { home: '../../index.html' } }))) {
      written += 1;
    }
    entries.push(catalogueEntry(report, `${encodePath(path)}/index.html`));
    if (report.headline.status !== 'insufficient') indexed.push(`${path}/`);
  }
  return { entries, indexed, written };
}

function counting(files: SiteFiles): SiteFiles & { bytes(): number } {
  let total = 0;
  return {
    bytes: () => total,
    write(path, text) {
      total += Buffer.byteLength(text);
      return files.write(path, text);
    },
  };
}

/** A page for any address that leads nowhere: it may stand at any depth, so it links home only by a full address. */
function notFound(styles: string, address: string | null): string {
  return renderMessage({
    styles,
    heading: 'No page here',
    message: 'There is no report at this address.',
    remedy: 'Choose a job and a place from the list on the front page.',
    ...(address === null ? {} : { links: { home: address } }),
  });
}
