/** Official earnings outside the United States: the published classes that the work asked about belongs to. */
import { type PlanRow, select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import { ALL_OCCUPATIONS } from './official.js';
import type { Question } from './question.js';

const COLUMNS = [
  'source',
  'taxonomy',
  'code',
  'label',
  'year',
  'unit',
  'currency',
  'population',
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
/** Codes of so few digits hold work of every kind. */
const FEWEST_DIGITS = 3;

interface CandidateClass {
  readonly match: ClassMatch;
  readonly source: string;
}

/** @returns null where the market holds no official earnings of the country in this form (the United States too) */
export async function earningsAbroad(store: Store, question: Question): Promise<EarningsAbroad | null> {
  const { country } = question.place;
  const published = await store.read(
    select('earnings', ['source', 'taxonomy', 'code', 'year'], [{ column: 'country', is: country }]),
  );
  if (published.length === 0) return null;
  const taxonomies = [...new Set(published.map(({ taxonomy }) => taxonomy))];
  const wanted = await candidateClasses(store, question, taxonomies);
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
    return [{ row, match: candidate.match, matchSource: candidate.source }];
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
        ['source', 'taxonomy', 'code', 'soc', 'matchedBy'],
        [
          { column: 'soc', in: leading.map(({ soc }) => soc).filter((soc) => soc !== ALL_OCCUPATIONS) },
          { column: 'taxonomy', in: taxonomies },
        ],
      ),
    ),
  ]);
  const candidates = new Map<string, CandidateClass>();
  for (const row of titles) candidates.set(keyOf(row), { match: 'title', source: row.source });
  const listed = new Set(titles.map(({ taxonomy }) => taxonomy));
  for (const row of matches) {
    // Where the publisher lists the title itself, its class is known better than by the occupation.
    if (listed.has(row.taxonomy) || candidates.has(keyOf(row))) continue;
    candidates.set(keyOf(row), { match: row.matchedBy as ClassMatch, source: row.source });
  }
  return candidates;
}

/** One row a class: full-time employees before others, a median before a mean, then the newest year, then spread. */
function bestClasses(found: readonly ClassEarnings[]): ClassEarnings[] {
  const spread = ({ row }: ClassEarnings): number => (row.p10 === null ? 0 : 1);
  const ranked = [...found].sort(
    (a, b) => preference(b) - preference(a) || b.row.year - a.row.year || spread(b) - spread(a),
  );
  const classes = new Map<string, ClassEarnings>();
  for (const entry of ranked) if (!classes.has(keyOf(entry.row))) classes.set(keyOf(entry.row), entry);
  const all = [...classes.values()];
  // A country's own classification says more than the international one beside it.
  const own = all.filter(({ row }) => !row.taxonomy.startsWith('ISCO'));
  return (own.length > 0 ? own : all).slice(0, MOST_CLASSES);
}

function preference({ row, match }: ClassEarnings): number {
  const fullTime = /^full-time\b/.test(row.population) ? 2 : 0;
  return (match === 'title' ? 4 : 0) + fullTime + (row.p50 === null ? 0 : 1);
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
