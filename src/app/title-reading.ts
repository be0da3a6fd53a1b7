/** How a report reads the title it was asked for: the classification of the title, as a role to answer about. */
import { UsageError } from '../core/errors.js';
import { formatList, formatPercent } from '../core/format.js';
import { findLevel, type Level } from '../core/level.js';
import type { OccupationShare, Role } from '../core/role.js';
import { select } from '../query/plan.js';
import {
  MATCHED_FROM,
  normaliseTitle,
  occupationCodeIn,
  type TitleClassification,
  type TitleStanding,
} from '../text/titles/index.js';
import type { Market } from './market.js';

export interface TitleReading {
  /** A catalogued role or, without one, the most probable occupation; null where the title is not understood. */
  readonly role: Role | null;
  /** null when the title names no level. */
  readonly level: Level | null;
  /** Occupations of at least .03 each, most probable first; empty where the title is not understood. */
  readonly occupations: readonly OccupationShare[];
  readonly classification: TitleClassification;
  /** How much the title itself is known; asked only where no role and no single occupation is sure. */
  readonly standing: TitleStanding;
}

/** Less likely occupations are left out of a report. */
const SMALLEST_SHARE = 0.03;
/** Without a catalogued role, the probability from which the first occupation answers for the title. */
const READABLE_FROM = 0.25;
/** The same of a title that neither filings nor lists hold: its words alone speak. */
const GUESSABLE_FROM = 0.3;

/**
 * The reading of a title in a market.
 *
 * @throws {UsageError} EMPTY_TITLE
 * @throws {MarketError} when the market's title model is missing or damaged
 */
export async function readTitleIn(market: Market, title: string): Promise<TitleReading> {
  if (title.trim() === '') {
    throw new UsageError(
      'EMPTY_TITLE',
      'The job title is empty.',
      'Give a title, such as "Machine Learning Engineer".',
    );
  }
  const classification = await market.classifyTitle(title);
  const level = classification.level === null ? null : (findLevel(classification.level.id) ?? null);
  const standing = await standingOf(market, classification);
  const role = roleOf(classification, standing, market);
  return { role, level, occupations: role === null ? [] : sharesOf(classification), classification, standing };
}

/** A title that a publisher of another country lists names work, whatever its words are here. */
async function standingOf(market: Market, { input, status }: TitleClassification): Promise<TitleStanding> {
  if (status !== 'backed-off') return 'known';
  const standing = await market.standingOf(input);
  if (standing === 'known') return standing;
  const listed = select('occupationTitles', ['title'], [{ column: 'title', is: normaliseTitle(input) }]);
  return (await market.store.read(listed)).length > 0 ? 'known' : standing;
}

function roleOf(
  { role, occupations }: TitleClassification,
  standing: TitleStanding,
  { catalogue }: Market,
): Role | null {
  if (role !== null) {
    const family = catalogue.roles.find(({ id }) => id === role.id)?.family ?? null;
    return { ...role, family };
  }
  const first = occupations[0];
  if (first === undefined || standing === 'of-nothing') return null;
  if (first.p < (standing === 'known' ? READABLE_FROM : GUESSABLE_FROM)) return null;
  return { id: `soc-${first.soc}`, name: first.title, family: null };
}

function sharesOf({ occupations }: TitleClassification): OccupationShare[] {
  return occupations.filter(({ p }) => p >= SMALLEST_SHARE).map(({ soc, title, p }) => ({ soc, title, share: p }));
}

/**
 * Sentences that tell the reader how the title was understood.
 *
 * @param level the level asked for, or the title's own
 */
export async function titleNotes(
  market: Market,
  { reading, level }: { readonly reading: TitleReading; readonly level: Level | null },
): Promise<string[]> {
  const { role, occupations, classification, standing } = reading;
  const asked = `"${classification.input.trim()}"`;
  const group = await groupWords(market, classification);
  if (role === null) {
    if (occupationCodeIn(classification.input) !== null) {
      return [`${asked} is no code of a detailed occupation of the official survey (SOC 2018 as in OEWS).`];
    }
    if (classification.status === 'abstained' || standing === 'of-nothing')
      return [`${asked} fits no role and no occupation in the market.`];
    const known = group === null ? '' : ` It is most likely in the group ${group}: too broad for one answer.`;
    return [`${asked} fits no role, and no single occupation is likely enough.${known}`];
  }
  const levelWords = level === null ? 'no level named' : `${level.name.toLowerCase()} level`;
  if (classification.status === 'backed-off') {
    const sure = group !== null && (classification.broader?.p ?? 0) >= MATCHED_FROM;
    const within = sure ? ` It is most likely in the group ${group}.` : '';
    return [
      `${asked} names no single occupation for sure, ${levelWords}. Likely occupations: ${mixOf(occupations)}.${within}`,
    ];
  }
  const kind = role.family === null ? 'the occupation' : 'the role';
  const itself = occupations.length === 0 || (occupations.length === 1 && occupations[0]?.title === role.name);
  const mix = itself ? '' : ` Likely occupations: ${mixOf(occupations)}.`;
  return [`${asked} is read as ${kind} ${role.name}, ${levelWords}.${mix}`];
}

/**
 * What stands at the answer where the occupations carry it and none of them is sure: as what the title was read, how
 * sure that is, what else it may be, and how to ask for one of them.
 *
 * @returns null for a role, an occupation that is likely enough, and a title that is not answered
 */
export function doubtOf({ role, occupations, classification, standing }: TitleReading): string | null {
  const [first, ...others] = occupations;
  if (role === null || first === undefined || classification.status !== 'backed-off') return null;
  const asked = `"${classification.input.trim()}"`;
  const sure = (share: number): string => formatPercent(100 * share);
  const next = others.slice(0, CANDIDATES).map(({ title, soc, share }) => `${title} (${soc}, ${sure(share)})`);
  const leading = `${first.title} (${first.soc}, ${sure(first.share)})`;
  const read =
    standing === 'known'
      ? `${asked} names no single occupation: it is most often ${leading}`
      : `A guess: ${asked} is not a title we know, and by its words most likely ${leading}`;
  const rest = next.length === 0 ? '' : `, next ${formatList(next)}`;
  return `${read}${rest}. For one of these alone, ask by its name or code.`;
}

/** Next likely occupations named at the answer. */
const CANDIDATES = 2;

function mixOf(occupations: readonly OccupationShare[]): string {
  return formatList(occupations.map(({ title, share }) => `${title} ${formatPercent(100 * share)}`));
}

/** A group by name with its probability: `15-0000 Computer and Mathematical Occupations (71%)`. */
async function groupWords({ store }: Market, { broader }: TitleClassification): Promise<string | null> {
  if (broader === null) return null;
  const major = `${broader.code.slice(0, 2)}-0000`;
  const rows = await store.read(
    select('occupations', ['major', 'majorTitle', 'broad', 'broadTitle'], [{ column: 'major', is: major }]),
  );
  const broad = rows.find((row) => row.broad === broader.code)?.broadTitle;
  const name = broad ?? rows[0]?.majorTitle;
  return `${broader.code}${name === undefined ? '' : ` ${name}`} (${formatPercent(100 * broader.p)})`;
}
