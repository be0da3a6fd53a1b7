/** The evidence of a finding, closed until the reader opens it; rows only where they say what the sentence does not. */
import { hasOwnSource } from '../../core/own-data.js';
import type { Report } from '../../report/model.js';
import { type EvidenceRow, evidenceRows, observations, STATUS_WORDS } from '../format/evidence-rows.js';
import { formatLevel } from '../format/quantity.js';
import { html, type Markup } from './markup.js';
import { statesAmounts } from './statement.js';

type Finding = Report['headline'];

export function evidenceDetails(finding: Finding, report: Report): Markup {
  return html`<details class="evidence"><summary>${statusMark(finding.status)}${ownMark(finding.evidence)} <span class="count">${observations(finding.evidence)}</span></summary><dl>${evidenceItems(finding, report)}</dl>${caveatList(finding)}</details>`;
}

function evidenceItems(finding: Finding, report: Report): Markup[] {
  return evidenceRows(finding, report).flatMap((row) => {
    const shown = shownRow(row, finding, report);
    return shown === null ? [] : [html`<dt>${shown.term}<dd>${shown.text}`];
  });
}

/** A row as it is shown; null for what the summary, the sentence or the method section says already. */
function shownRow(row: EvidenceRow, finding: Finding, report: Report): EvidenceRow | null {
  const { statement, quantity, evidence } = finding;
  switch (row.term) {
    case 'Status':
    case 'Observations':
      return null;
    case 'Estimate':
      if (quantity === null || !statesAmounts(finding)) return row;
      return quantity.interval === null ? null : { term: 'Interval', text: formatLevel(quantity.interval) };
    case 'Of what':
      return statement.includes(row.text) ? null : row;
    case 'Place':
      return evidence.place === report.question.place.id ? null : row;
    case 'Basis':
      return { term: row.term, text: evidence.basis ?? row.text };
    default:
      return row;
  }
}

/** The status as a shape and a word: never by colour alone. */
export function statusMark(status: Finding['status']): Markup {
  return html`<span class="status ${status}">${STATUS_WORDS[status]}</span>`;
}

/** Beside whatever rests on the user's own data. */
function ownMark({ sources }: Finding['evidence']): Markup | null {
  return hasOwnSource(sources) ? html` <span class="own-data">Your own data</span>` : null;
}

/** The limits of a finding. */
export function caveatList({ caveats }: Finding): Markup | null {
  return caveats.length === 0 ? null : html`<ul class="caveats">${caveats.map((caveat) => html`<li>${caveat}`)}</ul>`;
}
