/** Wages by occupation and region, with the regions that only repeat their province named. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { earningsRow, hasPay, lastYear } from '../../earnings-row.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredCode } from '../../fields.js';
import type { WageRecord, WageRecords } from './parse.js';
import { provinceOf } from './provinces.js';

type Row = DraftRow<'earnings'>;

export function normalizeWages({ wages, matched }: WageRecords): SourceReading {
  const excluded = new Exclusions();
  excluded.add("figures of 2016 and 2020, matched to today's codes by a language model", matched);
  const rows = wages.map(wageRow);
  const byPlace = new Map(rows.map((row) => [keyOf(row, row.place), row]));
  const stated = new Set<string>();
  const earnings = rows.flatMap((row) => {
    const fault = faultOf(row, byPlace, stated);
    if (fault !== null) excluded.add(fault);
    return fault === null ? [{ ...row, borrowedFrom: lenderOf(row, byPlace) }] : [];
  });
  const last = lastYear(earnings);
  return {
    tables: { earnings },
    rowsIn: wages.length + matched,
    rowsKept: earnings.length,
    excluded: excluded.list(),
    newest: `${last}-12-31`,
    vintage: `editions of ${[...new Set(earnings.map(({ year }) => year))].sort().join(', ')}`,
  };
}

function faultOf(row: Row, byPlace: ReadonlyMap<string, Row>, stated: Set<string>): string | null {
  if (!hasPay(row)) return 'no figure published';
  const key = keyOf(row, row.place);
  if (stated.has(key)) return 'line repeated for another old code';
  stated.add(key);
  const province = provinceOf(row.place);
  if (province !== null && !byPlace.has(keyOf(row, province))) return 'region without its province to compare with';
  return null;
}

/** The province that a region repeats: every figure that the region states is the province's. */
function lenderOf(row: Row, byPlace: ReadonlyMap<string, Row>): string | null {
  const province = provinceOf(row.place);
  if (province === null) return null;
  const whole = byPlace.get(keyOf(row, province))!;
  const same = (['mean', 'p10', 'p25', 'p50', 'p75', 'p90'] as const).every(
    (figure) => row[figure] === null || row[figure] === whole[figure],
  );
  return same ? province : null;
}

const keyOf = ({ year, code }: Row, place: string) => `${year} ${code} ${place}`;

function wageRow(record: WageRecord): Row {
  const region = record.region.replace(/^ER/, '');
  return earningsRow({
    country: 'CA',
    place: region === '00' ? 'CA' : `CA-${region}`,
    placeName: record.regionName,
    taxonomy: 'NOC 2021',
    code: record.code,
    label: record.title.charAt(0).toUpperCase() + record.title.slice(1),
    year: record.edition,
    unit: requiredCode(record.annual, 'annual flag', ['0', '1']) === '1' ? 'year' : 'hour',
    currency: 'CAD',
    population: populationOf(record),
    mean: figure(record.average, 'average'),
    p10: figure(record.low, 'low'),
    p25: figure(record.quartile1, 'quartile 1'),
    p50: figure(record.median, 'median'),
    p75: figure(record.quartile3, 'quartile 3'),
    p90: figure(record.high, 'high'),
  });
}

const figure = (value: string | null, column: string) => optionalNumber(value, column, ['NA']);

/** The publisher states a low and a high wage; they are bounds of the kind of the 10th and 90th percentile. */
function populationOf({ edition, basis, period }: WageRecord): string {
  const stated = basis === null || basis === 'NA' ? '' : `; ${basis}${period === null ? '' : ` ${period}`}`;
  return `employees, p10 and p90 being the low and high wage of the ${edition} edition${stated}`;
}
