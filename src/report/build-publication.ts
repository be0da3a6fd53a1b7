/** The models of an export, from what was decided about every population. */
import { cellKey, cellRank } from '../analysis/publication/lattice.js';
import type { LeftOut, LeftOutCount, OwnBasis } from '../analysis/publication/population.js';
import type { Release, Suppression } from '../analysis/publication/publish.js';
import type { PublishedCell } from '../analysis/publication/published-cell.js';
import type { Vocabulary } from '../analysis/publication/vocabulary.js';
import { LEVEL_GROUP_NAMES } from '../core/level.js';
import {
  FEWEST_EMPLOYERS,
  FEWEST_FOR_QUARTILES,
  FEWEST_FOR_TAILS,
  FEWEST_PERSONS,
  LARGEST_EMPLOYER_SHARE,
  PUBLISHED_MONTHS,
} from '../core/publication-rules.js';
import type { ExportSummary, Publication, PublicationCell } from './publication.js';

export interface ReleasedPopulation {
  readonly basis: OwnBasis;
  /** Records that count. */
  readonly records: number;
  readonly leftOut: readonly LeftOutCount[];
  /** null where no record counts. */
  readonly release: Release | null;
}

const SHARE = `${LARGEST_EMPLOYER_SHARE * 100}%`;

const RULES: readonly string[] = [
  `A group of one employer's payroll is published from ${FEWEST_PERSONS} persons; a group of offers from ${FEWEST_EMPLOYERS} employers, none of them with more than ${SHARE} of the offers; a group of several employers' payrolls by both rules.`,
  'The same holds for whatever is left when published groups are taken from each other, now and from one export to the next.',
  `Quartiles stand from ${FEWEST_FOR_QUARTILES.records} records, the 10th and 90th percentile from ${FEWEST_FOR_TAILS.records}, both from ${FEWEST_FOR_TAILS.employers} employers where employers are protected.`,
  'A percentile is the mean of the three or four amounts around it, rounded to about a hundredth; counts are bands.',
  'Good practice, not a legal safe harbour.',
];

const SUPPRESSIONS: Readonly<Record<Suppression, string>> = {
  'too-few-persons': `fewer than ${FEWEST_PERSONS} persons`,
  'too-few-employers': `fewer than ${FEWEST_EMPLOYERS} employers`,
  'one-employer-dominates': `one employer has more than ${SHARE} of the records`,
  'difference-too-small': 'too few would be left between this and other published groups',
};

const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  'other-currency': 'not in the currency of the country',
  older: `more than ${PUBLISHED_MONTHS} months before the newest`,
  'earlier-payroll': 'of an earlier month than the newest payroll of the employer',
};

/** What is written to the file. */
export function buildPublication(populations: readonly ReleasedPopulation[], vocabulary: Vocabulary): Publication {
  const cells = populations.flatMap(({ basis, release }) =>
    release === null ? [] : inLatticeOrder(release).map((cell) => describeCell(cell, basis, vocabulary)),
  );
  return { schema: 'goingrate.cells/1', rules: [...RULES], cells };
}

/** By kind and name: an order by size would tell more than the bands do. */
function inLatticeOrder({ published, repeated }: Release): PublishedCell[] {
  const keyed = [...published, ...repeated].map((shown) => ({
    shown,
    rank: cellRank(shown.cell),
    key: cellKey(shown.cell),
  }));
  keyed.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
  return keyed.map(({ shown }) => shown);
}

function describeCell(shown: PublishedCell, basis: OwnBasis, { workName, placeName }: Vocabulary): PublicationCell {
  const { work, level, country, state } = shown.cell;
  const place = state ?? country;
  return {
    basis,
    work: { ...work, name: workName(work) },
    level: level === null ? null : { id: level, name: LEVEL_GROUP_NAMES[level] },
    place: { id: place, name: placeName(place) },
    currency: shown.currency,
    period: shown.period,
    records: shown.n,
    employers: shown.employers,
    percentiles: Object.fromEntries(shown.percentiles.map(({ p, value }) => [String(p), value])),
  };
}

/** What the owner is told. */
export function summariseExport(populations: readonly ReleasedPopulation[], file: string | null): ExportSummary {
  const releases = populations.flatMap(({ release }) => release ?? []);
  const repeated = sum(releases.map((release) => release.repeated.length));
  const suppressed = releases.flatMap((release) => release.suppressed);
  return {
    schema: 'goingrate.export/1',
    file,
    records: sum(populations.map(({ records }) => records)),
    leftOut: countReasons(
      populations.flatMap(({ leftOut }) => leftOut.map((entry) => ({ ...entry, reason: LEFT_OUT[entry.reason] }))),
    ),
    groups: {
      published: sum(releases.map(({ published }) => published.length)) + repeated,
      repeated,
      suppressed: suppressed.length,
    },
    suppressed: countReasons(suppressed.map(({ reason }) => ({ reason: SUPPRESSIONS[reason], count: 1 }))),
  };
}

function countReasons(entries: readonly { readonly reason: string; readonly count: number }[]) {
  const counts = new Map<string, number>();
  for (const { reason, count } of entries) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
