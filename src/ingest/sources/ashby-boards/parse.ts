/** Postings of Ashby boards: the answers of the boards themselves, or one collection of them. */
import { requiredCode, requiredDay } from '../../fields.js';
import { type JsonObject, jsonList, jsonNumber, jsonObject, jsonText, jsonTextOrNull } from '../../json-values.js';
import type { RawReader } from '../../raw-reader.js';

const FOLDER = 'ashby-boards-2025-10';
/** Many boards in one file, one posting a line, with the board's name under `_board`. */
const COLLECTION = `${FOLDER}/jobs.jsonl.gz`;

const EMPLOYMENT_TYPES = ['FullTime', 'PartTime', 'Contract', 'Intern', 'Temporary'] as const;

/** A place as a board gives it. */
export interface StatedPlace {
  /** Town, region and country of the postal address, as far as given. */
  readonly address: string;
  readonly location: string;
}

export interface Salary {
  /** `1 YEAR`, `1 HOUR` ... */
  readonly interval: string;
  readonly currency: string;
  readonly low: number;
  readonly high: number;
}

/** One of the offers that a posting states: boards keep one for each place or level. */
export interface Tier {
  readonly title: string | null;
  /** What the board shows: label and amounts of all components, with the note. */
  readonly summary: string;
  readonly note: string | null;
  readonly salary: Salary | null;
}

export interface BoardPosting {
  /** Name of the board as people read it. */
  readonly board: string;
  readonly title: string;
  readonly employmentType: string;
  readonly listed: boolean;
  /** Day of publication. */
  readonly published: string;
  /** The first is the posting's own, the others its secondary locations. */
  readonly places: readonly [StatedPlace, ...StatedPlace[]];
  readonly tiers: readonly Tier[];
  /** Plain text of the description; read for skills and credentials, never kept. */
  readonly text: string;
}

/** Where the answer of a board is kept. */
export function boardPath(board: string): string {
  return `${FOLDER}/boards/${board}.json`;
}

/**
 * The postings one after the other: of the boards' own answers where there are any, else of the collection.
 *
 * @param boards names of the boards
 * @throws {SourceError} SOURCE_MISSING | SOURCE_UNREADABLE | SOURCE_VALUE
 */
export async function* readBoards(raw: RawReader, boards: readonly string[]): AsyncGenerator<BoardPosting> {
  let answers = 0;
  for (const board of boards) {
    if (!(await raw.has(boardPath(board)))) continue;
    answers += 1;
    const answer = jsonObject(await raw.json(boardPath(board)), 'answer');
    for (const job of jsonList(answer.jobs, 'jobs')) yield boardPosting(job, board);
  }
  if (answers > 0) return;
  for await (const line of raw.jsonLines(COLLECTION)) {
    yield boardPosting(line, jsonText(jsonObject(line, 'job')._board, '_board'));
  }
}

/**
 * @param board name of the board as in its address
 * @throws {SourceError} SOURCE_VALUE
 */
export function boardPosting(value: unknown, board: string): BoardPosting {
  const job = jsonObject(value, 'job');
  const compensation = job.compensation ?? null;
  const tiers =
    compensation === null ? [] : jsonList(jsonObject(compensation, 'compensation').compensationTiers, 'tiers');
  const secondary = jsonList(job.secondaryLocations, 'secondaryLocations');
  return {
    board: board.replaceAll('%20', ' '),
    title: jsonText(job.title, 'title'),
    employmentType: requiredCode(jsonText(job.employmentType, 'employmentType'), 'employmentType', EMPLOYMENT_TYPES),
    listed: job.isListed !== false,
    published: requiredDay(jsonText(job.publishedAt, 'publishedAt'), 'publishedAt'),
    places: [statedPlace(job), ...secondary.map((place) => statedPlace(jsonObject(place, 'secondaryLocations')))],
    tiers: tiers.map((tier) => tierOf(jsonObject(tier, 'compensationTiers'))),
    text: jsonTextOrNull(job.descriptionPlain, 'descriptionPlain') ?? '',
  };
}

function statedPlace({ address, location }: JsonObject): StatedPlace {
  const postal = address === null || address === undefined ? {} : jsonObject(address, 'address').postalAddress;
  const parts = postal === null || postal === undefined ? {} : jsonObject(postal, 'postalAddress');
  const named = [parts.addressLocality, parts.addressRegion, parts.addressCountry].map((part) =>
    jsonTextOrNull(part, 'postalAddress'),
  );
  return {
    address: named.filter((part) => part !== null).join(', '),
    location: jsonTextOrNull(location, 'location') ?? '',
  };
}

function tierOf(tier: JsonObject): Tier {
  const salaries = jsonList(tier.components, 'components')
    .map((component) => jsonObject(component, 'components'))
    .filter(({ compensationType }) => compensationType === 'Salary');
  return {
    title: jsonTextOrNull(tier.title, 'title'),
    summary: jsonTextOrNull(tier.tierSummary, 'tierSummary') ?? '',
    note: jsonTextOrNull(tier.additionalInformation, 'additionalInformation'),
    salary: salaries[0] === undefined ? null : salaryOf(salaries[0]),
  };
}

function salaryOf(component: JsonObject): Salary | null {
  const low = jsonNumber(component.minValue, 'minValue');
  const high = jsonNumber(component.maxValue, 'maxValue');
  if (low === null || high === null) return null;
  return {
    interval: jsonText(component.interval, 'interval'),
    currency: jsonText(component.currencyCode, 'currencyCode'),
    low,
    high,
  };
}
