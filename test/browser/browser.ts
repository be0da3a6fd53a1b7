/** One browser for the tests of pages, cut off from the network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FileFrame } from '../../src/render/html/frame.js';
import { SITE_STYLE_FILES, STYLE_FILES } from '../../src/render/html/style-files.js';
import { chromiumArguments, chromiumPath } from '../capabilities.js';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const styles = [...STYLE_FILES, ...SITE_STYLE_FILES]
  .map((file) => readFileSync(join(import.meta.dirname, '..', '..', 'web', file), 'utf8'))
  .join('\n');

/** Pages as single files, with the style of the site. */
export const frame: FileFrame = { kind: 'file', styles, script: '' };

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath as string, args: [...chromiumArguments, ...QUIET] });
}

export interface OpenedPage {
  readonly page: Page;
  /** Everything the page asked for besides itself, wrote to the console, or opened as a dialogue. */
  readonly incidents: string[];
}

export interface PageView {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly javaScript?: boolean;
}

const ADDRESS = 'https://page.test/us/role/';

/** Opens a page as a visitor would; every other request is noted and refused. */
export async function openPage(browser: Browser, html: string, view: PageView): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: 800 },
    colorScheme: view.scheme,
    javaScriptEnabled: view.javaScript ?? true,
  });
  const page = await context.newPage();
  const incidents: string[] = [];
  page.on('console', (message) => incidents.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    incidents.push(`request: ${url}`);
    return route.abort();
  });
  await page.goto(ADDRESS);
  return { page, incidents };
}
