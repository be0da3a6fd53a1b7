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
const TITLES = Array.from({ length: 10 }, (_, at) => `Job ${at}`);
const PLACES = ['US', 'GB', 'CA', 'DE', 'IN', 'AU'];
const PAGES = TITLES.length * PLACES.length;

let folder: string;
let undisturbed: string;
let steps: number;

interface Ended {
  readonly summary: SiteSummary | null;
  readonly steps: number;
}

/** Runs a build; kills it after so many steps. */
function build(out: string, killAfter = Number.POSITIVE_INFINITY): Promise<Ended> {
  const request = { out, titles: TITLES, places: PLACES, reportFile: join(folder, 'report.json') };
  const child = spawn(process.execPath, [CHILD, DIST, JSON.stringify(request)], { stdio: ['ignore', 'pipe', 'pipe'] });
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

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-site-'));
  writeFileSync(join(folder, 'report.json'), JSON.stringify(thinReport));
  undisturbed = join(folder, 'undisturbed');
  const ended = await build(undisturbed);
  expect(ended.summary).toMatchObject({ pages: PAGES, written: PAGES });
  steps = ended.steps;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a build that is killed', () => {
  it('leaves whole pages, and the next build makes the rest', async () => {
    let goneOn = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const out = join(folder, `killed-${kill}`);
      const killed = await build(out, Math.max(1, Math.floor((steps * kill) / (KILLS + 1))));
      for (const file of siteFilesIn(out).filter((path) => !path.endsWith('.part'))) {
        expect(readFileSync(join(out, file)).equals(readFileSync(join(undisturbed, file))), file).toBe(true);
      }
      const { summary } = await build(out);
      expect(summary).toMatchObject({ pages: PAGES, orphans: 0 });
      if (killed.summary === null && (summary?.skipped ?? 0) > 0) goneOn += 1;
      expect(siteFilesIn(out)).toEqual(siteFilesIn(undisturbed));
      rmSync(out, { recursive: true });
    }
    expect(goneOn).toBeGreaterThan(0);
  });
});
