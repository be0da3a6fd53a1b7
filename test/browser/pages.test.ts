import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderMessage } from '../../src/render/html/message.js';
import { renderHtml } from '../../src/render/html/report.js';
import { describeNeeding } from '../capabilities.js';
import { emptyReport, hostileReport, sampleReport, thinReport } from '../golden/sample-report.js';
import { frame, launchBrowser, openPage } from './browser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES: readonly (readonly [string, string])[] = [
  ['sample report', renderHtml(sampleReport, { frame })],
  ['thin report', renderHtml(thinReport, { frame })],
  ['empty report', renderHtml(emptyReport, { frame })],
  ['hostile report', renderHtml(hostileReport, { frame })],
  ['report with a script', renderHtml(sampleReport, { frame: { ...frame, script: 'void 0' } })],
  ['message', renderMessage({ frame, heading: 'No page here', message: 'Nothing.' })],
];

const openDetails = (page: Page) =>
  page.evaluate(`document.querySelectorAll('details').forEach((element) => { element.open = true })`);

const sidewaysScroll = (page: Page) =>
  page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

/** Pairs of chart labels that overlap by more than rounding, as their texts. */
const OVERLAPS = `[...document.querySelectorAll('.figure svg')].flatMap((svg) => {
  const boxes = [...svg.querySelectorAll(':scope text')]
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  return boxes.flatMap((one, index) => boxes.slice(index + 1)
    .filter((other) =>
      Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1 &&
      Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 5)
    .map((other) => one.text + ' / ' + other.text));
})`;

/** Height in pixels of the smallest chart text that is shown. */
const LEAST_TEXT = `Math.min(...[...document.querySelectorAll('.figure svg text')]
  .map((text) => text.getBoundingClientRect().height).filter((height) => height > 0))`;

const SERIOUS_FAULTS = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`;

describeNeeding(['chromium'], 'pages in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => browser?.close());

  it.each(PAGES)(
    'the %s asks for nothing, reports nothing and never scrolls sideways',
    async (_name, html) => {
      const { page, incidents } = await openPage(browser, html, { width: 320, scheme: 'light' });
      for (const opened of [false, true]) {
        if (opened) await openDetails(page);
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await sidewaysScroll(page), `${width} px`).toBe(0);
        }
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.mouse.move(200, 400);
      expect(incidents).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it.each(PAGES.filter(([name]) => !/hostile|empty/.test(name)))(
    'the %s has no serious accessibility fault',
    async (_name, html) => {
      const { page } = await openPage(browser, html, { width: 390, scheme: 'light' });
      await openDetails(page);
      // Through the debugger: the page's own policy allows no script.
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(SERIOUS_FAULTS), colorScheme).toEqual([]);
      }
      await page.context().close();
    },
    60_000,
  );

  it('chart labels do not touch and stay readable at any width', async () => {
    const { page } = await openPage(browser, renderHtml(sampleReport, { frame }), { width: 320, scheme: 'light' });
    for (const width of [320, 390, 600, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(OVERLAPS), `${width} px`).toEqual([]);
      expect(await page.evaluate(LEAST_TEXT), `${width} px`).toBeGreaterThanOrEqual(11);
    }
    await page.context().close();
  }, 60_000);

  it('the first screen answers: grade, date, n, employers, sources and the pay band', async () => {
    const { page } = await openPage(browser, renderHtml(sampleReport, { frame }), { width: 1280, scheme: 'light' });
    for (const selector of ['h1', '.lead', '.grade-letter', '.fact-sources', '.band .strong .value', '.band .inner']) {
      const box = await page.locator(`${selector} >> visible=true`).first().boundingBox();
      expect(box, selector).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? 0), selector).toBeLessThanOrEqual(800);
    }
    await page.context().close();
  });

  it('the facts of the answer stand on one line above the sources, with the very cell and without', async () => {
    const { evidence } = sampleReport.headline;
    for (const asked of [undefined, { n: 8, employers: 6 }]) {
      const report = { ...sampleReport, headline: { ...sampleReport.headline, evidence: { ...evidence, asked } } };
      const { page } = await openPage(browser, renderHtml(report, { frame }), { width: 1280, scheme: 'light' });
      for (const width of [1000, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const tops = await page.evaluate(
          `[...document.querySelectorAll('.fact')].map((fact) => fact.getBoundingClientRect().top)`,
        );
        expect(new Set((tops as number[]).slice(0, -1)).size, `${width} px`).toBe(1);
        expect(tops).toHaveLength(asked === undefined ? 5 : 6);
      }
      await page.context().close();
    }
  });

  it('the first screen of a phone answers: the sentence, the grade, the date and n', async () => {
    const { page } = await openPage(browser, renderHtml(sampleReport, { frame }), { width: 390, scheme: 'light' });
    for (const selector of ['h1', '.lead', '.grade-letter', '.facts']) {
      const box = await page.locator(selector).first().boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0), selector).toBeLessThanOrEqual(844);
    }
    await page.context().close();
  });

  it('on paper keeps every sentence and its limits, and drops what only a screen can use', async () => {
    const { page } = await openPage(browser, renderHtml(sampleReport, { frame }), { width: 720, scheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.statement:visible').count()).toBe(await page.locator('.statement').count());
    for (const selector of ['.answer .caveats li', '.answer .notes li', '.count', '.facts']) {
      expect(await page.locator(selector).first().isVisible(), selector).toBe(true);
    }
    for (const selector of ['.contents', '.figure-data', '.evidence dl']) {
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    }
    expect(await page.evaluate(LEAST_TEXT)).toBeGreaterThanOrEqual(9);
    expect(await page.evaluate(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(255, 255, 255)');
    await page.context().close();
  });

  it('opens evidence by keyboard and without JavaScript', async () => {
    const view = { width: 1280, scheme: 'light', javaScript: false } as const;
    const { page } = await openPage(browser, renderHtml(sampleReport, { frame }), view);
    const finding = page.locator('#finding-pay-filed');
    expect(await finding.getByText('Period').isVisible()).toBe(false);
    await finding.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await finding.getByText('Period').isVisible()).toBe(true);
    await page.context().close();
  });

  it('is dark when the reader prefers dark, and light otherwise', async () => {
    const html = renderHtml(sampleReport, { frame });
    const paper = async (scheme: 'light' | 'dark') => {
      const { page } = await openPage(browser, html, { width: 390, scheme });
      const colour = String(await page.evaluate(`getComputedStyle(document.body).backgroundColor`));
      await page.context().close();
      return (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
    };
    expect(await paper('light')).toBeGreaterThan(600);
    expect(await paper('dark')).toBeLessThan(150);
  });
});
