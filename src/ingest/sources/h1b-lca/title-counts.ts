/** What filings say about titles and roles: how many employers file them under which occupation. */
import type { DraftRow } from '../../connector.js';
import type { TitleFacts } from '../../readers.js';

export interface CodedFiling {
  /** Key of the employer; each employer counts once a title and occupation. */
  readonly employer: string;
  /** As filed. */
  readonly wording: string;
  readonly title: TitleFacts;
  readonly soc: string;
}

/** Fewest employers whose common wording may leave the filings. */
export const FEWEST_EMPLOYERS = 2;

/**
 * Titles as evidence for occupations, weighed by employers.
 *
 * A wording is kept when two employers file it or a published list of titles knows it, so that no firm's own
 * wording ships.
 *
 * @param listed title keys of the published lists
 */
export function filedTitles(filings: readonly CodedFiling[], listed: ReadonlySet<string>): DraftRow<'titles'>[] {
  const employersByKey = new Map<string, Set<string>>();
  const employersByPair = new Map<
    string,
    { readonly key: string; readonly soc: string; readonly employers: Set<string> }
  >();
  const wordings = new Map<string, Map<string, number>>();
  for (const { employer, title, soc, wording } of filings) {
    const { key } = title;
    if (key === '') continue;
    addTo(employersByKey, key, employer);
    const pair = `${key}\u001f${soc}`;
    const known = employersByPair.get(pair) ?? { key, soc, employers: new Set<string>() };
    known.employers.add(employer);
    employersByPair.set(pair, known);
    if (title.title === key) countWording(wordings, key, wording);
  }
  return [...employersByPair.values()]
    .filter(({ key }) => listed.has(key) || employersByKey.get(key)!.size >= FEWEST_EMPLOYERS)
    .map(({ key, soc, employers }) => ({
      key,
      title: shownTitle(key, wordings.get(key)),
      soc,
      weight: employers.size,
    }));
}

/** Occupations that filings of each catalogued role carry: each employer x title pair counts once. */
export function filedRoleOccupations(filings: readonly CodedFiling[]): DraftRow<'roleOccupations'>[] {
  const counts = new Map<string, { readonly role: string; readonly soc: string; readonly pairs: Set<string> }>();
  for (const { employer, title, soc } of filings) {
    if (title.role === null) continue;
    const id = `${title.role}\u001f${soc}`;
    const known = counts.get(id) ?? { role: title.role, soc, pairs: new Set<string>() };
    known.pairs.add(`${employer}\u001f${title.title}`);
    counts.set(id, known);
  }
  return [...counts.values()].map(({ role, soc, pairs }) => ({ role, soc, weight: pairs.size }));
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set<string>()).add(value));
}

function countWording(wordings: Map<string, Map<string, number>>, key: string, wording: string): void {
  const counts = wordings.get(key) ?? new Map<string, number>();
  const clean = wording.trim().replace(/\s+/g, ' ');
  counts.set(clean, (counts.get(clean) ?? 0) + 1);
  wordings.set(key, counts);
}

/** The commonest wording that is neither all capitals nor all small letters, else the key with capitals. */
function shownTitle(key: string, wordings: ReadonlyMap<string, number> | undefined): string {
  const [best] = [...(wordings ?? [])]
    .filter(([wording, count]) => count >= FEWEST_EMPLOYERS && /[a-z]/.test(wording) && /[A-Z]/.test(wording))
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return best?.[0] ?? capitalised(key);
}

function capitalised(key: string): string {
  return key.replace(/(^|\s)(\p{L})/gu, (_, space: string, letter: string) => space + letter.toUpperCase());
}
