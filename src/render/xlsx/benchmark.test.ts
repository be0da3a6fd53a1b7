import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { benchmarkRow, benchmarkStream, HOSTILE, NO_FIGURE, PAY } from '../../../test/fixtures/benchmark-rows.js';
import { benchmarkColumns } from '../format/benchmark-columns.js';
import { renderBenchmarkXlsx } from './benchmark.js';

async function bytesOf(...given: Parameters<typeof benchmarkStream>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of renderBenchmarkXlsx(benchmarkStream(...given))) parts.push(part);
  return Buffer.concat(parts);
}
async function workbook(...given: Parameters<typeof benchmarkStream>) {
  const { Workbook } = createRequire(import.meta.url)('exceljs') as typeof import('exceljs');
  const book = new Workbook();
  await book.xlsx.load((await bytesOf(...given)) as never);
  return book;
}
type Book = Awaited<ReturnType<typeof workbook>>;

function records(book: Book): Record<string, unknown>[] {
  const sheet = book.getWorksheet('Benchmark')!;
  const header = (sheet.getRow(1).values as string[]).slice(1);
  return Array.from({ length: sheet.rowCount - 1 }, (_, index) =>
    Object.fromEntries(header.map((name, column) => [name, sheet.getRow(index + 2).getCell(column + 1).value])),
  );
}

describe('a benchmark as a workbook', () => {
  it('holds numbers as numbers and says what they mean', async () => {
    const rows = [benchmarkRow({ pay: PAY }), benchmarkRow({ ...NO_FIGURE, row: 2, note: 'It fits no role.' })];
    const book = await workbook(rows);
    const [full, none] = records(book);
    expect(full).toMatchObject({ row: 1, median: 140_000, compa_ratio: 0.95, percentile: 41.2, grade: 'B' });
    expect(none).toMatchObject({ row: 2, median: null, note: 'It fits no role.' });
    expect(book.getWorksheet('Benchmark')!.getRow(2).getCell(10).numFmt).toBe('#,##0');
    const cells: string[] = [];
    book.getWorksheet('Sources and method')!.eachRow((row) => {
      row.eachCell((cell) => void cells.push(String(cell.value)));
    });
    expect(cells).toEqual(expect.arrayContaining(['as of', '2026-08-08', 'boards', 'median compa-ratio', '0.95']));
    const { opening } = benchmarkStream([]);
    for (const { name, meaning } of benchmarkColumns(opening)) {
      expect(cells).toContain(name);
      expect(cells).toContain(meaning);
    }
  });

  it('calculates nothing that a stranger wrote', async () => {
    const book = await workbook([benchmarkRow({ title: HOSTILE, place: '=1+1', note: '@x' })]);
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell(({ formula, value }) => {
          expect(formula).toBeUndefined();
          if (typeof value === 'string') expect(value).not.toMatch(/^[=+\-@\t\r]|[\u0000-\u001f\u202e]/);
        }),
      ),
    );
    expect(records(book)[0]).toMatchObject({ place: "'=1+1", note: "'@x" });
  });

  it('is made as its rows come, in order', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => benchmarkRow({ row: index + 1 }));
    const found = records(await workbook(rows, { hasPay: false }));
    expect(found.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
    expect(Object.keys(found[0]!)).not.toContain('compa_ratio');
  });

  it('hands on a failure of its rows', async () => {
    const stream = benchmarkStream([]);
    const failing = {
      ...stream,
      rows: (async function* () {
        yield benchmarkRow();
        throw new Error('disk');
      })(),
    };
    const reading = async () => {
      for await (const _ of renderBenchmarkXlsx(failing));
    };
    await expect(reading()).rejects.toThrow('disk');
  });
});
