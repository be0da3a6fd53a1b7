/** The cells of one population that are published, and what its history then is. */
import { employerWeight, type Weakness } from '../../core/publication-rules.js';
import { type BlockMarks, blocksToKeep, type History, matchHistory } from './history.js';
import { type CellId, cellKey, cellRank, cellsOf, type Traits } from './lattice.js';
import { addAll, addMembers, type Members, sizeOf } from './members.js';
import { type Bundle, Partition } from './partition.js';
import type { Population } from './population.js';
import { type PublishedCell, publishedCell } from './published-cell.js';

export type Suppression = Weakness | 'difference-too-small';

export interface Release {
  /** New figures, and figures that are unchanged since they were shown. */
  readonly published: readonly PublishedCell[];
  /**
   * Cells whose records have changed by too few since they were shown: the figure of then is given again, so that
   * nothing new is said.
   */
  readonly repeated: readonly PublishedCell[];
  readonly suppressed: readonly { readonly cell: CellId; readonly reason: Suppression }[];
  readonly history: History;
}

/** Decides cell by cell, in the order of the lattice, larger ones first. */
export function publish(population: Population, history: History): Release {
  const { records, protection } = population;
  const { blockOf, gone } = matchHistory(records, history);
  const { bundles, bundleOf, cells } = arrange(population, blockOf);
  const partition = new Partition(blockMembers(bundles, gone), protection);
  const published: PublishedCell[] = [];
  const repeated: PublishedCell[] = [];
  const suppressed: { cell: CellId; reason: Suppression }[] = [];
  for (const candidate of cells) {
    const verdict = partition.admit(candidate.bundles);
    const before = history.shown.get(candidate.key);
    if (verdict.publish) published.push(figuresOf(candidate, population));
    else if (verdict.reason === 'difference-too-small' && before !== undefined) repeated.push(before);
    else suppressed.push({ cell: candidate.cell, reason: verdict.reason });
  }
  const blocks = blocksToKeep(records, (record) => bundles[bundleOf[record]!]!.block, gone);
  const fresh = published.map((cell): [string, PublishedCell] => [cellKey(cell.cell), cell]);
  return { published, repeated, suppressed, history: { blocks, shown: new Map([...history.shown, ...fresh]) } };
}

interface Amount {
  readonly employer: number;
  readonly value: number;
}

/** Records that are in the same cells and of the same block of the history. */
interface ValuedBundle extends Bundle {
  readonly traits: Traits;
  readonly members: Members;
  readonly amounts: Amount[];
}

interface Candidate {
  readonly cell: CellId;
  readonly key: string;
  readonly bundles: ValuedBundle[];
}

interface Arranged {
  readonly bundles: readonly ValuedBundle[];
  /** Index of the bundle of every record. */
  readonly bundleOf: Int32Array;
  readonly cells: readonly Candidate[];
}

function arrange({ records }: Population, blockOf: Int32Array): Arranged {
  const bundles: ValuedBundle[] = [];
  const byTraits = new Map<string, number>();
  const bundleOf = new Int32Array(records.length);
  // Amounts of a bundle are then in order, and sorting those of a cell is merging.
  const ascending = [...records.keys()].sort((a, b) => records[a]!.value - records[b]!.value);
  for (const index of ascending) {
    const { traits, employer, value } = records[index]!;
    const key = `${traits.role}|${traits.family}|${traits.level}|${traits.state}|${blockOf[index]}`;
    const known = byTraits.get(key);
    const at = known ?? bundles.push({ traits, members: new Map(), amounts: [], block: blockOf[index]! }) - 1;
    if (known === undefined) byTraits.set(key, at);
    addMembers(bundles[at]!.members, employer, 1);
    bundles[at]!.amounts.push({ employer, value });
    bundleOf[index] = at;
  }
  return { bundles, bundleOf, cells: candidatesOf(bundles) };
}

function candidatesOf(bundles: readonly ValuedBundle[]): Candidate[] {
  const byKey = new Map<string, Candidate>();
  for (const bundle of bundles) {
    for (const cell of cellsOf(bundle.traits)) {
      const key = cellKey(cell);
      const candidate = byKey.get(key) ?? { cell, key, bundles: [] };
      byKey.set(key, candidate);
      candidate.bundles.push(bundle);
    }
  }
  const ranked = [...byKey.values()].map((candidate) => ({
    candidate,
    rank: cellRank(candidate.cell),
    size: candidate.bundles.reduce((sum, { amounts }) => sum + amounts.length, 0),
  }));
  ranked.sort((a, b) => a.rank - b.rank || b.size - a.size || (a.candidate.key < b.candidate.key ? -1 : 1));
  return ranked.map(({ candidate }) => candidate);
}

/** Members of every block by number: records that are here, and those that are gone. */
function blockMembers(bundles: readonly ValuedBundle[], gone: readonly BlockMarks[]): Members[] {
  const blocks = gone.map(({ byEmployer }): Members => {
    return new Map([...byEmployer].map(([employer, marks]) => [employer, marks.length]));
  });
  for (const { block, members } of bundles) addAll(blocks[block]!, members);
  return blocks;
}

function figuresOf({ cell, bundles }: Candidate, { period, currency, protection }: Population): PublishedCell {
  const members: Members = new Map();
  for (const bundle of bundles) addAll(members, bundle.members);
  const size = sizeOf(members);
  const weights = new Map([...members].map(([employer, count]) => [employer, employerWeight(count) / count]));
  const amounts = bundles.flatMap((bundle) =>
    bundle.amounts.map(({ employer, value }) => ({ value, weight: weights.get(employer)! })),
  );
  return publishedCell({ cell, period, currency, size, protection, amounts });
}
