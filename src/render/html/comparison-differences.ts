/** Every pair of a comparison: the difference, what limits it, and its evidence, which opens in place. */
import { formatDate } from '../../core/format.js';
import type { ComparedDifference, Comparison } from '../../report/comparison-model.js';
import { observations } from '../format/evidence-rows.js';
import { formatQuantity } from '../format/quantity.js';
import { saidOnce, withoutRepeats } from '../format/said-once.js';
import { statusMark } from './finding.js';
import { html, type Markup } from './markup.js';

/** One block a pair; a caveat that several share stands with the first. */
export function comparisonDifferences(comparison: Comparison): Markup {
  const differences = withoutRepeats(comparison.differences);
  const caveats = saidOnce(differences.map(({ finding }) => finding.caveats));
  return html`${differences.map((difference, at) => block(difference, caveats[at]!, comparison))}`;
}

function block({ finding, percent }: ComparedDifference, caveats: readonly string[], comparison: Comparison): Markup {
  const { id, status, statement, missing } = finding;
  const limits =
    caveats.length > 0 && html`<ul class="caveats small">${caveats.map((text) => html`<li>${text}</li>`)}</ul>`;
  return html`<div class="finding ${status}" data-finding="${id}"><p class="statement">${statement}</p>${missing !== undefined && html`<p class="missing"><b>Needed:</b> ${missing}</p>`}${limits}${
    status === 'insufficient'
      ? html`<p class="small">${statusMark(status)}</p>`
      : evidence(finding, percent, comparison)
  }</div>`;
}

type Finding = ComparedDifference['finding'];

function evidence(finding: Finding, percent: ComparedDifference['percent'], { sources }: Comparison): Markup {
  const { quantity, evidence: behind } = finding;
  const names = behind.sources.map((id) => sources.find((source) => source.id === id)?.name ?? id);
  const rows: readonly (readonly [string, string | null])[] = [
    ['Difference', quantity && formatQuantity(quantity)],
    ['In percent', percent && formatQuantity(percent)],
    ['Of what', behind.scope],
    ['Period', behind.period && `${formatDate(behind.period.from)} to ${formatDate(behind.period.to)}`],
    ['Basis', behind.basis],
    ['Sources', names.join('; ')],
    ['Method', behind.method],
    ['Grade', behind.grade === undefined ? null : `${behind.grade}: ${behind.gradeReason ?? ''}`],
  ];
  const items = rows.map(([term, text]) => text !== null && html`<dt>${term}</dt><dd>${text}</dd>`);
  return html`<details class="evidence"><summary>${statusMark(finding.status)} <span class="count">${observations(behind)}</span></summary><dl>${items}</dl></details>`;
}
