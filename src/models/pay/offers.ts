/** The offers a pay model is fitted on, read from a market. */
import { select } from '../../query/plan.js';
import { chainedIndexGrowth, type YearOnYear } from '../../stats/index.js';
import type { Store } from '../../store/port.js';
import { parseLevel, type TitleClassification } from '../../text/titles/index.js';
import { employerFold } from '../titles/folds.js';
import { wordsOf } from './features.js';
import type { Occupation } from './official-anchor.js';

export type ModelBasis = 'filed' | 'posted';

/** What a title means; `classifyTitle` of an open market. */
export type Classify = (title: string) => Promise<Pick<TitleClassification, 'occupations'>>;

export interface Offer {
  readonly source: string;
  /** Employer, or one range of a year where the source names none. */
  readonly cluster: string;
  readonly named: boolean;
  readonly fold: number;
  readonly words: readonly string[];
  readonly role: string | null;
  readonly level: string | null;
  readonly state: string | null;
  readonly occupations: readonly Occupation[];
  /** Stated by the employer: never used by the model, only by the rule it is compared with. */
  readonly soc: string | null;
  /** Dollars a year, carried to the as-of date. */
  readonly low: number;
  readonly high: number;
  readonly seenFrom: string;
  readonly seenTo: string;
}

const COLUMNS = [
  'source',
  'role',
  'level',
  'region',
  'title',
  'words',
  'soc',
  'employer',
  'annualLow',
  'annualHigh',
  'seenFrom',
  'seenTo',
] as const;
const WITHHELD = 'withheld';
const INDEX_SERIES = 'posted-wage-growth-us';
const WINDOW_YEARS = 3;

type PayRow = Awaited<ReturnType<typeof readRows>>[number];

function readRows(store: Store, basis: ModelBasis) {
  return store.read(
    select('pay', COLUMNS, [
      { column: 'country', is: 'US' },
      { column: 'basis', is: basis },
      { column: 'currency', is: 'USD' },
      { column: 'seenTo', atMost: store.manifest.asOf },
    ]),
  );
}

export interface OfferReading {
  readonly store: Store;
  readonly classify: Classify;
  readonly folds: number;
}

/**
 * US offers of a basis but those of interns, in an order that depends on nothing but the rows, amounts carried to the
 * as-of date by the wage index of advertisements. Filings are read whatever their date; advertised pay of the last
 * three years only.
 */
export async function readOffers(basis: ModelBasis, { store, classify, folds }: OfferReading): Promise<Offer[]> {
  const { asOf } = store.manifest;
  const [rows, index] = await Promise.all([readRows(store, basis), readIndex(store)]);
  const oldest = basis === 'posted' ? `${Number(asOf.slice(0, 4)) - WINDOW_YEARS}${asOf.slice(4)}` : '';
  const current = rows.filter(({ level, seenTo }) => level !== 'intern' && seenTo >= oldest);
  const position = meanPositions(current);
  const factorOf = remembering((period) => growthTo(asOf, index, period));
  const meaningOf = rememberingLater(async (key) => {
    if (key === '') return [];
    const { occupations } = await classify(key);
    return occupations.map(({ soc, p }) => ({ soc, share: p }));
  });
  const offers: Offer[] = [];
  for (const row of current) {
    const key = keyOf(row, position);
    const factor = factorOf(`${row.seenFrom} ${row.seenTo}`);
    const cluster = clusterOf(row);
    offers.push({
      source: row.source,
      cluster,
      named: row.employer !== null,
      fold: employerFold(cluster) % folds,
      words: wordsOf(parseLevel(key).rest),
      role: row.role,
      level: row.level,
      state: row.region,
      occupations: await meaningOf(key),
      soc: row.soc,
      low: row.annualLow * factor,
      high: row.annualHigh * factor,
      seenFrom: row.seenFrom,
      seenTo: row.seenTo,
    });
  }
  return inOrder(offers);
}

function clusterOf({ source, employer, annualLow, annualHigh, seenTo }: PayRow): string {
  return employer === null ? `${source} ${annualLow}-${annualHigh}-${seenTo.slice(0, 4)}` : String(employer);
}

/** The title, or the words kept of a withheld one in the order in which such words usually stand. */
function keyOf({ title, words }: PayRow, position: ReadonlyMap<string, number>): string {
  if (title !== WITHHELD || words === null) return title;
  const at = (word: string) => position.get(word) ?? 0.5;
  return words
    .split(' ')
    .sort((a, b) => at(a) - at(b) || (a < b ? -1 : 1))
    .join(' ');
}

/** Where in titles a word stands on average, 0 at the beginning and 1 at the end. */
function meanPositions(rows: readonly PayRow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { at: number; count: number }>();
  for (const { title, words } of rows) {
    if (words !== null) continue;
    const all = title.split(' ');
    all.forEach((word, index) => {
      const sum = sums.get(word) ?? { at: 0, count: 0 };
      sum.at += all.length > 1 ? index / (all.length - 1) : 0.5;
      sum.count += 1;
      sums.set(word, sum);
    });
  }
  return new Map([...sums].map(([word, { at, count }]) => [word, at / count]));
}

async function readIndex(store: Store): Promise<YearOnYear[]> {
  const { asOf } = store.manifest;
  const rows = await store.read(
    select(
      'series',
      ['month', 'value'],
      [
        { column: 'series', is: INDEX_SERIES },
        { column: 'month', atMost: asOf },
      ],
    ),
  );
  return rows.map(({ month, value }) => ({ month, growth: value }));
}

/** Growth from the middle of a period, `FROM TO`, to a date. */
function growthTo(asOf: string, index: readonly YearOnYear[], period: string): number {
  if (index.length === 0) return 1;
  const [from, to] = period.split(' ') as [string, string];
  const middle = Math.round((monthNumber(from) + monthNumber(to)) / 2);
  const month = `${Math.floor(middle / 12)}-${String((middle % 12) + 1).padStart(2, '0')}`;
  return Math.exp(chainedIndexGrowth(index, month, asOf.slice(0, 7)).logGrowth);
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function inOrder(offers: readonly Offer[]): Offer[] {
  const keyed = offers.map((offer) => ({ offer, key: orderKey(offer) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ offer }) => offer);
}

function orderKey({ cluster, source, role, level, state, words, low, high, seenFrom, seenTo }: Offer): string {
  return [cluster, source, role, level, state, words.join(' '), low, high, seenFrom, seenTo].join('\u001f');
}

/** The cell of an offer: role, or leading occupation, x level x state. */
export function cellOf({ role, level, state, occupations }: Pick<Offer, 'role' | 'level' | 'state' | 'occupations'>) {
  return `${role ?? occupations[0]?.soc ?? ''}|${level ?? ''}|${state ?? ''}`;
}

function remembering<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(key);
    known.set(key, value);
    return value;
  };
}

function rememberingLater<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  return remembering(read);
}
