/** The search file of a static site: the names of its pages with the spellings that the market knows for them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SharedFile } from '../render/html/frame.js';
import { type SearchEntry, type StaticPages, staticSearchIndex } from '../text/search/index.js';
import type { Market } from './market.js';
import { SEARCH_SCRIPT } from './paths.js';
import { searchEntries } from './search.js';

/** Further spellings of one name that are kept. */
const MOST_SPELLINGS = 12;

/** Makes the search file of the pages given; each visitor who searches loads it once. */
export type SearchFileMaker = (pages: StaticPages['pages']) => SharedFile;

/** Reads the names of the market once. The file holds the search itself and the index it reads; its name tells its content. */
export async function openSearchFile(market: Market): Promise<SearchFileMaker> {
  const [entries, engine] = await Promise.all([searchEntries(market), readFile(SEARCH_SCRIPT, 'utf8')]);
  const places = new Map<string | undefined, SearchEntry>();
  const titles = new Map<string, SearchEntry>();
  const aliases = new Map<string, string[]>();
  for (const entry of entries) {
    const { kind, id, name, note, rank } = entry;
    if (kind === 'place') places.set(id, entry);
    else titles.set(name.toLowerCase(), entry);
    if (rank === 1 && note !== undefined) aliases.set(note, [...(aliases.get(note) ?? []), name.toLowerCase()]);
  }
  const spellings: Required<Omit<StaticPages, 'pages'>> = {
    spellingsOfTitle: (title) =>
      [...(titles.get(title.toLowerCase())?.spellings ?? []), ...(aliases.get(title) ?? [])].slice(0, MOST_SPELLINGS),
    spellingsOfPlace: (id) => {
      const { spellings: own = [], inside = [] } = places.get(id) ?? {};
      return [...own.filter((spelling) => spelling !== id), ...inside].slice(0, MOST_SPELLINGS);
    },
  };
  return (pages) => {
    const content = Buffer.from(`${engine}\n${staticSearchIndex({ pages, ...spellings })}`);
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
    return { path: `assets/search-${digest}.js`, type: 'text/javascript; charset=utf-8', content };
  };
}
