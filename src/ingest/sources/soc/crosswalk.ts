/** Older codes to the codes in which OEWS is published today. */
import type { DraftRow } from '../../connector.js';
import { requiredText, rounded } from '../../fields.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { SocRecords } from './parse.js';

type Links = ReadonlyMap<string, ReadonlySet<string>>;

/** Jobs by code, before and after the change of classification. */
export interface JobsByCode {
  /** May 2018, SOC 2010. */
  readonly before: ReadonlyMap<string, number>;
  /** May 2021, SOC 2018 as published. */
  readonly after: ReadonlyMap<string, number>;
}

export function jobsByCode(official: readonly DraftRow<'official'>[]): JobsByCode {
  const of = (year: number) => {
    const rows = official.filter((row) => row.place === 'US' && row.year === year && row.jobs !== null);
    return new Map(rows.map((row) => [row.soc, row.jobs!]));
  };
  return { before: of(2018), after: of(2021) };
}

/**
 * SOC 2010 to published codes. Where an old code splits, a successor weighs as many jobs as it has in May 2021
 * for each job its old codes had in May 2018, scaled to sum to 1: a successor that draws on several old codes is
 * shared among them by their size. Equal weights where a figure is missing.
 */
export function socCrosswalk(
  records: SocRecords['socCrosswalk'],
  published: PublishedOccupations,
  jobs: JobsByCode,
): DraftRow<'crosswalk'>[] {
  const links = linksOf(
    records.map((record) => [record.soc10, record.soc18] as const),
    published,
  );
  const originJobs = new Map<string, number>();
  for (const [fromCode, successors] of links) {
    const size = jobs.before.get(fromCode) ?? Number.NaN;
    for (const successor of successors) originJobs.set(successor, (originJobs.get(successor) ?? 0) + size);
  }
  return [...links].flatMap(([fromCode, successors]) => {
    const sized = [...successors].map((toCode) => ({
      toCode,
      weight: (jobs.after.get(toCode) ?? Number.NaN) / originJobs.get(toCode)!,
    }));
    const known = sized.every(({ weight }) => weight > 0 && Number.isFinite(weight));
    return scaled('SOC 2010', fromCode, known ? sized : sized.map(({ toCode }) => ({ toCode, weight: 1 })));
  });
}

/** Specialities of O*NET-SOC 2010 to published codes, with equal weights where one splits. */
export function specialityCrosswalk(
  records: SocRecords['onetCrosswalk'],
  published: PublishedOccupations,
): DraftRow<'crosswalk'>[] {
  const specialities = records
    .map((record) => [record['O*NET-SOC 2010 Code'], record['O*NET-SOC 2019 Code']] as const)
    .filter(([from]) => !from?.endsWith('.00'));
  return [...linksOf(specialities, published)].flatMap(([fromCode, successors]) =>
    scaled(
      'O*NET-SOC 2010',
      fromCode,
      [...successors].map((toCode) => ({ toCode, weight: 1 })),
    ),
  );
}

/** SOC 2018 codes that are published only together, to the code they are published under. */
export function publicationCrosswalk(published: PublishedOccupations): DraftRow<'crosswalk'>[] {
  return published.merged.flatMap(({ code, members }) =>
    members.map((fromCode) => ({ fromTaxonomy: 'SOC 2018', fromCode, toCode: code, weight: 1 })),
  );
}

function linksOf(pairs: readonly (readonly [string | null, string | null])[], published: PublishedOccupations): Links {
  const links = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    const fromCode = requiredText(from, 'old code');
    const toCode = published.codeOf(requiredText(to, 'new code'));
    links.set(fromCode, (links.get(fromCode) ?? new Set<string>()).add(toCode));
  }
  return links;
}

function scaled(
  fromTaxonomy: string,
  fromCode: string,
  successors: readonly { readonly toCode: string; readonly weight: number }[],
): DraftRow<'crosswalk'>[] {
  const total = successors.reduce((sum, { weight }) => sum + weight, 0);
  return successors.map(({ toCode, weight }) => ({
    fromTaxonomy,
    fromCode,
    toCode,
    weight: rounded(weight / total, 6),
  }));
}
