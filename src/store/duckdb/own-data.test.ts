import { mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type MarketRows, storeContract } from '../../../test/contract/store.contract.js';
import { TEST_TEXT_VERSION, writeMarket } from '../../../test/contract/write-market.js';
import { importId, writeOwnMarket } from '../../../test/contract/write-own-market.js';
import { payRow } from '../../../test/fixtures/market-rows.js';
import { MarketError } from '../../core/errors.js';
import { select } from '../../query/plan.js';
import { MOST_HASHED_BYTES, openOwnFiles } from '../own-files.js';
import { readOwnManifest, writeOwnManifest } from '../own-manifest.js';
import type { Store } from '../port.js';
import { openStore } from './store.js';
import { openWorkshop } from './workshop.js';

const directories: string[] = [];

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "goingrate [own]'s "));
  directories.push(directory);
  return directory;
}

afterAll(() => Promise.all(directories.map((directory) => rm(directory, { recursive: true }))));

/** Ids of own data in these tests: 2^52 and the length of the name. */
const ownId = (name: string): number => 2 ** 52 + name.length;
const employerIds = async (names: readonly string[]): Promise<number[]> => names.map(ownId);

function half(rows: MarketRows, rest: 0 | 1): MarketRows {
  return Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [
      table,
      (all as readonly object[]).filter((_, index) => index % 2 === rest),
    ]),
  );
}

storeContract('DuckDB over two markets', async (rows) => {
  const [market, own] = [await temporaryDirectory(), await temporaryDirectory()];
  await writeMarket(market, half(rows, 0));
  await writeOwnMarket(own, [half(rows, 1)], { keepSource: true });
  return openStore(market, { textVersion: TEST_TEXT_VERSION, own: { directory: own, employerIds } });
});

let market: string;
let own: string;
beforeEach(async () => {
  [market, own] = [await temporaryDirectory(), await temporaryDirectory()];
  await writeMarket(market, {
    pay: [payRow({ source: 'test', employer: 3, title: 'b' }), payRow({ source: 'test', employer: 9, title: 'd' })],
    employers: [
      { source: 'test', employer: 3, name: 'Acme' },
      { source: 'test', employer: 9, name: 'Widgets' },
    ],
    roles: [],
  });
});

function openBoth(): Promise<Store> {
  return openStore(market, { textVersion: TEST_TEXT_VERSION, own: { directory: own, employerIds } });
}

/** What opening, or else reading all pay, fails with. */
async function refusal(): Promise<unknown> {
  try {
    const store = await openBoth();
    try {
      return await store.read(select('pay', ['title']));
    } finally {
      await store.close();
    }
  } catch (thrown) {
    return thrown;
  }
}

describe('a market with own data beside it', () => {
  it('gives the rows of both in the order of the table', async () => {
    await writeOwnMarket(own, [
      { pay: [payRow({ title: 'c' }), payRow({ title: 'a' })] },
      { pay: [payRow({ title: 'e' })] },
    ]);
    const store = await openBoth();
    expect(await store.read(select('pay', ['title', 'source']))).toEqual([
      { title: 'a', source: 'mine' },
      { title: 'b', source: 'test' },
      { title: 'c', source: 'mine' },
      { title: 'd', source: 'test' },
      { title: 'e', source: 'mine' },
    ]);
    expect(await store.read(select('pay', ['title'], [{ column: 'source', is: 'mine' }], 2))).toHaveLength(2);
    await store.close();
  });

  it('names own data as one more source, without files or paths', async () => {
    await writeOwnMarket(own, [
      { pay: [payRow({ seenFrom: '2024-02-01', seenTo: '2024-02-10' })] },
      { pay: [payRow({ seenFrom: '2026-06-01', seenTo: '2026-06-30' })] },
    ]);
    const store = await openBoth();
    expect(store.manifest.sources.at(-1)).toEqual({
      id: 'mine',
      name: 'Your own data',
      publisher: 'you',
      address: '',
      licence: 'private',
      attribution: null,
      vintage: 'February 2024 to June 2026, 2 imports',
      newest: '2026-06-30',
      rowsIn: 4,
      rowsKept: 2,
      excluded: [{ reason: 'no pay', count: 2 }],
      inputs: [],
    });
    await store.close();
  });

  it('is as new as the newest of both, and says what the public part is', async () => {
    await writeOwnMarket(own, [{ pay: [payRow({ seenTo: '2026-06-30' })] }]);
    const newer = await openBoth();
    expect(newer.manifest).toMatchObject({ asOf: '2026-06-30', publicAsOf: '2025-05-31' });
    await newer.close();
    await writeOwnMarket(own, [{ pay: [payRow({ seenFrom: '2019-01-01', seenTo: '2019-01-31' })] }]);
    const older = await openBoth();
    expect(older.manifest).toMatchObject({ asOf: '2025-05-31', publicAsOf: '2025-05-31' });
    await older.close();
  });

  it('gives own rows the public id of an employer whom both name', async () => {
    await writeOwnMarket(own, [
      {
        pay: [payRow({ title: 'x', employer: ownId('Acme') }), payRow({ title: 'y', employer: ownId('Nobody else') })],
        employers: [{ source: 'mine', employer: ownId('Acme'), name: 'ACME, Inc.' }],
      },
    ]);
    const store = await openBoth();
    const rows = await store.read(select('pay', ['title', 'employer'], [{ column: 'source', is: 'mine' }]));
    expect(rows).toEqual([
      { title: 'x', employer: 3 },
      { title: 'y', employer: ownId('Nobody else') },
    ]);
    const ofAcme = await store.read(select('pay', ['title'], [{ column: 'employer', is: 3 }]));
    expect(ofAcme.map(({ title }) => title)).toEqual(['b', 'x']);
    expect(await store.read(select('employers', ['name'], [{ column: 'employer', is: 3 }]))).toHaveLength(2);
    await store.close();
  });

  it('keeps any text of a record', async () => {
    const hostile = ["'); DROP TABLE pay; --", '\u001b[2J\u202e<script>', '=cmd()', '🤷‍♀️ ﷽', '{{7*7}}'];
    await writeOwnMarket(own, [{ pay: hostile.map((title) => payRow({ title })) }]);
    const store = await openBoth();
    const rows = await store.read(select('pay', ['title'], [{ column: 'source', is: 'mine' }]));
    expect(rows.map(({ title }) => title).sort()).toEqual([...hostile].sort());
    await store.close();
  });

  it.each([
    ['is not there', async () => rm(own, { recursive: true, force: true })],
    ['has no imports', async () => void (await writeOwnMarket(own, []))],
    ['has an import without rows', async () => void (await writeOwnMarket(own, [{ pay: [] }]))],
  ])('is the public market alone when the own one %s', async (_, happens) => {
    await happens();
    const [both, alone] = [await openBoth(), await openStore(market)];
    expect(both.manifest).toEqual(alone.manifest);
    expect(await both.read(select('pay', ['title']))).toEqual(await alone.read(select('pay', ['title'])));
    await Promise.all([both.close(), alone.close()]);
    directories.splice(directories.indexOf(own), 1);
    await rm(own, { recursive: true, force: true });
  });
});

describe('damaged own data', () => {
  const file = () => join(own, 'pay', `${importId(0)}.parquet`);
  beforeEach(() => writeOwnMarket(own, [{ pay: [payRow()] }]));

  async function expectOwnFault(said: RegExp): Promise<void> {
    const thrown = (await refusal()) as MarketError;
    expect(thrown).toBeInstanceOf(MarketError);
    expect({ code: thrown.code, message: thrown.message }).toEqual({
      code: 'OWN_MARKET_DAMAGED',
      message: expect.stringMatching(said),
    });
    expect(thrown.message).toMatch(/^Your own data are damaged/);
  }

  it('is refused where a byte differs, with the import to take out', async () => {
    const bytes = await readFile(file());
    bytes[20]! ^= 0xff;
    await writeFile(file(), bytes);
    await expectOwnFault(/the public market is not: .*differs from its checksum/);
    expect(((await refusal()) as MarketError).remedy).toContain(`goingrate sources remove ${importId(0)}`);
  });

  it('is refused where a file is cut short, or gone', async () => {
    await truncate(file(), 100);
    await expectOwnFault(/has 100 bytes/);
    await rm(file());
    await expectOwnFault(/is missing/);
  });

  it('is refused where the manifest is no manifest', async () => {
    await writeFile(join(own, 'manifest.json'), '{"schema": "goingrate.own/1", ');
    await expectOwnFault(/is not JSON/);
  });

  it('is refused where other text engines read it', async () => {
    await writeOwnMarket(own, [{ pay: [payRow()] }], { textVersion: 'other' });
    expect(await refusal()).toMatchObject({
      code: 'OWN_MARKET_VERSION',
      message: 'Your own data were read by text engines other; this program has test-1.',
    });
  });

  it('is told from damage of the public market, whichever file is torn', async () => {
    await truncate(join(market, 'pay', 'test.parquet'), 100);
    expect(await refusal()).toMatchObject({ code: 'MARKET_DAMAGED' });
  });

  it('is met when it is read, where a file is too large to be read twice', async () => {
    const size = MOST_HASHED_BYTES + 1;
    const handle = await open(file(), 'r+');
    await handle.truncate(size);
    await handle.close();
    const manifest = (await readOwnManifest(own))!;
    await writeOwnManifest(own, { ...manifest, files: manifest.files.map((entry) => ({ ...entry, bytes: size })) });
    await expect(openOwnFiles(own, TEST_TEXT_VERSION)).resolves.not.toBeNull();
    await expectOwnFault(/the table pay cannot be read/);
    await truncate(file(), size - 1);
    await expectOwnFault(/bytes where its manifest says/);
  });

  it('says nothing of what a record holds', async () => {
    const workshop = await openWorkshop();
    const secret = [{ source: 'mine', measure: 'private', soc: 'Jane Doe', value: 1 }];
    const other = await workshop.writeTable(own, 'exposure', importId(0), secret);
    await workshop.close();
    const manifest = (await readOwnManifest(own))!;
    await writeOwnManifest(own, { ...manifest, files: [{ ...other, table: 'pay' }] });
    await expectOwnFault(/the table pay cannot be read/);
    expect(String(((await refusal()) as MarketError).message)).not.toMatch(/Jane|private/);
  });
});
