/** Earnings by occupation, both sexes together. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { earningsRow, hasPay, lastYear } from '../../earnings-row.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredCode, requiredNumber, requiredText } from '../../fields.js';
import { jsonObject, jsonText } from '../../json-values.js';
import type { GermanRecords } from './parse.js';

const GERMANY = { country: 'DE', place: 'DE', placeName: 'Germany', taxonomy: 'KldB 2010', currency: 'EUR' } as const;

export function normalizeGermanEarnings({ monthly, yearly }: GermanRecords): SourceReading {
  const excluded = new Exclusions();
  const rows = monthly.flatMap((record) => {
    if (record.sex === null) {
      excluded.add('heading of four digits, without figures');
      return [];
    }
    if (requiredCode(record.sex, 'sex', ['total', 'men', 'women']) !== 'total') {
      excluded.add('men and women');
      return [];
    }
    const row = monthlyRow(record);
    if (!hasPay(row)) excluded.add('no figure published');
    return hasPay(row) ? [row] : [];
  });
  const earnings = yearly === null ? rows : [...rows, yearlyRow(yearly)];
  return {
    tables: { earnings },
    rowsIn: monthly.length + (earnings.length - rows.length),
    rowsKept: earnings.length,
    excluded: excluded.list(),
    newest: `${lastYear(rows)}-04-30`,
    vintage: `April ${lastYear(rows)}`,
  };
}

function monthlyRow(record: GermanRecords['monthly'][number]): DraftRow<'earnings'> {
  return earningsRow({
    ...GERMANY,
    code: requiredText(record.kldb2010, 'kldb2010'),
    label: requiredText(record.title_en, 'title_en'),
    year: requiredNumber(record.year, 'year'),
    unit: 'month',
    population: 'full-time employees, April, without special payments',
    mean: optionalNumber(record.mean_eur_month, 'mean_eur_month'),
    p50: optionalNumber(record.median_eur_month, 'median_eur_month'),
  });
}

/** Mean and median of men, of women and of both, in this order, behind the name of the group. */
const YEARLY_LINE = /^(\d{4});KB10-(\d{3});\s*([^;]+);\d+;\d+;\d+;\d+;(\d+);(\d+)$/;

/** One group, whose line the file carries as the publisher wrote it. */
function yearlyRow(file: unknown): DraftRow<'earnings'> {
  const lines = jsonObject(jsonObject(jsonObject(file, 'salary_de.json').data, 'data').raw_rows, 'raw_rows');
  const found = YEARLY_LINE.exec(jsonText(lines.total_earnings, 'total_earnings'));
  const [, year, code, label, mean, median] = found ?? [];
  return earningsRow({
    ...GERMANY,
    code: requiredText(code ?? null, 'total_earnings'),
    label: requiredText(label ?? null, 'total_earnings'),
    year: requiredNumber(year ?? null, 'total_earnings'),
    unit: 'year',
    population: 'full-time employees, with special payments',
    mean: requiredNumber(mean ?? null, 'total_earnings'),
    p50: requiredNumber(median ?? null, 'total_earnings'),
  });
}
