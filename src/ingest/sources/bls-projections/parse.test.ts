import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { normalizeProjections } from './normalize.js';
import { parseWorkbook } from './parse.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop({ threads: 1 });
});

afterAll(() => workshop.close());

describeNeeding(['data'], 'workbook of the employment projections', () => {
  it('gives the occupations of an older edition, with its years', async () => {
    const raw = new RawReader(sharedData!, workshop);
    const edition = await parseWorkbook(raw, 'bls-employment-projections/occupation_2022_32.xlsx');
    expect(edition).toMatchObject({ baseYear: 2022, targetYear: 2032 });
    const reading = normalizeProjections(edition);
    expect(reading.rowsKept).toBe(832);
    expect(reading.excluded.map(({ reason }) => reason)).toEqual(['group of occupations', 'footnote or empty line']);
    expect(reading.tables.projections!.find(({ soc }) => soc === '15-2051')).toMatchObject({
      baseYear: 2022,
      targetYear: 2032,
      jobsBase: 168_900,
      changePercent: 35.2,
      openingsPerYear: 17_700,
    });
  });
});
