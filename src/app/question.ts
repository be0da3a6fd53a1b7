/** From what a user typed to a question the analyses understand. */
import type { Question } from '../analysis/question.js';
import { BASES, type Basis } from '../core/basis.js';
import { UsageError } from '../core/errors.js';
import { formatDate } from '../core/format.js';
import { findLevel, LEVELS, type Level } from '../core/level.js';
import { findPlace } from '../text/places/find.js';
import {
  normaliseTitle,
  occupationCodeIn,
  type RecognisedTitle,
  type RoleCatalogue,
  recogniseTitle,
  TITLE_LIMIT,
} from '../text/titles/index.js';
import type { Market } from './market.js';
import { doubtOf, readTitleIn, type TitleReading, titleNotes } from './title-reading.js';

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
  /** `mine`: from the user's own data alone; the market must be open with them. */
  readonly only?: string | undefined;
}

export interface UnderstoodQuestion {
  readonly question: Question;
  /** How title and place were understood, for the reader; of the title first. */
  readonly notes: readonly string[];
  /** What an answer that rests on the occupations says of an unsure reading; null where the reading is sure. */
  readonly doubt: string | null;
}

/**
 * @throws {UsageError} EMPTY_TITLE | TITLE_TOO_LONG | EMPTY_PLACE | REMOTE_PLACE | UNKNOWN_PLACE | UNKNOWN_LEVEL |
 * CONTRADICTORY_LEVEL | UNKNOWN_BASIS | INVALID_AS_OF | INVALID_OFFER | UNKNOWN_SELECTION | NO_OWN_DATA
 */
export async function understandQuestion(market: Market, request: ReportRequest): Promise<UnderstoodQuestion> {
  if (request.title.length > TITLE_LIMIT) {
    throw new UsageError('TITLE_TOO_LONG', 'The job title is too long.', `Use at most ${TITLE_LIMIT} characters.`);
  }
  const found = findPlace(request.place, market.places);
  const reading = await readTitleIn(market, request.title);
  const level = chooseLevel(request, reading.level);
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
  const role = reading.role ?? { id: 'unknown', name: request.title.trim(), family: null };
  const family = role.family === null ? [] : market.catalogue.roles.filter((entry) => entry.family === role.family);
  const title = titleOf(request, reading);
  const recognised = recogniseTitle(title, market.catalogue);
  const question: Question = {
    title,
    titleKey: recognised.key,
    workKey: workKeyOf(recognised, market.catalogue),
    role,
    familyRoles: family.map((entry) => entry.id),
    familyName: family[0]?.familyName ?? null,
    level,
    occupations: reading.occupations,
    ...(reading.standing !== 'known' && reading.role !== null ? { isGuess: true } : {}),
    ...(occupationCodeIn(request.title) === null ? {} : { asksOccupation: true }),
    place,
    statePlaceId,
    statePlaceName: statePlaceId === null ? null : nameOf(statePlaceId),
    countryName: nameOf(place.country) ?? place.country,
    asOf: chooseAsOf(request, market.asOf),
    newest: market.asOf,
    basis: chooseBasis(request),
    only: chooseOnly(request, market),
  };
  const placeNotes = [
    ...(found.note === null ? [] : [found.note]),
    ...(place.kind === 'metro' && question.statePlaceName !== null
      ? [
          `Offers and official percentiles are not held by metropolitan area: for ${place.name} ${question.statePlaceName} answers, and where it cannot, the country. The area’s own official mean stands beside it where there is one.`,
        ]
      : []),
  ];
  const notes = [...(await titleNotes(market, { reading, level })), ...placeNotes, ...newerOwnData(market, question)];
  return { question, notes, doubt: doubtOf(reading) };
}

/** A title that names a catalogued role and nothing more stands for the role, however it is worded. */
function workKeyOf({ rest, role }: RecognisedTitle, { exact }: RoleCatalogue): string {
  return role !== null && exact.has(rest) ? normaliseTitle(role.name) : rest;
}

/** As typed; for the code of an occupation the title it stands for, under which offers and lists know the work. */
function titleOf({ title }: ReportRequest, { occupations }: TitleReading): string {
  const [only] = occupations;
  return occupationCodeIn(title) === null || only === undefined ? title.trim() : only.title;
}

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

function chooseOnly({ only }: ReportRequest, market: Market): Question['only'] {
  if (only === undefined) return null;
  if (only !== 'mine') {
    throw new UsageError('UNKNOWN_SELECTION', `--only ${only} is not known.`, 'Give --only mine, or leave it out.');
  }
  if (!market.hasOwnData) {
    throw new UsageError(
      'NO_OWN_DATA',
      'There are no data of your own to answer from.',
      'Import some: goingrate import FILE.',
    );
  }
  return only;
}

/** Own data may be newer than everything public; the as-of date is then theirs. */
function newerOwnData({ asOf, store }: Market, question: Question): string[] {
  const { publicAsOf = asOf } = store.manifest;
  if (publicAsOf >= question.asOf || question.asOf !== asOf) return [];
  return [
    `Your own data reach to ${formatDate(asOf)} and the public data to ${formatDate(publicAsOf)}: amounts are carried to the later date, by the last published value of the wage index.`,
  ];
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

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
