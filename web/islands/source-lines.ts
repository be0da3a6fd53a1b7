/** Where a figure on the page comes from, in lines that can stand below it anywhere else. */
import { formatDate } from '../../src/core/format.js';
import { within } from './element.js';
import { readPageData } from './page-data.js';

/** Parts of a report whose text is a figure or speaks of one. */
export const SOURCED = '.finding, .answer, .figure';

/** The statement of a part; empty where it has none. */
export function statementOf(part: Element): string {
  return plain(part.querySelector('.statement, .lead, .figure-title'));
}

/** n, sources, as-of date and address: what has to travel with a figure. */
export function sourceLines(part: Element): string {
  const figure = part.matches('.figure');
  const evidence = figure ? plain(part.querySelector('.figure-source')) : evidenceLine(part);
  return [evidence, pageLine(part)].filter((line) => line !== '').join('\n');
}

function evidenceLine(part: Element): string {
  const rows = new Map<string, string>();
  for (const term of part.querySelectorAll('details.evidence dt')) {
    rows.set(plain(term), plain(term.nextElementSibling));
  }
  const sources = rows.get('Sources');
  const counted = plain(part.querySelector('details.evidence .count'));
  return [counted, sources && `Sources: ${sources}`, rows.get('Period')].filter(Boolean).join('. ');
}

function pageLine(part: Element): string {
  const data = readPageData();
  const asOf = data === null ? '' : `, as of ${formatDate(data.question.asOf)}`;
  const address = pageAddress();
  const anchor = part.id === '' ? '' : `#${part.id}`;
  const title = plain(document.querySelector('h1'));
  return `Going Rate: ${title}${asOf}${address === null ? '' : `, ${address}${anchor}`}`;
}

/** The address to quote; null for a page on the reader's own disk. An offer in it is nobody else's business. */
export function pageAddress(): string | null {
  const canonical = within(document, 'link[rel="canonical"]', HTMLLinkElement);
  const address = new URL(canonical?.href ?? location.href);
  if (!/^https?:$/.test(address.protocol)) return null;
  address.searchParams.delete('offer');
  address.hash = '';
  return address.href;
}

/** The text of an element on one line. */
export function plain(node: Element | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
