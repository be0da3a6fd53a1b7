/** Daily postings indexes to means of months. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { MonthlyMeans } from '../../monthly-means.js';
import { newestDay } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import type { DailyFigure } from './parse.js';

/** A table that ends this many days before the newest one is an older edition. */
const OLDER_BY_DAYS = 180;
const DAY = 86_400_000;
const DECIMALS = 2;

/** One table of the publisher, as means of months. */
export interface TableMeans {
  readonly series: readonly DraftRow<'series'>[];
  /** Its newest day. */
  readonly ends: string;
  readonly days: number;
  readonly withoutFigure: number;
}

/** @throws {SourceError} SOURCE_EMPTY for a table without days */
export function tableMeans(figures: readonly DailyFigure[]): TableMeans {
  const means = new MonthlyMeans();
  let withoutFigure = 0;
  for (const { series, day, value } of figures) {
    if (value === null) withoutFigure += 1;
    else means.add(series, day, value);
  }
  const ends = newestDay(figures.map(({ day }) => day));
  return { series: means.rows(DECIMALS), ends, days: figures.length, withoutFigure };
}

/**
 * The publisher revises whole series with each edition, so tables of older editions must not be joined to newer ones:
 * their series carry their end in the name, `postings-index-us:sector:Legal:to-2024-09`.
 */
export function normalizeTracker(tables: readonly TableMeans[]): SourceReading {
  const newest = newestDay(tables.map(({ ends }) => ends));
  const series = tables.flatMap((table) => {
    const older = Date.parse(newest) - Date.parse(table.ends) > OLDER_BY_DAYS * DAY;
    const suffix = older ? `:to-${table.ends.slice(0, 7)}` : '';
    return table.series.map((row) => ({ ...row, series: `${row.series}${suffix}` }));
  });
  const rowsIn = tables.reduce((sum, { days }) => sum + days, 0);
  const excluded = new Exclusions();
  for (const { withoutFigure } of tables) excluded.add('no figure', withoutFigure);
  excluded.add('further day of a month, in its mean', rowsIn - excluded.total - series.length);
  return {
    tables: { series },
    rowsIn,
    rowsKept: series.length,
    excluded: excluded.list(),
    newest,
    vintage: monthSpan(series.map(({ month }) => month)),
  };
}
