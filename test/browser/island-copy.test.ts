import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatDate } from '../../src/core/format.js';
import { observations, sourceName } from '../../src/render/format/evidence-rows.js';
import type { FileFrame } from '../../src/render/html/frame.js';
import { renderHtml } from '../../src/render/html/report.js';
import type { Report } from '../../src/report/model.js';
import { describeNeeding } from '../capabilities.js';
import { hostileReport, sampleReport } from '../golden/sample-report.js';
import { launchBrowser, openPage } from './browser.js';
import { scriptedFrame } from './page-scripts.js';

const ADDRESS = 'https://page.test/us/role/';

/** Selects the text of an element, as a reader would with the mouse. */
const SELECT = `(selector) => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}`;

const copied = async (page: Page, selector: string): Promise<string> => {
  await page.evaluate(`(${SELECT})(${JSON.stringify(selector)})`);
  await page.keyboard.press('Control+c');
  return String(await page.evaluate('navigator.clipboard.readText()'));
};

const findingsOf = ({ headline, sections }: Report): Report['headline'][] => [
  headline,
  ...Object.values(sections).flatMap(({ findings }) => findings),
];

describeNeeding(['chromium'], 'copying from a page', () => {
  let browser: Browser;
  let frame: FileFrame;
  beforeAll(async () => {
    [browser, frame] = await Promise.all([launchBrowser(), scriptedFrame()]);
  }, 60_000);
  afterAll(async () => browser?.close());

  const open = async (report: Report) => {
    const opened = await openPage(browser, renderHtml(report, { frame }), { width: 390, scheme: 'light' });
    await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return opened;
  };

  it('copies the source with every statement', async () => {
    const { page, incidents } = await open(sampleReport);
    const findings = findingsOf(sampleReport).filter(({ statement }) => /\d/.test(statement));
    expect(findings.length).toBeGreaterThan(10);
    for (const { id, statement, evidence } of findings.slice(0, 12)) {
      const text = await copied(page, `[data-finding="${id}"] .statement`);
      const [first, blank, source, from] = text.split('\n');
      expect(first, id).toBe(statement);
      expect(blank).toBe('');
      expect(source).toContain(observations(evidence));
      for (const name of evidence.sources.map((source) => sourceName(source, sampleReport))) {
        expect(source).toContain(name);
      }
      expect(from).toContain(sampleReport.question.text);
      expect(from).toContain(`as of ${formatDate(sampleReport.question.asOf)}`);
      expect(from).toContain(ADDRESS);
    }
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('copies the source with a figure alone, and leaves single words and other text as they are', async () => {
    const { page } = await open(sampleReport);
    const figure = await copied(page, '#headline .statement b');
    expect(figure.split('\n')[0]).toBe(await page.textContent('#headline .statement b'));
    expect(figure).toContain(ADDRESS);
    expect(await copied(page, '.site-header')).not.toContain(ADDRESS);
    expect(await copied(page, '.finding .status')).not.toContain(ADDRESS);
    const chart = await copied(page, '.figure .figure-title');
    expect(chart).toContain(await page.textContent('.figure .figure-source'));
    await page.context().close();
  });

  it('does not touch what is copied out of a field', async () => {
    const { page } = await open(sampleReport);
    await page.fill('#offer-amount', '187654');
    await page.locator('#offer-amount').selectText();
    await page.keyboard.press('Control+c');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('187654');
    await page.context().close();
  });

  it('has a button in opened evidence that copies the statement with its source', async () => {
    const { page } = await open(sampleReport);
    expect(await page.locator('.finding .copy-source').count()).toBe(0);
    const finding = page.locator('.finding').first();
    await finding.locator('summary').first().click();
    await finding.locator('.copy-source').click();
    await finding.locator('.copied').waitFor();
    const text = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(text).toContain(((await finding.locator('.statement').textContent()) ?? '').trim());
    expect(text).toContain(ADDRESS);
    // Opening it again does not add another.
    await finding.locator('summary').first().click();
    await finding.locator('summary').first().click();
    expect(await finding.locator('.copy-source').count()).toBe(1);
    await page.context().close();
  });

  it('without permission selects the text, so that the keyboard can copy it', async () => {
    const { page, incidents } = await open(sampleReport);
    await page.evaluate(
      `Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;`,
    );
    await page.locator('.finding summary').first().click();
    await page.locator('.finding .copy-source').first().click();
    await page.locator('.copy-field').waitFor();
    const selected = String(
      await page.evaluate(`(() => { const field = document.activeElement;
        return field.value.slice(field.selectionStart, field.selectionEnd); })()`),
    );
    expect(selected).toContain(ADDRESS);
    expect(selected).toContain('Sources:');
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('says nothing of an offer in the address, nor of a path on the disk', async () => {
    const { page } = await open(sampleReport);
    await page.evaluate(`history.replaceState(null, '', '/us/role/?title=X&offer=187654')`);
    expect(await copied(page, '.finding .statement')).not.toContain('187654');
    await page.context().close();
  });

  it('copies hostile text as text', async () => {
    const { page, incidents } = await open(hostileReport);
    await page.evaluate(`document.querySelectorAll('details').forEach((element) => { element.open = true })`);
    const statements = await page.locator('.statement').count();
    expect(statements).toBeGreaterThan(8);
    for (let at = 0; at < 12; at += 1) {
      await page.evaluate(
        `(${SELECT.replace('document.querySelector(selector)', 'document.querySelectorAll(".statement")[selector]')})(${at})`,
      );
      await page.keyboard.press('Control+c');
    }
    const html = String(
      await page.evaluate(
        `navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())`,
      ),
    );
    expect(html).not.toMatch(/<(?:script|img)\b/i);
    expect(incidents).toEqual([]);
    await page.context().close();
  });
});
