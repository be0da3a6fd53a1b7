/** The report on one screen of 80 by 24: answer, band, evidence, forecast, ask, next step, and where the rest is. */
import { formatDate } from '../../../core/format.js';
import type { Report } from '../../../report/model.js';
import { compactPayBand } from '../charts/pay-band.js';
import { BLANK, type Line, line, span, type Tone } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { clip, padEnd, wrap } from '../wrap.js';
import { gradeWords, ownMark, shortEvidence } from './evidence.js';
import { openingFigure } from './opening.js';
import { paragraph } from './prose.js';

type Finding = Report['headline'];

/** Lines of the screen, one kept for the prompt. */
const SCREEN = 23;

/** Cells of the names at the left. */
const NAMES = 10;

/** Cells the band needs. */
const MIN_BAND = 56;

const TITLE_LINES = 2;
const DOUBT_LINES = 4;
const ANSWER_LINES = 7;
const GRADE_LINES = 2;
const EVIDENCE_LINES = 2;

interface Entry {
  readonly name: string;
  readonly text: string;
  /** What is shortened or left out first has the highest. */
  readonly rank: number;
  readonly tone?: Tone;
}

/** At most 23 lines, whatever the report holds; what matters least is shortened, then left out, first. */
export function briefLines(report: Report, page: Page): Line[] {
  const { headline, question } = report;
  const figure = openingFigure(report);
  const hasBand = figure?.kind === 'pay-band' && page.width >= MIN_BAND;
  const asOf = `as of ${formatDate(question.asOf)}`;
  const title = titleLines(question.text, asOf, page);
  const doubt =
    question.doubt === undefined ? [] : limited(paragraph(question.doubt, page, 'warning'), DOUBT_LINES, page);
  const top = [...title.lines, ...doubt, ...limited(paragraph(headline.statement, page), ANSWER_LINES, page)];
  const band = hasBand ? compactPayBand(figure, page) : [];
  const entries = briefEntries(report, page);
  const evidence = evidenceLines(report, title.saysAsOf ? [] : [asOf], page);
  const last = paragraph(REST, page, 'dim');
  const room = SCREEN - top.length - band.length - evidence.length - last.length;
  const told = fitting(entries, room, page);
  const parts = [top, band, evidence, told, last].filter((part) => part.length > 0);
  const spare = room - told.length;
  return parts.flatMap((part, index) => (index > 0 && index <= spare ? [BLANK, ...part] : part)).slice(0, SCREEN);
}

const REST = 'More: leave out --brief; a page: -o report.html; data: --format json.';

/** The question, with the as-of date behind it where one line holds both. */
function titleLines(text: string, asOf: string, page: Page): { lines: Line[]; saysAsOf: boolean } {
  const behind = page.glyphs.separator + asOf;
  if (textWidth(text) + textWidth(behind) <= page.width) {
    return { lines: [[span(text, 'strong'), span(behind, 'dim')]], saysAsOf: true };
  }
  return { lines: limited(paragraph(text, page, 'strong'), TITLE_LINES, page), saysAsOf: false };
}

/** Grade with its reason, then n, employers, basis, period and the sources, as far as they fit. */
function evidenceLines({ headline }: Report, more: readonly string[], page: Page): Line[] {
  const grade = gradeWords(headline.evidence);
  const items = [...ownMark(headline.evidence, page), ...more, ...shortEvidence(headline.evidence)];
  return [
    ...(grade === '' ? [] : limited(paragraph(`Grade ${grade}`, page, 'strong'), GRADE_LINES, page)),
    ...limited(
      wrap(items.join(page.glyphs.separator), page.width).map((text) => line(text, 'dim')),
      EVIDENCE_LINES,
      page,
    ),
  ];
}

/** The further answers of a person with an offer or a review coming. */
function briefEntries(report: Report, page: Page): Entry[] {
  const { overview, negotiation, checklist } = report.sections;
  const { headline } = report;
  const can = ({ status }: Finding): boolean => status !== 'insufficient';
  const forecasts = overview.findings.filter(({ id }) => /forecast/i.test(id));
  const forecast = forecasts.find((one) => can(one) && one.quantity?.unit === headline.quantity?.unit) ?? forecasts[0];
  const offer = report.question.offer === null ? undefined : negotiation.findings.find(can);
  const ask =
    negotiation.findings.find(({ id }) => /ask/.test(id)) ?? negotiation.findings.find((one) => one !== offer);
  const next =
    checklist.findings.find((one) => /^Treat the headline/.test(one.statement) === false) ?? checklist.findings[0];
  const entry = (name: string, finding: Finding | undefined, rank: number): Entry[] =>
    finding === undefined ? [] : [{ name, text: finding.statement, rank, tone: can(finding) ? 'plain' : 'dim' }];
  const notes = headline.missing === undefined ? [] : [{ name: 'Needed', text: headline.missing, rank: 1 }];
  const own = report.question.notes.filter((note) => /private data/.test(note));
  return [
    ...own.map((text) => ({ name: page.glyphs.own, text, rank: 0 })),
    ...notes,
    ...entry('Offer', offer, 2),
    ...entry('Ask', ask === offer ? undefined : ask, 3),
    ...entry('Forecast', forecast, 4),
    ...entry('Next', next, 5),
  ];
}

/**
 * Entries in at most `room` lines: whole where they fit, else from the last in rank on with their first sentence alone,
 * else without the last in rank.
 */
function fitting(entries: readonly Entry[], room: number, page: Page): Line[] {
  const byRank = [...entries].sort((a, b) => b.rank - a.rank);
  const texts = new Map(entries.map((entry) => [entry, entryLines(entry, entry.text, page)]));
  const used = (): number => [...texts.values()].reduce((sum, lines) => sum + lines.length, 0);
  for (const entry of byRank) {
    if (used() > room) texts.set(entry, entryLines(entry, firstSentence(entry.text), page));
  }
  for (const entry of byRank) {
    if (used() > room) texts.delete(entry);
  }
  return [...texts.values()].flat();
}

function entryLines({ name, tone = 'plain' }: Entry, text: string, page: Page): Line[] {
  return wrap(text, page.width - NAMES).map((words, index) => [
    span(padEnd(index === 0 ? name : '', NAMES), 'dim'),
    span(words, tone),
  ]);
}

/** Up to the first full stop or colon that ends a clause. */
function firstSentence(text: string): string {
  const end = /[^.\d][.:](?=\s)/.exec(text);
  return end === null ? text : `${text.slice(0, end.index + 1)}.`;
}

/** The first lines; the last of them says that there were more. */
function limited(lines: readonly Line[], most: number, page: Page): Line[] {
  if (lines.length <= most) return [...lines];
  const [last] = lines[most - 1] ?? [];
  if (last === undefined) return lines.slice(0, most);
  const { ellipsis } = page.glyphs;
  const cut = `${clip(last.text, page.width - ellipsis.length, '')}${ellipsis}`;
  return [...lines.slice(0, most - 1), [span(cut, last.tone)]];
}
