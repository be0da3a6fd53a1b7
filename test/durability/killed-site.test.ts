/** A build of a site that is killed leaves no page half written, and the next one goes on where it was. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteSummary } from '../../src/site/build.js';
import { thinReport } from '../golden/sample-report.js';
import { siteFilesIn } from '../site/site-case.js';

const CHILD = join(import.meta.dirname, 'site-child.mjs');
/** The built program: a child runs no TypeScript. */
const DIST = process.env.GOINGRATE_DIST ?? resolve(import.meta.dirname, '..', '..', 'dist');
const KILLS = process.env.GOINGRATE_FULL === '1' ? 60 : 4;
/** Fewer where each build opens the market in two threads. */
const THREAD_KILLS = KILLS / 2;
const THREADS_TIMEOUT_MS = THREAD_KILLS * 180_000;
const TITLES = Array.from({ length: 10 }, (_, at) => `Job ${at}`);
const PLACES = ['US', 'GB', 'CA', 'DE', 'IN', 'AU'];

let folder: string;

interface Pages {
  readonly titles: readonly string[];
  readonly places: readonly string[];
  /** What every page shows; without it the shipped market answers, in two threads. */
  readonly reportFile?: string;
}

interface Ended {
  readonly summary: SiteSummary | null;
  readonly steps: number;
}

/** Runs a build; kills it after so many steps. */
function build(pages: Pages, out: string, killAfter = Number.POSITIVE_INFINITY): Promise<Ended> {
  const child = spawn(process.execPath, [CHILD, DIST, JSON.stringify({ ...pages, out })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  let summary: SiteSummary | null = null;
  let seen = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = JSON.parse(line) as { step?: number; summary?: SiteSummary };
    seen = told.step ?? seen;
    summary = told.summary ?? summary;
    if (seen >= killAfter) child.kill('SIGKILL');
  });
  return new Promise((done, fail) => {
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') done({ summary, steps: seen });
      else fail(new Error(errors.join('')));
    });
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-site-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kills builds at points spread over their length, lets another build follow each; how many of those passed pages over. */
async function killAndGoOn(pages: Pages, kills: number): Promise<number> {
  const undisturbed = join(folder, 'undisturbed');
  const whole = await build(pages, undisturbed);
  const all = pages.titles.length * pages.places.length;
  expect(whole.summary).toMatchObject({ pages: all, written: all });
  let goneOn = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const out = join(folder, `killed-${kill}`);
    const killed = await build(pages, out, Math.max(1, Math.floor((whole.steps * kill) / (kills + 1))));
    for (const file of siteFilesIn(out).filter((path) => !path.endsWith('.part'))) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(undisturbed, file))), file).toBe(true);
    }
    const { summary } = await build(pages, out);
    expect(summary).toMatchObject({ pages: all, orphans: 0 });
    // The second step says that a page is on disk.
    if (killed.steps > 1) expect(summary?.written).toBeLessThan(all);
    if (killed.summary === null && (summary?.skipped ?? 0) > 0) goneOn += 1;
    expect(siteFilesIn(out)).toEqual(siteFilesIn(undisturbed));
    rmSync(out, { recursive: true });
  }
  rmSync(undisturbed, { recursive: true });
  return goneOn;
}

describe('a build that is killed', () => {
  it('leaves whole pages, and the next build makes the rest', async () => {
    const reportFile = join(folder, 'report.json');
    writeFileSync(reportFile, JSON.stringify(thinReport));
    expect(await killAndGoOn({ titles: TITLES, places: PLACES, reportFile }, KILLS)).toBeGreaterThan(0);
  });

  it('does so as well where several threads make pages', { timeout: THREADS_TIMEOUT_MS }, async () => {
    const titles = ['Registered Nurse', 'Data Scientist', 'Truck Driver', 'Accountant'];
    await killAndGoOn({ titles, places: ['US', 'GB'] }, THREAD_KILLS);
  });
});
