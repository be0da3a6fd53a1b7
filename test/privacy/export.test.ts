/** What may be published of own data, from imports on the disk to the cells, and what an export leaves behind. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCells } from '../../src/app/export-cells.js';
import { locateHome } from '../../src/app/home.js';
import { openMarket } from '../../src/app/market.js';
import type { RowOf } from '../../src/query/tables.js';
import { renderCellsCsv } from '../../src/render/csv/cells.js';
import { renderCellsJson, renderCellsJsonLines } from '../../src/render/json/cells.js';
import { renderExportSummary } from '../../src/render/terminal/export/summary.js';
import { exportSummarySchema, type Publication, publicationSchema } from '../../src/report/publication.js';
import { TEXT_VERSION } from '../../src/text/version.js';
import { writeOwnMarket } from '../contract/write-own-market.js';
import { payRow } from '../fixtures/market-rows.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const homeOf = (name: string) => locateHome({ GOINGRATE_HOME: join(folder, name) });

type Row = RowOf<'pay'>;

/** A payroll of one employer: everybody a senior data engineer in Texas unless said. */
const payroll = (count: number, changes: (at: number) => Partial<Row> = () => ({})): Row[] =>
  Array.from({ length: count }, (_, at) =>
    payRow({
      basis: 'paid',
      employer: null,
      region: 'US-TX',
      title: `=HYPERLINK("secret ${at}")`,
      annualLow: 100_001 + 37 * at,
      annualHigh: 100_001 + 37 * at,
      ...changes(at),
    }),
  );

const offers = (count: number, changes: (at: number) => Partial<Row> = () => ({})): Row[] =>
  payroll(count, (at) => ({ basis: 'posted', employer: 2 ** 52 + at, ...changes(at) }));

async function exported(home: string, rows: readonly Row[]) {
  await writeOwnMarket(homeOf(home).own, [{ pay: rows }], { textVersion: TEXT_VERSION });
  const market = await openMarket(undefined, { own: homeOf(home).own });
  try {
    const { publication, summary } = await exportCells(market, { home: homeOf(home) });
    return { publication, summary: summary('/tmp/cells.csv') };
  } finally {
    await market.close();
  }
}

const medianOf = ({ cells }: Publication, kind = 'all') =>
  cells.find(({ work, level, place }) => work.kind === kind && level === null && place.id === 'US')?.percentiles['50'];

describe('exportCells', () => {
  it('publishes a payroll from ten persons on, in the words of the catalogue', async () => {
    const { publication, summary } = await exported('ten', payroll(10));
    expect(publicationSchema.parse(publication)).toEqual(publication);
    expect(exportSummarySchema.parse(summary)).toEqual(summary);
    const names = new Set(publication.cells.map(({ work }) => work.name));
    expect(names).toEqual(new Set(['all work', 'data', 'Data Engineer']));
    expect(publication.cells).toHaveLength(12);
    expect(publication.cells[0]).toMatchObject({
      basis: 'paid',
      records: { from: 10, to: 19 },
      employers: null,
      percentiles: { '50': 100_000 },
      period: { from: '2026-03', to: '2026-03' },
    });
    const texts = [renderCellsCsv(publication.cells), renderCellsJson(publication), renderCellsJsonLines(publication)];
    for (const text of texts) expect(text).not.toMatch(/secret|HYPERLINK|mine|1000(?!00)/);
  });

  it('publishes nothing of nine persons, nor of monthly payrolls of one', async () => {
    const nine = await exported('nine', payroll(9));
    expect(nine.publication.cells).toEqual([]);
    expect(nine.summary.suppressed).toEqual([{ reason: 'fewer than 10 persons', count: 12 }]);
    const months = payroll(12, (at) => ({
      seenFrom: `2026-${String(at + 1).padStart(2, '0')}-01`,
      seenTo: `2026-${String(at + 1).padStart(2, '0')}-28`,
    }));
    const { publication, summary } = await exported('months', months);
    expect(publication.cells).toEqual([]);
    expect(summary).toMatchObject({ records: 1, leftOut: [{ count: 11 }] });
  });

  it('publishes offers from five employers on, none of whom weighs too much', async () => {
    expect(
      (
        await exported(
          'four',
          offers(40, (at) => ({ employer: 2 ** 52 + (at % 4) })),
        )
      ).publication.cells,
    ).toEqual([]);
    const five = await exported('five', offers(5));
    expect(five.publication.cells[0]).toMatchObject({ records: { from: 5 }, employers: { from: 5, to: 9 } });
    const heavy = await exported(
      'heavy',
      offers(44, (at) => ({ employer: 2 ** 52 + (at < 38 ? 0 : at) })),
    );
    expect(heavy.publication.cells).toEqual([]);
    expect(heavy.summary.suppressed[0]!.reason).toMatch(/one employer has more than 25%/);
    const unnamed = await exported(
      'unnamed',
      offers(40, () => ({ employer: null })),
    );
    expect(unnamed.summary.suppressed[0]!.reason).toBe('fewer than 5 employers');
  });

  it('protects the employers of several payrolls too', async () => {
    const rows = payroll(60, (at) => ({ employer: 2 ** 52 + (at % 3) }));
    expect((await exported('three', rows)).publication.cells).toEqual([]);
  });

  it('takes words that the market does not know for unknown', async () => {
    const rows = payroll(12, () => ({
      role: 'our-secret-project',
      level: 'demigod',
      region: 'US-SECRET',
      soc: '99-9999',
    }));
    const { publication } = await exported('words', rows);
    expect(publication.cells).toHaveLength(1);
    expect(JSON.stringify(publication)).not.toMatch(/secret|demigod|99-9999/);
  });

  it('keeps bases and countries apart, and leaves other currencies out', async () => {
    const rows = [
      ...payroll(12),
      ...payroll(12, () => ({ country: 'DE', region: null, currency: 'EUR' })),
      ...payroll(3, () => ({ currency: 'CHF' })),
      ...offers(12),
    ];
    const { publication, summary } = await exported('mixed', rows);
    const kinds = new Set(publication.cells.map(({ basis, place, currency }) => `${basis} ${place.id} ${currency}`));
    expect(kinds).toEqual(
      new Set(['posted US USD', 'posted US-TX USD', 'paid US USD', 'paid US-TX USD', 'paid DE EUR']),
    );
    expect(summary.leftOut).toEqual([{ reason: 'not in the currency of the country', count: 3 }]);
  });

  it('refuses a market without own data', async () => {
    const market = await openMarket();
    await expect(exportCells(market, { home: homeOf('nobody') })).rejects.toMatchObject({ code: 'NO_OWN_DATA' });
    await market.close();
    expect(existsSync(homeOf('nobody').directory)).toBe(false);
  });
});

describe('one export after another', () => {
  it('repeats a figure whose records have changed by one, and says so to the owner', async () => {
    const first = await exported('again', payroll(12));
    expect((await exported('again', payroll(12))).publication).toEqual(first.publication);
    const rich = (at: number) => (at === 12 ? { annualLow: 900_000, annualHigh: 900_000 } : {});
    const joined = await exported('again', payroll(13, rich));
    expect(joined.publication).toEqual(first.publication);
    expect(joined.summary.groups).toMatchObject({ published: 12, repeated: 12 });
    const left = await exported('again', payroll(11));
    expect(left.publication).toEqual(first.publication);
  });

  it('shows a new figure when enough have changed', async () => {
    const first = await exported('grown', payroll(12));
    const grown = await exported(
      'grown',
      payroll(24, (at) => (at < 12 ? {} : { annualLow: 300_000, annualHigh: 300_000 })),
    );
    expect(grown.summary.groups.repeated).toBe(0);
    expect(medianOf(grown.publication)).toBeGreaterThan(medianOf(first.publication)!);
  });

  it('knows the same people in a payroll of a later month', async () => {
    const next = () => ({ seenFrom: '2026-04-01', seenTo: '2026-04-30' });
    await exported('later', payroll(12));
    const { summary } = await exported('later', payroll(13, next));
    expect(summary.groups.repeated).toBe(summary.groups.published);
  });

  it('forgets nothing when an export shows nothing', async () => {
    const first = await exported('gap', payroll(12));
    expect((await exported('gap', payroll(3))).publication.cells).toEqual([]);
    expect((await exported('gap', payroll(13))).publication).toEqual(first.publication);
  });
});

describe('the ledger of releases', () => {
  const ledgerOf = (home: string) => join(homeOf(home).directory, 'published', 'ledger.json');

  beforeAll(async () => {
    await exported('ledger', payroll(15));
  });

  it('holds no record, no wording and no employer', () => {
    const text = readFileSync(ledgerOf('ledger'), 'utf8');
    expect(text).not.toMatch(/secret|HYPERLINK|mine/);
    for (let at = 0; at < 15; at += 1) expect(text).not.toContain(String(100_001 + 37 * at));
    expect(readdirSync(join(homeOf('ledger').directory, 'published')).sort()).toEqual(['.lock', 'ledger.json']);
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, 300)],
    ['empty', (path: string) => writeFileSync(path, '')],
    ['null', (path: string) => writeFileSync(path, 'null')],
    ['altered', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('"senior"', '"entry"'))],
  ])('is never guessed: %s, nothing is published', async (name, damage) => {
    const home = `damaged-${name.replace(' ', '-')}`;
    cpSync(homeOf('ledger').directory, homeOf(home).directory, { recursive: true });
    damage(ledgerOf(home));
    const failure = await exported(home, payroll(15)).catch((thrown) => thrown);
    expect(failure).toMatchObject({ code: 'PUBLICATION_LEDGER_DAMAGED', exitCode: 1 });
    expect(`${failure.message} ${failure.remedy}`).not.toMatch(/secret|100\d\d\d/);
  });

  it('of another version is left alone', async () => {
    const path = ledgerOf('ledger');
    cpSync(homeOf('ledger').directory, homeOf('newer').directory, { recursive: true });
    writeFileSync(ledgerOf('newer'), readFileSync(path, 'utf8').replace('published/1', 'published/9'));
    await expect(exported('newer', payroll(15))).rejects.toMatchObject({ code: 'PUBLICATION_LEDGER_VERSION' });
  });
});

describe('the summary in a terminal', () => {
  const options = { columns: 80, colour: false, unicode: true, brief: false };

  it('says what was written and why the rest was not', async () => {
    const rows = [...payroll(30), ...payroll(4, () => ({ level: 'lead' }))];
    const text = renderExportSummary((await exported('told', rows)).summary, options);
    expect(text).toMatch(/Wrote \d+ groups of 34 own pay records\./);
    expect(text).toMatch(/\d+ {2}fewer than 10 persons/);
    expect(text).toMatch(/\d+ {2}too few would be left between this and other published groups/);
    expect(text).toContain('not a legal safe harbour');
  });

  it('says clearly that nothing may be published', async () => {
    const { summary } = await exported('nothing', payroll(2));
    expect(renderExportSummary({ ...summary, file: null }, options)).toMatch(
      /Nothing may be published: no group of your own pay records is large enough/,
    );
  });
});
