/** Everything one question gives to a site: its page and what stands beside it. */
import type { SiteFrames } from '../render/html/frame.js';
import { siteFrame } from '../render/html/frame.js';
import { encodePath } from '../render/html/page-path.js';
import { renderHtml } from '../render/html/report.js';
import { reportPackage } from '../render/package/report-package.js';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '../render/share/picture.js';
import type { Report } from '../report/model.js';
import { type PageEntry, pageEntry } from './page-entry.js';

export interface DrawnFile {
  /** Below the root of the site, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface DrawnPage {
  /** Folder of the page below the root, without slashes at its ends. */
  readonly path: string;
  /** The page itself first. */
  readonly files: readonly DrawnFile[];
  readonly entry: PageEntry;
}

export interface DrawOptions {
  readonly frames: SiteFrames;
  /** Draws the picture for shared links, PNG; left out where the site has none. */
  readonly picture?: ((report: Report) => Promise<Uint8Array>) | undefined;
}

const PICTURE = { file: 'share.png', width: PICTURE_WIDTH, height: PICTURE_HEIGHT };

export interface PagePlace {
  /** Folder of the page, from `reportPath`. */
  readonly path: string;
  /** Pages of the site that it leads to, by their folders. */
  readonly related: readonly { readonly path: string; readonly name: string }[];
}

/** Draws the page of a report with the files beside it. */
export async function drawPage(
  report: Report,
  { path, related }: PagePlace,
  { frames, picture }: DrawOptions,
): Promise<DrawnPage> {
  const frame = siteFrame(frames, `${path}/`);
  const links = related.map((page) => ({ href: `${frame.root}${encodePath(page.path)}/index.html`, name: page.name }));
  const shared = picture === undefined ? undefined : PICTURE;
  const page = renderHtml(report, { frame, related: links, picture: shared });
  const files: DrawnFile[] = [{ path: `${path}/index.html`, content: page }];
  for (const file of reportPackage(report)) files.push({ path: `${path}/${file.path}`, content: file.content });
  if (picture !== undefined) files.push({ path: `${path}/${PICTURE.file}`, content: await picture(report) });
  return { path, files, entry: pageEntry(report, path) };
}
