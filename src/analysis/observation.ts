/** Pay observations of one question: loaded once, dated, carried to the as-of date. */
import type { Basis } from '../core/basis.js';
import type { LevelId } from '../core/level.js';
import { hasOwnSource } from '../core/own-data.js';
import type { Condition } from '../query/plan.js';
import { type PlanRow, select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import type { Ageing } from './ageing.js';
import type { Question } from './question.js';

const COLUMNS = [
  'source',
  'basis',
  'role',
  'level',
  'region',
  'title',
  'soc',
  'employer',
  'currency',
  'annualLow',
  'annualHigh',
  'seenFrom',
  'seenTo',
  'repeats',
] as const;

export interface PayObservation {
  readonly source: string;
  readonly basis: Basis;
  readonly role: string | null;
  readonly level: LevelId | null;
  readonly region: string | null;
  readonly title: string;
  readonly employer: number | null;
  /**
   * What varies together: the employer, or one advertised range of one year where no employer is named. People are
   * told apart in their cell.
   */
  readonly cluster: string;
  /** As stated, whole currency units a year. */
  readonly statedLow: number;
  readonly statedHigh: number;
  /** Carried to the as-of date. */
  readonly low: number;
  readonly high: number;
  readonly seenFrom: string;
  readonly seenTo: string;
  /** Ranges of the source behind this row. */
  readonly repeats: number;
}

export interface Exclusion {
  readonly reason: string;
  readonly count: number;
}

export interface Observations {
  readonly rows: readonly PayObservation[];
  readonly exclusions: readonly Exclusion[];
}

/** Months before the as-of date after which an observation no longer counts as current. */
export const WINDOW_MONTHS = 36;

/**
 * Reads every observation that any scope of the question may use: the role, its family, or the occupation.
 * Rows in another currency, older than the window or newer than the as-of date are left out and counted.
 *
 * @param part of an occupation's question: what filings of the occupation say, what is known of the title, or both
 */
export async function loadObservations(
  store: Store,
  question: Question,
  ageing: Ageing,
  part: 'filed' | 'titled' | 'whole' = 'whole',
): Promise<Observations> {
  return observed(await READS[part](store, question), question, ageing);
}

/** Observations of two parts, with what each left out. */
export function joinObservations(one: Observations, other: Observations): Observations {
  const reasons = [...new Set([...one.exclusions, ...other.exclusions].map(({ reason }) => reason))];
  const countOf = (part: Observations, reason: string): number =>
    part.exclusions.find((exclusion) => exclusion.reason === reason)?.count ?? 0;
  return {
    rows: [...one.rows, ...other.rows],
    exclusions: reasons.map((reason) => ({ reason, count: countOf(one, reason) + countOf(other, reason) })),
  };
}

function observed(rows: readonly PayRow[], question: Question, ageing: Ageing): Observations {
  const currency = question.place.currency;
  const oldest = monthsBefore(question.asOf, WINDOW_MONTHS);
  const counts = { currency: 0, old: 0, later: 0 };
  const kept: PayObservation[] = [];
  for (const row of rows) {
    if (row.currency !== currency) counts.currency += 1;
    else if (row.seenTo < oldest) counts.old += 1;
    else if (row.seenTo > question.asOf) counts.later += 1;
    else kept.push(...observationsOf(row, ageing));
  }
  const plausible = withinParentFences(kept);
  return {
    rows: plausible,
    exclusions: [
      { reason: `pay not in ${currency}`, count: counts.currency },
      { reason: `seen more than ${WINDOW_MONTHS} months before ${question.asOf}`, count: counts.old },
      { reason: `possibly seen after ${question.asOf}`, count: counts.later },
      {
        reason: 'beyond three interquartile ranges of the role and its family, same source, on the log scale',
        count: kept.length - plausible.length,
      },
    ].filter((exclusion) => exclusion.count > 0),
  };
}

type PayRow = PlanRow<'pay', (typeof COLUMNS)[number]>;
type Read = (store: Store, question: Question) => Promise<PayRow[]>;

const READS: Readonly<Record<'filed' | 'titled' | 'whole', Read>> = {
  filed: readFiled,
  titled: readTitled,
  whole: async (store, question) => {
    const { familyRoles, place } = question;
    if (familyRoles.length > 0) {
      const country: Condition<'pay'> = { column: 'country', is: place.country };
      return store.read(select('pay', COLUMNS, [country, { column: 'role', in: familyRoles }]));
    }
    const [filed, titled] = await Promise.all([readFiled(store, question), readTitled(store, question)]);
    return [...filed, ...titled];
  },
};

/** What filings say of the question's first occupation. */
async function readFiled(store: Store, question: Question): Promise<PayRow[]> {
  const main = question.occupations[0];
  return main === undefined ? [] : readBy(store, question, 'filed', { column: 'soc', is: main.soc });
}

/** What advertisements say of exactly this title, and own records of it or of its occupation. */
async function readTitled(store: Store, question: Question): Promise<PayRow[]> {
  const main = question.occupations[0];
  if (main === undefined) return [];
  const title: Condition<'pay'> = { column: 'title', is: question.titleKey };
  const sameTitle = readBy(store, question, 'posted', title);
  if (!hasOwnSource(store.manifest.sources)) return sameTitle;
  // Own records may state the occupation, the title, or both.
  const paid = readBy(store, question, 'paid', { column: 'soc', is: main.soc });
  const paidTitle = await readBy(store, question, 'paid', title);
  return [...(await sameTitle), ...(await paid), ...paidTitle.filter((row) => row.soc !== main.soc)];
}

function readBy(store: Store, { place }: Question, basis: Basis, condition: Condition<'pay'>): Promise<PayRow[]> {
  const country: Condition<'pay'> = { column: 'country', is: place.country };
  return store.read(select('pay', COLUMNS, [country, { column: 'basis', is: basis }, condition]));
}

/** A row of offers is one observation, however often it is repeated; a row of pay records is as many as it has people. */
function observationsOf(row: PayRow, ageing: Ageing): PayObservation[] {
  if (row.basis !== 'paid' || row.repeats === 1) return [toObservation(row, ageing)];
  const person = toObservation({ ...row, repeats: 1 }, ageing);
  return Array.from({ length: row.repeats }, () => person);
}

function toObservation(row: PayRow, ageing: Ageing): PayObservation {
  const factor = ageing.factorFrom(row.seenFrom, row.seenTo);
  const year = row.seenTo.slice(0, 4);
  return {
    source: row.source,
    basis: row.basis as Basis,
    role: row.role,
    level: row.level as LevelId | null,
    region: row.region,
    title: row.title,
    employer: row.employer,
    cluster: row.employer === null ? `${row.annualLow}-${row.annualHigh}-${year}` : String(row.employer),
    statedLow: row.annualLow,
    statedHigh: row.annualHigh,
    low: row.annualLow * factor,
    high: row.annualHigh * factor,
    seenFrom: row.seenFrom,
    seenTo: row.seenTo,
    repeats: row.repeats,
  };
}

/** Drops what lies beyond three interquartile ranges of all rows of the same source, on the log of the midpoint. */
function withinParentFences(rows: readonly PayObservation[]): PayObservation[] {
  const logs = rows.map(logMidpoint);
  const fences = new Map<string, { low: number; high: number }>();
  const groups = rows.map(fenceGroup);
  for (const group of new Set(groups)) {
    const sorted = Float64Array.from(logs.filter((_, index) => groups[index] === group)).sort();
    if (sorted.length < FEWEST_FOR_FENCES) continue;
    const q1 = sorted[Math.floor(sorted.length * 0.25)]!;
    const q3 = sorted[Math.floor(sorted.length * 0.75)]!;
    fences.set(group, { low: q1 - 3 * (q3 - q1), high: q3 + 3 * (q3 - q1) });
  }
  return rows.filter((_, index) => {
    const fence = fences.get(groups[index]!);
    return fence === undefined || (logs[index]! >= fence.low && logs[index]! <= fence.high);
  });
}

/** Own data hold offers and pay records in one source: neither says what is plausible of the other. */
function fenceGroup({ source, basis }: PayObservation): string {
  return `${source}|${basis}`;
}

/** With fewer rows quartiles are too rough to call anything implausible. */
const FEWEST_FOR_FENCES = 20;

function logMidpoint(row: PayObservation): number {
  return Math.log((row.low + row.high) / 2);
}

/** The date so many months earlier, clamped to the last day of a shorter month. */
export function monthsBefore(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) - months;
  const y = Math.floor(index / 12);
  const m = index - y * 12;
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return `${y}-${String(m + 1).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** The date so many months later. */
export function monthsAfter(date: string, months: number): string {
  return monthsBefore(date, -months);
}
