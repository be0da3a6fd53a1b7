/** Links of a site that lead nowhere. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { siteFilesIn } from './site-case.js';

export interface LinkReport {
  /** Page and link. */
  readonly broken: readonly string[];
  readonly checked: number;
}

/**
 * Follows every link of every page below a folder to its file, and to the element that its anchor names.
 *
 * @param base path of the site's address, `/pay/`: links that begin with it start at the root
 */
export function brokenLinks(root: string, base = '/'): LinkReport {
  const broken: string[] = [];
  const ids = new Map<string, ReadonlySet<string> | null>();
  let checked = 0;
  for (const page of siteFilesIn(root).filter((file) => file.endsWith('.html'))) {
    const text = readFileSync(join(root, page), 'utf8');
    const up = '../'.repeat(page.split('/').length - 1);
    for (const [, href = ''] of text.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
      if (/^(?:https?:|data:)/.test(href)) continue;
      checked += 1;
      const [address = '', anchor] = href.replaceAll('&amp;', '&').split('#');
      const path = decodeURIComponent(address.replace(/\?.*$/, ''));
      const inside = path.startsWith(base) ? up + path.slice(base.length) : path;
      const target = path === '' ? join(root, page) : resolve(root, dirname(page), inside);
      if (!ids.has(target)) ids.set(target, idsOf(root, target));
      const known = ids.get(target);
      if (!known || (anchor !== undefined && !known.has(decodeURIComponent(anchor)))) broken.push(`${page}: ${href}`);
    }
  }
  return { broken, checked };
}

/** Ids of the elements of a file; null where there is no such file in the site. */
function idsOf(root: string, target: string): ReadonlySet<string> | null {
  if (relative(root, target).startsWith('..') || statSync(target, { throwIfNoEntry: false })?.isFile() !== true) {
    return null;
  }
  return new Set([...readFileSync(target, 'latin1').matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string));
}
