/** A user's own pay records as publication sees them: no wording of theirs, no name, no day. */
import { findLevel } from '../../core/level.js';
import { OWN_SOURCE } from '../../core/own-data.js';
import type { Protection } from '../../core/publication-rules.js';
import { type Condition, type PlanRow, select } from '../../query/plan.js';
import type { Store } from '../../store/port.js';
import type { Traits } from './lattice.js';
import type { OwnBasis, StatedPopulation, StatedRecord } from './population.js';
import { occupationRole, type Vocabulary } from './vocabulary.js';

/** A keyed hash as a whole number that double precision holds exactly. */
export type Mark = (text: string) => number;

/** Neither titles nor days are read: nothing published could show them. */
const COLUMNS = [
  'country',
  'role',
  'soc',
  'level',
  'region',
  'employer',
  'currency',
  'annualLow',
  'annualHigh',
  'seenTo',
  'repeats',
] as const;

type OwnRow = PlanRow<'pay', (typeof COLUMNS)[number]>;

const OWN_BASES: readonly OwnBasis[] = ['posted', 'paid'];

export interface RecordReading {
  readonly vocabulary: Vocabulary;
  readonly mark: Mark;
}

/** Own records by basis and country, countries in the order of their codes. */
export async function readOwnPopulations(store: Store, reading: RecordReading): Promise<StatedPopulation[]> {
  const populations: StatedPopulation[] = [];
  for (const basis of OWN_BASES) {
    const countries = await readCountries(store, basis, reading);
    const protection = protectionOf(basis, [...countries.values()].flat());
    for (const [country, records] of [...countries].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const currency = reading.vocabulary.currencies.get(country) ?? null;
      populations.push({ basis, country, currency, protection, records });
    }
  }
  return populations;
}

/** One employer's payroll speaks about its persons; everything else could speak about employers too. */
function protectionOf(basis: OwnBasis, records: readonly StatedRecord[]): Protection {
  if (basis === 'posted') return 'employers';
  return records.some(({ employer }) => employer !== records[0]!.employer) ? 'both' : 'persons';
}

/** Without a level, and with one: of a million rows only a part is in memory at once. */
const SLICES: readonly Condition<'pay'>[] = [
  { column: 'level', is: null },
  { column: 'level', atLeast: '' },
];

async function readCountries(store: Store, basis: OwnBasis, reading: RecordReading): Promise<Countries> {
  const countries: Countries = new Map();
  const read = recordReader(reading);
  for (const slice of SLICES) {
    const where: Condition<'pay'>[] = [{ column: 'source', is: OWN_SOURCE.id }, { column: 'basis', is: basis }, slice];
    for (const row of await store.read(select('pay', COLUMNS, where))) {
      const records = countries.get(row.country) ?? [];
      countries.set(row.country, records);
      const record = read(row);
      // An offer counts once however often it is repeated; a row of pay records stands for so many persons.
      const count = basis === 'paid' ? row.repeats : 1;
      for (let i = 0; i < count; i += 1) records.push(record);
    }
  }
  return countries;
}

type Countries = Map<string, StatedRecord[]>;

type RecordReader = (row: OwnRow) => StatedRecord;

/** Texts that come again and again are hashed once. */
function recordReader({ vocabulary, mark }: RecordReading): RecordReader {
  const known = new Map<string, Traits>();
  const employers = new Map<number | null, number>();
  return (row) => {
    const key = `${row.country}|${row.role}|${row.soc}|${row.level}|${row.region}`;
    const traits = known.get(key) ?? traitsOf(row, vocabulary);
    known.set(key, traits);
    const employer = employers.get(row.employer) ?? mark(`employer|${row.employer}`);
    employers.set(row.employer, employer);
    return {
      traits,
      currency: row.currency,
      value: (row.annualLow + row.annualHigh) / 2,
      employer,
      mark: mark(`record|${traitsKey(traits)}|${row.currency}|${row.annualLow}|${row.annualHigh}`),
      month: row.seenTo.slice(0, 7),
    };
  };
}

function traitsOf({ role, soc, level, country, region }: OwnRow, vocabulary: Vocabulary): Traits {
  const { families, occupations, states } = vocabulary;
  const family = role === null ? undefined : families.get(role);
  const occupation = soc !== null && occupations.has(soc) ? occupationRole(soc) : null;
  return {
    role: family === undefined ? occupation : role,
    family: family ?? null,
    level: (level === null ? undefined : findLevel(level)?.group) ?? null,
    country,
    state: region !== null && states.has(region) ? region : null,
  };
}

function traitsKey({ role, level, country, state }: Traits): string {
  return `${role}|${level}|${country}|${state}`;
}
