import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textWidth } from '../../src/render/terminal/text-width.js';
import { ENTRY, goingrate, linesOf, plainEnvironment, SHIPPED_MARKET } from './command-line.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const home = () => join(folder, 'home');
const run = (...args: string[]) => goingrate(['sources', ...args], { env: { GOINGRATE_HOME: home() } });

/** An invented file of consumer prices to a month of 2026. */
async function putPrices(months: number, header = 'Date,Index,Inflation'): Promise<string> {
  const rows = Array.from({ length: months }, (_, index) => {
    const month = new Date(Date.UTC(2010, index, 1)).toISOString().slice(0, 10);
    return `${month},${(200 + index / 2).toFixed(1)},0.1`;
  });
  await mkdir(join(folder, 'raw', 'prices-wages-index'), { recursive: true });
  await writeFile(
    join(folder, 'raw', 'prices-wages-index', 'cpi_u_us_monthly.csv'),
    `${[header, ...rows].join('\n')}\n`,
  );
  return join(folder, 'raw');
}

interface Listed {
  readonly market: { readonly kind: string };
  readonly sources: readonly { readonly id: string; readonly rows: number; readonly where: string }[];
}

async function listed(): Promise<Listed> {
  const { code, stdout } = await run('--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Listed;
}

const pricesOf = ({ sources }: Listed) => sources.find(({ id }) => id === 'cpi')!;

describe('goingrate sources', () => {
  it('lists every source of the manifest within 80 columns', async () => {
    const { code, stdout, stderr } = await run();
    const manifest = JSON.parse(await readFile(join(SHIPPED_MARKET, 'manifest.json'), 'utf8')) as Listed;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { id } of manifest.sources) expect(stdout).toContain(id);
    for (const line of linesOf(stdout)) expect(textWidth(line)).toBeLessThanOrEqual(80);
    expect((await run('list')).stdout).toBe(stdout);
  });

  it('gives the same as JSON', async () => {
    expect(await listed()).toMatchObject({ schema: 'goingrate.sources/1', market: { kind: 'shipped' }, imports: [] });
    expect((await run('--format', 'yaml')).code).toBe(2);
  });

  it('shows one source, and names the nearest of an unknown one', async () => {
    const { stdout } = await run('show', 'soc');
    expect(stdout).toMatch(/Rests on\s+oews-national/);
    expect(stdout).toContain('SHA-256');
    expect(await run('show', 'sco-')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('There is no source'),
    });
    expect(await run('show', 'oews-nation')).toMatchObject({
      stderr: expect.stringContaining('Did you mean oews-national?'),
    });
  });

  it('reads what changed from files given, and goes back', async () => {
    const from = await putPrices(198);
    const dry = await run('update', 'cpi', '--from', from, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('would be updated') });
    expect((await listed()).market.kind).toBe('shipped');
    const done = await run('update', 'cpi', '--from', from);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toMatch(/rows [\d,]+ -> 198, newest \S+ -> 2026-06-30/);
    expect(pricesOf(await listed())).toMatchObject({ rows: 198, where: 'updated' });
    expect((await run('update', 'cpi', '--from', from)).stdout).toContain('unchanged');
    expect(await run('remove', 'cpi')).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
    expect((await run('remove', 'cpi', '--yes')).code).toBe(0);
    expect(pricesOf(await listed()).where).toBe('shipped');
    expect((await readdir(home())).filter((name) => name.includes('updated'))).toEqual([]);
  });

  it('exits 1 when a source fails and says what is wrong in one place', async () => {
    const from = await putPrices(198, 'Date,Level,Inflation');
    const failed = await run('update', 'cpi', '--from', from);
    expect(failed).toMatchObject({ code: 1, stderr: '' });
    expect(failed.stdout.replace(/\s+/g, ' ')).toContain("has no column 'Index'");
    const json = JSON.parse((await run('update', 'cpi', '--from', from, '--format', 'json')).stdout) as object;
    expect(json).toMatchObject({
      written: false,
      sources: [{ id: 'cpi', failure: { code: 'SOURCE_COLUMN_MISSING' } }],
    });
  });

  it('exits 2 for what the user can mend, in one line', async () => {
    for (const args of [
      ['update', 'cpii'],
      ['update', 'cpi', '--from', join(folder, 'nowhere')],
      ['update', '--from', folder],
      ['remove', 'cpi', '--yes'],
    ]) {
      const { code, stdout, stderr } = await run(...args);
      expect({ args, code, stdout, lines: linesOf(stderr).length }).toEqual({ args, code: 2, stdout: '', lines: 1 });
    }
    await rm(home(), { recursive: true, force: true });
    await writeFile(home(), 'a file');
    const unwritable = await run('update', 'cpi', '--from', await putPrices(198));
    expect(unwritable).toMatchObject({ code: 2, stderr: expect.stringContaining('Cannot write in') });
  });

  it('says on standard error when an updated market does not fit', async () => {
    await cp(SHIPPED_MARKET, join(home(), 'updated'), { recursive: true });
    await writeFile(join(home(), 'updated', 'manifest.json'), '{"half');
    expect(await run()).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('is damaged: the shipped one answers'),
    });
  });

  it('is as it was, or wholly updated, whenever it is killed', async () => {
    await run('update', 'cpi', '--from', await putPrices(198));
    const started = performance.now();
    const from = await putPrices(199);
    expect((await run('update', 'cpi', '--from', from)).code).toBe(0);
    const duration = performance.now() - started;
    let rows = 199;
    for (const share of [0.5, 0.75, 0.9, 0.95, 1]) {
      const next = rows === 199 ? 200 : 199;
      await putPrices(next);
      const child = spawn(process.execPath, [ENTRY, 'sources', 'update', 'cpi', '--from', from], {
        env: plainEnvironment({ GOINGRATE_HOME: home() }),
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.once('exit', done));
      await Promise.race([sleep(duration * share), ended]);
      child.kill('SIGKILL');
      await ended;
      const now = pricesOf(await listed());
      expect([rows, next]).toContain(now.rows);
      expect(now.where).toBe('updated');
      rows = now.rows;
    }
    await putPrices(201);
    expect((await run('update', 'cpi', '--from', from)).code).toBe(0);
    expect(pricesOf(await listed()).rows).toBe(201);
    expect((await readdir(home())).filter((name) => name.startsWith('.updated'))).toEqual([]);
  });

  it('ends in order when it is interrupted', async () => {
    await run('update', 'cpi', '--from', await putPrices(198));
    const from = await putPrices(199);
    const child = spawn(process.execPath, [ENTRY, 'sources', 'update', 'cpi', '--from', from], {
      env: plainEnvironment({ GOINGRATE_HOME: home() }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = new Promise<number | null>((done) => child.once('close', done));
    await sleep(700);
    child.kill('SIGINT');
    const code = await ended;
    // Before the command listens, the signal ends it as it ends any program; after its end there is nothing to stop.
    if (code === 130) expect(said).toContain('stopped; the market is as it was.');
    expect((await readdir(home())).filter((name) => name.startsWith('.updated'))).toEqual([]);
    expect([198, 199]).toContain(pricesOf(await listed()).rows);
  });
});
