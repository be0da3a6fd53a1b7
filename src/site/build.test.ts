import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../test/contract/numbers-in-model.js';
import { sampleReport, thinReport } from '../../test/golden/sample-report.js';
import { brokenLinks } from '../../test/site/broken-links.js';
import {
  allFilesIn,
  buildCase,
  type CaseOptions,
  SAMPLE_PAIRS,
  sampleAnswer,
  siteFilesIn,
} from '../../test/site/site-case.js';
import { UsageError } from '../core/errors.js';
import type { SiteOptions } from './build.js';
import { DEFAULT_PLACES, DEFAULT_TITLES, sitePairs } from './defaults.js';
import { LOCK_FILE } from './lock.js';
import { makeInTurn } from './make-page.js';
import { RECORD_FILE } from './record.js';

const ADDRESS = 'https://example.org/pay';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  out = join(folder, 'site');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const build = (options: CaseOptions = {}) => buildCase(out, options);
const text = (path: string) => readFileSync(join(out, path), 'utf8');

describe('buildSite', () => {
  it('writes a page per title and place with its downloads, and all that leads to them', async () => {
    const summary = await build({ baseUrl: ADDRESS });
    const files = siteFilesIn(out);
    for (const path of ['us/machine-learning-lead', 'us-wy/c-plus-plus-developer', 'us/データ分析']) {
      for (const name of ['index.html', 'report.json', 'findings.csv', 'findings.parquet', 'datapackage.json']) {
        expect(files).toContain(`${path}/${name}`);
      }
    }
    const others = ['index.html', '404.html', 'robots.txt', 'sitemap.xml', 'feed.xml', 'sources/notice.txt'];
    for (const path of [...others, 'methods/index.html', 'sources/index.html', 'scoreboard/index.html']) {
      expect(files).toContain(path);
    }
    const bytes = files.reduce((sum, file) => sum + statSync(join(out, file)).size, 0);
    expect(summary).toMatchObject({ pages: 6, written: 6, skipped: 0, thin: 3, orphans: 0, bytes });
  });

  it('has no link that leads nowhere, from any page', async () => {
    await build({ baseUrl: ADDRESS });
    const { broken, checked } = brokenLinks(out, '/pay/');
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(100);
  });

  it('makes nothing again that has not changed, and only what has', async () => {
    await build();
    const page = join(out, 'us', 'machine-learning-lead', 'index.html');
    utimesSync(page, 1_000_000, 1_000_000);
    const refuse = async () => Promise.reject(new Error('nobody asks'));
    expect(await build({ answer: refuse })).toMatchObject({ pages: 6, written: 0, skipped: 6 });
    expect(statSync(page).mtimeMs).toBe(1_000_000_000);
    const wider = [...SAMPLE_PAIRS, { title: 'Nurse', place: 'US' }];
    expect(await build({ pairs: wider })).toMatchObject({ pages: 7, written: 1, skipped: 6 });
  });

  it('asks again when what pages are made from has changed, and writes only what came out different', async () => {
    await build();
    const changed = async (title: string, place: string) => {
      const report = await sampleAnswer(title, place);
      return title === 'C++ Developer' ? { ...report, method: { ...report.method, version: '2026.2' } } : report;
    };
    expect(await build({ answer: changed, madeFrom: 'another' })).toMatchObject({ pages: 6, written: 2, skipped: 0 });
    expect(await build({ answer: changed, madeFrom: 'another' })).toMatchObject({ written: 0, skipped: 6 });
    expect(await build({ madeFrom: 'another', force: true })).toMatchObject({ written: 2, skipped: 0 });
  });

  it.each(['index.html', 'report.json'])('repairs a half-written %s and leaves no file aside', async (name) => {
    await build();
    const page = join(out, 'us', 'machine-learning-lead', name);
    const whole = readFileSync(page, 'utf8');
    writeFileSync(page, whole.slice(0, 100));
    expect(await build()).toMatchObject({ written: 1, skipped: 5 });
    expect(readFileSync(page, 'utf8')).toBe(whole);
    expect(allFilesIn(out).filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  it('sees a page that was changed without changing its size or its date', async () => {
    await build();
    const page = join(out, 'us', 'machine-learning-lead', 'index.html');
    const { atime, mtime } = statSync(page);
    const whole = readFileSync(page, 'utf8');
    writeFileSync(page, whole.replace('Machine', 'Mxchine'));
    utimesSync(page, atime, mtime);
    expect(await build()).toMatchObject({ written: 1 });
    expect(readFileSync(page, 'utf8')).toBe(whole);
  });

  it('believes no record that was damaged, and needs none', async () => {
    await build();
    const record = text(RECORD_FILE);
    for (const damaged of ['', 'no record', record.slice(0, record.length / 2), record.replaceAll('us/', '../')]) {
      writeFileSync(join(out, RECORD_FILE), damaged);
      expect(await build()).toMatchObject({ pages: 6, written: 0 });
    }
    expect(await build()).toMatchObject({ skipped: 6 });
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('goes on after a failure where it was', async () => {
    const failing = (title: string, place: string) =>
      place === 'US-WY' ? Promise.reject(new Error('broken')) : sampleAnswer(title, place);
    await expect(build({ answer: failing })).rejects.toThrow('broken');
    expect(existsSync(join(out, LOCK_FILE))).toBe(false);
    expect(await build()).toMatchObject({ pages: 6, written: 3, skipped: 3 });
  });

  it('never deletes what it did not write, and what it wrote only when asked', async () => {
    await build({ baseUrl: ADDRESS });
    const own = join(out, 'us', 'notes.txt');
    writeFileSync(own, 'mine');
    writeFileSync(join(out, 'us', 'machine-learning-lead', 'index.html'), 'mine as well');
    const page = join(out, 'us-wy', 'machine-learning-lead', 'index.html');
    const fewer = { pairs: SAMPLE_PAIRS.slice(1, 3), baseUrl: ADDRESS };
    expect(await build(fewer)).toMatchObject({ pages: 2, orphans: 4 });
    expect(existsSync(page)).toBe(true);
    expect(await build(fewer)).toMatchObject({ orphans: 4 });
    expect(await build({ ...fewer, prune: true })).toMatchObject({ pages: 2, orphans: 1 });
    expect(readFileSync(own, 'utf8')).toBe('mine');
    expect(siteFilesIn(join(out, 'us', 'machine-learning-lead'))).toEqual(['index.html']);
    expect(existsSync(join(out, 'us-wy'))).toBe(false);
    expect(brokenLinks(out, '/pay/').broken).toEqual([]);
  });

  describe('where pages have a file less than before', () => {
    const picture = async () => new Uint8Array([1, 2, 3]);
    const withPictures: Partial<SiteOptions> = {
      openMaker: (context) => makeInTurn({ ...context, picture, answer: sampleAnswer }),
      madeFrom: 'with pictures',
    };
    const pictures = () => siteFilesIn(out).filter((file) => file.endsWith('/share.png')).length;
    const records = () =>
      new Set(
        text(RECORD_FILE)
          .split('\n')
          .slice(1, -1)
          .map((line) => JSON.parse(line)[0]),
      );

    it('still knows the pages, and counts the files left over as no page', async () => {
      await build(withPictures);
      expect(await build()).toMatchObject({ skipped: 0, orphans: 0 });
      expect(await build()).toMatchObject({ written: 0, skipped: 6, orphans: 0 });
      expect(await build()).toMatchObject({ written: 0, skipped: 6, orphans: 0 });
      expect(records().size).toBe(text(RECORD_FILE).split('\n').length - 2);
      expect(pictures()).toBe(6);
      expect(await build({ prune: true })).toMatchObject({ skipped: 6, orphans: 0 });
      expect(pictures()).toBe(0);
      await build(withPictures);
      expect(await build(withPictures)).toMatchObject({ skipped: 6 });
      expect(pictures()).toBe(6);
    });

    it('removes a page with all it ever had once the site has it no more', async () => {
      await build(withPictures);
      await build();
      const fewer = { pairs: SAMPLE_PAIRS.filter(({ title }) => title !== 'C++ Developer') };
      expect(await build(fewer)).toMatchObject({ pages: 4, orphans: 2 });
      expect(await build({ ...fewer, prune: true })).toMatchObject({ pages: 4, orphans: 0 });
      expect(siteFilesIn(out).filter((file) => file.includes('c-plus-plus') && !file.startsWith('roles/'))).toEqual([]);
      expect(pictures()).toBe(0);
      expect(await build(fewer)).toMatchObject({ skipped: 4, orphans: 0 });
    });

    it('forgets no file when the build that leaves it over ends early', async () => {
      await build(withPictures);
      const failing = (title: string, place: string) =>
        title === 'データ分析' ? Promise.reject(new Error('broken')) : sampleAnswer(title, place);
      await expect(build({ answer: failing })).rejects.toThrow('broken');
      await build({ prune: true });
      expect(pictures()).toBe(0);
    });
  });

  it('removes what a build that ended left aside, and nothing named a little like it', async () => {
    await build();
    const own = ['video.12-3.part', 'us/index.html.4-0.part', 'us/notes.goingrate-4-0.part'];
    const aside = ['.goingrate-4-0.part', 'us/machine-learning-lead/.goingrate-12-3.part'];
    for (const path of [...own, ...aside]) writeFileSync(join(out, path), 'half');
    const before = { pid: process.pid, host: hostname(), token: 'an earlier build' };
    writeFileSync(join(out, LOCK_FILE), JSON.stringify(before));
    expect(await build()).toMatchObject({ skipped: 6 });
    expect(allFilesIn(out).filter((file) => file.endsWith('.part'))).toEqual([...own].sort());
  });

  it('keeps thin pages out of site map and feed, and lists them without a figure', async () => {
    await build({ baseUrl: `${ADDRESS}/` });
    for (const file of ['sitemap.xml', 'feed.xml']) {
      expect(text(file)).toContain('https://example.org/pay/us/machine-learning-lead/<');
      expect(text(file)).not.toContain('us-wy/machine');
    }
    expect(text('sitemap.xml')).toContain('<loc>https://example.org/pay/</loc>');
    const lists = siteFilesIn(out).filter((file) => /^(?:index|(?:roles|us-wy|places)\/.*index)\.html$/.test(file));
    const indexes = lists.filter((file) => !existsSync(join(out, dirname(file), 'report.json')));
    expect(indexes.some((file) => text(file).includes('machine-learning-lead'))).toBe(true);
    for (const file of indexes) expect(numbersNotInModel([sampleReport, thinReport], text(file))).toEqual([]);
  });

  it('has neither site map nor feed without an address, and refuses what is none', async () => {
    await build();
    expect(siteFilesIn(out).filter((file) => file.endsWith('.xml'))).toEqual([]);
    for (const baseUrl of ['javascript:alert(1)', 'https://me:secret@example.org/', 'example.org']) {
      await expect(build({ baseUrl })).rejects.toMatchObject({ code: 'BAD_BASE_URL' });
    }
  });

  it('refuses a folder it cannot write to', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const at of [file, join(file, 'site'), join(folder, 'missing', 'site')]) {
      const attempt = build({ out: at });
      await expect(attempt).rejects.toBeInstanceOf(UsageError);
      await expect(attempt).rejects.toMatchObject({ code: 'UNWRITABLE_OUTPUT', exitCode: 2 });
    }
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('refuses a second build into the same folder while one is under way', async () => {
    let second: unknown;
    await build({
      answer: async (title, place) => {
        second ??= await build().catch((failure: unknown) => failure);
        return sampleAnswer(title, place);
      },
    });
    expect(second).toMatchObject({ code: 'SITE_IN_USE', exitCode: 2 });
    expect(await build()).toMatchObject({ skipped: 6 });
  });

  it('writes the same files whatever was there before', async () => {
    await build({ pairs: SAMPLE_PAIRS.slice(0, 2), baseUrl: ADDRESS });
    await build({ baseUrl: ADDRESS });
    const fresh = join(folder, 'fresh');
    mkdirSync(fresh);
    await build({ out: fresh, baseUrl: ADDRESS });
    expect(siteFilesIn(out)).toEqual(siteFilesIn(fresh));
    for (const file of siteFilesIn(out)) expect(text(file), file).toBe(readFileSync(join(fresh, file), 'utf8'));
  });
});

it('the default site has twenty titles in ten places, each at its own address', async () => {
  expect(new Set(DEFAULT_TITLES).size).toBe(20);
  expect(new Set(DEFAULT_PLACES).size).toBe(10);
  const thin = async (title: string, place: string) => ({
    ...thinReport,
    question: { ...thinReport.question, title, place: { ...thinReport.question.place, id: place, name: place } },
  });
  expect((await build({ pairs: sitePairs(DEFAULT_TITLES, DEFAULT_PLACES), answer: thin })).pages).toBe(200);
});
