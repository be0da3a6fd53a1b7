/** The first screen: the question, the answer with its uncertainty, how far to trust it, the pay band. */
import { formatCount, formatDate } from '../../core/format.js';
import type { Figure, Report } from '../../report/model.js';
import { sourceName } from '../format/evidence-rows.js';
import { figureBlock } from './figure.js';
import { caveatList, evidenceDetails, missing, statusMark } from './finding.js';
import { domId, html, type Markup } from './markup.js';

/** The figure shown with the answer rather than in its section. */
export function leadFigure(report: Report): Figure | null {
  const [first] = report.sections.overview.figures;
  return first !== undefined && (first.kind === 'pay-band' || first.kind === 'empty') ? first : null;
}

export function answerBlock(report: Report): Markup {
  const { question, headline } = report;
  const figure = leadFigure(report);
  return html`<header class="answer ${headline.status}" id="headline">
<h1>${question.text}</h1>
<p class="lead">${headline.statement}</p>${missing(headline)}
${facts(report)}
${figure && figureBlock(figure)}
${evidenceDetails({ ...headline, caveats: [] }, report)}${limits(headline)}${notes(question.notes)}
</header>`;
}

function facts(report: Report): Markup {
  const { evidence, status } = report.headline;
  const grade =
    evidence.grade === undefined
      ? html`<div class="fact"><dt>Evidence</dt><dd>${statusMark(status)}</dd></div>`
      : html`<div class="fact grade"><dt>Evidence grade</dt><dd><b class="grade-letter">${evidence.grade}</b> ${evidence.gradeReason}</dd></div>`;
  const sources = evidence.sources.map((id, index) => {
    const name = sourceName(id, report);
    const known = report.sources.some((source) => source.id === id);
    return html`${index > 0 && '; '}${known ? html`<a href="#${sourceId(id)}">${name}</a>` : name}`;
  });
  return html`<dl class="facts">${grade}${fact('As of', formatDate(report.question.asOf))}${fact('Observations', formatCount(evidence.n))}${
    evidence.employers === null ? null : fact('Employers', formatCount(evidence.employers))
  }<div class="fact fact-sources"><dt>Sources</dt><dd>${sources.length === 0 ? 'none' : sources}</dd></div></dl>`;
}

/** The id at which a source stands in the list of sources. */
export function sourceId(id: string): string {
  return domId('source', id);
}

function fact(term: string, text: string): Markup {
  return html`<div class="fact"><dt>${term}</dt><dd>${text}</dd></div>`;
}

function limits(headline: Report['headline']): Markup | null {
  const list = caveatList(headline);
  return list && html`<p class="limits">Limits</p>${list}`;
}

function notes(texts: readonly string[]): Markup | null {
  return texts.length === 0
    ? null
    : html`<p class="limits">How the question was read</p><ul class="notes">${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}
