import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileFrame } from '../../src/render/html/frame.js';
import { renderHtml } from '../../src/render/html/report.js';
import { reportDigest } from '../../src/render/json/report-digest.js';
import { type Correction, verifyCorrection } from '../../src/report/correction.js';
import { correctionSchema } from '../../src/report/correction-schema.js';
import type { Report } from '../../src/report/model.js';
import { describeNeeding } from '../capabilities.js';
import { HOSTILE_TEXTS, hostileReport, sampleReport } from '../golden/sample-report.js';
import { launchBrowser, openPage } from './browser.js';
import { scriptedFrame } from './page-scripts.js';

/** Without the reader's own offer, as a site has it. */
const report: Report = { ...sampleReport, question: { ...sampleReport.question, offer: null } };

const make = async (page: Page): Promise<{ readonly name: string; readonly file: Correction }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('[data-island="correction"] button'),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  return { name: download.suggestedFilename(), file };
};

describeNeeding(['chromium'], 'reporting a mistake', () => {
  let browser: Browser;
  let frame: FileFrame;
  beforeAll(async () => {
    [browser, frame] = await Promise.all([launchBrowser(), scriptedFrame()]);
  }, 60_000);
  afterAll(async () => browser?.close());

  const open = async (shown: Report) => {
    const opened = await openPage(browser, renderHtml(shown, { frame }), { width: 390, scheme: 'light' });
    await opened.page.click('#mistake > summary');
    return opened;
  };

  it('makes a signed file about the finding chosen, and sends nothing', async () => {
    const { page, incidents } = await open(report);
    const requests: string[] = [];
    page.context().on('request', (request) => {
      if (!request.url().startsWith('blob:')) requests.push(request.url());
    });
    const finding = report.sections.overview.findings.find(({ quantity }) => quantity !== null)!;
    await page.selectOption('#correction-finding', finding.id);
    await page.fill('#correction-claim', 'The middle is higher: two employers are counted twice.');
    await page.fill('#correction-value', 'US$201,500'.replace('US', ''));
    await page.fill('#correction-evidence', 'The posting itself says so.');
    await page.fill('#correction-link', 'https://example.org/posting/1');
    const { name, file } = await make(page);
    expect(name).toMatch(/^correction-[\w.-]+-\d{4}-\d\d-\d\d\.json$/);
    expect(correctionSchema.safeParse(file).error?.issues).toBeUndefined();
    expect(await verifyCorrection(file)).toBe(true);
    expect(file.about).toMatchObject({
      question: { title: report.question.title, place: report.question.place.id, level: 'lead' },
      asOf: report.question.asOf,
      method: report.method.version,
      digest: reportDigest(report),
      page: 'https://page.test/us/role/',
      finding: { id: finding.id, statement: finding.statement, status: finding.status },
    });
    expect(file.claim.value?.value).toBe(201_500);
    expect(file.evidence.link).toBe('https://example.org/posting/1');
    expect(await page.textContent('.correction-result')).toContain('Nothing was sent');
    expect(requests).toEqual([]);
    expect(incidents.filter((incident) => !incident.includes('blob:'))).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    await page.context().close();
  });

  it('reads the number as the check of an offer does', async () => {
    const { page } = await open(report);
    await page.fill('#correction-claim', 'Wrong.');
    await page.fill('#correction-evidence', 'See the source.');
    await page.fill('#correction-value', '90k');
    const { file } = await make(page);
    expect(file.claim.value).toEqual({ value: 90_000, unit: 'USD/year' });
    await page.context().close();
  });

  it('fails its check after any change', async () => {
    const { page } = await open(report);
    await page.fill('#correction-claim', 'Wrong.');
    await page.fill('#correction-evidence', 'See the source.');
    const { file } = await make(page);
    expect(await verifyCorrection(file)).toBe(true);
    expect(await verifyCorrection({ ...file, createdOn: '2001-01-01' })).toBe(false);
    expect(await verifyCorrection({ ...file, claim: { ...file.claim, text: 'Right.' } })).toBe(false);
    const { file: second } = await make(page);
    expect(second.signature.publicKey).not.toEqual(file.signature.publicKey);
    await page.context().close();
  });

  it('says what is missing, at the field', async () => {
    const { page } = await open(report);
    const ask = async () => {
      await page.click('[data-island="correction"] button');
      await page.locator('.correction-result .fault').waitFor();
      return String(await page.evaluate('document.activeElement.name'));
    };
    expect(await ask()).toBe('claim');
    await page.fill('#correction-claim', 'Wrong.');
    await page.fill('#correction-value', 'a lot');
    expect(await ask()).toBe('value');
    await page.fill('#correction-value', '');
    expect(await ask()).toBe('evidence');
    await page.fill('#correction-evidence', 'Here.');
    await page.fill('#correction-link', 'javascript:alert(1)');
    expect(await ask()).toBe('link');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
    await page.context().close();
  });

  it('never takes the reader’s own offer along', async () => {
    const { page } = await open(sampleReport);
    const options = await page
      .locator('#correction-finding option')
      .evaluateAll((all) => all.map((option) => (option as unknown as { value: string }).value));
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter((id) => /offer|compaRatio/.test(id))).toEqual([]);
    await page.context().close();
  });

  it('keeps hostile words as words', async () => {
    const { page, incidents } = await open(report);
    await page.fill('#correction-claim', HOSTILE_TEXTS.slice(0, 3).join('\n'));
    await page.fill('#correction-evidence', HOSTILE_TEXTS[8] ?? '');
    const { file } = await make(page);
    expect(await verifyCorrection(file)).toBe(true);
    expect(file.claim.text).toContain('<script>alert(1)</script>');
    await page.context().close();
    const hostile = await open(hostileReport);
    expect(await hostile.page.locator('#correction-finding option').count()).toBeGreaterThan(10);
    await hostile.page.fill('#correction-claim', 'Wrong.');
    await hostile.page.fill('#correction-evidence', 'Here.');
    await hostile.page.click('[data-island="correction"] button');
    await hostile.page.locator('.correction-result p').waitFor();
    for (const seen of [incidents, hostile.incidents]) {
      expect(seen.filter((incident) => !incident.includes('blob:'))).toEqual([]);
    }
    await hostile.page.context().close();
  });
});
