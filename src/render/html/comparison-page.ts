/** The page that compares: its form, and the comparison once two questions are asked. */
import type { ComparedQuestion, Comparison } from '../../report/comparison-model.js';
import { comparisonBody } from './comparison.js';
import { type AskedQuestion, comparisonForm } from './comparison-form.js';
import { type PageFrame, type SiteFrame, type SiteFrames, siteFrame } from './frame.js';
import { html, type Markup } from './markup.js';
import { renderPage } from './page.js';
import type { SitePage } from './site-page.js';

/** A comparison as a page of its own; where a server answers, with the form to ask again. */
export function renderComparison(
  comparison: Comparison,
  frame: PageFrame,
  asked: readonly AskedQuestion[] = [],
): string {
  const again =
    frame.kind === 'site' &&
    frame.live &&
    html`<section aria-labelledby="compare-others"><h2 id="compare-others">Compare others</h2>${comparisonForm(frame, asked)}</section>`;
  const body = html`<div class="frame page">${comparisonBody(comparison, { reportHref: hrefOf(frame) })}${again}</div>`;
  return renderPage({
    title: `${comparison.title} - Going Rate`,
    description: comparison.statement,
    frame,
    body,
    noindex: true,
  });
}

/** `compare/index.html` of a site. */
export function comparePage(frames: SiteFrames): SitePage {
  return {
    path: 'compare/index.html',
    html: renderComparePage({ frame: siteFrame(frames, 'compare/') }),
    noindex: false,
  };
}

export interface ComparePageParts {
  readonly frame: SiteFrame;
  /** Questions to fill the form with. */
  readonly asked?: readonly AskedQuestion[];
  /** What is wrong with them. */
  readonly fault?: { readonly message: string; readonly remedy: string };
}

/** What comparing means here, and where it is asked for. */
export function renderComparePage({ frame, asked = [], fault }: ComparePageParts): string {
  const said =
    fault !== undefined && html`<div class="panel" role="alert"><p>${fault.message}</p><p>${fault.remedy}</p></div>`;
  const body = html`<div class="frame page"><h1>Compare jobs, places or levels</h1><p class="lead">Two to four questions side by side: their pay on one axis, and every difference with its interval, or the reason why there is none.</p>${said}${chosen(frame)}${frame.live ? comparisonForm(frame, asked) : island(frame)}${EXPLANATION}</div>`;
  return renderPage({
    title: 'Compare - Going Rate',
    description: 'Two to four jobs, places or levels side by side, each difference with its interval.',
    frame,
    body,
    noindex: asked.length > 0,
  });
}

/** Where a script names the reports chosen on this visit. */
function chosen({ root }: SiteFrame): Markup {
  return html`<div data-island="chosen" data-root="${root}"></div>`;
}

/** What a script of the page takes over where no server answers. */
function island({ root, shared: { search, compare } }: SiteFrame): Markup {
  const files = search !== undefined && compare !== undefined && html` data-script="${compare}" data-index="${search}"`;
  return html`<div class="panel" data-island="compare" data-root="${root}"${files}><p>The reports of this site are compared here in your browser, by a script. Without it, open two reports from the <a href="${root}roles/index.html">roles</a> or the <a href="${root}places/index.html">places</a>, each figure with its interval, or run <code>goingrate compare</code>.</p></div>`;
}

const EXPLANATION = html`<section class="prose" aria-labelledby="how-compared"><h2 id="how-compared">When there is a difference to give</h2><p>Each question is answered as in its own report, or, where the reports rest on different bases, as in reports on one basis that answers all. The difference of two middles comes with its own interval, recovered from the intervals of both. Where that interval holds zero, the two cannot be told apart, however far apart they look.</p><p>No difference is given between figures that measure different things, such as posted and official pay, between figures of different dates, or where one figure of a wider scope answers both questions. The figures then still stand side by side.</p></section>`;

/** On a server every question has a report; a single file leads nowhere. */
function hrefOf(frame: PageFrame): (question: ComparedQuestion) => string | null {
  if (frame.kind !== 'site' || !frame.live) return () => null;
  return ({ title, place, level }) => {
    const query = new URLSearchParams({ title, in: place.id, ...(level === null ? {} : { level: level.id }) });
    return `${frame.root}report?${query}`;
  };
}
