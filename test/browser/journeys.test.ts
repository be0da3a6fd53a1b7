import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Market, openMarket } from '../../src/app/market.js';
import { type RunningServer, serveReports } from '../../src/app/serve.js';
import { buildReportSite } from '../../src/app/site.js';
import { silentProgress } from '../../src/core/ports.js';
import { verifyCorrection } from '../../src/report/correction.js';
import { correctionSchema } from '../../src/report/correction-schema.js';
import { describeNeeding } from '../capabilities.js';
import { launchBrowser } from './browser.js';
import { type FileServer, serveFolder } from './file-server.js';
import {
  accessibilityFaults,
  DESKTOP_DARK,
  DESKTOP_LIGHT,
  layoutShift,
  PHONE_DARK,
  PHONE_LIGHT,
  sidewaysScroll,
  type View,
  visit,
} from './visit.js';

const TITLES = ['Data Scientist', 'Registered Nurse'];
const PLACES = ['US', 'US-TX', 'US-CA'];

/** Layout shift below which nothing has moved that a reader would see. */
const STILL = 0.01;

const isFile = (site: string): boolean => site.startsWith('file:');

/** Names a job and a place with mistakes, from the front page, by keyboard alone. */
async function findByKeyboard(page: Page, site: string, [title, place]: readonly [string, string]): Promise<void> {
  await page.goto(`${site}index.html`);
  await page.locator('#ask-title').focus();
  await page.keyboard.type(title, { delay: 20 });
  await page.locator('#ask-title-list .ask-option:first-child', { hasText: 'Data Scientist' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(place, { delay: 20 });
  await page.locator('#ask-in-list .ask-option:first-child', { hasText: 'Texas' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('.answer .lead').waitFor();
}

async function checkOffer(page: Page, requests: readonly string[]): Promise<void> {
  const before = requests.length;
  const address = page.url();
  await page.fill('#offer-amount', '123,456');
  await page.press('#offer-amount', 'Enter');
  expect(await page.locator('.offer-statement').textContent()).toMatch(/^US\$123,456 is at about the \d+/);
  await page.waitForTimeout(200);
  expect(requests.slice(before)).toEqual([]);
  expect(page.url()).toBe(address);
  expect(
    await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])'),
  ).not.toMatch(/123,?456/);
}

async function makeCorrection(page: Page): Promise<void> {
  await page.locator('#mistake > summary').click();
  await page.fill('#correction-claim', 'The figure counts one employer twice.');
  await page.fill('#correction-evidence', 'Both postings carry the same number.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('[data-island="correction"] button'),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(correctionSchema.safeParse(file).error?.issues).toBeUndefined();
  expect(await verifyCorrection(file)).toBe(true);
  expect(file.about.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
}

describeNeeding(['chromium'], 'journeys', () => {
  let browser: Browser;
  let market: Market;
  let server: RunningServer;
  let files: FileServer;
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-journeys-'));
  const failures: unknown[] = [];
  /** A server; a folder on a web server, below a path; the same folder on a disk. */
  const sites: Record<string, string> = {};

  beforeAll(async () => {
    [browser, market] = await Promise.all([launchBrowser(), openMarket()]);
    server = await serveReports(market, {
      host: '127.0.0.1',
      port: 0,
      onFailure: (error) => failures.push(error),
      warmUp: false,
    });
    const out = join(folder, 'site');
    files = await serveFolder(out, '/below/a/path/');
    const baseUrl = files.address;
    await buildReportSite(market, { out, titles: TITLES, places: PLACES, baseUrl, jobs: 1, progress: silentProgress });
    sites.served = `${server.address}/`;
    sites.static = files.address;
    sites.disk = `${pathToFileURL(out).href}/`;
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await files?.close();
    await market?.store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const CASES: readonly (readonly [string, View])[] = [
    ['served', PHONE_LIGHT],
    ['served', DESKTOP_DARK],
    ['static', PHONE_DARK],
    ['static', DESKTOP_LIGHT],
    ['disk', PHONE_LIGHT],
    ['disk', DESKTOP_DARK],
  ];

  it.each(CASES)(
    '%s site, %o: from a misspelt job to a report, an offer, a comparison, a correction',
    async (name, view) => {
      const site = sites[name] as string;
      const { page, incidents, requests, end } = await visit(browser, site, view);
      await findByKeyboard(page, site, ['data sientist', 'texs']);
      expect(await page.textContent('h1')).toMatch(/Data Scientist in Texas/);
      expect(await sidewaysScroll(page)).toBe(0);

      const finding = page.locator('.finding').first();
      await finding.locator('summary').first().focus();
      await page.keyboard.press('Enter');
      expect(await finding.locator('dt', { hasText: 'Sources' }).isVisible()).toBe(true);
      await checkOffer(page, requests);
      await makeCorrection(page);

      await page.getByRole('button', { name: 'Add to comparison' }).click();
      expect(await page.locator('.compare-status').textContent()).toContain('1 report chosen');
      await page.goto(`${site}us-ca/data-scientist/index.html`);
      await page.getByRole('button', { name: 'Add to comparison' }).click();
      await page.getByRole('link', { name: 'Compare them' }).click();
      if (isFile(site)) {
        await page.locator('.comparison-status a').first().waitFor();
        expect(await page.locator('.comparison-status').textContent()).toContain('does not let a page');
        expect(await page.locator('.comparison-status a').count()).toBe(2);
      } else {
        await page.locator('.comparison .compared').waitFor();
        expect(await page.locator('.compared thead th').count()).toBe(2);
        expect(await page.locator('.comparison .statement').first().textContent()).toMatch(/California|Texas/);
        expect(await sidewaysScroll(page)).toBe(0);
      }
      const kept = await page.evaluate('JSON.stringify({ ...sessionStorage })');
      expect(JSON.parse(String(kept))).toEqual({
        'goingrate.compare': '["us-tx/data-scientist","us-ca/data-scientist"]',
      });
      expect(incidents).toEqual([]);
      expect(failures).toEqual([]);
      await end();
    },
    120_000,
  );

  it('a site draws the very comparison that a server draws', async () => {
    const drawn: string[] = [];
    for (const name of ['served', 'static']) {
      const site = sites[name] as string;
      const { page, incidents, end } = await visit(browser, site, DESKTOP_LIGHT);
      await page.goto(`${site}compare/index.html?title1=Registered+Nurse&in1=US-TX&title2=Registered+Nurse&in2=US-CA`);
      await page.locator('.comparison .compared').waitFor();
      drawn.push(
        String(
          await page.evaluate(
            `[...document.querySelectorAll('.comparison > *')].map((part) => part.textContent.replace(/\\s+/g, ' ').trim()).join('\\n')`,
          ),
        ),
      );
      expect(incidents).toEqual([]);
      await end();
    }
    expect(drawn[0]?.length).toBeGreaterThan(500);
    expect(drawn[1]).toBe(drawn[0]);
  }, 120_000);

  const KINDS: readonly (readonly [string, readonly string[]])[] = [
    ['front page', ['served', 'static']],
    ['roles/index.html', ['served', 'static']],
    ['roles/data-scientist/index.html', ['served', 'static']],
    ['places/index.html', ['served', 'static']],
    ['us-tx/index.html', ['served', 'static']],
    ['us-tx/data-scientist/index.html', ['served', 'static']],
    ['compare/index.html', ['served', 'static']],
    ['compare/index.html?title1=Registered+Nurse&in1=US-TX&title2=Registered+Nurse&in2=US-CA', ['served', 'static']],
    ['methods/index.html', ['served', 'static']],
    ['sources/index.html', ['served', 'static']],
    ['scoreboard/index.html', ['served', 'static']],
    ['404.html', ['static']],
  ];

  it.each(KINDS)(
    '%s has no serious accessibility fault, light and dark, phone and desktop',
    async (path, on) => {
      for (const name of on) {
        for (const view of [PHONE_LIGHT, DESKTOP_DARK]) {
          const site = sites[name] as string;
          const { page, incidents, end } = await visit(browser, site, view);
          const response = await page.goto(site + (path === 'front page' ? 'index.html' : path));
          expect(response?.status(), `${name} ${path}`).toBe(200);
          if (path.includes('?')) await page.locator('.comparison .compared').waitFor();
          await page.evaluate(`document.querySelectorAll('details').forEach((element) => { element.open = true })`);
          expect(await sidewaysScroll(page), `${name} ${view.width}`).toBe(0);
          expect(await accessibilityFaults(page), `${name} ${view.width} ${view.scheme}`).toEqual([]);
          expect(incidents, name).toEqual([]);
          await end();
        }
      }
    },
    240_000,
  );

  it.each([PHONE_LIGHT, DESKTOP_LIGHT])(
    'nothing moves when the script comes: %o',
    async (view) => {
      const moved: string[] = [];
      for (const [path, on] of KINDS.filter(([path]) => !path.includes('?'))) {
        for (const name of on) {
          const { page, end } = await visit(browser, sites[name] as string, { ...view, fonts: false });
          await page.goto(sites[name] + (path === 'front page' ? 'index.html' : path));
          const shift = await layoutShift(page);
          if (shift >= STILL) moved.push(`${name} ${path}: ${shift.toFixed(3)}`);
          await end();
        }
      }
      expect(moved).toEqual([]);
    },
    240_000,
  );

  it('a first visit to a server shows the fonts of the pages', async () => {
    const { page, incidents, requests, end } = await visit(browser, sites.served as string, DESKTOP_LIGHT);
    await page.goto(`${sites.served}us-tx/data-scientist/index.html`);
    const fonts = requests.filter((address) => address.endsWith('.woff2'));
    expect(fonts.length).toBeGreaterThan(0);
    expect(requests.indexOf(fonts[0] as string)).toBeLessThan(requests.findIndex((address) => address.endsWith('.js')));
    expect(new Set(fonts).size).toBe(fonts.length);
    expect(await page.evaluate("document.fonts.ready.then(() => document.fonts.check('600 1em Inter'))")).toBe(true);
    const robots = await page.goto(`${sites.served}robots.txt`);
    expect(await robots?.text()).toContain('Disallow: /api/');
    expect(incidents).toEqual([]);
    await end();
  }, 120_000);

  it('works without JavaScript when served: search, report, evidence, comparison', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${sites.served}`);
    await page.fill('#ask-title', 'data sientist');
    await page.fill('#ask-in', 'Texas');
    await page.click('form.ask button');
    await page.locator('.answer .lead').waitFor();
    await page.locator('.finding summary').first().click();
    expect(await page.locator('.finding dt').first().isVisible()).toBe(true);
    expect(await page.locator('#offer-amount').isVisible()).toBe(false);
    await page.goto(`${sites.served}compare/index.html`);
    await page.fill('input[name="title1"]', 'Registered Nurse');
    await page.fill('input[name="in1"]', 'Texas');
    await page.fill('input[name="title2"]', 'Registered Nurse');
    await page.fill('input[name="in2"]', 'California');
    await page.click('form.compare-questions button');
    await page.locator('.comparison .compared').waitFor();
    await context.close();
  }, 120_000);
});
