import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { comparePage } from '../../src/render/html/comparison-page.js';
import { type SiteFrames, siteFrame } from '../../src/render/html/frame.js';
import { renderHtml } from '../../src/render/html/report.js';
import { describeNeeding } from '../capabilities.js';
import { sampleReport } from '../golden/sample-report.js';
import { frame, launchBrowser } from './browser.js';
import { bundledScripts } from './page-scripts.js';

const SITE = 'https://site.test/base/';
const REPORT = 'us/machine-learning-lead/';
const LIVE: SiteFrames = {
  shared: { styles: 'assets/site.css', script: 'assets/site.js' },
  address: null,
  live: true,
};
const report = { ...sampleReport, question: { ...sampleReport.question, offer: null } };

const OTHERS = ['us-ca/nurse', 'us-tx/data-engineer', 'gb/mason', 'us/welder'];
const TWO_CHOSEN = '../compare/index.html?title1=nurse&in1=US-CA&title2=data+engineer&in2=US-TX';

describeNeeding(['chromium'], 'choosing reports to compare', () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    const [launched, scripts] = await Promise.all([launchBrowser(), bundledScripts()]);
    browser = launched;
    script = scripts['site.ts'];
  }, 60_000);
  afterAll(async () => browser?.close());

  const open = async (path: string, chosen: readonly string[], frames = LIVE): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
    const files: Record<string, { readonly body: string; readonly contentType: string }> = {
      'compare/index.html': { body: comparePage(frames).html, contentType: 'text/html; charset=utf-8' },
      [`${REPORT}index.html`]: {
        body: renderHtml(report, { frame: siteFrame(frames, REPORT) }),
        contentType: 'text/html; charset=utf-8',
      },
      'assets/site.css': { body: frame.styles, contentType: 'text/css' },
      'assets/site.js': { body: script, contentType: 'text/javascript; charset=utf-8' },
    };
    await page.route('**/*', (route) => {
      const file = files[new URL(route.request().url()).pathname.replace('/base/', '')];
      return file === undefined ? route.abort() : route.fulfill(file);
    });
    await page.addInitScript({
      content: `sessionStorage.getItem('goingrate.compare') ?? sessionStorage.setItem('goingrate.compare', '${JSON.stringify(chosen)}')`,
    });
    await page.goto(SITE + path);
    return page;
  };

  it.each([
    ['live', LIVE],
    ['static', { ...LIVE, live: false }],
  ])('the page that compares leads to those of this visit, %s', async (_name, frames) => {
    const page = await open('compare/index.html', OTHERS.slice(0, 2), frames);
    const line = page.locator('[data-island="chosen"]');
    expect(await line.textContent()).toBe('2 reports chosen: compare them.');
    expect(await line.locator('a').getAttribute('href')).toBe(TWO_CHOSEN);
    const below = frames.live ? 'form' : '[data-island="compare"]';
    const isAbove = `document.querySelector('[data-island="chosen"]').getBoundingClientRect().bottom <= document.querySelector('main ${below}').getBoundingClientRect().top`;
    expect(await page.evaluate(isAbove)).toBe(true);
    await page.context().close();
  });

  it('the page that compares says nothing without a choice, or once it is asked', async () => {
    for (const [path, chosen] of [
      ['compare/index.html', []],
      [`compare/index.html${TWO_CHOSEN.slice(TWO_CHOSEN.indexOf('?'))}`, OTHERS],
    ] as const) {
      const page = await open(path, chosen);
      expect(await page.locator('[data-island="chosen"]').textContent()).toBe('');
      await page.context().close();
    }
  });

  it('a fifth report is refused with the reason', async () => {
    const page = await open(`${REPORT}index.html`, OTHERS);
    const add = page.getByRole('button', { name: 'Add to comparison' });
    expect(await add.isDisabled()).toBe(true);
    expect(await page.locator('.compare-status').textContent()).toBe(
      'Four at most: take one out on its page. 4 reports chosen. Compare them',
    );
    await page.context().close();
  });

  it('a fourth is taken without a word of it', async () => {
    const page = await open(`${REPORT}index.html`, OTHERS.slice(0, 3));
    await page.getByRole('button', { name: 'Add to comparison' }).click();
    expect(await page.locator('.compare-status').textContent()).toBe('4 reports chosen. Compare them');
    await page.context().close();
  });
});
