import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateHome } from '../../src/app/home.js';
import { type Market, openMarket } from '../../src/app/market.js';
import { ownEmployerIds } from '../../src/app/own-employers.js';
import { answerReport } from '../../src/app/report.js';
import { serveReports } from '../../src/app/serve.js';
import { buildReportSite } from '../../src/app/site.js';
import { silentProgress } from '../../src/core/ports.js';
import { select } from '../../src/query/plan.js';
import type { RowOf } from '../../src/query/tables.js';
import { TEXT_VERSION } from '../../src/text/version.js';
import { importId, writeOwnMarket } from '../contract/write-own-market.js';
import { payRow } from '../fixtures/market-rows.js';
import { goingrate, linesOf } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-own-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const QUESTION = { title: 'Machine Learning Lead', place: 'US' };

const homeOf = (name: string) => locateHome({ GOINGRATE_HOME: join(folder, name) });
const environment = (name: string) => ({ env: { GOINGRATE_HOME: join(folder, name) } });

async function offers(count: number, changes: Partial<RowOf<'pay'>> = {}): Promise<RowOf<'pay'>[]> {
  const ids = await ownEmployerIds(Array.from({ length: count }, (_, i) => `Invented Employer ${i}`));
  return ids.map((employer, i) =>
    payRow({
      role: 'machine-learning-engineer',
      level: 'lead',
      title: 'machine learning lead',
      employer,
      annualLow: 180_000 + 500 * i,
      annualHigh: 230_000 + 500 * i,
      seenFrom: '2026-01-01',
      seenTo: '2026-01-31',
      ...changes,
    }),
  );
}

async function importRows(home: string, rows: readonly RowOf<'pay'>[], textVersion = TEXT_VERSION): Promise<void> {
  await writeOwnMarket(homeOf(home).own, [{ pay: rows }], { textVersion });
}

beforeAll(async () => {
  await importRows('offers', await offers(40));
  await importRows('payroll', await offers(40, { basis: 'paid', employer: null }));
});

describe('goingrate report with own data', () => {
  it('marks them beside the market', async () => {
    const { code, stdout, stderr } = await goingrate(
      ['report', QUESTION.title, '--format', 'json'],
      environment('offers'),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report.headline.evidence.sources).toContain('mine');
    expect(report.question.notes[0]).toMatch(/private data: do not publish/);
    expect(report.sources.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['mine', 'oews-national']),
    );
    expect(stdout).not.toContain(folder);
  });

  it('answers from them alone', async () => {
    const args = ['report', QUESTION.title, '--only', 'mine'];
    const { code, stdout } = await goingrate(args, environment('payroll'));
    expect(code).toBe(0);
    expect(linesOf(stdout.trimStart())[0]).toContain('from your own data only');
    expect(stdout).toContain('pay in your own records');
    expect(stdout).not.toContain('oews-national');
    const other = await goingrate(['report', 'Plumber', '--only', 'mine', '--brief'], environment('payroll'));
    expect({ code: other.code, stderr: other.stderr }).toEqual({ code: 3, stderr: '' });
  });

  it('says how to import when there are none', async () => {
    const { code, stdout, stderr } = await goingrate(
      ['report', QUESTION.title, '--only', 'mine'],
      environment('nobody'),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/no data of your own.*goingrate import FILE/s);
    expect(linesOf(stderr).length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['cut short', async (own: string) => truncateSync(join(own, 'pay', `${importId(0)}.parquet`), 500)],
    ['without their file', async (own: string) => rmSync(join(own, 'pay', `${importId(0)}.parquet`))],
    ['with half a manifest', async (own: string) => truncateSync(join(own, 'manifest.json'), 100)],
    ['of other text engines', async () => importRows('damaged', await offers(3), 'other')],
  ])('refuses own data %s, and says whose they are', async (_, happens) => {
    await importRows('damaged', await offers(3));
    await happens(homeOf('damaged').own);
    const { code, stdout, stderr } = await goingrate(['report', QUESTION.title], environment('damaged'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^goingrate: Your own data /);
    expect(linesOf(stderr).length).toBeLessThanOrEqual(3);
    expect(stderr).not.toMatch(/Restore the market directory|\n\s+at /);
  });
});

describe('pages for others', () => {
  it('are built without own data, which are not even opened', async () => {
    await importRows('damaged', await offers(3));
    writeFileSync(join(homeOf('damaged').own, 'manifest.json'), 'no manifest');
    for (const home of ['offers', 'damaged']) {
      const out = join(folder, `site-${home}`);
      const args = ['site', 'build', '--out', out, '--limit', '1', '--format', 'json'];
      const { code, stderr } = await goingrate(args, environment(home));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages)
        expect(readFileSync(join(out, page), 'utf8')).not.toMatch(/your own data|private data/i);
    }
  });

  it('are refused to a program that opened the market with own data', async () => {
    const market = await openMarket(undefined, { own: homeOf('offers').own });
    const out = join(folder, 'refused');
    await expect(buildReportSite(market, { out, progress: silentProgress })).rejects.toMatchObject({
      code: 'PRIVATE_DATA',
    });
    const serving = serveReports(market, { host: '127.0.0.1', port: 0, onFailure: () => {} });
    await expect(serving).rejects.toMatchObject({ code: 'PRIVATE_DATA' });
    await market.close();
  });
});

describe('the library with own data', () => {
  let market: Market;
  beforeAll(async () => {
    market = await openMarket();
  });
  afterAll(() => market.close());

  it('reads none unless they are named, and says the same as before where there are none', async () => {
    const empty = await openMarket(undefined, { own: homeOf('nobody').own });
    expect([market.hasOwnData, empty.hasOwnData]).toEqual([false, false]);
    expect(await answerReport(empty, QUESTION)).toEqual(await answerReport(market, QUESTION));
    await expect(answerReport(market, { ...QUESTION, only: 'mine' })).rejects.toMatchObject({ code: 'NO_OWN_DATA' });
    await empty.close();
  });

  it('keeps answers with and without public sources apart', async () => {
    const both = await openMarket(undefined, { own: homeOf('offers').own });
    const first = await answerReport(both, QUESTION);
    const only = await answerReport(both, { ...QUESTION, only: 'mine' });
    expect(only.sources.some(({ id }) => id === 'tech-salary-radar')).toBe(false);
    expect(await answerReport(both, QUESTION)).toEqual(first);
    await both.close();
  });

  it('answers as of an earlier day without what came later', async () => {
    const both = await openMarket(undefined, { own: homeOf('offers').own });
    const asOf = '2025-12-31';
    expect(await answerReport(both, { ...QUESTION, asOf })).toMatchObject({
      ...(await answerReport(market, { ...QUESTION, asOf })),
      exclusions: expect.anything(),
    });
    await both.close();
  });

  it('finds an employer of the public market by any of its spellings', async () => {
    const [known] = await market.store.read(select('employers', ['employer', 'name'], [], 1));
    const [id] = await ownEmployerIds([`  ${known!.name.toUpperCase()}, Inc. `]);
    await importRows(
      'joined',
      (await offers(2)).map((row, i) => ({ ...row, employer: i === 0 ? id! : row.employer })),
    );
    const both = await openMarket(undefined, { own: homeOf('joined').own });
    const rows = await both.store.read(select('pay', ['employer'], [{ column: 'source', is: 'mine' }]));
    expect(rows.map(({ employer }) => employer)[0]).toBe(known!.employer);
    expect(rows[1]!.employer).toBeGreaterThan(2 ** 52);
    await both.close();
  });
});
