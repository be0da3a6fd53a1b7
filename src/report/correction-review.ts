/** What a maintainer needs to judge a correction: is the file as signed, and does the market still say what it claims. */
import type { z } from 'zod';
import { formatDate } from '../core/format.js';
import type { Correction } from './correction-model.js';
import type { correctionReviewSchema } from './correction-review-schema.js';
import { type DeepReadonly, type Report, SECTION_ORDER } from './model.js';

export type CorrectionReview = DeepReadonly<z.infer<typeof correctionReviewSchema>>;
type Finding = Report['headline'];
type Outcome = Pick<CorrectionReview['report'], 'status' | 'reason'>;

export interface ReviewInputs {
  readonly correction: Correction;
  readonly intact: boolean;
  /** The question asked again: for the date of the page, or why it cannot be. */
  readonly again: { readonly report: Report; readonly digest: string } | { readonly impossible: string };
  /** The same question as of the newest date, where that is later. */
  readonly newest: Report | null;
}

/** Pure: the answers are made by the caller. */
export function reviewOf({ correction, intact, again, newest }: ReviewInputs): CorrectionReview {
  const { id } = correction.about.finding;
  const made = 'report' in again ? again : null;
  const found = made === null ? null : findingById(made.report, id);
  return {
    schema: 'goingrate.correction-review/1',
    signature: intact ? 'intact' : 'broken',
    report: {
      ...('impossible' in again ? notReproducible(again.impossible) : outcomeOf(correction, again, found)),
      digest: made?.digest ?? null,
      method: made?.report.method.version ?? null,
    },
    atDate: made === null || found === null ? null : shown(found, made.report),
    newest: newest === null ? null : shownIn(newest, id),
    correction,
  };
}

/** The headline, or a finding of any section, by its id. */
export function findingById(report: Report, id: string): Finding | null {
  const all = [report.headline, ...SECTION_ORDER.flatMap((section) => report.sections[section].findings)];
  return all.find((finding) => finding.id === id) ?? null;
}

/** The figure of a finding as a correction quotes it. */
export function figureOf({ quantity }: Finding): Correction['claim']['value'] {
  return quantity === null ? null : { value: quantity.value, unit: quantity.unit };
}

function outcomeOf(
  { about }: Correction,
  { report, digest }: { readonly report: Report; readonly digest: string },
  found: Finding | null,
): Outcome {
  const isSame = digest === about.digest;
  if (found !== null && isAsShown(found, about.finding)) {
    if (isSame) return { status: 'same', reason: 'This market gives the very report that the correction is about.' };
    const rest =
      about.digest === null ? 'the file does not say what else the report held' : 'something else in it has changed';
    return { status: 'same-finding', reason: `The report still holds this finding; ${rest}.` };
  }
  if (isSame) {
    return { status: 'changed', reason: 'The report is the same, but the finding quoted does not stand in it so.' };
  }
  if (found === null) {
    const gone = `The report of ${formatDate(about.asOf)} has no finding ${about.finding.id}.`;
    return { status: 'changed', reason: gone };
  }
  const { version } = report.method;
  const methods =
    version === about.method ? '' : ` The page was made by method ${about.method}, this report by ${version}.`;
  return { status: 'changed', reason: `For ${formatDate(about.asOf)} this market says otherwise.${methods}` };
}

function isAsShown(found: Finding, said: Correction['about']['finding']): boolean {
  const figure = figureOf(found);
  return (
    found.statement === said.statement &&
    found.status === said.status &&
    (said.value === null || (figure?.value === said.value.value && figure.unit === said.value.unit))
  );
}

function notReproducible(reason: string): Outcome {
  return { status: 'not-reproducible', reason };
}

function shownIn(report: Report, id: string): CorrectionReview['newest'] {
  const finding = findingById(report, id);
  return finding === null ? null : shown(finding, report);
}

function shown(finding: Finding, report: Report): NonNullable<CorrectionReview['atDate']> {
  const { status, statement, evidence } = finding;
  return {
    asOf: report.question.asOf,
    status,
    statement,
    value: figureOf(finding),
    n: evidence.n,
    employers: evidence.employers,
  };
}
