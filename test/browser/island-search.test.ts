import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchHit } from '../../src/core/search.js';
import type { SiteFrames } from '../../src/render/html/frame.js';
import { homePage } from '../../src/render/html/home.js';
import { staticSearchIndex } from '../../src/text/search/index.js';
import { describeNeeding } from '../capabilities.js';
import { HOSTILE_TEXTS } from '../golden/sample-report.js';
import { frame, launchBrowser } from './browser.js';
import { bundledScripts, type PageScripts } from './page-scripts.js';

const SITE = 'https://site.test/base/';
const LIVE: SiteFrames = {
  shared: { styles: 'assets/site.css', script: 'assets/site.js' },
  address: null,
  live: true,
};
const STATIC: SiteFrames = { ...LIVE, shared: { ...LIVE.shared, search: 'assets/search.js' }, live: false };

const PAGES = [
  { title: 'Data Scientist', place: { id: 'US', name: 'United States', kind: 'country' }, path: 'us/data-scientist' },
  { title: 'Data Scientist', place: { id: 'US-TX', name: 'Texas', kind: 'state' }, path: 'us-tx/data-scientist' },
  {
    title: 'Registered Nurse',
    place: { id: 'US', name: 'United States', kind: 'country' },
    path: 'us/registered-nurse',
  },
  ...HOSTILE_TEXTS.map((text, index) => ({
    title: `Mason ${text}`,
    place: { id: 'US', name: 'United States', kind: 'country' },
    path: `us/mason-${index}`,
  })),
];

/** What the server answers, by query. */
type Answers = (query: string) => Promise<readonly SearchHit[]>;

interface OpenedSite {
  readonly page: Page;
  readonly incidents: string[];
  /** Queries that reached the server. */
  readonly asked: string[];
}

describeNeeding(['chromium'], 'search as you type', () => {
  let browser: Browser;
  let scripts: PageScripts;
  beforeAll(async () => {
    [browser, scripts] = await Promise.all([launchBrowser(), bundledScripts()]);
  }, 60_000);
  afterAll(async () => browser?.close());

  const open = async (frames: SiteFrames, answers: Answers = async () => []): Promise<OpenedSite> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    const incidents: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => incidents.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      incidents.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const script = 'text/javascript; charset=utf-8';
    const html = 'text/html; charset=utf-8';
    const home = homePage({ frames, examples: [], titles: ['Data Scientist'], places: [{ id: 'US', name: 'US' }] });
    const files: Record<string, { readonly body: string; readonly contentType: string }> = {
      'index.html': { body: home.html, contentType: html },
      'assets/site.css': { body: frame.styles, contentType: 'text/css' },
      'assets/site.js': { body: scripts['site.ts'], contentType: script },
      'assets/search.js': {
        body: `${scripts['search-engine.ts']}\n${staticSearchIndex({ pages: PAGES })}`,
        contentType: script,
      },
    };
    for (const { path } of PAGES) files[`${path}/index.html`] = { body: `<title>${path}</title>`, contentType: html };
    await page.route('**/*', async (route) => {
      const address = new URL(route.request().url());
      const path = address.href.startsWith(SITE) ? address.pathname.slice(new URL(SITE).pathname.length) : '';
      if (path === 'api/v1/search') {
        const query = address.searchParams.get('q') ?? '';
        asked.push(query);
        try {
          const results = await answers(query);
          await route.fulfill({ json: { results } });
        } catch {
          await route.fulfill({ status: 500, body: 'no' });
        }
        return;
      }
      const file = files[path];
      if (file !== undefined) return route.fulfill(file);
      if (path === 'report') return route.fulfill({ body: '<title>report</title>', contentType: html });
      incidents.push(`request: ${address.href}`);
      return route.abort();
    });
    await page.goto(`${SITE}index.html`);
    return { page, incidents, asked };
  };

  const options = (page: Page) => page.locator('#ask-title-list .ask-option');
  const names = (page: Page) => page.locator('#ask-title-list .ask-name').allTextContents();

  it('asks the server once the reader pauses, and shows what it answers', async () => {
    const { page, incidents, asked } = await open(LIVE, async (query) => [
      { kind: 'title', name: `${query} one` },
      { kind: 'title', name: `${query} two`, note: 'also: two' },
    ]);
    // Typed within one turn of the page, so that a busy machine makes no pause.
    await page.locator('#ask-title').evaluate((field: HTMLInputElement) => {
      field.focus();
      for (const letter of 'data sci') {
        field.value += letter;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await options(page).first().waitFor();
    expect(asked).toEqual(['data sci']);
    expect(await names(page)).toEqual(['data sci one', 'data sci two']);
    expect(await page.locator('.ask-note').textContent()).toBe('also: two');
    expect(await page.locator('#ask-title ~ [role="status"]').textContent()).toBe('2 suggestions');
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('is worked by keyboard: arrows around the list, Enter takes, Escape closes', async () => {
    const { page } = await open(LIVE, async () => ['A', 'B', 'C'].map((name) => ({ kind: 'title' as const, name })));
    const field = page.locator('#ask-title');
    const active = async () => {
      const id = await field.getAttribute('aria-activedescendant');
      return id === null ? null : page.locator(`#${id} .ask-name`).textContent();
    };
    expect(await field.getAttribute('role')).toBe('combobox');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await field.pressSequentially('xy');
    await options(page).first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await field.getAttribute('aria-controls')).toBe('ask-title-list');
    expect(await active()).toBeNull();
    const seen: (string | null)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await field.press(key);
      seen.push(await active());
    }
    expect(seen).toEqual(['A', 'B', 'C', null, 'C', 'B']);
    expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
    await field.press('Enter');
    expect(await field.inputValue()).toBe('B');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    expect(page.url()).toBe(`${SITE}index.html`);
    await field.fill('zz');
    await options(page).first().waitFor();
    await field.press('Escape');
    expect(await options(page).first().isVisible()).toBe(false);
    expect(await field.inputValue()).toBe('zz');
    // Without a chosen suggestion Enter is the form's own.
    await field.press('Enter');
    await page.waitForURL(/report\?/);
    expect(new URL(page.url()).searchParams.get('title')).toBe('zz');
    await page.context().close();
  });

  it('leaves the list alone once the reader moves in it', async () => {
    let release = () => {};
    const slow = new Promise<void>((done) => {
      release = done;
    });
    const { page, incidents, asked } = await open(LIVE, async (query) => {
      if (query === 'data sci') await slow;
      return [{ kind: 'title', name: `of ${query}` }];
    });
    const field = page.locator('#ask-title');
    await field.fill('data');
    await options(page).first().waitFor();
    await field.fill('data sci');
    await expect.poll(() => asked).toEqual(['data', 'data sci']);
    await field.press('ArrowDown');
    release();
    await page.waitForTimeout(200);
    expect(await names(page)).toEqual(['of data']);
    await field.press('Enter');
    expect(await field.inputValue()).toBe('of data');
    expect(page.url()).toBe(`${SITE}index.html`);
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('ignores answers that come late or not at all', async () => {
    let release = () => {};
    const slow = new Promise<void>((done) => {
      release = done;
    });
    const { page, incidents } = await open(LIVE, async (query) => {
      if (query === 'slow') await slow;
      if (query === 'broken') throw new Error('down');
      return [{ kind: 'title', name: `of ${query}` }];
    });
    const field = page.locator('#ask-title');
    await field.fill('slow');
    await page.waitForTimeout(200);
    await field.fill('quick');
    await options(page).first().waitFor();
    release();
    await page.waitForTimeout(200);
    expect(await names(page)).toEqual(['of quick']);
    await field.fill('broken');
    await page.waitForTimeout(300);
    expect(await options(page).first().isVisible()).toBe(false);
    expect(incidents.filter((incident) => !incident.includes('500'))).toEqual([]);
    await page.context().close();
  });

  it('shows a place by its name and asks for it by its id', async () => {
    const { page } = await open(LIVE, async () => [{ kind: 'place', name: 'Portland, OR', id: 'US-38900' }]);
    await page.fill('#ask-title', 'Nurse');
    await page.locator('#ask-in').pressSequentially('portl');
    await page.locator('#ask-in-list .ask-option').first().click();
    expect(await page.inputValue('#ask-in')).toBe('Portland, OR');
    await page.click('form.ask button');
    await page.waitForURL(/report\?/);
    expect(new URL(page.url()).searchParams.get('in')).toBe('US-38900');
    await page.context().close();
  });

  it('goes to a report that is named whole, and nowhere else', async () => {
    const hits: SearchHit[] = [
      { kind: 'report', name: 'here', title: 'T', id: 'US', href: 'us/data-scientist/index.html' },
      { kind: 'report', name: 'script', title: 'T', id: 'US', href: 'javascript:alert(1)' },
      { kind: 'report', name: 'elsewhere', title: 'T', id: 'US', href: '//example.org/' },
      { kind: 'report', name: 'above', title: 'T', id: 'US', href: '../../x/' },
    ];
    const { page, incidents } = await open(LIVE, async () => hits);
    for (const at of [1, 2, 3]) {
      await page.fill('#ask-title', 'some');
      await options(page).nth(at).click();
      await page.waitForTimeout(50);
      expect(page.url()).toBe(`${SITE}index.html`);
    }
    await page.fill('#ask-title', 'some');
    await options(page).first().click();
    await page.waitForURL(`${SITE}us/data-scientist/index.html`);
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('writes hostile names as text', async () => {
    const { page, incidents } = await open(LIVE, async () =>
      HOSTILE_TEXTS.map((text) => ({ kind: 'title' as const, name: text, note: text })),
    );
    await page.fill('#ask-title', 'any');
    await options(page).first().waitFor();
    expect(await options(page).count()).toBe(HOSTILE_TEXTS.length);
    expect(await page.locator('#ask-title-list :is(script, img, style, a)').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    for (let at = 0; at < HOSTILE_TEXTS.length; at += 1) await page.press('#ask-title', 'ArrowDown');
    await page.press('#ask-title', 'Enter');
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('on a site without a server loads the index at the first focus, and forgives mistakes', async () => {
    const { page, incidents } = await open(STATIC);
    expect(await page.locator('script[src*="search"]').count()).toBe(0);
    await page.focus('#ask-title');
    await page.fill('#ask-title', 'data sientst');
    await options(page).first().waitFor();
    expect(await page.locator('script[src*="search"]').count()).toBe(1);
    expect((await names(page))[0]).toBe('Data Scientist');
    await page.press('#ask-title', 'ArrowDown');
    await page.press('#ask-title', 'Enter');
    await page.fill('#ask-in', 'texs');
    await page.press('#ask-in', 'Enter');
    await page.waitForURL(`${SITE}us-tx/data-scientist/index.html`);
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('on a site without a server says when there is no such page', async () => {
    const { page, incidents } = await open(STATIC);
    await page.fill('#ask-title', 'Zzyzx qwrty');
    await page.fill('#ask-in', 'Qqqqqq');
    await page.click('form.ask button');
    await page.locator('.ask-message').waitFor();
    expect(await page.textContent('.ask-message')).toMatch(/no page/);
    expect(page.url()).toBe(`${SITE}index.html`);
    await page.fill('#ask-title', 'mason');
    await options(page).first().waitFor();
    expect(incidents).toEqual([]);
    await page.context().close();
  });
});
