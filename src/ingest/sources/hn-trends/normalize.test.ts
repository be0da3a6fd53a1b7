import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { hnTrends } from './connector.js';
import { normalizeThreads, seriesOf } from './normalize.js';
import { KEYWORDS, type ThreadRecords } from './parse.js';

const share = (month: string, value: string) =>
  ({ month, ...Object.fromEntries(KEYWORDS.map((keyword) => [keyword, value])) }) as ThreadRecords['shares'][number];

describe('normalizeThreads', () => {
  it('gives fractions of a month with its postings', () => {
    const reading = normalizeThreads({
      shares: [share('2026-06', '12.5'), share('2026-07', '1')],
      volumes: [{ month: '2026-06', '0': '320' }],
    });
    const rows = reading.tables.series!;
    expect(rows[0]).toEqual({ series: 'hn-hiring-postings', month: '2026-06-01', value: 320, n: null });
    expect(rows[1]).toEqual({ series: 'hn-hiring-share:llm', month: '2026-06-01', value: 0.125, n: 320 });
    expect(rows).toHaveLength(1 + KEYWORDS.length);
    expect(reading).toMatchObject({
      rowsIn: 3,
      rowsKept: 2,
      excluded: [{ reason: 'month without a count of postings', count: 1 }],
    });
  });

  it('refuses a month or a share of another kind', () => {
    const volumes = [{ month: '2026-06', '0': '320' }];
    expect(() => normalizeThreads({ shares: [share('2026-06', 'many')], volumes })).toThrow(/many/);
    expect(() => normalizeThreads({ shares: [share('June', '1')], volumes })).toThrow(/month/);
  });

  it('names each word by a series of its own', () => {
    expect(seriesOf('Ruby/Rails')).toBe('hn-hiring-share:ruby-rails');
    expect(new Set(KEYWORDS.map(seriesOf)).size).toBe(KEYWORDS.length);
  });
});

describeNeeding(['data'], 'the published counts', () => {
  let workshop: Workshop;

  beforeAll(async () => {
    workshop = await openWorkshop({ threads: 1 });
  });

  afterAll(() => workshop.close());

  it('cover every month', async () => {
    const reading = await hnTrends.read({ raw: new RawReader(sharedData!, workshop) } as never);
    expect(reading).toMatchObject({ newest: '2026-07-31', vintage: 'April 2011 to July 2026', excluded: [] });
    expect(reading.tables.series!.every(({ value }) => value >= 0)).toBe(true);
  });
});
