import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  COLUMNS,
  csvText,
  GOOD,
  importInput,
  importRows,
  inputOf,
  MAPPING,
  type MarketFolder,
  quarantinedRows,
  row,
  storedRows,
  temporaryMarket,
} from '../../../test/fixtures/imported-market.js';
import { readOwnManifest } from '../../store/own-manifest.js';
import { removeImport } from './own-market/remove-import.js';

let market: MarketFolder;
beforeEach(() => {
  market = temporaryMarket();
});
afterEach(() => market.remove());

describe('the same file again', () => {
  it('changes nothing', async () => {
    const rows = [GOOD, GOOD, row({ 2: 'Atlantis' })];
    const first = await importRows(market, rows);
    const before = snapshot(market.own);
    const second = await importRows(market, rows);
    expect(second).toEqual({ ...first, summary: { rows: 3, imported: 0, repeated: 2, quarantined: 1 } });
    expect(snapshot(market.own)).toEqual(before);
  });

  it('with another mapping is another import', async () => {
    const { id } = await importRows(market, [GOOD]);
    const other = await importRows(market, [GOOD], {
      ...MAPPING,
      constants: { unit: 'year', employment: 'full time' },
    });
    expect(other.id).not.toBe(id);
    expect(other.summary).toMatchObject({ imported: 0, repeated: 1 });
  });

  it('is found damaged when a file of it is gone', async () => {
    const { id } = await importRows(market, [GOOD]);
    market.file(`own/pay/${id}.parquet`, 'cut');
    await expect(importRows(market, [GOOD])).rejects.toMatchObject({ code: 'OWN_MARKET_DAMAGED' });
  });
});

describe('taking an import out', () => {
  it('leaves no trace of it, and nothing else is touched', async () => {
    const { id } = await importRows(market, [GOOD, row({ 2: 'Atlantis' })]);
    const path = market.file('more.csv', csvText(COLUMNS, [row({ 0: 'Nurse' })]));
    const second = await importInput(market, inputOf(path, COLUMNS), MAPPING);
    await removeImport(market.own, id);
    expect(JSON.stringify(snapshot(market.own))).not.toContain(id);
    expect((await readOwnManifest(market.own))?.imports.map((one) => one.id)).toEqual([second.id]);
    expect(await storedRows(market, 'pay')).toMatchObject([{ title: 'nurse' }]);
    await expect(removeImport(market.own, id)).rejects.toMatchObject({ code: 'UNKNOWN_IMPORT' });
    expect((await importRows(market, [GOOD])).summary).toMatchObject({ imported: 1 });
  });
});

describe('the quarantine file', () => {
  it('gives number, reason and record, and runs nothing in a spreadsheet', async () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("http://x","y")', '＝1', ' =1'];
    const rows = hostile.map((title) => row({ 0: title, 2: 'Atlantis "North", with\na line' }));
    const { quarantine } = await importRows(market, [GOOD, ...rows]);
    const listed = await quarantinedRows(quarantine as string);
    expect(listed.map((one) => one.row)).toEqual(['2', '3', '4', '5', '6', '7', '8', '9']);
    for (const [at, { original }] of listed.entries()) {
      expect(original).toMatch(/^['"]/);
      expect(original).toContain('"Atlantis ""North"", with\na line"');
      expect(original).toContain((hostile[at] as string).replaceAll('"', '""'));
    }
  });

  it('holds the mapped columns alone', async () => {
    const columns = [...COLUMNS, 'Home address'];
    const { quarantine } = await importRows(market, [[...row({ 2: '' }), '1 Secret Street']], MAPPING, columns);
    expect(readFileSync(quarantine as string, 'utf8')).not.toContain('Secret');
  });
});

describe('other forms of input', () => {
  it('reads gzip, staged rows with their own numbers, and rows that were rejected before', async () => {
    const zipped = market.file('offers.csv.gz', gzipSync(csvText(COLUMNS, [GOOD])));
    expect((await importInput(market, inputOf(zipped, COLUMNS), MAPPING)).summary.imported).toBe(1);
    const staged = market.file(
      'staged',
      csvText(['7', ...row({ 0: 'Nurse' })] as string[], [['9', ...row({ 2: 'x' })]]),
    );
    const rejected = market.file('rejected', '8,too many cells,"=a,b"\n');
    const input = inputOf(staged, COLUMNS, { kind: 'staged' });
    const outcome = await importInput(
      market,
      { ...input, tables: [{ ...input.tables[0]!, rejected: { path: rejected, rows: 1 } }] },
      MAPPING,
    );
    expect(outcome.summary).toEqual({ rows: 3, imported: 1, repeated: 0, quarantined: 2 });
    expect(outcome.reasons).toEqual([
      { reason: 'place not recognised, or in several countries', count: 1 },
      { reason: 'too many cells', count: 1 },
    ]);
    const listed = await quarantinedRows(outcome.quarantine as string);
    expect(listed.map(({ row: number, original }) => [number, String(original).slice(0, 5)])).toEqual([
      ['8', "'=a,b"],
      ['9', 'Senio'],
    ]);
  });

  it('takes several tables as one import and skips those without a mapping', async () => {
    const a = inputOf(market.file('a.csv', csvText(COLUMNS, [GOOD, row({ 2: '' })])), COLUMNS).tables[0]!;
    const b = inputOf(market.file('b.csv', csvText(COLUMNS, [GOOD, row({ 0: 'Nurse' })])), COLUMNS).tables[0]!;
    const c = inputOf(market.file('c.csv', csvText(COLUMNS, [row({ 0: 'Baker' })])), COLUMNS).tables[0]!;
    const input = {
      fileName: 'x.zip',
      bytes: 1,
      sha256: 'e'.repeat(64),
      tables: [a, b, c].map((table) => ({ ...table, name: `x.zip/${table.name}` })),
    };
    const outcome = await importInput(market, input, [MAPPING, MAPPING, null]);
    expect(outcome.summary).toEqual({ rows: 4, imported: 2, repeated: 1, quarantined: 1 });
    expect(await quarantinedRows(outcome.quarantine as string)).toMatchObject([{ row: 'x.zip/a.csv:2' }]);
    await expect(importInput(market, input, [MAPPING, { ...MAPPING, kind: 'paid' }, null])).rejects.toMatchObject({
      code: 'MIXED_KINDS',
    });
    await expect(importInput(market, input, [null, null, null])).rejects.toMatchObject({ code: 'NOTHING_MAPPED' });
  });

  it('imports nothing from a file with a header alone', async () => {
    expect((await importRows(market, [])).summary).toEqual({ rows: 0, imported: 0, repeated: 0, quarantined: 0 });
    expect(existsSync(join(market.own, 'manifest.json'))).toBe(false);
  });

  it('says that a file cannot be taken apart', async () => {
    const path = market.file('bad.csv', `${COLUMNS.join(',')}\na,b\n`);
    await expect(importInput(market, inputOf(path, COLUMNS), MAPPING)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'NOT_CLEAN_TEXT',
    });
    expect(readdirSync(market.own)).toEqual(['.lock']);
  });
});

/** Names and contents of all files. */
function snapshot(directory: string): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')]),
  );
}
