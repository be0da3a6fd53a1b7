/** The advertised ranges that a report lists, as a table: one row a distinct range, in the order of the report. */
import { type Report, SECTION_ORDER } from '../../report/model.js';
import type { Ranges } from '../../report/ranges.js';
import { type Column, columnsOf } from './column.js';

export interface RangeRow {
  readonly range: Ranges['rows'][number];
  readonly sourceName: string;
  readonly licence: string | null;
}

/** Empty where the report lists none. */
export function rangeRows({ sections, sources }: Report): RangeRow[] {
  const known = new Map(sources.map((source) => [source.id, source]));
  return SECTION_ORDER.flatMap((section) => sections[section].ranges?.rows ?? []).map((range) => {
    const source = known.get(range.source);
    return { range, sourceName: source?.name ?? range.source, licence: source?.licence ?? null };
  });
}

/** Whether a report lists any, without making the rows. */
export function hasRanges({ sections }: Report): boolean {
  return SECTION_ORDER.some((section) => (sections[section].ranges?.rows.length ?? 0) > 0);
}

const { text, textOrNone, number, count, date, oneOf } = columnsOf<RangeRow>();

export const RANGE_COLUMNS: readonly Column<RangeRow>[] = [
  text('title', 'Job title as stated, normalised.', ({ range }) => range.title),
  textOrNone('employer', 'Employer; empty where the source names none.', ({ range }) => range.employer),
  number('pay_low', 'Lower end of the advertised range.', ({ range }) => range.pay.low),
  number('pay_high', 'Upper end of the advertised range.', ({ range }) => range.pay.high),
  text('currency', 'Currency of both ends, ISO 4217.', ({ range }) => range.pay.currency),
  oneOf(['year', 'month', 'week', 'day', 'hour'], 'pay_period', 'Period of both ends.', ({ range }) => range.pay.unit),
  date('seen_from', 'Earliest day on which it may have been first seen.', ({ range }) => range.seen.from),
  date('seen_to', 'Latest day on which it may have been first seen.', ({ range }) => range.seen.to),
  textOrNone('place', 'State; empty where none or several are named.', ({ range }) => range.place),
  textOrNone('level', 'Level that the title names.', ({ range }) => range.level),
  oneOf(
    ['title', 'cell', 'scope'],
    'match',
    'title: exactly the title asked about; cell: its role, level and place; scope: the rest of what the figure is for.',
    ({ range }) => range.match,
  ),
  count('repeats', 'Times the source states this range.', ({ range }) => range.repeats),
  text('source', 'Id of the source.', ({ range }) => range.source),
  text('source_name', 'Name of the source.', ({ sourceName }) => sourceName),
  textOrNone('licence', 'Licence of the source, as its publisher states it.', ({ licence }) => licence),
];
