/** The evidence of a finding, closed until the reader opens it; rows only where they say what the sentence does not. */
import { hasOwnSource } from '../../core/own-data.js';
import type { Report } from '../../report/model.js';
import { askedAbout, gradeText, observations, period, STATUS_WORDS, sourceNames } from '../format/evidence-rows.js';
import { formatLevel, formatPercentiles, formatQuantity } from '../format/quantity.js';
import { html, type Markup, opened } from './markup.js';
import { statesAmounts } from './statement.js';

type Finding = Report['headline'];

/** @param stated whether the sentence states the estimate and its interval, where that is known already */
export function evidenceDetails(finding: Finding, report: Report, stated = statesAmounts(finding)): Markup {
  return html`<details class="evidence"><summary>${statusMark(finding.status)}${ownMark(finding.evidence)} <span class="count">${observations(finding.evidence)}</span></summary><dl>${evidenceItems(finding, report, stated)}</dl>${caveatList(finding)}</details>`;
}

/** What the summary, the sentence and the method section do not say already. */
function evidenceItems({ statement, quantity, evidence }: Finding, report: Report, stated: boolean): Markup {
  const { scope, place } = evidence;
  return html`${quantity && estimate(quantity, stated)}${item('Percentiles', quantity && formatPercentiles(quantity))}${
    !statement.includes(scope) && item('Of what', scope)
  }${evidence.asked && item('Asked about', askedAbout(evidence))}${
    // The name of the place asked about is in the headline.
    place !== report.question.place.id && item('Place', place)
  }${evidence.period && item('Period', period(evidence))}${item('Basis', evidence.basis)}${item('Sources', sourceNames(evidence, report))}${item('Method', evidence.method)}${item('Grade', gradeText(evidence))}`;
}

function estimate(quantity: NonNullable<Finding['quantity']>, stated: boolean): Markup | null {
  if (!stated) return item('Estimate', formatQuantity(quantity));
  return quantity.interval && item('Interval', formatLevel(quantity.interval));
}

function item(term: string, text: string | null): Markup | null {
  return text === null || text === '' ? null : html`<dt>${term}<dd>${text}`;
}

/** The status as a shape and a word: never by colour alone. */
export function statusMark(status: Finding['status']): Markup {
  return MARKS[status];
}

const MARKS = {
  supported: html`<span class="status supported">${STATUS_WORDS.supported}</span>`,
  modelled: html`<span class="status modelled">${STATUS_WORDS.modelled}</span>`,
  insufficient: html`<span class="status insufficient">${STATUS_WORDS.insufficient}</span>`,
} as const;

/** Beside whatever rests on the user's own data. */
function ownMark({ sources }: Finding['evidence']): Markup | null {
  return hasOwnSource(sources) ? html` <span class="own-data">Your own data</span>` : null;
}

const ITEM = html`<li>`;

/** The limits of a finding. */
export function caveatList({ caveats }: Finding): Markup | null {
  return caveats.length === 0 ? null : html`<ul class="caveats">${opened(ITEM, caveats)}</ul>`;
}
