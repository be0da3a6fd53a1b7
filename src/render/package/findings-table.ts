/** The findings of a report as a table: the headline first, then the sections in their order, one row each. */
import { type Report, SECTION_ORDER, type SectionId } from '../../report/model.js';
import { type Column, columnsOf } from './column.js';
import { firstDay, lastDay } from './days.js';

type Finding = Report['headline'];

export interface FindingRow {
  readonly question: Report['question'];
  readonly section: 'headline' | SectionId;
  readonly finding: Finding;
}

export function findingRows({ question, headline, sections }: Report): FindingRow[] {
  return [
    { question, section: 'headline', finding: headline },
    ...SECTION_ORDER.flatMap((section) =>
      sections[section].findings
        .filter(({ id }) => id !== headline.id)
        .map((finding): FindingRow => ({ question, section, finding })),
    ),
  ];
}

const { text, textOrNone, numberOrNone, count, countOrNone, date, dateOrNone, oneOf } = columnsOf<FindingRow>();

/** Between the parts of a list in one cell. */
export const LIST_SEPARATOR = '; ';
export const SENTENCE_SEPARATOR = ' | ';

const joined = (texts: readonly string[], separator: string): string | null =>
  texts.length === 0 ? null : texts.join(separator);

const PERCENTILES = (['10', '25', '50', '75', '90'] as const).flatMap((key) => [
  numberOrNone(
    `p${key}`,
    `${key}th percentile, in the unit of the row.`,
    ({ finding }) => finding.quantity?.percentiles?.[key]?.value,
  ),
  numberOrNone(
    `p${key}_low`,
    `Lower end of the interval of the ${key}th percentile.`,
    ({ finding }) => finding.quantity?.percentiles?.[key]?.low,
  ),
  numberOrNone(
    `p${key}_high`,
    `Upper end of the interval of the ${key}th percentile.`,
    ({ finding }) => finding.quantity?.percentiles?.[key]?.high,
  ),
]);

const QUESTION: readonly Column<FindingRow>[] = [
  date('as_of', 'Day to which amounts are carried; nothing newer is in the row.', ({ question }) => question.asOf),
  text('asked_title', 'Job title the report is about.', ({ question }) => question.title),
  textOrNone('asked_level', 'Level the report is about; empty: all levels.', ({ question }) => question.level?.id),
  text('asked_place', 'Id of the place the report is about.', ({ question }) => question.place.id),
];

const STATEMENT: readonly Column<FindingRow>[] = [
  oneOf(['headline', ...SECTION_ORDER], 'section', 'Part of the report.', ({ section }) => section),
  text('id', 'Name of the finding, the same in every report.', ({ finding }) => finding.id),
  oneOf(
    ['supported', 'modelled', 'insufficient'],
    'status',
    'supported: estimated from the observations counted; modelled: rests on an assumption that the statement names; insufficient: the data cannot support a figure.',
    ({ finding }) => finding.status,
  ),
  text('statement', 'The finding in words.', ({ finding }) => finding.statement),
];

const QUANTITY: readonly Column<FindingRow>[] = [
  numberOrNone('value', 'The figure, in the unit of the row.', ({ finding }) => finding.quantity?.value),
  textOrNone(
    'unit',
    'Unit of all figures of the row: USD/year, percent, jobs, ...',
    ({ finding }) => finding.quantity?.unit,
  ),
  numberOrNone(
    'up_to',
    'Upper end, where the quantity is a range to choose from and no estimate.',
    ({ finding }) => finding.quantity?.upTo,
  ),
  numberOrNone('low', 'Lower end of the interval.', ({ finding }) => finding.quantity?.interval?.low),
  numberOrNone('high', 'Upper end of the interval.', ({ finding }) => finding.quantity?.interval?.high),
  numberOrNone(
    'interval_level',
    'Coverage the interval is made for, between 0 and 1.',
    ({ finding }) => finding.quantity?.interval?.level,
  ),
  ...PERCENTILES,
];

const EVIDENCE: readonly Column<FindingRow>[] = [
  count('n', 'Observations behind the finding, after repeats were removed.', ({ finding }) => finding.evidence.n),
  textOrNone('counts', 'What n counts; empty: observations.', ({ finding }) => finding.evidence.counts),
  countOrNone(
    'employers',
    'Distinct employers behind n; empty where a source names none.',
    ({ finding }) => finding.evidence.employers,
  ),
  textOrNone('sources', 'Ids of the sources, in the order of their use; the package lists them.', ({ finding }) =>
    joined(finding.evidence.sources, LIST_SEPARATOR),
  ),
  dateOrNone(
    'period_from',
    'First day of the observations; of their year or month, where no day is known.',
    ({ finding }) => finding.evidence.period && firstDay(finding.evidence.period.from),
  ),
  dateOrNone(
    'period_to',
    'Last day of the observations; of their year or month, where no day is known.',
    ({ finding }) => finding.evidence.period && lastDay(finding.evidence.period.to),
  ),
  textOrNone(
    'place',
    'Id of the place the observations come from; it may be wider than the place asked about.',
    ({ finding }) => finding.evidence.place,
  ),
  text('scope', 'What the observations are of.', ({ finding }) => finding.evidence.scope),
  textOrNone(
    'basis',
    'Whose pay it is: posted, filed, official, market or paid.',
    ({ finding }) => finding.evidence.basis,
  ),
  text('method', 'How the figure was made.', ({ finding }) => finding.evidence.method),
  textOrNone('grade', 'Quality of a pay figure, A to D.', ({ finding }) => finding.evidence.grade),
  textOrNone('grade_reason', 'Why this grade.', ({ finding }) => finding.evidence.gradeReason),
  countOrNone(
    'asked_n',
    'Observations of the very cell asked about, where the figure is for a wider scope.',
    ({ finding }) => finding.evidence.asked?.n,
  ),
  countOrNone(
    'asked_employers',
    'Distinct employers of that cell.',
    ({ finding }) => finding.evidence.asked?.employers,
  ),
  textOrNone('caveats', 'What limits the finding; sentences are set apart by a bar.', ({ finding }) =>
    joined(finding.caveats, SENTENCE_SEPARATOR),
  ),
  textOrNone(
    'missing',
    'What would be needed, where the data cannot support a figure.',
    ({ finding }) => finding.missing,
  ),
];

export const FINDING_COLUMNS: readonly Column<FindingRow>[] = [...QUESTION, ...STATEMENT, ...QUANTITY, ...EVIDENCE];
