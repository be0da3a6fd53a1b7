/** Payrolls and collections of offers as they are: skewed, with tiny departments, single persons, dominant employers. */
import type { CellId, Traits } from '../../src/analysis/publication/lattice.js';
import type { Population, PrivateRecord } from '../../src/analysis/publication/population.js';
import type { LevelGroupId } from '../../src/core/level.js';
import type { Protection } from '../../src/core/publication-rules.js';
import type { Random } from '../hostile/random.js';
import type { Victim } from './attack.js';

export interface Person extends Victim {
  readonly traits: Traits;
  readonly pay: number;
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  data: ['data-engineer', 'data-scientist', 'data-analyst', 'machine-learning-engineer'],
  software: ['software-engineer', 'frontend-engineer', 'mobile-engineer'],
  people: ['recruiter'],
};
const ROLES = Object.entries(FAMILIES).flatMap(([family, roles]) => roles.map((role) => ({ family, role })));
const LEVELS: readonly LevelGroupId[] = [
  'entry-mid',
  'senior',
  'lead-staff-principal',
  'manager',
  'director-executive',
];
const STATES = ['US-CA', 'US-TX', 'US-NY', 'US-WA'];

/** The first items come up most often. */
function skewed<T>(random: Random, items: readonly T[]): T {
  return items[Math.min(random.below(items.length), random.below(items.length), random.below(items.length))]!;
}

function someTraits(random: Random): Traits {
  const { family, role } = skewed(random, ROLES);
  const work = random.once(15)
    ? { role: null, family: null }
    : random.once(15)
      ? { role: 'soc-29-1141', family: null }
      : { role, family };
  return {
    ...work,
    level: random.once(8) ? null : skewed(random, LEVELS),
    country: 'US',
    state: random.once(8) ? null : skewed(random, STATES),
  };
}

let people = 0;

export interface PersonChoice {
  readonly employers: number;
  /** Every pay is another one, so that a record is told by it. */
  readonly distinct: boolean;
}

export function somePerson(random: Random, { employers, distinct }: PersonChoice): Person {
  people += 1;
  const pay = 40_000 + random.below(40) * random.below(40) * 100 + (random.once(50) ? 5_000_000 : 0);
  return {
    id: `person-${people}`,
    employer: skewed(
      random,
      Array.from({ length: employers }, (_, i) => i),
    ),
    traits: someTraits(random),
    pay: distinct ? pay + people / 1e6 : pay,
  };
}

export function populationFrom(members: readonly Person[], protection: Protection): Population {
  return {
    basis: protection === 'employers' ? 'posted' : 'paid',
    country: 'US',
    currency: 'USD',
    protection,
    period: { from: '2026-05', to: '2026-05' },
    records: members.map(recordOf),
  };
}

function recordOf({ traits, pay, employer }: Person): PrivateRecord {
  return { traits, value: pay, employer, mark: markOf(`${traits.role}|${traits.level}|${traits.state}|${pay}`) };
}

/** Numbers for texts, one each. */
const marks = new Map<string, number>();

function markOf(text: string): number {
  const mark = marks.get(text) ?? marks.size + 1;
  marks.set(text, mark);
  return mark;
}

/** Whether somebody is in a published group, by what its name says. */
export function isIn({ traits }: Person, { work, level, state }: CellId): boolean {
  const working = work.kind === 'all' || (work.kind === 'family' ? traits.family : traits.role) === work.id;
  return working && (level === null || traits.level === level) && (state === null || traits.state === state);
}

/** Every group of the lattice that could be asked for. */
export function wholeLattice(): CellId[] {
  const works: CellId['work'][] = [
    { kind: 'all', id: null },
    ...Object.keys(FAMILIES).map((id) => ({ kind: 'family', id }) as const),
    ...[...ROLES.map(({ role }) => role), 'soc-29-1141'].map((id) => ({ kind: 'role', id }) as const),
  ];
  return works.flatMap((work) =>
    [null, ...LEVELS].flatMap((level) =>
      [null, ...STATES].map((state): CellId => ({ work, level, country: 'US', state })),
    ),
  );
}
