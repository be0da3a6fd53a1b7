/** A finding: its statement, its status in word and shape, and its evidence, which opens in place. */
import { hasOwnSource } from '../../core/own-data.js';
import type { Report } from '../../report/model.js';
import { evidenceRows, observations, STATUS_WORDS } from '../format/evidence-rows.js';
import { domId, html, type Markup } from './markup.js';

type Finding = Report['headline'];

/** The id at which a finding stands on its page. */
export function findingId(id: string): string {
  return domId('finding', id);
}

/** One finding of a section. */
export function findingBlock(finding: Finding, report: Report): Markup {
  return html`<div class="finding ${finding.status}" id="${findingId(finding.id)}"><p class="statement">${withReferences(finding.statement, report)}</p>${missing(finding)}${evidenceDetails(finding, report)}</div>`;
}

/** The evidence of a finding, closed until the reader opens it. */
export function evidenceDetails(finding: Finding, report: Report): Markup {
  const rows = evidenceRows(finding, report);
  return html`<details class="evidence"><summary>${statusMark(finding.status)}${ownMark(finding.evidence)}<span class="count">${observations(finding.evidence)}</span><span class="open">Evidence</span></summary><dl>${rows.map(
    ({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`,
  )}</dl>${caveatList(finding)}</details>`;
}

/** The status as a shape and a word: never by colour alone. */
export function statusMark(status: Finding['status']): Markup {
  return html`<span class="status ${status}">${STATUS_WORDS[status]}</span>`;
}

/** Beside whatever rests on the user's own data. */
function ownMark({ sources }: Finding['evidence']): Markup | null {
  return hasOwnSource(sources) ? html`<span class="own-data">Your own data</span>` : null;
}

/** What would be needed, when there is not enough. */
export function missing(finding: Finding): Markup | null {
  return finding.missing === undefined || finding.missing === ''
    ? null
    : html`<p class="missing">${finding.missing}</p>`;
}

/** The limits of a finding. */
export function caveatList({ caveats }: Finding): Markup | null {
  return caveats.length === 0
    ? null
    : html`<ul class="caveats">${caveats.map((caveat) => html`<li>${caveat}</li>`)}</ul>`;
}

/** A statement in which the ids of other findings of the report lead to them. */
function withReferences(statement: string, report: Report): Markup {
  const known = referenceTargets(report);
  const mentioned = [...known.keys()].some((id) => statement.includes(id));
  if (!mentioned) return html`${statement}`;
  return html`${statement.split(/([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)/i).map((part) => {
    const target = known.get(part);
    return target === undefined ? part : html`<a href="#${target}">${part}</a>`;
  })}`;
}

const targetsOf = new WeakMap<Report, ReadonlyMap<string, string>>();

/** Where each finding of a report stands, by its id. */
function referenceTargets(report: Report): ReadonlyMap<string, string> {
  let targets = targetsOf.get(report);
  if (targets === undefined) {
    const ids = Object.values(report.sections).flatMap(({ findings }) => findings.map(({ id }) => id));
    targets = new Map([...ids.map((id) => [id, findingId(id)] as const), [report.headline.id, 'headline']]);
    targetsOf.set(report, targets);
  }
  return targets;
}
