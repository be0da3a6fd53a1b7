/** The report as one self-contained HTML page. */
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
import { figureBlock } from './figure.js';
import { findingBlock } from './finding.js';
import { html, type Markup } from './markup.js';
import { type PageLinks, renderPage } from './page.js';
import { rangesBlock } from './ranges.js';
import { methodSection, sourcesSection } from './sources.js';

export interface HtmlOptions {
  /** The style sheet, inlined into the page. */
  readonly styles: string;
  readonly links?: PageLinks | undefined;
}

/**
 * Draws a report as HTML: nine sections in their order, then sources and method; charts are inline SVG.
 *
 * The page asks for nothing from anywhere, runs no script, and says `noindex` when its headline has no figure or when
 * private data are in it.
 *
 * @example renderHtml(report, { styles: readFileSync('web/tokens.css', 'utf8') })
 */
export function renderHtml(report: Report, { styles, links }: HtmlOptions): string {
  const lead = leadFigure(report);
  const body = html`<article class="frame report">
${answerBlock(report)}
${contents()}
${SECTION_ORDER.map((id) => sectionBlock(id, report, lead?.id))}
${sourcesSection(report)}
${methodSection(report)}
</article>`;
  return renderPage({
    title: `${report.question.title}, ${report.question.place.name}: the going rate`,
    description: report.headline.statement,
    styles,
    body,
    links,
    noindex: report.headline.status === 'insufficient' || hasOwnSource(report.sources),
  });
}

/** The id at which a section stands. */
function sectionDomId(id: SectionId): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function contents(): Markup {
  const links = SECTION_ORDER.map((id) => ({ href: sectionDomId(id), text: SECTION_HEADINGS[id] }));
  const rest = [
    { href: 'sources', text: SOURCES_HEADING },
    { href: 'method', text: METHOD_HEADING },
  ];
  return html`<nav class="contents" aria-label="Parts of this report"><ul>${[...links, ...rest].map(
    ({ href, text }) => html`<li><a href="#${href}">${text}</a></li>`,
  )}</ul></nav>`;
}

function sectionBlock(id: SectionId, report: Report, leadId: string | undefined): Markup {
  const { findings, figures, ranges } = report.sections[id];
  const shown = figures.filter((figure, index) => !(id === 'overview' && index === 0 && figure.id === leadId));
  const own = findings.filter((finding) => finding.id !== report.headline.id);
  const domName = sectionDomId(id);
  const quiet = shown.length === 0 && own.every((finding) => finding.status === 'insufficient');
  const empty = own.length === 0 && shown.length === 0;
  return html`<section class="section${quiet && ' quiet-section'}" aria-labelledby="${domName}">
<h2 id="${domName}">${SECTION_HEADINGS[id]}</h2>
${own.map((finding) => findingBlock(finding, report))}${shown.map((figure) => figureBlock(figure))}${ranges && rangesBlock(ranges, report)}${
  empty && html`<p class="quiet">Nothing can be said here from the data at hand.</p>`
}
</section>
`;
}
