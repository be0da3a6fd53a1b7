/** Annual pay of full-time employees by occupation, with its coefficients of variation. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { ALL_OCCUPATIONS, earningsRow, hasPay, lastYear } from '../../earnings-row.js';
import { Exclusions } from '../../exclusions.js';
import { requiredText } from '../../fields.js';
import { figure, figuresOf, IN_JOB } from './figures.js';
import { it2025Rows, regionRows, revisedRows } from './other-populations.js';
import { type AsheLine, type AsheRecords, FULL_TIME } from './parse.js';

export function normalizeAshe(records: AsheRecords): SourceReading {
  const excluded = new Exclusions();
  const earnings = [
    ...fullTimeRows(records.lines, excluded),
    ...revisedRows(records.revised, excluded),
    ...it2025Rows(records.it2025),
    ...regionRows(records.regions, excluded),
  ];
  const last = lastYear(earnings);
  return {
    tables: { earnings },
    rowsIn: earnings.length + excluded.total,
    rowsKept: earnings.length,
    excluded: excluded.list(),
    newest: `${last}-04-05`,
    vintage: `tax years to April 2021 to April ${last}`,
  };
}

function fullTimeRows(lines: readonly AsheLine[], excluded: Exclusions): DraftRow<'earnings'>[] {
  const revisedYears = new Set(lines.filter(({ status }) => status === 'revised').map(({ year }) => year));
  const variation = new Map<string, AsheLine>();
  const figures: AsheLine[] = [];
  for (const line of lines) {
    if (line.table !== '14.7a' && line.table !== '14.7b') excluded.add('weekly, hourly and incentive pay apart');
    else if (line.sheet !== FULL_TIME) excluded.add('men, women, part-time or all employees');
    else if (line.status === 'provisional' && revisedYears.has(line.year)) excluded.add('revised since');
    else if (line.table === '14.7a') figures.push(line);
    else {
      variation.set(keyOf(line), line);
      excluded.add('coefficients of variation, joined to their figures');
    }
  }
  return figures.flatMap((line) => {
    const row = fullTimeRow(line, variation.get(keyOf(line)));
    if (!hasPay(row)) excluded.add('no figure published');
    return hasPay(row) ? [row] : [];
  });
}

function fullTimeRow(line: AsheLine, variation: AsheLine | undefined): DraftRow<'earnings'> {
  return earningsRow({
    country: 'GB',
    place: 'GB',
    placeName: 'United Kingdom',
    taxonomy: `UK ${line.classification}`,
    code: line.code ?? ALL_OCCUPATIONS,
    label: requiredText(line.description, 'description').trim(),
    year: line.year,
    unit: 'year',
    currency: 'GBP',
    population: `full-time employees ${IN_JOB}; ${line.status}`,
    ...figuresOf(line),
    meanRsePercent: variation ? figure(variation.mean, 'mean') : null,
    medianRsePercent: variation ? figure(variation.median, 'median') : null,
  });
}

const keyOf = ({ year, status, code }: AsheLine) => `${year} ${status} ${code}`;
