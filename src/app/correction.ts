/** Corrections of reports: made from a question, and judged against the market. */
import { UsageError } from '../core/errors.js';
import { harmlessText } from '../render/format/harmless-text.js';
import { reportDigest } from '../render/json/report-digest.js';
import { correctionFaults, makeCorrection, verifyCorrection } from '../report/correction.js';
import { CORRECTION_LIMITS } from '../report/correction-limits.js';
import type { Correction, CorrectionDraft } from '../report/correction-model.js';
import { type CorrectionReview, figureOf, findingById, reviewOf } from '../report/correction-review.js';
import { correctionSchema } from '../report/correction-schema.js';
import { type Report, SECTION_ORDER } from '../report/model.js';
import { type Market, requirePublic } from './market.js';
import type { ReportRequest } from './question.js';
import { answerReport } from './report.js';

/**
 * Reads a correction from the text of its file.
 *
 * @throws {UsageError} NOT_A_CORRECTION
 */
export function readCorrection(text: string): Correction {
  if (Buffer.byteLength(text) > CORRECTION_LIMITS.file) {
    throw notACorrection(`it is larger than ${CORRECTION_LIMITS.file} bytes`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw notACorrection('it is not JSON', cause);
  }
  const { success, data, error } = correctionSchema.safeParse(content);
  if (success) return data;
  const [issue] = error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.');
  throw notACorrection(`${where}: ${issue?.message ?? 'not understood'}`, error);
}

/** Holds a correction against the report that a public market gives for its question and date. */
export async function reviewCorrection(market: Market, correction: Correction): Promise<CorrectionReview> {
  requirePublic(market);
  const { question, asOf } = correction.about;
  const request: ReportRequest = {
    title: question.title,
    place: question.place,
    ...(question.level === null ? {} : { level: question.level }),
    ...(question.basis === null ? {} : { basis: question.basis }),
  };
  const intact = await verifyCorrection(correction);
  try {
    const report = await answerReport(market, { ...request, asOf });
    const newest = market.asOf > asOf ? await answerReport(market, request) : null;
    return reviewOf({ correction, intact, again: { report, digest: reportDigest(report) }, newest });
  } catch (failure) {
    if (!(failure instanceof UsageError)) throw failure;
    return reviewOf({ correction, intact, again: { impossible: failure.message }, newest: null });
  }
}

export interface CorrectionRequest extends ReportRequest {
  readonly finding: string;
  /** What it should say. */
  readonly says: string;
  readonly value?: number | undefined;
  /** That of the finding when left out. */
  readonly unit?: string | undefined;
  readonly evidence: { readonly text: string; readonly link: string | null };
  readonly contact?: string | undefined;
  readonly page?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly createdOn: string;
}

/**
 * Makes a correction of a finding as a public market gives it.
 *
 * @throws {UsageError} UNKNOWN_FINDING | UNIT_NEEDED | INVALID_CORRECTION, and whatever the question throws
 */
export async function writeCorrection(market: Market, request: CorrectionRequest): Promise<Correction> {
  requirePublic(market);
  const report = await answerReport(market, request);
  const draft = draftOf(report, request);
  const [fault] = correctionFaults(draft);
  if (fault !== undefined) {
    throw new UsageError('INVALID_CORRECTION', `The correction cannot be made: ${fault.field}.`, fault.message);
  }
  return makeCorrection(draft);
}

function draftOf(report: Report, request: CorrectionRequest): CorrectionDraft {
  const finding = findingById(report, request.finding);
  if (finding === null) throw unknownFinding(report, request.finding);
  const { question, method } = report;
  const { id, statement, status } = finding;
  const unit = request.unit ?? finding.quantity?.unit;
  if (request.value !== undefined && unit === undefined) {
    throw new UsageError(
      'UNIT_NEEDED',
      'This finding has no figure, so the value has no unit.',
      'Give --unit, for example USD/year.',
    );
  }
  return {
    about: {
      question: {
        title: question.title,
        place: question.place.id,
        level: question.level?.id ?? null,
        basis: question.basis,
      },
      asOf: question.asOf,
      method: method.version,
      digest: reportDigest(report),
      page: request.page ?? null,
      finding: { id, statement, status, value: figureOf(finding) },
    },
    claim: {
      text: request.says,
      value: request.value === undefined ? null : { value: request.value, unit: unit ?? '' },
    },
    evidence: request.evidence,
    contact: request.contact ?? null,
    createdOn: request.createdOn,
  };
}

function unknownFinding(report: Report, id: string): UsageError {
  const ids = [report.headline, ...SECTION_ORDER.flatMap((section) => report.sections[section].findings)].map(
    (finding) => finding.id,
  );
  const [part = ''] = id.split('.');
  const near = ids.filter((known) => known.startsWith(part)).slice(0, 5);
  const examples = (near.length === 0 ? ids.slice(0, 5) : near).join(', ');
  return new UsageError(
    'UNKNOWN_FINDING',
    `This report has no finding "${id}".`,
    `Findings: ${examples}, ...; report --format csv lists all in the column id.`,
  );
}

function notACorrection(reason: string, cause?: unknown): UsageError {
  return new UsageError(
    'NOT_A_CORRECTION',
    `This file is no correction: ${harmlessText(reason.slice(0, 200)).replace(/\.$/, '')}.`,
    'Give the file that "report a mistake" on a page, or goingrate correction new, has made.',
    { cause },
  );
}
