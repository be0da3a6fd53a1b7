/** The review sheet of a correction. */
import { formatDate, formatMoney } from '../../../core/format.js';
import type { CorrectionReview } from '../../../report/correction-review.js';
import { asciiText } from '../../format/ascii-text.js';
import { countOf } from '../../format/evidence-rows.js';
import { harmlessText, mapTexts } from '../../format/harmless-text.js';
import { BLANK, encodeLines, indent, type Line, line, span, type Tone } from '../line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from '../page.js';
import { padEnd, wrap } from '../wrap.js';

const NAMES = 10;

const SIGNATURE: Readonly<Record<CorrectionReview['signature'], string>> = {
  intact: 'Whole, and as it was when it was signed. The key was made for this file: it does not say who signed.',
  broken: 'Changed since it was signed, or signed with another key. Do not act on it.',
};

const REPORT: Readonly<Record<CorrectionReview['report']['status'], string>> = {
  same: 'Same.',
  'same-finding': 'Same finding.',
  changed: 'Changed since.',
  'not-reproducible': 'Not reproducible.',
};

/** What is claimed, what the page showed, what the market gives: no text of the file steers the terminal. */
export function renderCorrectionReview(given: CorrectionReview, options: TerminalOptions): string {
  const page = pageFor(options);
  const review = mapTexts(given, (text) => (page.unicode ? harmlessText(text) : asciiText(harmlessText(text))));
  const { about, claim, evidence, contact, createdOn } = review.correction;
  const { question, finding } = about;
  const asked = [question.title, question.place, ...[question.level, question.basis].filter((part) => part !== null)];
  const lines: Line[] = [
    BLANK,
    line('Correction', 'accent-strong'),
    BLANK,
    ...entry('File', [SIGNATURE[review.signature]], page, review.signature === 'broken' ? 'warning' : 'plain'),
    ...entry('Report', [`${REPORT[review.report.status]} ${review.report.reason}`], page),
    BLANK,
    ...entry('Question', [asked.join(', '), ...(about.page === null ? [] : [about.page])], page),
    ...entry(
      'Finding',
      [`${finding.id}, ${finding.status}, as of ${formatDate(about.asOf)}, method ${about.method}`],
      page,
    ),
    ...quoted('Shown', [finding.statement, ...figure(finding.value)], page),
    ...marketFinding('Market', review.atDate, finding.statement, page),
    ...marketFinding('Newest', review.newest, finding.statement, page),
    BLANK,
    ...quoted('Claim', [claim.text, ...figure(claim.value)], page),
    ...quoted(
      'Evidence',
      [evidence.text, ...(evidence.link === null || evidence.link === evidence.text ? [] : [evidence.link])],
      page,
    ),
    ...(contact === null ? [] : quoted('Contact', [contact], page)),
    ...entry('Made', [`${formatDate(createdOn)}, as its maker says`], page),
    BLANK,
    ...entry(
      '',
      ['Marked lines are the words of the file, not ours. What to do with it: docs/corrections.md.'],
      page,
      'dim',
    ),
  ];
  return encodeLines(indent(lines, MARGIN), options.colour);
}

/** To the last digit: a claim is not rounded. */
function figure(quoted: CorrectionReview['correction']['claim']['value']): string[] {
  if (quoted === null) return [];
  const { value, unit } = quoted;
  const [, currency, period] = /^([A-Z]{3})\/(year|month|week|day|hour)$/.exec(unit) ?? [];
  if (currency === undefined) return [`${value} ${unit}`];
  return [
    `${formatMoney(value, currency, Number.isInteger(value) ? 1 : 0.01)} ${period === 'hour' ? 'an' : 'a'} ${period}`,
  ];
}

/** The finding as the market gives it, for one date. */
function marketFinding(name: string, finding: CorrectionReview['atDate'], quoted: string, page: Page): Line[] {
  if (finding === null) return [];
  const { asOf, status, statement, value, n, employers } = finding;
  const counts = [`n ${n}`, ...(employers === null ? [] : [countOf(employers, 'employer')])];
  const facts = [status, ...figure(value), ...counts, `as of ${formatDate(asOf)}`].join(page.glyphs.separator);
  return entry(name, [statement === quoted ? 'The same words.' : statement, facts], page);
}

function entry(name: string, texts: readonly string[], page: Page, tone: Tone = 'plain'): Line[] {
  return texts
    .flatMap((text) => wrap(text, page.width - NAMES))
    .map((text, index) => [span(padEnd(index === 0 ? name : '', NAMES), 'dim'), span(text, tone)]);
}

/** Words of the file, each line marked, so that none is taken for ours. */
function quoted(name: string, texts: readonly string[], page: Page): Line[] {
  return texts
    .flatMap((text) => wrap(text, page.width - NAMES - 2))
    .map((text, index) => [span(padEnd(index === 0 ? name : '', NAMES), 'dim'), span('> ', 'dim'), span(text)]);
}
