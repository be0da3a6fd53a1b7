/** One page of a site from the question to the files on disk. */
import type { Report } from '../report/model.js';
import { type DrawOptions, drawPage } from './draw-page.js';
import type { FileMark, SiteFiles } from './files.js';
import type { PageEntry } from './page-entry.js';

/** A page to make. Plain data: it may be sent to another thread. */
export interface PlannedPage {
  /** Its position among the pages of the site. */
  readonly index: number;
  readonly title: string;
  /** Id of the place. */
  readonly place: string;
  /** Folder of the page below the root, without slashes at its ends. */
  readonly path: string;
  /** Pages of the site that it leads to. */
  readonly related: readonly RelatedPlan[];
}

export interface RelatedPlan {
  /** Folder of the page below the root. */
  readonly path: string;
  readonly name: string;
}

/** A page that is on disk. Plain data as well. */
export interface MadePage {
  readonly index: number;
  readonly entry: PageEntry;
  /** Its files as they are on disk now, the page itself first. */
  readonly files: readonly FileMark[];
  /** Whether any of them was new or had changed. */
  readonly written: boolean;
}

export interface MakeOptions extends DrawOptions {
  readonly answer: (title: string, place: string) => Promise<Report>;
  readonly files: SiteFiles;
}

/**
 * Makes pages, in any order and in as many threads as it likes; resolves when all are on disk.
 *
 * @param onMade called once per page, soon after it is on disk, so that a killed build can continue from there
 */
export type PageMaker = (pages: readonly PlannedPage[], onMade: (page: MadePage) => void) => Promise<void>;

/** Asks, draws and writes one page. @throws {UsageError} UNWRITABLE_OUTPUT, and whatever `answer` throws */
export async function makePage(page: PlannedPage, { answer, files, ...drawing }: MakeOptions): Promise<MadePage> {
  const report = await answer(page.title, page.place);
  const drawn = await drawPage(report, page, drawing);
  const marks: FileMark[] = [];
  let written = false;
  for (const { path, content } of drawn.files) {
    const { mark, changed } = files.write(path, content);
    marks.push(mark);
    written ||= changed;
  }
  return { index: page.index, entry: drawn.entry, files: marks, written };
}

/** Makes one page after the other in this thread. */
export function makeInTurn(options: MakeOptions): PageMaker {
  return async (pages, onMade) => {
    for (const page of pages) onMade(await makePage(page, options));
  };
}
