/** Occupation codes of filings, which mix three editions of the classification, to published codes. */
import type { DraftRow } from '../../connector.js';
import type { PublishedOccupations } from '../../published-occupations.js';

export interface Classification {
  readonly published: PublishedOccupations;
  readonly occupations: readonly Pick<DraftRow<'occupations'>, 'soc' | 'title'>[];
  readonly crosswalk: readonly DraftRow<'crosswalk'>[];
}

/** The labour department's own split of some codes by kind of employer. */
const RESEARCH_SPLIT = /, (?:non\s?)?r&d$/i;

export class OccupationCodes {
  readonly #published: PublishedOccupations;
  readonly #current: ReadonlyMap<string, string>;
  readonly #byTitle: ReadonlyMap<string, string>;
  readonly #successors: ReadonlyMap<string, readonly string[]>;

  constructor({ published, occupations, crosswalk }: Classification) {
    this.#published = published;
    this.#current = new Map(occupations.map(({ soc, title }) => [soc, title]));
    this.#byTitle = new Map(occupations.map(({ soc, title }) => [title.toLowerCase(), soc]));
    this.#successors = successorsOf(crosswalk);
  }

  /**
   * Published code of a filing's occupation.
   *
   * In this order: a code of SOC 2018; a speciality of O*NET-SOC 2010; a code of SOC 2010, whose successor of
   * the same title, else of the greatest weight, is taken; the occupation's title without the note on research
   * employers. Null when all fail.
   *
   * @param code `15-1252`, `15-1299.08` or an older code
   * @param title the occupation's title beside it
   */
  read(code: string, title: string): string | null {
    const published = this.#published.codeOf(code);
    if (this.#current.has(published)) return published;
    const sameTitle = this.#byTitle.get(title.replace(RESEARCH_SPLIT, '').toLowerCase());
    const successors = this.#successors.get(code) ?? this.#successors.get(code.slice(0, 7)) ?? [];
    return successors.find((successor) => successor === sameTitle) ?? successors[0] ?? sameTitle ?? null;
  }
}

/** Successors of each old code, the one of the greatest weight first. */
function successorsOf(crosswalk: Classification['crosswalk']): Map<string, string[]> {
  const ordered = [...crosswalk].sort((a, b) => b.weight - a.weight || (a.toCode < b.toCode ? -1 : 1));
  const successors = new Map<string, string[]>();
  for (const { fromCode, toCode } of ordered) successors.set(fromCode, [...(successors.get(fromCode) ?? []), toCode]);
  return successors;
}
