/** Monthly figures to series. Months that were never collected stay absent. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { newestMonthEnd } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import type { MonthlyFigure } from './parse.js';

export function normalizeJolts(figures: readonly MonthlyFigure[]): SourceReading {
  const excluded = new Exclusions();
  const series: DraftRow<'series'>[] = [];
  for (const { series: name, month, value } of figures) {
    if (value === null) excluded.add('no figure');
    else series.push({ series: name, month, value, n: null });
  }
  const months = series.map(({ month }) => month);
  return {
    tables: { series },
    rowsIn: figures.length,
    rowsKept: series.length,
    excluded: excluded.list(),
    newest: newestMonthEnd(months),
    vintage: monthSpan(months),
  };
}
