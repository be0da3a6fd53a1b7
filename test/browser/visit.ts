/** A visit to a site: everything that should not happen on the way is noted. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** Whether the fonts of the site may be loaded; they may when left out. */
  readonly fonts?: boolean;
}

export const PHONE_LIGHT: View = { width: 390, scheme: 'light' };
export const PHONE_DARK: View = { width: 390, scheme: 'dark' };
export const DESKTOP_LIGHT: View = { width: 1280, scheme: 'light' };
export const DESKTOP_DARK: View = { width: 1280, scheme: 'dark' };

export interface Visit {
  readonly page: Page;
  /** Console messages, errors, dialogues and requests to anywhere but the site. */
  readonly incidents: string[];
  /** Addresses asked for, in order. */
  readonly requests: string[];
  end(): Promise<void>;
}

/** @param site address under which everything must lie: `http://127.0.0.1:1234/` or `file:///tmp/site/` */
export async function visit(browser: Browser, site: string, { width, scheme, fonts = true }: View): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    colorScheme: scheme,
    reducedMotion: width < 1000 ? 'reduce' : 'no-preference',
  });
  if (!fonts) await context.route('**/*.woff2', (route) => route.abort());
  const page = await context.newPage();
  const incidents: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => incidents.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const address = request.url();
    requests.push(address);
    if (!address.startsWith(site) && !/^(?:data|blob):/.test(address)) incidents.push(`request: ${address}`);
  });
  return { page, incidents, requests, end: () => context.close() };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FAULTS = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`;

/** Serious and critical faults of accessibility, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Through the debugger: the page's own policy allows no other script.
  await page.evaluate(axe);
  return (await page.evaluate(FAULTS)) as string[];
}

/** Pixels by which the page is wider than its window. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}

/** How much the page moved by itself since it was opened: layout shift as browsers measure it. */
export async function layoutShift(page: Page): Promise<number> {
  return Number(
    await page.evaluate(`new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 100);
    })`),
  );
}
