import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileFrame } from '../../src/render/html/frame.js';
import { renderHtml } from '../../src/render/html/report.js';
import type { Report } from '../../src/report/model.js';
import { describeNeeding } from '../capabilities.js';
import { IN_BRITAIN, IN_CALIFORNIA, IN_SAN_JOSE, levelOf } from '../fixtures/question.js';
import { type SmallQuestion, smallReport } from '../fixtures/small-report.js';
import { emptyReport, hostileReport, sampleReport } from '../golden/sample-report.js';
import { launchBrowser, openPage } from './browser.js';
import { scriptedFrame } from './page-scripts.js';

const CASES: readonly [string, SmallQuestion][] = [
  ['no level', {}],
  ['a level', { question: { level: levelOf('senior') } }],
  ['a state', { question: IN_CALIFORNIA }],
  ['a metropolitan area', { question: { ...IN_SAN_JOSE, level: levelOf('lead') } }],
  ['filed pay', { question: { basis: 'filed' } }],
  ['official pay', { question: { basis: 'official' } }],
  ['another country', { question: IN_BRITAIN }],
];

const OFFERS = [
  20_000, 45_000, 61_234, 79_999, 80_000, 88_888, 95_500, 99_950, 101_001, 110_000, 117_345, 123_456, 131_313, 140_000,
  155_555, 170_250, 185_000, 212_499, 240_000, 315_000, 600_000,
];

/** Writes offers into the field one after another and reads what is said; runs in the page. */
const PLACE_ALL = `(offers) => offers.map((offer) => {
  document.querySelector('#offer-amount').value = offer;
  document.querySelector('[data-island="offer"] button').click();
  return [...document.querySelectorAll('.offer-result p')].map((line) => line.textContent);
})`;

const placeAll = async (page: Page, offers: readonly string[]): Promise<string[][]> =>
  (await page.evaluate(`(${PLACE_ALL})(${JSON.stringify(offers)})`)) as string[][];

/** Everything in which a page could keep something. */
const KEPT = `(async () => ({
  address: location.href,
  history: history.length,
  state: history.state,
  cookies: document.cookie,
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: indexedDB.databases ? await indexedDB.databases() : [],
  caches: await caches.keys(),
  name: window.name,
  fields: [...document.querySelectorAll('[name]')].map((field) => field.value ?? ''),
}))()`;

const statementsOf = ({ sections }: Report): (string | undefined)[] =>
  ['negotiation.offer', 'negotiation.compaRatio'].map(
    (wanted) => sections.negotiation.findings.find(({ id }) => id === wanted)?.statement,
  );

describeNeeding(['chromium'], 'the check of an offer', () => {
  let browser: Browser;
  let frame: FileFrame;
  beforeAll(async () => {
    [browser, frame] = await Promise.all([launchBrowser(), scriptedFrame()]);
  }, 60_000);
  afterAll(async () => browser?.close());

  const open = (report: Report, width = 1280) =>
    openPage(browser, renderHtml(report, { frame }), { width, scheme: 'light' });

  it.each(CASES)('says what a report with the offer says: %s', async (_name, asked) => {
    const { page, incidents } = await open(await smallReport(asked));
    const hasPay = (await smallReport(asked)).headline.quantity?.percentiles !== undefined;
    if (!hasPay) {
      expect(await page.locator('[data-island="offer"]').count()).toBe(0);
    } else {
      const said = await placeAll(page, OFFERS.map(String));
      for (const [index, offer] of OFFERS.entries()) {
        const [position, compaRatio] = statementsOf(await smallReport({ ...asked, offer }));
        expect(said[index]?.slice(0, 2), String(offer)).toEqual(
          [position, compaRatio].filter((text) => text !== undefined),
        );
      }
    }
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('has at least four kinds of report to place offers in', async () => {
    const reports = await Promise.all(CASES.map(([, asked]) => smallReport(asked)));
    const placed = reports.filter(({ headline }) => headline.quantity?.percentiles !== undefined);
    expect(placed.length).toBeGreaterThanOrEqual(4);
    expect(new Set(placed.map(({ headline }) => headline.statement)).size).toBeGreaterThanOrEqual(4);
  });

  it('names the middle with its interval, and reads amounts as people write them', async () => {
    const { page } = await open({ ...sampleReport, question: { ...sampleReport.question, offer: null } });
    const typed = ['185,000', '185k', ' $185,000 ', 'US$185.000', 'USD 185k a year', '185 000'];
    const said = await placeAll(page, typed);
    for (const lines of said) expect(lines).toEqual(said[0]);
    expect(said[0]?.[0]).toMatch(
      /^US\$185,000 is at about the \d+(?:st|nd|rd|th) percentile of posted pay, between the /,
    );
    expect(said[0]?.[2]).toBe(
      'The middle is about US$196,000 a year; we are 90% sure it lies between US$181,000 and US$212,000.',
    );
    const [[hourly, placed] = []] = await placeAll(page, ['90 an hour']);
    expect(hourly).toBe('US$90 an hour is taken as US$187,200 a year: full time, 52 weeks of 40 hours.');
    expect(placed).toMatch(/^US\$187,200 is at about/);
    await page.context().close();
  });

  it('asks back, and gives no verdict, where an amount is hardly pay a year', async () => {
    const { page } = await open(sampleReport);
    const [[high, ...afterHigh] = [], [low] = []] = await placeAll(page, ['999999999', '1200']);
    expect(high).toBe('US$999,999,999 is more than ten times the 90th percentile: is it base pay a year in US$?');
    expect(afterHigh).toEqual([expect.stringMatching(/^The middle is about /)]);
    expect(low).toBe('US$1,200 is less than a tenth of the 10th percentile: is it base pay a year in US$?');
    await page.context().close();
  });

  it('says in one line what is wrong with anything else', async () => {
    const { page, incidents } = await open(sampleReport);
    const said = await placeAll(page, ['', 'abc', '150-170k', '€60.000', '90', '<img src=x onerror=alert(1)>']);
    expect(said).toEqual([
      ['Write one amount, like 185,000, 185k or 90 an hour.'],
      ['Write one amount, like 185,000, 185k or 90 an hour.'],
      ['Write one amount, like 185,000, 185k or 90 an hour.'],
      ['Pay on this page is in US$: write the offer in US$ too.'],
      ['Is 90 an hour or thousands a year? Write it like 90 an hour, 185k or 185,000.'],
      ['Write one amount, like 185,000, 185k or 90 an hour.'],
    ]);
    expect(await page.getAttribute('#offer-amount', 'aria-invalid')).toBe('true');
    await placeAll(page, ['185k']);
    expect(await page.getAttribute('#offer-amount', 'aria-invalid')).toBe('false');
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('sends nothing, keeps nothing and leaves no trace in address or history', async () => {
    const { page, incidents } = await open(
      { ...sampleReport, question: { ...sampleReport.question, offer: null } },
      390,
    );
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.addInitScript({ content: `navigator.sendBeacon = () => { throw new Error('beacon') }` });
    const before = await page.evaluate(KEPT);
    await page.fill('#offer-amount', '187,654');
    await page.press('#offer-amount', 'Enter');
    await page.waitForSelector('.offer-statement');
    await page.click('[data-island="offer"] button');
    expect(await page.textContent('.offer-statement')).toContain('US$187,654');
    expect(await page.evaluate(KEPT)).toEqual(before);
    await page.waitForTimeout(300);
    expect(requests).toEqual([]);
    expect(incidents).toEqual([]);
    // Gone when the page is asked for again, and when the reader comes back to it.
    await page.reload();
    expect(await page.content()).not.toContain('187,654');
    expect(await page.inputValue('#offer-amount')).toBe('');
    expect(JSON.stringify(await page.evaluate(KEPT))).not.toMatch(/187[,.]?654/);
    await page.context().close();
  });

  it('stays out of reach of a form', async () => {
    const { page } = await open(sampleReport);
    expect(await page.locator('form [data-island="offer"], [data-island="offer"] form').count()).toBe(0);
    expect(await page.locator('[data-island="offer"] [name]').count()).toBe(0);
    await page.context().close();
  });

  it('is not shown where there is nothing to hold an offer against, or no script', async () => {
    const { page } = await open(emptyReport);
    expect(await page.locator('[data-island="offer"]').count()).toBe(0);
    await page.context().close();
    const view = { width: 1280, scheme: 'light', javaScript: false } as const;
    const plain = await openPage(browser, renderHtml(sampleReport, { frame }), view);
    expect(await plain.page.locator('[data-island="offer"]').isVisible()).toBe(false);
    await plain.page.context().close();
  });

  it('takes hostile page data for text', async () => {
    const headline = { ...hostileReport.headline, quantity: sampleReport.headline.quantity };
    const { page, incidents } = await open({ ...hostileReport, headline });
    const [[said] = []] = await placeAll(page, ['185k']);
    expect(said).toMatch(/^US\$185,000 is at about/);
    for (const broken of ['{', 'null', '[]', '{"schema":"goingrate.page/2"}', '{"schema":"goingrate.page/1"}']) {
      const html = renderHtml(sampleReport, { frame }).replace(/(id="page-data">)[^<]*/, `$1${broken}`);
      const opened = await openPage(browser, html, { width: 390, scheme: 'dark' });
      expect(opened.incidents, broken).toEqual([]);
      await opened.page.context().close();
    }
    expect(incidents).toEqual([]);
    await page.context().close();
  });
});
