/** What postings of a role ask for: shares of postings whose text names a skill or a credential. */
import { LEVEL_GROUP_NAMES, levelsInGroup } from '../core/level.js';
import { type PlanRow, select } from '../query/plan.js';
import { dampedEmployerWeights, type GroupedProportion, groupedProportion } from '../stats/index.js';
import type { Store } from '../store/port.js';
import { INTERVAL_LEVEL } from './estimate.js';
import { monthsBefore, WINDOW_MONTHS } from './observation.js';
import { jobsOf, type Question } from './question.js';

const COLUMNS = ['source', 'level', 'employer', 'seenFrom', 'seenTo', 'annualLow', 'skills', 'credentials'] as const;

type PostingRow = PlanRow<'postings', (typeof COLUMNS)[number]> & { readonly employer: number };

export interface AskedItem {
  readonly id: string;
  readonly name: string;
  /** Postings that name it, and their employers. */
  readonly postings: number;
  readonly employers: number;
  /** Share of an average employer's postings that name it. */
  readonly share: GroupedProportion;
}

export interface AskedFor {
  /** `Data Scientist jobs at senior level`. */
  readonly scope: string;
  readonly n: number;
  readonly employers: number;
  readonly effectiveEmployers: number;
  readonly sources: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
  /** Postings that state pay as well. */
  readonly withPay: number;
  /** Most often named first. */
  readonly skills: readonly AskedItem[];
  readonly credentials: readonly AskedItem[];
  /** Share that names any credential at all. */
  readonly anyCredential: GroupedProportion;
}

/** From this many employers of equal weight a share is published. */
export const FEWEST_EMPLOYERS = 10;

/** Items whose shares are worked out. */
const MOST_ITEMS = 12;

/**
 * Shares among postings of the last months in the country of the question, each employer with the same weight. Only
 * postings whose whole text was read count: what a list of labels leaves out is not known.
 *
 * @returns null when no posting of the role is known, or the title has no catalogued role
 */
export async function askedFor(store: Store, question: Question): Promise<AskedFor | null> {
  if (question.role.family === null) return null;
  const rows = await store.read(
    select('postings', COLUMNS, [
      { column: 'country', is: question.place.country },
      { column: 'role', is: question.role.id },
      { column: 'readFrom', is: 'text' },
      { column: 'seenTo', atMost: question.asOf },
      { column: 'seenTo', atLeast: monthsBefore(question.asOf, WINDOW_MONTHS) },
    ]),
  );
  const named = rows.filter((row): row is PostingRow => row.employer !== null);
  if (named.length === 0) return null;
  const names = new Map(
    (await store.read(select('skills', ['skill', 'name']))).map(({ skill, name }) => [skill, name] as const),
  );
  return sharesOf(narrowest(named, question), names);
}

interface PostingScope {
  readonly name: string;
  readonly rows: readonly PostingRow[];
}

/** The level group where it has employers enough, else all levels. */
function narrowest(rows: readonly PostingRow[], question: Question): PostingScope {
  const all = { name: `${jobsOf(question)} at all levels`, rows };
  const { level } = question;
  if (level === null) return all;
  const group = new Set<string | null>(levelsInGroup(level.group).map(({ id }) => id));
  const own = rows.filter((row) => group.has(row.level));
  if (countEmployers(own) < FEWEST_EMPLOYERS) return all;
  return { name: `${jobsOf(question)} at ${LEVEL_GROUP_NAMES[level.group]} level`, rows: own };
}

function sharesOf({ name, rows }: PostingScope, names: ReadonlyMap<string, string>): AskedFor {
  const employers = rows.map(({ employer }) => employer);
  const weights = dampedEmployerWeights(employers, 1);
  const share = (holds: readonly boolean[]): GroupedProportion =>
    groupedProportion({ holds, weights, employers, level: INTERVAL_LEVEL });
  const items = (column: 'skills' | 'credentials'): AskedItem[] => {
    const lists = rows.map((row) => row[column].split(',').filter((id) => id !== ''));
    return mostWeighty(lists, weights).map((id): AskedItem => {
      const holds = lists.map((list) => list.includes(id));
      const naming = rows.filter((_, index) => holds[index]);
      const name = names.get(id) ?? id;
      return { id, name, postings: naming.length, employers: countEmployers(naming), share: share(holds) };
    });
  };
  const anyCredential = share(rows.map(({ credentials }) => credentials !== ''));
  return {
    scope: name,
    n: rows.length,
    employers: countEmployers(rows),
    effectiveEmployers: anyCredential.effectiveEmployers,
    sources: [...new Set(rows.map(({ source }) => source))].sort(),
    period: {
      from: rows.map(({ seenFrom }) => seenFrom).sort()[0]!,
      to: rows
        .map(({ seenTo }) => seenTo)
        .sort()
        .at(-1)!,
    },
    withPay: rows.filter(({ annualLow }) => annualLow !== null).length,
    skills: items('skills'),
    credentials: items('credentials'),
    anyCredential,
  };
}

/** Ids by the weight of the lists that hold them, heaviest first. */
function mostWeighty(lists: readonly (readonly string[])[], weights: readonly number[]): string[] {
  const totals = new Map<string, number>();
  lists.forEach((list, index) => {
    for (const id of list) totals.set(id, (totals.get(id) ?? 0) + weights[index]!);
  });
  const sorted = [...totals].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted.slice(0, MOST_ITEMS).map(([id]) => id);
}

function countEmployers(rows: readonly PostingRow[]): number {
  return new Set(rows.map(({ employer }) => employer)).size;
}
