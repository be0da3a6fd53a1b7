/** The first screen: the question, the answer with its uncertainty, how far to trust it, the pay band. */
import { formatCount, formatDate } from '../../core/format.js';
import { remembered } from '../../core/remembered.js';
import type { Figure, Report } from '../../report/model.js';
import { employersWords, sourceName } from '../format/evidence-rows.js';
import { caveatList, evidenceDetails, statusMark } from './evidence.js';
import { figureBlock } from './figure.js';
import { missing } from './finding.js';
import { domId, html, type Markup } from './markup.js';
import { emphasised } from './statement.js';

/** The figure shown with the answer rather than in its section. */
export function leadFigure(report: Report): Figure | null {
  const [first] = report.sections.overview.figures;
  return first !== undefined && (first.kind === 'pay-band' || first.kind === 'empty') ? first : null;
}

/** @param askAgain form for another title, where this one names no work */
export function answerBlock(report: Report, askAgain: Markup | null = null): Markup {
  const { question, headline } = report;
  const figure = leadFigure(report);
  return html`<header class="answer ${headline.status}" id="headline" data-finding="${headline.id}">
<h1>${question.text}</h1>${question.doubt && html`<p class="doubt" role="note">${question.doubt}</p>`}
<p class="lead statement">${emphasised(headline, true)}</p>${missing(headline)}${askAgain}
${facts(report)}
${figure && figureBlock(figure)}
<div class="answer-more">${evidenceDetails({ ...headline, caveats: [] }, report)}${limits(headline)}${notes(question.notes)}</div>
</header>`;
}

function facts(report: Report): Markup {
  const { evidence, status } = report.headline;
  const grade =
    evidence.grade === undefined
      ? html`<div class="fact"><dt>Evidence<dd>${statusMark(status)}</div>`
      : html`<div class="fact grade"><dt>Evidence grade<dd><b class="grade-letter">${evidence.grade}</b> ${evidence.gradeReason}</div>`;
  const sources = evidence.sources.map((id, index) => {
    const name = sourceName(id, report);
    const known = report.sources.some((source) => source.id === id);
    return html`${index > 0 && '; '}${known ? html`<a href="#${sourceId(id)}">${name}</a>` : name}`;
  });
  return html`<dl class="facts">${grade}${fact('As of', formatDate(report.question.asOf))}${fact('Observations', formatCount(evidence.n))}${evidence.asked !== undefined && fact('In the very cell', formatCount(evidence.asked.n))}${fact('Employers', employersFact(evidence))}<div class="fact fact-sources"><dt>Sources<dd>${sources.length === 0 ? 'none' : sources}</div></dl>`;
}

function employersFact(evidence: Report['headline']['evidence']): string {
  if (evidence.employers !== null) return formatCount(evidence.employers);
  return (
    employersWords(evidence)?.replace(/ employers?,/, ',') ??
    (evidence.basis === 'official' ? 'not published' : 'not named')
  );
}

/** The id at which a source stands in the list of sources. */
export const sourceId: (id: string) => string = remembered((id) => domId('source', id));

function fact(term: string, text: string): Markup {
  return html`<div class="fact"><dt>${term}<dd>${text}</div>`;
}

function limits(headline: Report['headline']): Markup | null {
  const list = caveatList(headline);
  return list && html`<details class="aside"><summary>Limits of this figure</summary>${list}</details>`;
}

function notes(texts: readonly string[]): Markup | null {
  return texts.length === 0
    ? null
    : html`<details class="aside"><summary>How the question was read</summary><ul class="notes">${texts.map((text) => html`<li>${text}`)}</ul></details>`;
}
