import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html/report.js';
import type { Figure, Report } from '../../src/report/model.js';
import { describeNeeding } from '../capabilities.js';
import { sampleReport } from '../golden/sample-report.js';
import { frame, launchBrowser, openPage } from './browser.js';

/** The sample with its offer and its percentiles moved: the labels of the pay band in other company. */
function withBand(change: (figure: Extract<Figure, { kind: 'pay-band' }>) => Partial<Figure>): Report {
  const { overview } = sampleReport.sections;
  const figures = overview.figures.map((figure) =>
    figure.kind === 'pay-band' ? ({ ...figure, ...change(figure) } as Figure) : figure,
  );
  return { ...sampleReport, sections: { ...sampleReport.sections, overview: { ...overview, figures } } };
}

const usd = (value: number) => ({ value, label: `US$${Math.round(value / 1000)}k` });
const close = withBand(({ percentiles }) => ({
  percentiles: percentiles.map((entry, index) => ({ ...entry, at: usd(190_000 + index * 9000), interval: null })),
}));
const edges = withBand(({ percentiles }) => ({
  percentiles: percentiles.map((entry, index) => ({ ...entry, at: usd(120_000 + index * 45_000) })),
  offer: { at: usd(300_000), name: 'offer' },
}));

const REPORTS: readonly (readonly [string, Report])[] = [
  ['sample', sampleReport],
  ['percentiles close together', close],
  ['percentiles at the ends', edges],
];
const WIDTHS = [320, 390, 543, 600, 768, 1280];

/** Pairs of texts of one drawing that overlap by more than rounding. */
const OVERLAPS = `[...document.querySelectorAll('.figure :is(svg, .rows)')].flatMap((drawing) => {
  const boxes = [...drawing.querySelectorAll(':scope text, :scope .row p, :scope .row > b')]
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  return boxes.flatMap((one, index) => boxes.slice(index + 1)
    .filter((other) =>
      Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1 &&
      Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 5)
    .map((other) => one.text + ' / ' + other.text));
})`;

/** Texts of drawings that are cut by the window. */
const OUTSIDE = `[...document.querySelectorAll('.figure svg text')]
  .filter((text) => { const { left, right, width } = text.getBoundingClientRect();
    return width > 0 && (left < 0 || right > document.documentElement.clientWidth); })
  .map((text) => text.textContent)`;

const LEAST_TEXT = `Math.min(...[...document.querySelectorAll('.figure svg text')]
  .map((text) => text.getBoundingClientRect().height).filter((height) => height > 0))`;

/** How far the middle of the median's label, its line and its mark lie from each other, px. */
const MEDIAN_APART = `(() => {
  const middle = (element) => { const { left, right } = element.getBoundingClientRect(); return (left + right) / 2; };
  const [line, mark] = ['.band .median', '.whiskers .strong circle'].map((name) => middle(document.querySelector(name)));
  return Math.abs(line - mark);
})()`;

/** Contrast of each text of the map with the square it stands on. */
const MAP_CONTRAST = `[...document.querySelectorAll('.tiles g')].flatMap((group) => {
  const luminance = (colour) => {
    const full = colour.startsWith('color(') ? 1 : 255;
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / full)
      .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const fill = getComputedStyle(group.querySelector('path')).fill;
  if (!/^fifth-/.test(group.getAttribute('class'))) return [];
  const [light, dark] = [luminance(fill), luminance(getComputedStyle(group.querySelector('text')).fill)]
    .sort((a, b) => b - a);
  return [(light + 0.05) / (dark + 0.05)];
})`;

describeNeeding(['chromium'], 'charts in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => browser?.close());

  const open = async (report: Report, scheme: 'light' | 'dark' = 'light'): Promise<Page> =>
    (await openPage(browser, renderHtml(report, { frame }), { width: 320, scheme })).page;

  it.each(REPORTS)(
    'labels of the %s report do not touch, stay inside and stay readable',
    async (_name, report) => {
      const page = await open(report);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(OVERLAPS), `${width} px`).toEqual([]);
        expect(await page.evaluate(OUTSIDE), `${width} px`).toEqual([]);
        expect(await page.evaluate(LEAST_TEXT), `${width} px`).toBeGreaterThanOrEqual(11);
      }
      await page.context().close();
    },
    60_000,
  );

  it('keeps marks of one value on one place, whatever the width', async () => {
    const page = await open(sampleReport);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(MEDIAN_APART), `${width} px`).toBeLessThan(1);
    }
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('prints values on the map with enough contrast (%s)', async (scheme) => {
    const page = await open(sampleReport, scheme);
    const contrasts = (await page.evaluate(MAP_CONTRAST)) as number[];
    expect(contrasts).toHaveLength(5);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    await page.context().close();
  });

  it("keeps its texts in the reader's own colours", async () => {
    const page = await open(sampleReport);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(Math.min(...((await page.evaluate(MAP_CONTRAST)) as number[]))).toBeGreaterThanOrEqual(4.5);
    await page.context().close();
  });

  it('shows the hatched panel with its sentence where there is not enough evidence', async () => {
    const page = await open(sampleReport);
    const panel = page.locator('.empty').first();
    expect(await panel.locator('p').isVisible()).toBe(true);
    const hatching = await page.evaluate(`getComputedStyle(document.querySelector('.empty')).backgroundImage`);
    expect(hatching).toContain('gradient');
    await page.context().close();
  });

  it('gives every picture a name and every number a table that a keyboard can reach', async () => {
    const page = await open(sampleReport);
    const names = (await page.evaluate(`[...document.querySelectorAll('.figure [role="img"]')].map((picture) =>
      picture.getAttribute('aria-label') ?? picture.querySelector('desc')?.textContent ?? '')`)) as string[];
    expect(names).toHaveLength(7);
    expect(names.filter((name) => name.length < 10)).toEqual([]);
    const map = page.locator('.figure', { has: page.locator('.tiles') });
    await map.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await map.getByRole('row', { name: /Wyoming.*not enough evidence/ }).isVisible()).toBe(true);
    await page.context().close();
  });
});
