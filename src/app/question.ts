/** From what a user typed to a question the analyses understand. */
import type { Question } from '../analysis/question.js';
import { BASES, type Basis } from '../core/basis.js';
import { UsageError } from '../core/errors.js';
import { formatList, formatPercent } from '../core/format.js';
import { findLevel, LEVELS, type Level } from '../core/level.js';
import type { TitleReading } from '../core/role.js';
import { select } from '../query/plan.js';
import {
  findPlace,
  type OccupationFacts,
  readTitle,
  recogniseTitle,
  TITLE_LIMIT,
  type TitleCandidate,
  titleKeys,
} from '../text/index.js';
import type { Market } from './market.js';

export interface ReportRequest {
  readonly title: string;
  readonly place: string;
  /** Level id; the title's own when absent. */
  readonly level?: string | undefined;
  /** Offer in the place's currency, a year. */
  readonly offer?: number | undefined;
  readonly basis?: string | undefined;
  /** `YYYY-MM-DD`, not after the newest data. */
  readonly asOf?: string | undefined;
}

export interface UnderstoodQuestion {
  readonly question: Question;
  /** How title and place were understood, for the reader. */
  readonly notes: readonly string[];
}

/**
 * @throws {UsageError} EMPTY_TITLE | TITLE_TOO_LONG | EMPTY_PLACE | REMOTE_PLACE | UNKNOWN_PLACE | UNKNOWN_LEVEL |
 * CONTRADICTORY_LEVEL | UNKNOWN_BASIS | INVALID_AS_OF | INVALID_OFFER
 */
export async function understandQuestion(market: Market, request: ReportRequest): Promise<UnderstoodQuestion> {
  if (request.title.length > TITLE_LIMIT) {
    throw new UsageError('TITLE_TOO_LONG', 'The job title is too long.', `Use at most ${TITLE_LIMIT} characters.`);
  }
  const found = findPlace(request.place, market.places);
  const reading = await readTitleIn(market, request.title);
  const level = chooseLevel(request, reading?.level ?? null);
  if (request.offer !== undefined && !(Number.isFinite(request.offer) && request.offer > 0)) {
    throw new UsageError(
      'INVALID_OFFER',
      'The offer is not a positive amount.',
      'Give a yearly amount, for example --offer 185000.',
    );
  }
  const { place } = found;
  const nameOf = (id: string): string | null => market.places.find((row) => row.place === id)?.name ?? null;
  const statePlaceId = place.kind === 'country' ? null : (place.states[0] ?? null);
  const role = reading?.role ?? { id: 'unknown', name: request.title.trim(), family: null };
  const family = role.family === null ? [] : market.catalogue.roles.filter((entry) => entry.family === role.family);
  const question: Question = {
    title: request.title.trim(),
    titleKey: recogniseTitle(request.title, market.catalogue).key,
    role,
    familyRoles: family.map((entry) => entry.id),
    familyName: family[0]?.familyName ?? null,
    level,
    occupations: reading?.occupations ?? [],
    place,
    statePlaceId,
    statePlaceName: statePlaceId === null ? null : nameOf(statePlaceId),
    countryName: nameOf(place.country) ?? place.country,
    asOf: chooseAsOf(request, market.asOf),
    newest: market.asOf,
    basis: chooseBasis(request),
  };
  const placeNotes = [
    ...(found.note === null ? [] : [found.note]),
    ...(place.kind === 'metro' && question.statePlaceName !== null
      ? [
          `The market holds no figures for the ${place.name} metropolitan area yet: ${question.statePlaceName} answers, and where it cannot, the country.`,
        ]
      : []),
  ];
  return { question, notes: [...titleNotes(request.title.trim(), reading, level), ...placeNotes] };
}

/** How a title is read in this market; null when it fits no role and no occupation. */
export async function readTitleIn(market: Market, title: string): Promise<TitleReading | null> {
  const { store, catalogue } = market;
  const { role } = recogniseTitle(title, catalogue);
  const facts = await occupationFacts(market, role === null);
  // A misspelt role is only known once its title has been mended: then any role's occupations may be wanted.
  const roleRows = await store.read(
    select('roleOccupations', ['role', 'soc', 'weight'], role === null ? [] : [{ column: 'role', is: role.id }]),
  );
  const read = (candidates: readonly TitleCandidate[]): TitleReading | null =>
    readTitle(title, {
      catalogue,
      roleOccupations: (id) => roleRows.filter((row) => row.role === id),
      candidates,
      occupation: (soc) => facts.get(soc) ?? { title: soc, jobs: null },
    });
  if (role !== null) return read([]);
  const keys = [...new Set(Object.values(titleKeys(title)))];
  const exact = await store.read(select('titles', TITLE_COLUMNS, [{ column: 'key', in: keys }]));
  return (exact.length > 0 ? read(exact) : null) ?? read(await store.read(select('titles', TITLE_COLUMNS)));
}

/** Titles of all occupations, and their national jobs where these decide between listings. */
async function occupationFacts({ store, asOf }: Market, withJobs: boolean): Promise<Map<string, OccupationFacts>> {
  const [titles, jobs] = await Promise.all([
    store.read(select('occupations', ['soc', 'title'])),
    withJobs
      ? store.read(
          select(
            'official',
            ['soc', 'jobs'],
            [
              { column: 'place', is: 'US' },
              { column: 'year', atLeast: Number(asOf.slice(0, 4)) - JOBS_YEARS },
            ],
          ),
        )
      : [],
  ]);
  const known = new Map(jobs.map((row) => [row.soc, row.jobs]));
  return new Map(titles.map((row) => [row.soc, { title: row.title, jobs: known.get(row.soc) ?? null }]));
}

/** Years of the official table that are looked through for the newest jobs of an occupation. */
const JOBS_YEARS = 2;

const TITLE_COLUMNS = ['source', 'key', 'title', 'soc', 'weight'] as const;

function chooseLevel(request: ReportRequest, fromTitle: Level | null): Level | null {
  if (request.level === undefined) return fromTitle;
  const asked = findLevel(request.level.toLowerCase());
  if (asked === undefined) {
    throw new UsageError(
      'UNKNOWN_LEVEL',
      `"${request.level}" is not a level.`,
      `Levels: ${LEVELS.map((level) => level.id).join(', ')}.`,
    );
  }
  if (fromTitle !== null && fromTitle.id !== asked.id) {
    throw new UsageError(
      'CONTRADICTORY_LEVEL',
      `The title says ${fromTitle.name.toLowerCase()} level and --level says ${asked.id}.`,
      'Leave out --level, or give the title without its level.',
    );
  }
  return asked;
}

function chooseBasis(request: ReportRequest): Basis | null {
  if (request.basis === undefined) return null;
  const basis = BASES.find((entry) => entry === request.basis);
  if (basis === undefined) {
    throw new UsageError('UNKNOWN_BASIS', `"${request.basis}" is not a basis.`, `Bases: ${BASES.join(', ')}.`);
  }
  return basis;
}

function chooseAsOf(request: ReportRequest, newest: string): string {
  const { asOf } = request;
  if (asOf === undefined) return newest;
  const valid = isDate(asOf);
  if (!valid) {
    throw new UsageError('INVALID_AS_OF', `"${asOf}" is not a date.`, 'Give --as-of as YYYY-MM-DD.');
  }
  if (asOf > newest) {
    throw new UsageError(
      'INVALID_AS_OF',
      `--as-of ${asOf} is after the newest data of the market, ${newest}.`,
      'Leave it out, or give an earlier date; what comes after is the forecast of the report.',
    );
  }
  return asOf;
}

function titleNotes(title: string, reading: TitleReading | null, level: Level | null): string[] {
  if (reading === null) return [`"${title}" fits no role and no occupation in the market.`];
  const how = { catalogue: 'a role of the catalogue', exact: 'a listed title', nearest: 'the nearest listed title' }[
    reading.how
  ];
  const levelWords = level === null ? 'no level named' : `${level.name.toLowerCase()} level`;
  const mix = formatList(
    reading.occupations.map((occupation) => `${occupation.title} ${formatPercent(100 * occupation.share)}`),
  );
  const notes = [`"${title}" is read as ${reading.role.name}, ${levelWords} (${how}); occupations: ${mix}.`];
  if (reading.alternatives.length > 0)
    notes.push(`It could also mean: ${reading.alternatives.slice(0, 3).join('; ')}.`);
  return notes;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
