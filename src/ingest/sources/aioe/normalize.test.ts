import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { parseSoc } from '../soc/parse.js';
import { normalizeAioe } from './normalize.js';
import { parseAioe } from './parse.js';

const LINK = { fromTaxonomy: 'SOC 2010', fromCode: '97-1010', toCode: '98-1020', weight: 1 };

describe('normalizeAioe', () => {
  it('gives each measure its rows and counts unknown codes', () => {
    const records = {
      aioe: [
        { code: '97-1010', score: '1.25' },
        { code: '96-0000', score: '-0.5' },
      ],
      'aioe-language': [{ code: '97-1010', score: '1.5' }],
    };
    expect(normalizeAioe(records, [LINK])).toEqual({
      tables: {
        exposure: [
          { measure: 'aioe', soc: '98-1020', value: 1.25 },
          { measure: 'aioe-language', soc: '98-1020', value: 1.5 },
        ],
      },
      rowsIn: 3,
      rowsKept: 2,
      excluded: [{ reason: 'code that the crosswalk does not know', count: 1 }],
    });
  });

  it('refuses a score that is no number', () => {
    expect(() => normalizeAioe({ aioe: [{ code: '97-1010', score: 'high' }], 'aioe-language': [] }, [LINK])).toThrow(
      /high/,
    );
  });
});

describeNeeding(['data'], 'scores of the authors', () => {
  let workshop: Workshop;

  beforeAll(async () => {
    workshop = await openWorkshop({ threads: 1 });
  });

  afterAll(() => workshop.close());

  it('rates nearly all occupations, and no data scientists', async () => {
    const raw = new RawReader(sharedData!, workshop);
    const { socCrosswalk } = await parseSoc(raw);
    const crosswalk = socCrosswalk.map(({ soc10, soc18 }) => ({
      fromTaxonomy: 'SOC 2010',
      fromCode: soc10!,
      toCode: soc18!,
      weight: 1,
    }));
    const reading = normalizeAioe(await parseAioe(raw), crosswalk);
    expect(reading).toMatchObject({ rowsIn: 1548, rowsKept: 1546 });
    const rows = reading.tables.exposure!.filter(({ measure }) => measure === 'aioe');
    expect(rows.some(({ soc }) => soc === '15-2051')).toBe(false);
    expect(rows.find(({ soc }) => soc === '15-2041')?.value).toBeGreaterThan(1);
  });

  it('gives of the workbook the scores of the text', async () => {
    const copy = await parseAioe(new RawReader(sharedData!, workshop));
    const hidden = (path: string) => `${sharedData}/${path.replace('aioe_by_occupation.csv', 'absent.csv')}`;
    const { aioe } = await parseAioe(new RawReader(hidden, workshop));
    expect(aioe).toHaveLength(774);
    expect(aioe.map(({ code }) => code)).toEqual(copy.aioe.map(({ code }) => code));
    const differing = aioe.filter(
      ({ score }, index) => Math.abs(Number(score) - Number(copy.aioe[index]!.score)) > 1e-6,
    );
    expect(differing).toEqual([]);
  });
});
