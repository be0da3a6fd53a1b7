import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sitePageFiles } from '../../src/app/page-files.js';
import type { Report } from '../../src/report/model.js';
import { staticSearchIndex } from '../../src/text/search/index.js';
import { describeNeeding } from '../capabilities.js';
import { HOSTILE_TEXTS, hostileReport, sampleReport } from '../golden/sample-report.js';
import { buildCase, siteFilesIn } from '../site/site-case.js';
import { launchBrowser } from './browser.js';
import { type FileServer, serveFolder } from './file-server.js';
import { bundledScripts } from './page-scripts.js';
import { DESKTOP_DARK, PHONE_LIGHT, visit } from './visit.js';

const TITLES = HOSTILE_TEXTS.slice(0, 6).map((text) => `Mason ${text}`);
const PLACES = ['US', 'US-WY'];

/** Hostile in every text, but a figure to hold offers against and places that addresses can be made of. */
async function answer(title: string, place: string): Promise<Report> {
  const { question, headline } = hostileReport;
  return {
    ...hostileReport,
    question: {
      ...question,
      title,
      currency: 'USD',
      offer: null,
      level: null,
      place: { ...question.place, id: place },
    },
    headline: { ...headline, quantity: sampleReport.headline.quantity },
  };
}

describeNeeding(['chromium'], 'a site of hostile texts', () => {
  let browser: Browser;
  let files: FileServer;
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-hostile-'));
  const out = join(folder, 'site');

  beforeAll(async () => {
    const [started, pageFiles, scripts] = await Promise.all([launchBrowser(), sitePageFiles(), bundledScripts()]);
    browser = started;
    const pairs = PLACES.flatMap((place) => TITLES.map((title) => ({ title, place })));
    await buildCase(out, {
      pairs,
      answer,
      pageFiles,
      parts: {
        documents: [],
        sources: { asOf: '2026-08-08', sources: [], licences: [] },
        search: (pages) => ({
          path: 'assets/search-1.js',
          type: 'text/javascript; charset=utf-8',
          content: Buffer.from(`${scripts['search-engine.ts']}\n${staticSearchIndex({ pages })}`),
        }),
      },
    });
    files = await serveFolder(out, '/site/');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await files?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['web server', 'disk'])(
    'executes nothing on any page, from a %s',
    async (from) => {
      const site = from === 'disk' ? `${pathToFileURL(out).href}/` : files.address;
      const pages = siteFilesIn(out).filter((path) => path.endsWith('.html') && path !== '404.html');
      expect(pages.length).toBeGreaterThan(15);
      const { page, incidents, end } = await visit(browser, site, from === 'disk' ? DESKTOP_DARK : PHONE_LIGHT);
      for (const path of pages) {
        await page.goto(site + path.split('/').map(encodeURIComponent).join('/'));
        await page.evaluate(`document.querySelectorAll('details').forEach((element) => { element.open = true })`);
        await page.mouse.move(200, 300);
        if ((await page.locator('#offer-amount').count()) > 0) {
          await page.fill('#offer-amount', '185k');
          await page.press('#offer-amount', 'Enter');
          await page.locator('.offer-statement').waitFor();
        }
        expect(incidents, path).toEqual([]);
      }
      await end();
    },
    180_000,
  );

  it('compares and finds hostile pages without executing anything', async () => {
    const { page, incidents, end } = await visit(browser, files.address, PHONE_LIGHT);
    await page.goto(`${files.address}index.html`);
    await page.locator('#ask-title').pressSequentially('masn');
    await page.locator('.ask-option').first().waitFor();
    const titles = TITLES.slice(0, 2).map((title, at) => `title${at + 1}=${encodeURIComponent(title)}&in${at + 1}=US`);
    await page.goto(`${files.address}compare/index.html?${titles.join('&')}`);
    await page.locator('.compare-choice').waitFor();
    await page.locator('.comparison, .comparison-status:not(:empty)').first().waitFor();
    await page.mouse.move(200, 300);
    await page.waitForTimeout(200);
    expect(await page.locator('.comparison-result :is(script, img, iframe, style)').count()).toBe(0);
    expect(incidents).toEqual([]);
    await end();
  }, 120_000);
});
