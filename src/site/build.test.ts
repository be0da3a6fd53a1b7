import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../test/contract/numbers-in-model.js';
import { sampleReport, thinReport } from '../../test/golden/sample-report.js';
import { UsageError } from '../core/errors.js';
import { silentProgress } from '../core/ports.js';
import type { Report } from '../report/model.js';
import { buildSite, type SiteOptions } from './build.js';
import { DEFAULT_PLACES, DEFAULT_TITLES, sitePairs } from './defaults.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The sample for every place but Wyoming, which has too little. */
async function answer(title: string, place: string): Promise<Report> {
  const base = place === 'US-WY' ? thinReport : sampleReport;
  return { ...base, question: { ...base.question, title, place: { ...base.question.place, id: place, name: place } } };
}

const pairs = sitePairs(['Machine Learning Lead', 'C++ Developer', 'データ分析'], ['US', 'US-WY']);

function build(options: Partial<SiteOptions> = {}) {
  return buildSite({
    answer,
    pairs,
    out: join(folder, 'site'),
    styles: 'body{margin:0}',
    progress: silentProgress,
    ...options,
  });
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .sort();
}

describe('buildSite', () => {
  it('writes a page per title and place, the list, and what search engines read', async () => {
    const summary = await build({ baseUrl: 'https://example.org/pay' });
    const files = filesIn(join(folder, 'site'));
    expect(files).toEqual([
      '404.html',
      'index.html',
      'robots.txt',
      'sitemap.xml',
      'us-wy/c-plus-plus-developer/index.html',
      'us-wy/machine-learning-lead/index.html',
      'us-wy/データ分析/index.html',
      'us/c-plus-plus-developer/index.html',
      'us/machine-learning-lead/index.html',
      'us/データ分析/index.html',
    ]);
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, 'site', file)).size, 0);
    expect(summary).toMatchObject({ pages: 6, written: 6, bytes });
  });

  it('has no link that leads nowhere, from any page', async () => {
    await build({ baseUrl: 'https://example.org/pay' });
    const root = join(folder, 'site');
    const broken: string[] = [];
    let checked = 0;
    for (const page of filesIn(root).filter((file) => file.endsWith('.html'))) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const [, href] of text.matchAll(/href="([^"]*)"/g)) {
        if (/^(?:https:|data:)/.test(href as string)) continue;
        const [path, anchor] = (href as string).split('#');
        const target =
          path === '' ? join(root, page) : resolve(root, dirname(page), decodeURIComponent(path as string));
        checked += 1;
        const found = existsSync(target) && statSync(target).isFile();
        const anchored = anchor === undefined || (found && readFileSync(target, 'utf8').includes(`id="${anchor}"`));
        if (!found || !anchored) broken.push(`${page}: ${href}`);
      }
    }
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(50);
  });

  it('writes nothing again that has not changed, and only what has', async () => {
    await build();
    const page = join(folder, 'site', 'us', 'machine-learning-lead', 'index.html');
    utimesSync(page, 1_000_000, 1_000_000);
    expect(await build()).toMatchObject({ pages: 6, written: 0 });
    expect(statSync(page).mtimeMs).toBe(1_000_000_000);
    const changed = async (title: string, place: string) => {
      const report = await answer(title, place);
      return title === 'C++ Developer' ? { ...report, method: { ...report.method, version: '2026.2' } } : report;
    };
    expect(await build({ answer: changed })).toMatchObject({ pages: 6, written: 2 });
  });

  it('repairs a half-written page and leaves no file aside', async () => {
    await build();
    const page = join(folder, 'site', 'us', 'machine-learning-lead', 'index.html');
    const whole = readFileSync(page, 'utf8');
    writeFileSync(page, whole.slice(0, 100));
    expect((await build()).written).toBe(1);
    expect(readFileSync(page, 'utf8')).toBe(whole);
    expect(filesIn(join(folder, 'site')).filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  it('never deletes what it did not write', async () => {
    await build();
    const own = join(folder, 'site', 'us', 'notes.txt');
    writeFileSync(own, 'mine');
    await build({ pairs: [] });
    expect(readFileSync(own, 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'site', 'us', 'machine-learning-lead', 'index.html'))).toBe(true);
  });

  it('keeps thin pages out of the site map, and lists them without a figure', async () => {
    await build({ baseUrl: 'https://example.org/pay/' });
    const map = readFileSync(join(folder, 'site', 'sitemap.xml'), 'utf8');
    expect(map).toContain('<loc>https://example.org/pay/us/machine-learning-lead/</loc>');
    expect(map).toContain('<loc>https://example.org/pay/</loc>');
    expect(map).not.toContain('us-wy');
    const list = readFileSync(join(folder, 'site', 'index.html'), 'utf8');
    expect(list).toContain('us-wy/machine-learning-lead/index.html');
    expect(numbersNotInModel([sampleReport, thinReport], list)).toEqual([]);
  });

  it('has no site map without an address, and refuses what is none', async () => {
    await build();
    expect(existsSync(join(folder, 'site', 'sitemap.xml'))).toBe(false);
    await expect(build({ baseUrl: 'javascript:alert(1)' })).rejects.toMatchObject({ code: 'BAD_BASE_URL' });
  });

  it('refuses a folder it cannot write to', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const out of [file, join(file, 'site'), join(folder, 'missing', 'site')]) {
      const attempt = build({ out });
      await expect(attempt).rejects.toBeInstanceOf(UsageError);
      await expect(attempt).rejects.toMatchObject({ code: 'UNWRITABLE_OUTPUT', exitCode: 2 });
    }
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

it('the default site has twenty titles in ten places, each at its own address', async () => {
  expect(new Set(DEFAULT_TITLES).size).toBe(20);
  expect(new Set(DEFAULT_PLACES).size).toBe(10);
  expect((await build({ pairs: sitePairs(DEFAULT_TITLES, DEFAULT_PLACES) })).pages).toBe(200);
});
