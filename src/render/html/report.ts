/** The report as one HTML page. */
import { hasOwnSource } from '../../core/own-data.js';
import {
  METHOD_HEADING,
  type Report,
  SECTION_HEADINGS,
  SECTION_ORDER,
  type SectionId,
  SOURCES_HEADING,
} from '../../report/model.js';
import { answerBlock, leadFigure } from './answer.js';
import { compareBar, type RelatedPage } from './compare-bar.js';
import type { PageFrame } from './frame.js';
import { occupationElement } from './json-ld.js';
import { html, type Markup } from './markup.js';
import { renderPage } from './page.js';
import { pageDataElement } from './page-data.js';
import { searchForm } from './search-form.js';
import { sectionBlock, sectionDomId } from './section.js';
import { type SharePicture, shareElements } from './share-elements.js';
import { methodSection, sourcesSection } from './sources.js';
import { useSection } from './use-section.js';

export type { RelatedPage } from './compare-bar.js';

export interface HtmlOptions {
  readonly frame: PageFrame;
  /** Other pages of the same site, for the compare bar. */
  readonly related?: readonly RelatedPage[];
  /** Picture beside the page for shared links; it needs a site whose address is known. */
  readonly picture?: SharePicture | undefined;
}

/**
 * Draws a report as HTML: the answer, nine sections in their order, then sources, method and how to use the report.
 *
 * The page asks for nothing from elsewhere, is complete without its script, and says `noindex` when its headline has
 * no figure or when private data are in it. Search engines get the headline as `Occupation` from public pages of a site.
 *
 * @example renderHtml(report, { frame: PLAIN_FRAME })
 */
export function renderHtml(report: Report, { frame, related, picture }: HtmlOptions): string {
  const lead = leadFigure(report);
  const own = hasOwnSource(report.sources);
  const scripted = hasScript(frame);
  const noindex = report.headline.status === 'insufficient' || own;
  const body = html`<article class="frame report" data-island="copy">
${answerBlock(report, askAgain(report, frame))}
${frame.kind === 'site' && !own && compareBar(report, frame, related)}
${CONTENTS}
${SECTION_ORDER.map((id) => sectionBlock({ id, report, leadId: lead?.id, scripted }))}
${sourcesSection(report)}
${methodSection(report)}
${!own && useSection(report, { frame, scripted })}
</article>
${scripted && pageDataElement(report)}`;
  return renderPage({
    title: `${report.question.title}, ${report.question.place.name}: the going rate`,
    description: report.headline.statement,
    frame,
    body,
    noindex,
    head: html`${shareElements(report, frame, picture)}${frame.kind === 'site' && !noindex && occupationElement(report)}`,
  });
}

/** Where a server answers and the title names no work, the question can be put again at once. */
function askAgain({ question }: Report, frame: PageFrame): Markup | null {
  if (frame.kind !== 'site' || !frame.live || question.occupations.length > 0) return null;
  return searchForm({ frame, title: question.title, place: question.place.name });
}

function hasScript(frame: PageFrame): boolean {
  return frame.kind === 'site' || frame.script !== '';
}

const CONTENTS = contents();

function contents(): Markup {
  const links = SECTION_ORDER.map((id: SectionId) => ({ href: sectionDomId(id), text: SECTION_HEADINGS[id] }));
  const rest = [
    { href: 'sources', text: SOURCES_HEADING },
    { href: 'method', text: METHOD_HEADING },
  ];
  return html`<nav class="contents" aria-label="Parts of this report"><ul>${[...links, ...rest].map(
    ({ href, text }) => html`<li><a href="#${href}">${text}</a>`,
  )}</ul></nav>`;
}
