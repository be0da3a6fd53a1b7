import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { storeContract } from '../../../test/contract/store.contract.js';
import { TEST_TEXT_VERSION, writeMarket } from '../../../test/contract/write-market.js';
import { MarketError } from '../../core/errors.js';
import { select } from '../../query/plan.js';
import { readManifest, writeManifest } from '../manifest.js';
import { layoutFaults } from './introspect.js';
import { openStore } from './store.js';
import { openWorkshop } from './workshop.js';

const directories: string[] = [];

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "goingrate [store]'s "));
  directories.push(directory);
  return directory;
}

afterAll(() => Promise.all(directories.map((directory) => rm(directory, { recursive: true }))));

storeContract('DuckDB', async (rows) => {
  const directory = await temporaryDirectory();
  await writeMarket(directory, rows);
  return openStore(directory, { textVersion: TEST_TEXT_VERSION });
});

const EXPOSURE = ['a', 'b', 'c'].map((soc, value) => ({ source: 'test', measure: 'm', soc, value }));
const FILE = 'exposure/test.parquet';

describe('opening a market', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await temporaryDirectory();
    await writeMarket(directory, { exposure: EXPOSURE, employers: [{ source: 'test', employer: 1, name: 'A' }] });
  });

  async function refusal(options = { textVersion: TEST_TEXT_VERSION }): Promise<MarketError> {
    const error = await openStore(directory, options).then(
      async (store) => {
        await store.close();
        return 'opened';
      },
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(MarketError);
    return error as MarketError;
  }

  it('reads all files of a table as one, in order', async () => {
    const workshop = await openWorkshop();
    const rows = [{ source: 'late', measure: 'm', soc: 'aa', value: 9 }];
    const late = await workshop.writeTable(directory, 'exposure', 'late', rows);
    await workshop.close();
    const manifest = await readManifest(directory);
    await writeManifest(directory, { ...manifest, files: [...manifest.files, late] });
    const store = await openStore(directory);
    expect(await store.read(select('exposure', ['soc', 'source']))).toEqual([
      { soc: 'a', source: 'test' },
      { soc: 'aa', source: 'late' },
      { soc: 'b', source: 'test' },
      { soc: 'c', source: 'test' },
    ]);
    await store.close();
  });

  it('keeps the order of a table of several row groups, read whole or filtered', async () => {
    const soc = (index: number) => String((index * 7919) % 50_000).padStart(5, '0');
    const many = Array.from({ length: 50_000 }, (_, index) => {
      return { source: 'test', measure: 'm', soc: soc(index), value: index % 2 };
    });
    await writeMarket(directory, { exposure: many });
    const store = await openStore(directory);
    const all = await store.read(select('exposure', ['soc', 'value']));
    expect(all.map((row) => row.soc)).toEqual(many.map((row) => row.soc).sort());
    const odd = await store.read(select('exposure', ['soc'], [{ column: 'value', is: 1 }]));
    expect(odd).toEqual(all.filter(({ value }) => value === 1).map((row) => ({ soc: row.soc })));
    await store.close();
  });

  it('reads no file that the manifest does not name', async () => {
    await writeFile(join(directory, 'exposure', 'stray.parquet'), 'no table');
    const store = await openStore(directory);
    expect(await store.read(select('exposure', ['soc']))).toHaveLength(3);
    await store.close();
  });

  it('names a missing file', async () => {
    await rm(join(directory, FILE));
    expect(await refusal()).toMatchObject({ code: 'MARKET_DAMAGED', message: expect.stringContaining(join(FILE)) });
  });

  it('names a truncated file', async () => {
    await truncate(join(directory, FILE), 100);
    expect(await refusal()).toMatchObject({ code: 'MARKET_DAMAGED', message: expect.stringContaining(join(FILE)) });
  });

  it('names a file of which one bit differs, wherever it is', async () => {
    const path = join(directory, FILE);
    const content = await readFile(path);
    for (const position of [4, content.length >> 1, content.length - 1]) {
      const damaged = Buffer.from(content);
      damaged[position]! ^= 1;
      await writeFile(path, damaged);
      expect(await refusal()).toMatchObject({ code: 'MARKET_DAMAGED', message: expect.stringContaining(join(FILE)) });
    }
  });

  it('says that there is no market where the manifest or the directory is missing', async () => {
    await rm(join(directory, 'manifest.json'));
    expect(await refusal()).toMatchObject({ code: 'MARKET_MISSING' });
    await rm(directory, { recursive: true });
    expect(await refusal()).toMatchObject({ code: 'MARKET_MISSING' });
    directories.pop();
  });

  it('refuses a manifest that is no JSON or not whole', async () => {
    const path = join(directory, 'manifest.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, -20));
    expect(await refusal()).toMatchObject({ code: 'MARKET_DAMAGED' });
    await writeFile(path, text.replace('"rows": 3', '"rows": "3"'));
    expect(await refusal()).toMatchObject({
      code: 'MARKET_DAMAGED',
      message: expect.stringContaining('files[0].rows must be a count'),
    });
    await writeFile(path, text.replace(FILE, '../../secret.parquet'));
    expect(await refusal()).toMatchObject({ code: 'MARKET_DAMAGED' });
  });

  it('refuses another version of the schema or of the text engines', async () => {
    expect(await refusal({ textVersion: 'test-2' })).toMatchObject({ code: 'MARKET_VERSION' });
    const path = join(directory, 'manifest.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('goingrate.market/1', 'goingrate.market/2'));
    expect(await refusal()).toMatchObject({ code: 'MARKET_VERSION' });
  });

  it('reports a table of another layout, when it is read and when it is inspected', async () => {
    const manifest = await readManifest(directory);
    expect(await layoutFaults(directory, manifest)).toEqual([]);
    const files = manifest.files.map((file) =>
      file.path === FILE ? { ...file, table: 'employers' as const, rows: 4 } : file,
    );
    await writeManifest(directory, { ...manifest, files });
    expect(await layoutFaults(directory, await readManifest(directory))).toEqual([
      `${FILE} lacks the column employer BIGINT`,
      `${FILE} lacks the column name VARCHAR`,
      `${FILE} has the column measure VARCHAR, which employers does not have`,
      `${FILE} has the column soc VARCHAR, which employers does not have`,
      `${FILE} has the column value DOUBLE, which employers does not have`,
      `${FILE} has 3 rows where its manifest says 4`,
    ]);
    const store = await openStore(directory);
    await expect(store.read(select('employers', ['name']))).rejects.toMatchObject({ code: 'MARKET_UNREADABLE' });
    await store.close();
  });

  it('answers nothing after it has been closed, and can be closed twice', async () => {
    const store = await openStore(directory);
    await store.close();
    await store.close();
    await expect(store.read(select('exposure', ['soc']))).rejects.toMatchObject({ code: 'STORE_CLOSED' });
  });
});
