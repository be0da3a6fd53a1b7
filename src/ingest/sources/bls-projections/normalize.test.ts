import { describe, expect, it } from 'vitest';
import { normalizeProjections } from './normalize.js';
import { editionColumns } from './parse.js';

const RECORD = {
  code: '99-1011',
  type: 'Line item',
  empBase: '33.6',
  empProjected: '40.9',
  changePct: '21.8',
  openings: '2.4',
};
const EDITION = { baseYear: 2024, targetYear: 2034 };

describe('normalizeProjections', () => {
  it('turns thousands into jobs', () => {
    expect(normalizeProjections({ ...EDITION, records: [RECORD] }).tables.projections).toEqual([
      {
        soc: '99-1011',
        baseYear: 2024,
        targetYear: 2034,
        jobsBase: 33_600,
        jobsProjected: 40_900,
        changePercent: 21.8,
        openingsPerYear: 2400,
      },
    ]);
  });

  it('leaves groups and footnotes out and counts them', () => {
    const footnote = { code: null, type: null, empBase: null, empProjected: null, changePct: null, openings: null };
    const records = [{ ...RECORD, code: '99-0000', type: 'Summary' }, RECORD, footnote];
    expect(normalizeProjections({ ...EDITION, records })).toMatchObject({
      rowsIn: 3,
      rowsKept: 1,
      excluded: [
        { reason: 'footnote or empty line', count: 1 },
        { reason: 'group of occupations', count: 1 },
      ],
    });
  });

  it('refuses a new kind of row and an occupation without a figure', () => {
    expect(() => normalizeProjections({ ...EDITION, records: [{ ...RECORD, type: 'Estimate' }] })).toThrow(/Estimate/);
    expect(() => normalizeProjections({ ...EDITION, records: [{ ...RECORD, openings: '—' }] })).toThrow(/openings/);
  });
});

describe('editionColumns', () => {
  const header = (base: number, dash: string) => [
    `${base} National Employment Matrix title`,
    `${base} National Employment Matrix code`,
    'Occupation type',
    `Employment, ${base}`,
    `Employment, ${base + 10}`,
    `Employment distribution, percent, ${base}`,
    `Employment change, numeric, ${base}${dash}${base - 1990}`,
    `Employment change, percent, ${base}${dash}${base - 1990}`,
    `Occupational openings, ${base}${dash}${base - 1990} annual average`,
  ];

  it('reads the years of an edition nobody has seen', () => {
    expect(editionColumns(header(2026, '–'), 'x.xlsx')).toMatchObject({
      baseYear: 2026,
      targetYear: 2036,
      empBase: 'Employment, 2026',
      empProjected: 'Employment, 2036',
      changePct: 'Employment change, percent, 2026–36',
      openings: 'Occupational openings, 2026–36 annual average',
    });
    expect(editionColumns(header(2022, '-'), 'x.xlsx').openings).toBe('Occupational openings, 2022-32 annual average');
  });

  it('names what is missing', () => {
    const short = header(2026, '–').slice(0, -1);
    expect(() => editionColumns(short, 'a/x.xlsx')).toThrow(
      "a/x.xlsx, sheet 'Table 1.2', has no column like 'Occupational openings",
    );
    expect(() => editionColumns(header(2026, '–').slice(0, 4), 'x.xlsx')).toThrow(/Employment, 2036/);
  });
});
