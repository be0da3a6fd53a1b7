/** Reads a question from the query of an address. */
import { BASES, type Basis } from '../../core/basis.js';
import { UsageError } from '../../core/errors.js';
import { findLevel, LEVELS, type LevelId } from '../../core/level.js';

export interface ReportQuestion {
  readonly title: string;
  /** Anything that names a place: `US-CA`, `New York City`. */
  readonly place: string;
  readonly level?: LevelId;
  /** Base pay a year in the currency of the place. */
  readonly offer?: number;
  readonly basis?: Basis;
}

/** Longest title and place that are read, characters. */
export const TITLE_LIMIT = 300;
const PLACE_LIMIT = 100;

const DEFAULT_PLACE = 'US';
const LARGEST_OFFER = 1e9;

/**
 * The question asked by `title`, `in`, `level`, `offer` and `basis`; empty ones count as not given.
 *
 * @throws {UsageError} EMPTY_TITLE, TITLE_TOO_LONG, PLACE_TOO_LONG, UNKNOWN_LEVEL, BAD_OFFER, UNKNOWN_BASIS
 * @example readQuestion(new URLSearchParams('title=Nurse&in=GB')) // { title: 'Nurse', place: 'GB' }
 */
export function readQuestion(query: URLSearchParams): ReportQuestion {
  const given = (name: string) => query.get(name)?.trim() ?? '';
  const [level, offer, basis] = [given('level'), given('offer'), given('basis')];
  return {
    title: readTitle(given('title')),
    place: readPlace(given('in')),
    ...(level === '' ? {} : { level: readLevel(level) }),
    ...(offer === '' ? {} : { offer: readOffer(offer) }),
    ...(basis === '' ? {} : { basis: readBasis(basis) }),
  };
}

function readTitle(title: string): string {
  if (title === '') {
    throw new UsageError('EMPTY_TITLE', 'No job title was given.', 'Give one, such as title=Machine Learning Lead.');
  }
  if (title.length > TITLE_LIMIT) {
    throw new UsageError('TITLE_TOO_LONG', 'The job title is too long.', `Use at most ${TITLE_LIMIT} characters.`);
  }
  return title;
}

function readPlace(place: string): string {
  if (place.length > PLACE_LIMIT) {
    throw new UsageError('PLACE_TOO_LONG', 'The place is too long.', `Use at most ${PLACE_LIMIT} characters.`);
  }
  return place === '' ? DEFAULT_PLACE : place;
}

function readLevel(text: string): LevelId {
  const level = findLevel(text.toLowerCase());
  if (level !== undefined) return level.id;
  throw new UsageError(
    'UNKNOWN_LEVEL',
    'There is no such level.',
    `Use one of ${LEVELS.map(({ id }) => id).join(', ')}.`,
  );
}

function readOffer(text: string): number {
  const offer = /^\d{1,10}(?:\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  if (offer > 0 && offer <= LARGEST_OFFER) return offer;
  throw new UsageError(
    'BAD_OFFER',
    'The offer is not an amount.',
    'Give base pay a year in digits, such as offer=185000.',
  );
}

function readBasis(text: string): Basis {
  const basis = BASES.find((name) => name === text);
  if (basis !== undefined) return basis;
  throw new UsageError('UNKNOWN_BASIS', 'There is no such basis.', `Use one of ${BASES.join(', ')}.`);
}
