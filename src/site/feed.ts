/** The feed of a site (Atom): what its pages say now, and since when. */
import { escapeHtml } from '../render/html/markup.js';
import { encodePath } from '../render/html/page-path.js';
import { isThin, type PageEntry } from './page-entry.js';

export const FEED_FILE = 'feed.xml';

/** Readers of feeds want the news and not the site. */
const ENTRY_LIMIT = 200;

/**
 * The feed of the pages that say something, in the order given, newest data first.
 *
 * The date of an entry is the as-of date of its data, never the clock: the same data give the same feed.
 *
 * @param address of the site, ending in a slash; a page's address is its id
 */
export function atomFeed(address: string, entries: readonly PageEntry[]): string {
  const told = entries
    .filter((entry) => !isThin(entry))
    .sort((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1))
    .slice(0, ENTRY_LIMIT);
  const newest = told[0]?.asOf ?? entries[0]?.asOf ?? '1970-01-01';
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escapeHtml(address)}</id>
<title>Going Rate</title>
<subtitle>What jobs pay, and how sure we can be</subtitle>
<updated>${moment(newest)}</updated>
<author><name>Going Rate</name></author>
<link rel="self" type="application/atom+xml" href="${escapeHtml(address + FEED_FILE)}"/>
<link rel="alternate" type="text/html" href="${escapeHtml(address)}"/>
${told.map((entry) => entryElement(address, entry)).join('\n')}
</feed>
`;
}

function entryElement(address: string, { path, title, place, asOf, headline }: PageEntry): string {
  const page = escapeHtml(`${address}${encodePath(path)}/`);
  return `<entry><id>${page}</id><title>${escapeHtml(`${title}, ${place.name}`)}</title><updated>${moment(asOf)}</updated><link rel="alternate" type="text/html" href="${page}"/><summary>${escapeHtml(headline.statement)}</summary></entry>`;
}

function moment(date: string): string {
  return `${date}T00:00:00Z`;
}
