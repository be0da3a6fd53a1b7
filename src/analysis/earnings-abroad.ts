/** Official earnings outside the United States: the published classes that the work asked about belongs to. */
import { remembered } from '../core/recent.js';
import { type PlanRow, select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import { ALL_OCCUPATIONS } from './official.js';
import type { Question } from './question.js';

const COLUMNS = [
  'source',
  'country',
  'taxonomy',
  'code',
  'label',
  'year',
  'unit',
  'currency',
  'population',
  'jobs',
  'mean',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'medianRsePercent',
] as const;

export type EarningsRow = PlanRow<'earnings', (typeof COLUMNS)[number]>;

/** How the work was found to belong to a class. */
export type ClassMatch = 'title' | 'published crosswalk' | 'reviewed by hand';

export interface ClassEarnings {
  readonly row: EarningsRow;
  readonly match: ClassMatch;
  /** Source of the match. */
  readonly matchSource: string;
  /** Share of the work that the class stands for, fraction; 1 over their number where titles name several. */
  readonly share: number;
}

export interface EarningsAbroad {
  /** The classes of the work, best first; at most {@link MOST_CLASSES}. */
  readonly classes: readonly ClassEarnings[];
  /** What the country publishes where no class of it fits: classification and length of its longest codes. */
  readonly published: readonly { readonly source: string; readonly taxonomy: string; readonly digits: number }[];
}

/** Occupations of the mix whose classes are looked for. */
const LEADING_SHARE = 0.25;
const MOST_CLASSES = 2;
/** Codes of fewer digits hold work of every kind. */
const FEWEST_DIGITS = 2;

interface CandidateClass {
  readonly match: ClassMatch;
  readonly source: string;
  readonly share: number;
}

/** @returns null where the market holds no official earnings of the country in this form (the United States too) */
export async function earningsAbroad(store: Store, question: Question): Promise<EarningsAbroad | null> {
  const { country } = question.place;
  const published = await store.read(
    select('earnings', ['source', 'taxonomy', 'code', 'label', 'year'], [{ column: 'place', is: country }]),
  );
  if (published.length === 0) return null;
  const taxonomies = [...new Set(published.map(({ taxonomy }) => taxonomy))];
  const wanted = await candidateClasses(store, question, taxonomies);
  for (const [key, source] of labelledClasses(published, question)) {
    if (!wanted.has(key)) wanted.set(key, { match: 'title', source, share: 1 });
  }
  const codes = [...new Set([...wanted.keys()].map((key) => key.slice(key.indexOf('\u001f') + 1)))];
  const rows =
    codes.length === 0
      ? []
      : await store.read(
          select('earnings', COLUMNS, [
            { column: 'place', is: country },
            { column: 'code', in: codes },
            { column: 'year', atMost: Number(question.asOf.slice(0, 4)) },
          ]),
        );
  const fitting = rows.flatMap((row): ClassEarnings[] => {
    const candidate = wanted.get(keyOf(row));
    if (candidate === undefined || row.code.length < FEWEST_DIGITS || (row.p50 ?? row.mean) === null) return [];
    return [{ row, match: candidate.match, matchSource: candidate.source, share: candidate.share }];
  });
  return { classes: bestClasses(fitting), published: longestCodes(published) };
}

const keyOf = ({ taxonomy, code }: { readonly taxonomy: string; readonly code: string }): string =>
  `${taxonomy}\u001f${code}`;

/** Classes whose publisher lists the very title, then those matched to the leading occupations. */
async function candidateClasses(
  store: Store,
  question: Question,
  taxonomies: readonly string[],
): Promise<Map<string, CandidateClass>> {
  const leading = question.occupations.filter(({ share }, index) => index === 0 || share >= LEADING_SHARE);
  const [titles, matches] = await Promise.all([
    store.read(
      select(
        'occupationTitles',
        ['source', 'taxonomy', 'code'],
        [
          { column: 'title', is: question.titleKey },
          { column: 'taxonomy', in: taxonomies },
        ],
      ),
    ),
    store.read(
      select(
        'occupationMatches',
        ['source', 'taxonomy', 'code', 'soc', 'share', 'matchedBy'],
        [
          { column: 'soc', in: leading.map(({ soc }) => soc).filter((soc) => soc !== ALL_OCCUPATIONS) },
          { column: 'taxonomy', in: taxonomies },
        ],
      ),
    ),
  ]);
  const candidates = new Map<string, CandidateClass>();
  const add = (row: { taxonomy: string; code: string; source: string }, match: ClassMatch, share: number): void => {
    const present = candidates.get(keyOf(row));
    candidates.set(keyOf(row), { match, source: row.source, share: share + (present?.share ?? 0) });
  };
  const listed = new Map<string, Set<string>>();
  for (const { taxonomy, code } of titles) listed.set(taxonomy, (listed.get(taxonomy) ?? new Set()).add(code));
  for (const row of titles) {
    if (!candidates.has(keyOf(row))) add(row, 'title', 1 / listed.get(row.taxonomy)!.size);
  }
  for (const row of matches) {
    // Where the publisher lists the title itself, its class is known better than by the occupation.
    if (listed.has(row.taxonomy)) continue;
    const share = row.share * (leading.find(({ soc }) => soc === row.soc)?.share ?? 0);
    for (const code of classesAbove(row)) add({ ...row, code }, row.matchedBy as ClassMatch, share);
  }
  return candidates;
}

/** Classes whose own name is the work asked about, or the occupation it is most of all. */
function labelledClasses(
  published: readonly Pick<EarningsRow, 'source' | 'taxonomy' | 'code' | 'label'>[],
  { titleKey, occupations }: Question,
): Map<string, string> {
  const main = occupations.find(({ share }) => share >= MAIN_SHARE);
  const names = new Set([titleKey, ...(main === undefined ? [] : [main.title])].map(nameKey));
  names.delete('');
  const found = new Map<string, string>();
  for (const row of published) if (names.has(nameKey(row.label))) found.set(keyOf(row), row.source);
  return found;
}

const MAIN_SHARE = 0.5;

/** One form for a name in the singular and the plural. */
const nameKey = remembered(16_384, (name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/([a-z]{2})s\b/g, '$1'),
);

/** The class and, in the international classification, the wider ones that hold it: their codes begin alike. */
function classesAbove({ taxonomy, code }: { readonly taxonomy: string; readonly code: string }): string[] {
  if (!taxonomy.startsWith('ISCO')) return [code];
  const wider = [code];
  for (let digits = code.length - 1; digits >= FEWEST_DIGITS; digits -= 1) wider.push(code.slice(0, digits));
  return wider;
}

/**
 * One row a class: full-time employees before others, a median before a mean, then the newest year, then spread, then
 * the longest unit of time. Of the international classification only the finest classes; by title first, then by share.
 */
function bestClasses(found: readonly ClassEarnings[]): ClassEarnings[] {
  const ranked = [...found].sort(
    (a, b) =>
      preference(b) - preference(a) ||
      b.row.year - a.row.year ||
      Number(b.row.p10 !== null) - Number(a.row.p10 !== null) ||
      UNITS.indexOf(a.row.unit) - UNITS.indexOf(b.row.unit),
  );
  const classes = new Map<string, ClassEarnings>();
  for (const entry of ranked) if (!classes.has(keyOf(entry.row))) classes.set(keyOf(entry.row), entry);
  const all = withoutSuperseded([...classes.values()]);
  const isOwn = ({ row }: ClassEarnings): boolean => !row.taxonomy.startsWith('ISCO');
  const finest = Math.max(...all.map(({ row }) => row.code.length));
  // A country's own classification says more than the international one beside it.
  const chosen = all.some(isOwn) ? all.filter(isOwn) : all.filter(({ row }) => row.code.length === finest);
  const byTitle = ({ match }: ClassEarnings): number => Number(match === 'title');
  return chosen
    .sort((a, b) => byTitle(b) - byTitle(a) || b.share - a.share || preference(b) - preference(a))
    .slice(0, MOST_CLASSES);
}

/** Without classes of an older classification of the same source, whose figures ended years before. */
function withoutSuperseded(classes: readonly ClassEarnings[]): ClassEarnings[] {
  const newest = new Map<string, number>();
  for (const { row } of classes) newest.set(row.source, Math.max(newest.get(row.source) ?? 0, row.year));
  return classes.filter(({ row }) => row.year >= newest.get(row.source)! - OLDEST_BESIDE_NEWEST_YEARS);
}

const OLDEST_BESIDE_NEWEST_YEARS = 2;

const UNITS: readonly string[] = ['year', 'month', 'week', 'hour'];

function preference({ row }: ClassEarnings): number {
  return (/^full-time\b/.test(row.population) ? 2 : 0) + (row.p50 === null ? 0 : 1);
}

/** Classifications with the length of their codes, longest first, of equal length the one in use now. */
function longestCodes(
  rows: readonly Pick<EarningsRow, 'source' | 'taxonomy' | 'code' | 'year'>[],
): EarningsAbroad['published'] {
  const longest = new Map<string, { source: string; taxonomy: string; digits: number; year: number }>();
  for (const { source, taxonomy, code, year } of rows) {
    const known = longest.get(taxonomy);
    const digits = Math.max(known?.digits ?? 0, /^\d+$/.test(code) ? code.length : 0);
    longest.set(taxonomy, { source, taxonomy, digits, year: Math.max(known?.year ?? 0, year) });
  }
  const order = [...longest.values()].sort((a, b) => b.digits - a.digits || b.year - a.year);
  return order.map(({ source, taxonomy, digits }) => ({ source, taxonomy, digits }));
}
