/** A comparison as the body of a page; made without a server, so that a page in a browser can draw it too. */
import { formatDate } from '../../core/format.js';
import type { ComparedCell, ComparedQuestion, Comparison } from '../../report/comparison-model.js';
import { METHOD_HEADING, SOURCES_HEADING } from '../../report/model.js';
import { comparisonDifferences } from './comparison-differences.js';
import { comparisonFigure } from './comparison-figure.js';
import { statusMark } from './finding.js';
import { html, type Markup } from './markup.js';
import { safeAddress } from './sources.js';

export interface ComparisonBodyOptions {
  /** Where the report of a question stands, relative to the page; null where there is none. */
  readonly reportHref?: (question: ComparedQuestion) => string | null;
}

/** The answer, both pictures, the table, every difference with what limits it, the questions, sources and method. */
export function comparisonBody(
  comparison: Comparison,
  { reportHref = () => null }: ComparisonBodyOptions = {},
): Markup {
  const { title, statement, status, figures, notes, caveats, asOf } = comparison;
  return html`<div class="comparison">
<header class="answer ${status}"><h1>${title}</h1><p class="lead statement">${statement}</p>${[...notes, ...caveats].map((note) => html`<p class="quiet small">${note}</p>`)}<p class="quiet small">As of ${formatDate(asOf)}</p></header>
${figures.map(comparisonFigure)}
<section aria-labelledby="side-by-side"><h2 id="side-by-side">Side by side</h2>${table(comparison, reportHref)}</section>
<section aria-labelledby="differences"><h2 id="differences">Differences</h2>${comparisonDifferences(comparison)}</section>
<section aria-labelledby="the-questions"><h2 id="the-questions">The questions</h2>${comparison.questions.map((question) => questionBlock(question, reportHref(question)))}</section>
<section aria-labelledby="comparison-sources"><h2 id="comparison-sources">${SOURCES_HEADING}</h2>${sources(comparison)}</section>
<section aria-labelledby="comparison-method"><h2 id="comparison-method">${METHOD_HEADING}</h2><ol class="prose">${comparison.method.steps.map((step) => html`<li>${step}</li>`)}</ol></section>
</div>`;
}

type HrefOf = NonNullable<ComparisonBodyOptions['reportHref']>;

function table({ questions, measures }: Comparison, reportHref: HrefOf): Markup {
  const head = questions.map((question) => {
    const href = reportHref(question);
    return html`<th scope="col">${href === null ? question.name : html`<a href="${href}">${question.name}</a>`}</th>`;
  });
  const rows = measures.map(
    ({ name, note, cells }) =>
      html`<tr><th scope="row">${name}${note !== null && html`<small>${note}</small>`}</th>${cells.map(cell)}</tr>`,
  );
  return html`<div class="table-scroll" role="region" tabindex="0" aria-label="Figures side by side"><table class="compared"><thead><tr><td></td>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function cell({ text, interval, status }: ComparedCell): Markup {
  return html`<td${status === 'insufficient' && html` class="quiet"`}>${text}${interval !== null && html`<small>${interval}</small>`}</td>`;
}

function questionBlock({ label, headline, notes }: ComparedQuestion, href: string | null): Markup {
  const more = [...headline.caveats, ...notes];
  return html`<div class="finding ${headline.status}"><h3>${href === null ? label : html`<a href="${href}">${label}</a>`}</h3><p class="statement">${headline.statement}</p>${headline.missing !== undefined && html`<p class="missing"><b>Needed:</b> ${headline.missing}</p>`}<details class="aside"><summary>${statusMark(headline.status)} <span class="open">Limits of this figure</span></summary><ul class="caveats">${more.map((text) => html`<li>${text}</li>`)}</ul></details></div>`;
}

function sources({ sources: list }: Comparison): Markup {
  if (list.length === 0) return html`<p class="quiet">No source holds observations for these questions.</p>`;
  return html`<ul class="small">${list.map(({ name, publisher, vintage, licence, address }) => {
    const href = safeAddress(address);
    return html`<li>${href === null ? name : html`<a href="${href}" rel="noreferrer">${name}</a>`}; ${publisher}; ${vintage}; ${licence}</li>`;
  })}</ul>`;
}
