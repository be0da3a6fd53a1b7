/** Reports put aside for a comparison: the places of their pages on this site, kept for this visit and nothing else. */

const KEY = 'goingrate.compare';
const PAGE = /^[a-z]{2}(?:-[a-z0-9]+)?\/[\p{L}\p{N}-]{1,100}$/u;

/** A comparison holds at most four. */
export const MOST_PAGES = 4;

/** Pages as `us-ca/data-engineer`, in the order in which they were put aside. */
export function chosenPages(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    const pages = Array.isArray(kept) ? kept.filter((page) => typeof page === 'string' && PAGE.test(page)) : [];
    return [...new Set<string>(pages)].slice(0, MOST_PAGES);
  } catch {
    // Storage that is switched off, or another's text under our name.
    return [];
  }
}

/** Keeps the pages; false where the browser does not let a page remember anything. */
export function keepPages(pages: readonly string[]): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(pages.slice(0, MOST_PAGES)));
    return true;
  } catch {
    return false;
  }
}

/** The question behind a page, as the address of a comparison names it. */
export function comparedQuestion(page: string): { readonly title: string; readonly place: string } {
  const [place = '', role = ''] = page.split('/');
  return { title: role.replaceAll('-', ' '), place: place.toUpperCase() };
}

/** The address of a comparison names its questions: `title1=data+engineer&in1=US-CA&title2=...`. */
export function comparisonQuery(pages: readonly string[]): string {
  const query = new URLSearchParams();
  pages.forEach((page, index) => {
    const { title, place } = comparedQuestion(page);
    query.set(`title${index + 1}`, title);
    query.set(`in${index + 1}`, place);
  });
  return query.toString();
}
