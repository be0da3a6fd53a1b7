/** What a static site carries for its search: its titles, its places, and which pairs of them have a page. */

/** The pages of a site, and how their titles and places may be spelt. */
export interface StaticPages {
  /** One per report page; paths without slashes at their ends, `us-tx/data-scientist`. */
  readonly pages: readonly {
    readonly title: string;
    readonly place: { readonly id: string; readonly name: string; readonly kind: string };
    readonly path: string;
  }[];
  readonly spellingsOfTitle?: (title: string) => readonly string[];
  readonly spellingsOfPlace?: (placeId: string) => readonly string[];
}

/** A name with the part of an address that stands for it, and its further spellings. */
export type StaticName = readonly [name: string, part: string, spellings?: readonly string[]];

/** The data of the index; compact, because every visitor who searches loads it. */
export interface StaticIndex {
  readonly schema: 'goingrate.search/1';
  readonly titles: readonly StaticName[];
  /** Name, part of the address, spellings, id, kind. */
  readonly places: readonly (readonly [string, string, readonly string[], string, string])[];
  /** For each place the titles with a page, four to a hexadecimal digit, the first title in the highest bit. */
  readonly pages: readonly string[];
}

/** The global that the script of the index sets. */
export const STATIC_INDEX_GLOBAL = 'goingrateSearch';

/** The index as the text of a classic script. It may stand in any document: no `<` and no line separators in it. */
export function staticSearchIndex(site: StaticPages): string {
  const json = JSON.stringify(staticIndex(site))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `globalThis.${STATIC_INDEX_GLOBAL}=${json};\n`;
}

export function staticIndex({ pages, spellingsOfTitle = none, spellingsOfPlace = none }: StaticPages): StaticIndex {
  const titles = new Map<string, { name: string; part: string; at: number }>();
  const places = new Map<string, { name: string; id: string; kind: string; part: string; held: Set<number> }>();
  for (const { title, place, path } of pages) {
    const [placePart = '', titlePart = ''] = path.split('/');
    const known = titles.get(titlePart) ?? { name: title, part: titlePart, at: titles.size };
    titles.set(titlePart, known);
    const around = places.get(placePart) ?? { ...place, part: placePart, held: new Set<number>() };
    places.set(placePart, around);
    around.held.add(known.at);
  }
  return {
    schema: 'goingrate.search/1',
    titles: [...titles.values()].map(({ name, part }) => {
      const spellings = spellingsOfTitle(name);
      return spellings.length === 0 ? [name, part] : [name, part, spellings];
    }),
    places: [...places.values()].map(({ name, part, id, kind }) => [name, part, spellingsOfPlace(id), id, kind]),
    pages: [...places.values()].map(({ held }) => bits(held, titles.size)),
  };
}

/** Whether the index has a page for a title in a place, both by their position. */
export function hasPage({ pages }: StaticIndex, place: number, title: number): boolean {
  const digit = Number.parseInt(pages[place]?.[title >> 2] ?? '0', 16);
  return ((digit >> (3 - (title & 3))) & 1) === 1;
}

function bits(held: ReadonlySet<number>, size: number): string {
  let text = '';
  for (let at = 0; at < size; at += 4) {
    const digit = [0, 1, 2, 3].reduce((sum, bit) => sum * 2 + (held.has(at + bit) ? 1 : 0), 0);
    text += digit.toString(16);
  }
  return text;
}

function none(): readonly string[] {
  return [];
}
