import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startEngine } from '../store/duckdb/connection.js';
import { locateHome } from './home.js';
import { type ImportOptions, importFile, prepareImport } from './import.js';
import { previewOf } from './preview-import.js';

const { Workbook } = createRequire(import.meta.url)('exceljs') as typeof import('exceljs');
const folder = mkdtempSync(join(tmpdir(), 'goingrate-app-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function newOptions(): ImportOptions & { readonly home: ReturnType<typeof locateHome> } {
  count += 1;
  return { home: locateHome({ GOINGRATE_HOME: join(folder, `home-${count}`) }), today: '2026-06-30' };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const ROWS = 'Title,Salary,Country,Date\nData Engineer,120000,US,2026-01-02\nNurse,80000,US,2026-01-02\n';

describe('an import', () => {
  it('reads a table alike from text, JSON, Excel and Parquet', async () => {
    const [header, ...rows] = ROWS.trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const objects = rows.map((row) => Object.fromEntries(row.map((cell, at) => [header![at], cell])));
    const book = new Workbook();
    book.addWorksheet('Pay').addRows([header!, ...rows.map(([title, pay, ...rest]) => [title, Number(pay), ...rest])]);
    const parquet = join(folder, 'pay.parquet');
    const engine = await startEngine({ threads: 1 });
    const connection = await engine.connect();
    const values = rows.map(([title, pay, country, date]) => `('${title}', ${pay}.0, '${country}', DATE '${date}')`);
    await connection.run(
      `COPY (SELECT * FROM (VALUES ${values.join(', ')}) AS t(Title, Salary, Country, Date)) TO '${parquet}'`,
    );
    engine.close();
    const files = [
      file('pay.csv', ROWS),
      file('pay.json', JSON.stringify(objects)),
      file('pay.jsonl', objects.map((object) => JSON.stringify(object)).join('\n')),
      file('pay.xlsx', Buffer.from(await book.xlsx.writeBuffer())),
      parquet,
    ];
    const seen: unknown[] = [];
    for (const path of files) {
      const prepared = await prepareImport(path, newOptions());
      const [previewed] = (await previewOf(prepared)).files;
      seen.push(
        previewed!.rows.map(({ title, low, high, currency, unit, date, reason }) => [
          title,
          low,
          high,
          currency,
          unit,
          date,
          reason,
        ]),
      );
      expect((await prepared.run()).summary).toEqual({ rows: 2, imported: 2, repeated: 0, quarantined: 0 });
      await prepared.close();
    }
    expect(seen[0]).toEqual([
      ['data engineer', 120000, 120000, 'USD', 'year', '2026-01-02', null],
      ['nurse', 80000, 80000, 'USD', 'year', '2026-01-02', null],
    ]);
    for (const rows of seen) expect(rows).toEqual(seen[0]);
  });

  it('skips tables about other things and says so', async () => {
    const book = new Workbook();
    book.addWorksheet('Notes').addRows([
      ['Author', 'Remark'],
      ['x', 'y'],
    ]);
    book.addWorksheet('Pay').addRows(
      ROWS.trimEnd()
        .split('\n')
        .map((line) => line.split(',')),
    );
    const path = file('two.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    const prepared = await prepareImport(path, newOptions());
    expect(prepared.files[0]!.tables.map(({ skipped }) => skipped)).toEqual([
      'no column of its title and pay and place',
      null,
    ]);
    expect((await prepared.run()).summary.imported).toBe(2);
    await prepared.close();
  });

  it('says when its file went away before it was confirmed', async () => {
    const path = file('gone.csv', ROWS);
    const options = newOptions();
    const prepared = await prepareImport(path, options);
    rmSync(path);
    await expect(prepared.run()).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      message: expect.stringContaining('went away'),
    });
    await prepared.close();
    expect(existsSync(join(options.home.own, 'manifest.json'))).toBe(false);
  });

  it('leaves nothing beside it, and clears up after runs that were killed', async () => {
    const options = newOptions();
    const scratch = join(options.home.directory, 'scratch');
    mkdirSync(join(scratch, '999999999-left'), { recursive: true });
    mkdirSync(join(scratch, `${process.pid}-mine`));
    mkdirSync(join(scratch, 'not-ours'));
    await importFile(file('clear.csv', ROWS), options);
    expect(readdirSync(scratch).sort()).toEqual([`${process.pid}-mine`, 'not-ours'].sort());
    await expect(importFile(file('bad.csv', 'a,b\n1,2\n'), options)).rejects.toMatchObject({ code: 'UNMAPPABLE_FILE' });
    expect(readdirSync(scratch)).toHaveLength(2);
  });

  it('refuses wishes that contradict each other', async () => {
    const path = file('wishes.csv', ROWS);
    const both = { ...newOptions(), map: ['country=Country'], set: ['country=DE'] };
    await expect(importFile(path, both)).rejects.toMatchObject({ code: 'CONTRADICTORY_FLAGS' });
    const kinds = { ...newOptions(), kind: 'paid' as const, set: ['kind=advertised'] };
    await expect(importFile(path, kinds)).rejects.toMatchObject({ code: 'CONTRADICTORY_FLAGS' });
  });

  it('lets a value for all rows take the place of a guessed column', async () => {
    const prepared = await prepareImport(file('set.csv', ROWS), {
      ...newOptions(),
      set: ['country=CA', 'currency=CAD'],
    });
    const [previewed] = (await previewOf(prepared)).files;
    expect(previewed!.rows[0]).toMatchObject({ country: 'CA', currency: 'CAD' });
    await prepared.close();
  });
});
