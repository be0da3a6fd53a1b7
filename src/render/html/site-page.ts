/** A page of a site other than a report, ready to be written or sent. */
import { type SiteFrame, type SiteFrames, siteFrame } from './frame.js';
import type { Markup } from './markup.js';
import { renderPage } from './page.js';

export interface SitePage {
  /** Below the site's root: `us-tx/index.html`. */
  readonly path: string;
  readonly html: string;
  /** Whether search engines are asked to leave it out. */
  readonly noindex: boolean;
}

export interface SitePageParts {
  readonly title: string;
  readonly description: string;
  readonly noindex?: boolean;
  readonly body: (frame: SiteFrame) => Markup;
}

/** @param folder below the root, with a slash at its end; empty for the front page */
export function sitePage(frames: SiteFrames, folder: string, parts: SitePageParts): SitePage {
  const { title, description, noindex = false, body } = parts;
  const frame = siteFrame(frames, folder);
  const html = renderPage({ title, description, frame, body: body(frame), noindex });
  return { path: `${folder}index.html`, html, noindex };
}
