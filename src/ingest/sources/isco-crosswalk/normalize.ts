/** SOC 2018 to ISCO-08 through SOC 2010, and the reviewed matches, which come first. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredText, rounded } from '../../fields.js';
import type { PairRecord } from './parse.js';
import { type ReviewedMatch, reviewedRows } from './reviewed-matches.js';

export const ISCO_08 = 'ISCO-08';

export interface IscoContext {
  /** Old codes to the codes in which OEWS is published. */
  readonly crosswalk: readonly Pick<DraftRow<'crosswalk'>, 'fromTaxonomy' | 'fromCode' | 'toCode'>[];
  readonly reviewed: readonly ReviewedMatch[];
}

/** A group of what is left over: all codes of SOC that are named "all other" end in nine, and no others. */
const isResidual = (soc: string) => soc.endsWith('9');

export function normalizeMatches(
  pairs: readonly PairRecord[],
  { crosswalk, reviewed }: IscoContext,
): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const byHand = reviewedRows(reviewed);
  const settled = new Set(byHand.filter(({ taxonomy }) => taxonomy === ISCO_08).map(({ soc }) => soc));
  const successors = successorsOf(crosswalk);
  const classes = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const origin = requiredText(pair.soc10, 'soc10').replace(/^(\d{2})(\d{4})$/, '$1-$2');
    const reached = successors.get(origin) ?? [];
    const sound = reached.filter((soc) => !isResidual(origin) || isResidual(soc));
    const open = sound.filter((soc) => !settled.has(soc));
    if (reached.length === 0) excluded.add('old code without a successor');
    else if (sound.length === 0)
      excluded.add('group of what is left over, whose successors are occupations of their own');
    else if (open.length === 0) excluded.add('set by the reviewed list');
    for (const soc of open) {
      classes.set(soc, (classes.get(soc) ?? new Set()).add(requiredText(pair.isco08, 'isco08').padStart(4, '0')));
    }
  }
  const rowsIn = pairs.length + byHand.length;
  return {
    tables: { occupationMatches: [...published(classes), ...byHand].map(withRoundedShare) },
    rowsIn,
    rowsKept: rowsIn - excluded.total,
    excluded: excluded.list(),
  };
}

function successorsOf(crosswalk: IscoContext['crosswalk']): Map<string, string[]> {
  const successors = new Map<string, string[]>();
  for (const { fromTaxonomy, fromCode, toCode } of crosswalk) {
    if (fromTaxonomy === 'SOC 2010') successors.set(fromCode, [...(successors.get(fromCode) ?? []), toCode]);
  }
  return successors;
}

function published(classes: ReadonlyMap<string, ReadonlySet<string>>): DraftRow<'occupationMatches'>[] {
  return [...classes].flatMap(([soc, codes]) =>
    [...codes].map((code) => ({
      taxonomy: ISCO_08,
      code,
      soc,
      share: 1 / codes.size,
      matchedBy: 'published crosswalk',
    })),
  );
}

function withRoundedShare(row: DraftRow<'occupationMatches'>): DraftRow<'occupationMatches'> {
  return { ...row, share: rounded(row.share, 6) };
}
