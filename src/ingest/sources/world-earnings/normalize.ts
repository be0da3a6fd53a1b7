/** Earnings of countries whose terms are clear, in the unit and classification of each. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { ALL_OCCUPATIONS, type EarningsFigures, earningsRow, lastYear } from '../../earnings-row.js';
import { Exclusions } from '../../exclusions.js';
import { requiredCode, requiredNumber, requiredText } from '../../fields.js';
import { COUNTRIES, type CountryTerms, LEFT_OUT } from './countries.js';
import { ictRows } from './ict-rows.js';
import type { WorldRecords } from './parse.js';

type LongRecord = WorldRecords['long'][number];

const COLUMN_OF = { mean: 'mean', median: 'p50', p10: 'p10', p25: 'p25', p75: 'p75', p90: 'p90' } as const;
const STATISTICS = ['mean', 'median', 'p10', 'p25', 'p75', 'p90'] as const;

export function normalizeWorldEarnings({ long, ict }: WorldRecords): SourceReading {
  const excluded = new Exclusions();
  const { rows, figures } = longRows(long, excluded);
  const ictEarnings = ict.flatMap(({ terms, content }) => ictRows(content, terms, excluded));
  const earnings = [...rows, ...ictEarnings];
  const rowsKept = figures + ictEarnings.length;
  return {
    tables: { earnings },
    rowsIn: rowsKept + excluded.total,
    rowsKept,
    excluded: excluded.list(),
    newest: `${lastYear(earnings)}-12-31`,
  };
}

/** One row a country, year and class; a line of the table holds one figure of it. */
function longRows(
  records: readonly LongRecord[],
  excluded: Exclusions,
): { readonly rows: DraftRow<'earnings'>[]; readonly figures: number } {
  const cells = new Map<string, LongRecord[]>();
  for (const record of records) {
    const fault = faultOf(record);
    if (fault !== null) excluded.add(fault);
    else {
      const key = `${record.country} ${record.year} ${record.code}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [record]);
      else cell.push(record);
    }
  }
  const empty = yearsOfOneFigure([...cells.values()]);
  const kept = [...cells.values()].filter((cell) => !empty.has(editionOf(cell[0]!)));
  const figures = kept.reduce((sum, cell) => sum + cell.length, 0);
  const all = [...cells.values()].reduce((sum, cell) => sum + cell.length, 0);
  excluded.add('one figure repeated for all classes of a year', all - figures);
  return { rows: kept.map(longRow), figures };
}

function faultOf(record: LongRecord): string | null {
  const country = requiredText(record.country, 'country');
  const reason = LEFT_OUT.get(country);
  if (reason !== undefined) return reason;
  if (!COUNTRIES.has(country)) throw unknownCountry(country);
  return requiredCode(record.sex, 'sex', ['total', 'men', 'women']) === 'total' ? null : 'men and women';
}

/** Editions in which every class has the same mean: the survey did not ask for the class. */
function yearsOfOneFigure(cells: readonly (readonly LongRecord[])[]): Set<string> {
  const means = new Map<string, string[]>();
  for (const cell of cells) {
    const mean = cell.find(({ stat }) => stat === 'mean')?.value_month;
    if (mean === undefined || mean === null) continue;
    const edition = editionOf(cell[0]!);
    means.set(edition, [...(means.get(edition) ?? []), mean]);
  }
  const single = [...means].filter(([, values]) => values.length > 1 && new Set(values).size === 1);
  return new Set(single.map(([edition]) => edition));
}

const editionOf = ({ country, year }: LongRecord) => `${country} ${year}`;

function longRow(cell: readonly LongRecord[]): DraftRow<'earnings'> {
  const record = cell[0]!;
  const { country, name, taxonomy, population }: CountryTerms = COUNTRIES.get(record.country!)!;
  const figures: EarningsFigures = Object.fromEntries(
    cell.map(({ stat, value_month }) => [
      COLUMN_OF[requiredCode(stat, 'stat', STATISTICS)],
      requiredNumber(value_month, 'value_month'),
    ]),
  );
  return earningsRow({
    country,
    place: country,
    placeName: name,
    taxonomy,
    code: record.code ?? ALL_OCCUPATIONS,
    label: requiredText(record.title, 'title'),
    year: requiredNumber(record.year, 'year'),
    unit: 'month',
    currency: requiredText(record.currency, 'currency'),
    population,
    ...figures,
  });
}

function unknownCountry(country: string): SourceError {
  return new SourceError(
    'SOURCE_VALUE',
    `Column 'country' holds '${country}', whose terms are not known to the connector.`,
    'Add the country to the connector, with its licence and what its figures count.',
  );
}
