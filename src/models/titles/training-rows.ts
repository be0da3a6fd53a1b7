/** What the title model is trained on, and how rows become examples. */

/** One employer's filings of one title under one occupation. */
export interface FiledTitle {
  /** Key of the employer. */
  readonly employer: string;
  /** Key of the title, `normaliseTitle`; not empty. */
  readonly key: string;
  /** Published occupation code. */
  readonly soc: string;
  /** Certified filings, a count >= 1. */
  readonly filings: number;
}

/** A title that a published list gives for an occupation. */
export interface ListedTitle {
  readonly key: string;
  readonly soc: string;
}

export interface Occupation {
  readonly soc: string;
  readonly title: string;
  /** Codes of its groups as the classification has them: `15-1200`, `15-1250`. */
  readonly minor: string;
  readonly broad: string;
}

/** One employer x title pair: the unit of training and of every score. */
export interface TitlePair {
  readonly employer: string;
  readonly key: string;
  /** Position of the occupation in the list of occupations. */
  readonly occupation: number;
}

export interface TrainingRows {
  /** In order of their codes. */
  readonly occupations: readonly Occupation[];
  readonly filed: readonly FiledTitle[];
  readonly listed: readonly ListedTitle[];
}

/**
 * Each employer x title pair once, with the occupation of its most filings; of several with as many, the one of the
 * lowest code.
 *
 * @returns in order of employer and key
 */
export function titlePairs(rows: Pick<TrainingRows, 'occupations' | 'filed'>): TitlePair[] {
  const position = new Map(rows.occupations.map(({ soc }, at) => [soc, at]));
  const counts = new Map<string, Map<string, Map<number, number>>>();
  for (const { employer, key, soc, filings } of rows.filed) {
    const occupation = position.get(soc)!;
    const titles = entry(counts, employer, () => new Map<string, Map<number, number>>());
    const found = entry(titles, key, () => new Map<number, number>());
    found.set(occupation, (found.get(occupation) ?? 0) + filings);
  }
  const pairs = [...counts].flatMap(([employer, titles]) =>
    [...titles].map(([key, found]) => ({ employer, key, occupation: mostFiled(found) })),
  );
  return pairs.sort((a, b) => order(a.employer, b.employer) || order(a.key, b.key));
}

function mostFiled(counts: ReadonlyMap<number, number>): number {
  let best = -1;
  let most = 0;
  for (const [occupation, count] of counts) {
    if (count > most || (count === most && occupation < best)) [best, most] = [occupation, count];
  }
  return best;
}

/** The value of a key, made where there is none yet. */
export function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Order of UTF-16 units, the same on every machine. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
