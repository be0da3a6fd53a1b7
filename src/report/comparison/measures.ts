/** Figures of the reports side by side: one row a measure, one cell a question, each as its report states it. */
import type { Finding, PercentileKey, Quantity } from '../../core/finding.js';
import { formatCounted, formatDate } from '../../core/format.js';
import type { ComparedMeasure, ComparedReport } from '../comparison-model.js';
import { type CellText, NO_FIGURE, quantityCell } from './quantity-cell.js';
import { skillMeasures } from './skill-measures.js';

type CellOf = (report: ComparedReport) => CellText | null;

/** Rows in reading order; one that no report can fill is left out. */
export function comparedMeasures(reports: readonly ComparedReport[]): ComparedMeasure[] {
  const currencies = new Set(reports.map(({ question }) => question.currency));
  const places = new Set(reports.map(({ question }) => question.place.id));
  const rows: (ComparedMeasure | null)[] = [
    row('median', 'Middle', reports, headlineCell),
    ...PERCENTILES.map(([key, name]) => row(`p${key}`, name, reports, percentileCell(key))),
    currencies.size > 1 ? row('dollars', 'Middle in US dollars', reports, dollarsCell, DOLLARS_NOTE) : null,
    currencies.size > 1
      ? row('purchasing-power', 'What the middle buys, in US dollars', reports, parityCell, PARITY_NOTE)
      : null,
    places.size > 1
      ? row(
          'national-prices',
          'Middle at national prices',
          reports,
          findingCell('demand', 'demand.costs.headline'),
          PRICES_NOTE,
        )
      : null,
    row('forecast', 'Expected change in a year', reports, findingCell('overview', 'overview.forecast.growth')),
    row(
      'basis',
      'Basis',
      reports,
      plain(({ basis }) => basis),
    ),
    row('grade', 'Grade', reports, plain(gradeText)),
    row(
      'observations',
      'Observations',
      reports,
      plain(({ n, counts = 'observations' }) => formatCounted(n, counts)),
    ),
    row(
      'employers',
      'Employers',
      reports,
      plain(({ employers }) => (employers === null ? 'not named' : formatCounted(employers, 'employers'))),
    ),
    row(
      'scope',
      'Rests on',
      reports,
      plain(({ scope }) => scope),
    ),
    row(
      'period',
      'Period of the data',
      reports,
      plain(({ period }) => period && `${formatDate(period.from)} to ${formatDate(period.to)}`),
    ),
  ];
  return [...rows.filter((entry) => entry !== null), ...skillMeasures(reports)];
}

const PERCENTILES: readonly (readonly [PercentileKey, string])[] = [
  ['10', 'Lowest tenth (P10)'],
  ['25', 'Lower quarter (P25)'],
  ['75', 'Upper quarter (P75)'],
  ['90', 'Highest tenth (P90)'],
];

const DOLLARS_NOTE = 'At the exchange rates of the dates of its data';
const PARITY_NOTE = 'At purchasing power parity, the United States as the measure';
const PRICES_NOTE = 'What it buys at the average prices of the United States';

function row(
  id: string,
  name: string,
  reports: readonly ComparedReport[],
  cellOf: CellOf,
  note: string | null = null,
): ComparedMeasure | null {
  const cells = reports.map(cellOf);
  if (cells.every((cell) => cell === null || cell.status === 'insufficient') && id !== 'median') return null;
  return { id, name, note, cells: cells.map((cell, at) => ({ question: at + 1, ...(cell ?? NO_FIGURE) })) };
}

function headlineCell({ headline }: ComparedReport): CellText {
  return quantityCell(headline.status, withoutPercentiles(headline.quantity));
}

function percentileCell(key: PercentileKey): CellOf {
  return ({ headline: { status, quantity } }) => {
    const entry = quantity?.percentiles?.[key];
    if (quantity === null || entry === undefined) return null;
    const interval =
      entry.low === null || entry.high === null ? null : { level: 0.9, low: entry.low, high: entry.high };
    return quantityCell(status, { value: entry.value, unit: quantity.unit, interval });
  };
}

function findingCell(section: keyof ComparedReport['sections'], id: string): CellOf {
  return ({ sections }) => {
    const finding = sections[section].findings.find((entry) => entry.id === id);
    return finding === undefined ? null : quantityCell(finding.status, withoutPercentiles(finding.quantity), 1);
  };
}

/** A figure that is in dollars already stands as it is. */
const dollarsCell: CellOf = (report) =>
  report.question.currency === 'USD' ? headlineCell(report) : findingCell('overview', 'overview.dollars')(report);

const parityCell: CellOf = (report) =>
  report.question.currency === 'USD'
    ? headlineCell(report)
    : findingCell('overview', 'overview.purchasing-power')(report);

/** Something said of the evidence behind the headline; nothing without a figure. */
function plain(textOf: (evidence: Finding['evidence']) => string | null): CellOf {
  return ({ headline }) => {
    const text = headline.quantity === null ? null : textOf(headline.evidence);
    return text === null ? null : { status: headline.status, text, interval: null, quantity: null };
  };
}

function gradeText({ grade, gradeReason }: Finding['evidence']): string | null {
  if (grade === undefined) return null;
  return gradeReason === undefined ? grade : `${grade}: ${gradeReason}`;
}

function withoutPercentiles(quantity: Quantity | null): Quantity | null {
  return quantity === null ? null : { value: quantity.value, unit: quantity.unit, interval: quantity.interval };
}
