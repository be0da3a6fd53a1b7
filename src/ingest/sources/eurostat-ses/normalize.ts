/** Mean annual earnings by country and major group of occupations. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { ALL_OCCUPATIONS, earningsRow, lastYear } from '../../earnings-row.js';
import { Exclusions } from '../../exclusions.js';
import { requiredNumber } from '../../fields.js';
import type { Cube, CubeCell } from './json-stat.js';

/** Eurostat's codes where they are not the ISO codes. */
const ISO: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };
const MAJOR_GROUP = /^OC(\d)$/;

export function normalizeAnnualEarnings(cube: Cube): SourceReading {
  const excluded = new Exclusions();
  const earnings = cube.cells.flatMap((cell) => {
    const fault = faultOf(cell);
    if (fault !== null) excluded.add(fault);
    return fault === null ? [rowOf(cube, cell)] : [];
  });
  const last = lastYear(earnings);
  return {
    tables: { earnings },
    rowsIn: cube.cells.length,
    rowsKept: earnings.length,
    excluded: excluded.list(),
    newest: `${last}-12-31`,
    vintage: String(last),
  };
}

function faultOf({ codes }: CubeCell): string | null {
  if (codes.indic_se !== 'ERN') return 'bonuses, a part of earnings';
  if (codes.unit !== 'EUR') return 'other units than euros';
  if (codes.sex !== 'T' || codes.age !== 'TOTAL' || codes.sizeclas !== 'GE10') return 'parts of the employees';
  if (codes.isco08 !== 'TOTAL' && !MAJOR_GROUP.test(codes.isco08 ?? '')) return 'major groups taken together';
  return /^[A-Z]{2}$/.test(codes.geo ?? '') ? null : 'groups of countries';
}

function rowOf(cube: Cube, { codes, value }: CubeCell): DraftRow<'earnings'> {
  const { geo = '', isco08 = '', time = '' } = codes;
  const country = ISO[geo] ?? geo;
  return earningsRow({
    country,
    place: country,
    placeName: cube.label('geo', geo),
    taxonomy: 'ISCO-08',
    code: MAJOR_GROUP.exec(isco08)?.[1] ?? ALL_OCCUPATIONS,
    label: isco08 === 'TOTAL' ? 'All occupations' : cube.label('isco08', isco08),
    year: requiredNumber(time, 'time'),
    unit: 'year',
    currency: 'EUR',
    population:
      'employees of enterprises with 10 or more, industry and services without public administration, bonuses included',
    mean: value,
  });
}
