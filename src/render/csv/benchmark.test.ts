import { describe, expect, it } from 'vitest';
import { benchmarkRow, benchmarkStream, HOSTILE, NO_FIGURE, PAY } from '../../../test/fixtures/benchmark-rows.js';
import { CsvReader } from '../../text/records/index.js';
import { renderBenchmarkCsv } from './benchmark.js';

async function table(...given: Parameters<typeof benchmarkStream>): Promise<Record<string, string>[]> {
  let text = '';
  for await (const piece of renderBenchmarkCsv(benchmarkStream(...given))) text += piece;
  expect(text.endsWith('\r\n')).toBe(true);
  const reader = new CsvReader(',');
  const [header, ...rows] = [...reader.push(text), ...reader.end()].map(({ fields }) => fields);
  for (const row of rows) expect(row).toHaveLength(header!.length);
  return rows.map((row) => Object.fromEntries(header!.map((name, index) => [name, row[index]!])));
}

describe('a benchmark as CSV', () => {
  it('has a row for each, numbers plain', async () => {
    const [full, none] = await table([
      benchmarkRow({ pay: PAY }),
      benchmarkRow({ ...NO_FIGURE, row: 2, title: 'Wizard', note: 'It fits no role.' }),
    ]);
    expect(full).toMatchObject({
      row: '1',
      title: 'Data Engineer',
      median: '140000',
      p10: '100000',
      grade: 'B',
      n: '120',
    });
    expect(full).toMatchObject({ pay: '133000', compa_ratio: '0.95', percentile: '41.2', range_penetration: '0.325' });
    expect(none).toMatchObject({
      row: '2',
      status: 'insufficient',
      median: '',
      compa_ratio: '',
      note: 'It fits no role.',
    });
  });

  it('leaves out the columns of pay where the file states none', async () => {
    const [row] = await table([benchmarkRow()], { hasPay: false });
    expect(Object.keys(row!)).not.toContain('compa_ratio');
    expect(Object.keys(row!)).toContain('median_low');
  });

  it('calculates nothing that a stranger wrote', async () => {
    const [row] = await table([benchmarkRow({ title: HOSTILE, place: '@x', readAs: '+1', note: '-2', scope: '\t=1' })]);
    for (const name of ['title', 'place', 'read_as', 'note', 'scope']) expect(row![name]).toMatch(/^'/);
    expect(Object.values(row!).join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});
