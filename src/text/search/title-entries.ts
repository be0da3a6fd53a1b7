/** The titles a market can answer for, as a search knows them. */
import type { SearchEntry } from './search-entry.js';
import { shownTitle, singleTitle } from './shown-title.js';

export interface TitleSources {
  /** Titles shown first, such as the examples of the front page. */
  readonly examples: readonly string[];
  /** Phrases of the role catalogue: `exact` and `contains` ones name the role. */
  readonly phrases: readonly {
    readonly role: string;
    readonly name: string;
    readonly match: string;
    readonly phrase: string;
  }[];
  /** Official occupations; jobs in the country where they are published. */
  readonly occupations: readonly { readonly soc: string; readonly title: string; readonly jobs: number | null }[];
  /** Titles listed by publishers, as keys. */
  readonly listed: readonly { readonly taxonomy: string; readonly title: string; readonly language: string }[];
}

/** What an occupation of so many jobs weighs: nothing up to a thousand, 1 for each power of ten above. */
function weightOf(jobs: number | null): number {
  return jobs === null ? 0 : Math.max(0, Math.log10(jobs) - 3);
}

/** Every title once, the most telling source first: roles, aliases of roles, official titles, listed titles. */
export function titleEntries(sources: TitleSources): SearchEntry[] {
  const entries: SearchEntry[] = [];
  const known = new Set<string>();
  const add = (entry: SearchEntry): void => {
    const key = entry.name.toLowerCase();
    if (known.has(key)) return;
    known.add(key);
    entries.push(entry);
  };
  const examples = new Set(sources.examples);
  for (const [role, name] of new Map(sources.phrases.map((row) => [row.role, row.name]))) {
    add({ kind: 'title', name, rank: 0, weight: examples.has(name) ? 2 : 1, group: role });
  }
  for (const { soc, title, jobs } of sources.occupations) {
    const name = singleTitle(title);
    if (!examples.has(name)) continue;
    add({ kind: 'title', name, spellings: [title, soc], rank: 0, weight: weightOf(jobs) });
  }
  for (const name of examples) add({ kind: 'title', name, rank: 0 });
  for (const { role, name, match, phrase } of sources.phrases) {
    if (match === 'except' || phrase === '') continue;
    add({ kind: 'title', name: shownTitle(phrase), rank: 1, note: name, group: role });
  }
  for (const { soc, title, jobs } of sources.occupations) {
    add({ kind: 'title', name: singleTitle(title), spellings: [title, soc], rank: 2, weight: weightOf(jobs) });
  }
  for (const { taxonomy, title, language } of sources.listed) {
    if (title === '') continue;
    const english = language === 'en';
    add({ kind: 'title', name: shownTitle(title), rank: english ? 3 : 4, note: `listed in ${taxonomy}` });
  }
  return entries;
}
