import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { normalizeIlo } from './normalize.js';
import { parseIlo } from './parse.js';

const task = (ISCO_08: string, mean_score_2025: string) => ({ ISCO_08, mean_score_2025 });
const match = (soc: string, code: string, taxonomy = 'ISCO-08') => ({ taxonomy, code, soc });

describe('normalizeIlo', () => {
  it('averages the rated classes of an occupation and counts the rest', () => {
    const records = [
      task('9111', '0.2'),
      task('9111', '0.2'),
      task('9112', '0.5'),
      task('110', '0.3'),
      task('9999', '0.1'),
    ];
    const matches = [
      match('98-1011', '9111'),
      match('98-1011', '9112'),
      match('98-1011', '9113'),
      match('55-1011', '0110'),
      match('98-2011', '9999', 'NOC 2021'),
    ];
    expect(normalizeIlo(records, matches)).toEqual({
      tables: {
        exposure: [
          { measure: 'ilo-genai', soc: '98-1011', value: 0.35 },
          { measure: 'ilo-genai', soc: '55-1011', value: 0.3 },
        ],
      },
      rowsIn: 5,
      rowsKept: 3,
      excluded: [
        { reason: 'class that no occupation is matched to', count: 1 },
        { reason: 'further task of a class, with the same score', count: 1 },
      ],
    });
  });

  it('refuses a class whose tasks disagree on its score', () => {
    expect(() => normalizeIlo([task('9111', '0.2'), task('9111', '0.3')], [])).toThrow(/class 9111/);
  });
});

describeNeeding(['data'], 'scores of the International Labour Organization', () => {
  let workshop: Workshop;

  beforeAll(async () => {
    workshop = await openWorkshop({ threads: 1 });
  });

  afterAll(() => workshop.close());

  it('have one score a class', async () => {
    const records = await parseIlo(new RawReader(sharedData!, workshop));
    const matches = [match('15-1252', '2512'), match('15-1221', '2511')];
    const reading = normalizeIlo(records, matches);
    expect(reading).toMatchObject({ rowsIn: 3266, rowsKept: 2 });
    expect(reading.excluded).toContainEqual({ reason: 'class that no occupation is matched to', count: 425 });
    for (const { value } of reading.tables.exposure!) expect(value > 0.3 && value < 0.8).toBe(true);
  });
});
