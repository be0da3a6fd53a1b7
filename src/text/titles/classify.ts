import { findLevel, type LevelId, type Track } from '../../core/level.js';
import type { Meter } from '../meter.js';
import { WORKER_NOUNS } from './abbreviations.js';
import { PLAIN_LEVEL_WORDS } from './level-words.js';
import { buildVocabulary, mendKey, type Vocabulary } from './mend.js';
import { positionOf } from './model/hash-index.js';
import { titleHash } from './model/title-features.js';
import { normaliseTitle } from './normalise.js';
import { findOfficialTitle, indexOfficialTitles, type OfficialNaming, type OfficialTitles } from './official-title.js';
import { type RecognisedTitle, type RoleCatalogue, recogniseTitle } from './roles.js';
import { ABSTAIN_BELOW, estimateOccupations, type OccupationEstimate, type TitleModel } from './title-model.js';

export interface TitleKnowledge {
  readonly catalogue: RoleCatalogue;
  readonly model: TitleModel;
}

/** What a job title means, and how sure that is. */
export interface TitleClassification {
  readonly input: string;
  /** The catalogued role, or null. */
  readonly role: { readonly id: string; readonly name: string } | null;
  /** The seniority the title names, or null. */
  readonly level: { readonly id: LevelId; readonly track: Track } | null;
  /**
   * Six-digit SOC 2018 codes as in OEWS, most probable first; `p` are calibrated probabilities that sum to at most 1.
   * Empty when abstained.
   */
  readonly occupations: readonly { readonly soc: string; readonly title: string; readonly p: number }[];
  /** The narrowest SOC group that is likely enough, `15-1200`, where no single code is; null otherwise. */
  readonly broader: { readonly code: string; readonly p: number } | null;
  /**
   * `matched`: a catalogued role, or one occupation more likely than all others together. `backed-off`: the title is
   * understood, but no single occupation is that likely. `abstained`: too little of the title is known to say anything.
   */
  readonly status: 'matched' | 'backed-off' | 'abstained';
}

/** The probability from which a single occupation counts as the title's meaning. */
export const MATCHED_FROM = 0.5;

/** Where the very title is not known: the lowest first probability of which no group holds half, and of which few letters are known. */
const LOWEST_SCATTERED = 0.1;
const LOWEST_PARTLY_KNOWN = 0.35;
/** From this `support` on a title counts as made of known words. */
const MOSTLY_KNOWN = 0.7;

/**
 * What a job title means: a catalogued role, its level, and a distribution over occupations.
 *
 * The role and the level come from the reviewed lists and the level grammar, the occupations from the trained model:
 * of the title as it is or, where only the title without its level words was seen in training, of that. Where the model
 * hardly knows a catalogued title, the occupations are those of the role's own name. A title that says nothing
 * is read once more with its typing errors mended. Nothing is guessed for a title that neither list nor model knows.
 *
 * A code of the occupation list and a title as the list prints it, in the plural, are that occupation for certain, with
 * no level: the whole occupation is asked about. A catalogued role stays beside it only where its phrase is the whole
 * title. In the singular such a title is read like any other, unless the model is unsure or sure of another.
 *
 * @param input any text; only its first 300 characters are read, blank text gives `abstained`
 * @param meter counts characters, words and the model's steps
 */
export function classifyTitle(input: string, { catalogue, model }: TitleKnowledge, meter?: Meter): TitleClassification {
  return classifyWith(input, {
    catalogue,
    meter,
    estimate: (key) => estimateOccupations(key, model, meter),
    isSeen: (key) => isTrainedTitle(key, model),
    vocabulary: () => vocabularyOf(catalogue, model),
    official: (text) => findOfficialTitle(text, officialTitlesOf(model), meter),
  });
}

export interface ClassifyOptions {
  readonly catalogue: RoleCatalogue;
  /** The distribution over occupations for a title key. */
  readonly estimate: (key: string) => OccupationEstimate;
  /** Whether the title of a key was seen in training. */
  readonly isSeen: (key: string) => boolean;
  /** Words that a mistyped one may be; asked for only where a title says nothing as it is. */
  readonly vocabulary: () => Vocabulary;
  /** The occupation whose code or published title a text is. */
  readonly official?: (text: string) => OfficialNaming | null;
  readonly meter?: Meter | undefined;
}

/** `classifyTitle` with any estimator of occupations. */
export function classifyWith(input: string, options: ClassifyOptions): TitleClassification {
  const named = options.official?.(input) ?? null;
  if (named?.by === 'code') return toldOfficially(input, named, null);
  const asWritten = read(input, options);
  const { role, key } = asWritten.recognised;
  if (named !== null && isTheOccupation(named, asWritten)) return toldOfficially(input, named, asWritten);
  if (role !== null || asWritten.sure || key === '') return told(input, asWritten);
  const mended = mendKey(key, options.vocabulary(), options.meter);
  if (mended === null) return told(input, asWritten);
  const again = read(mended, options);
  return told(input, again.recognised.role !== null || again.sure ? again : asWritten);
}

/** Whether a title of the list is its occupation whatever the model says. */
function isTheOccupation({ by, occupation }: OfficialNaming, { recognised, estimate, sure }: TitleReading): boolean {
  if (by === 'published') return true;
  return recognised.role === null && !(sure && estimate?.occupations[0]?.soc === occupation.soc);
}

function toldOfficially(
  input: string,
  { by, occupation }: OfficialNaming,
  reading: TitleReading | null,
): TitleClassification {
  const role = reading?.wholeRole ? reading.recognised.role : null;
  const level = by === 'singular' ? (reading?.recognised.level ?? null) : null;
  return {
    input,
    role: role === null ? null : { id: role.id, name: role.name },
    level: level === null ? null : levelOf(level),
    occupations: [{ soc: occupation.soc, title: occupation.title, p: 1 }],
    broader: null,
    status: 'matched',
  };
}

interface TitleReading {
  readonly recognised: RecognisedTitle;
  /** null where too little is known. */
  readonly estimate: OccupationEstimate | null;
  /** Whether one occupation is likely enough to be the title's meaning. */
  readonly sure: boolean;
  /** Whether a phrase of the catalogued role is the whole title. */
  readonly wholeRole: boolean;
}

function read(text: string, options: ClassifyOptions): TitleReading {
  const recognised = recogniseTitle(text, options.catalogue, options.meter);
  const estimate = bestEstimate(recognised, options);
  const { exact, contains } = options.catalogue;
  const wholeRole = [recognised.rest, recognised.occupationKey].some((key) => exact.has(key) || contains.has(key));
  return { recognised, estimate, sure: (estimate?.occupations[0]?.p ?? 0) >= MATCHED_FROM, wholeRole };
}

/** The estimate for the title, for the title without its level words, or for its role's name; null where none says anything. */
function bestEstimate(
  { key, occupationKey, role }: RecognisedTitle,
  { estimate, isSeen, meter }: ClassifyOptions,
): OccupationEstimate | null {
  if (key === '') return null;
  const own = estimate(occupationKey !== key && !isSeen(key) && isSeen(occupationKey) ? occupationKey : key);
  if (saysSomething(own)) return own;
  if (role === null) return null;
  const byRole = estimate(normaliseTitle(role.name, meter));
  return saysSomething(byRole) ? byRole : null;
}

function saysSomething({ occupations, broader, support, seen }: OccupationEstimate): boolean {
  const p = occupations[0]?.p ?? 0;
  if (support < ABSTAIN_BELOW || p === 0) return false;
  if (seen) return true;
  if (support < MOSTLY_KNOWN) return p >= LOWEST_PARTLY_KNOWN;
  return broader !== null || p >= LOWEST_SCATTERED;
}

function told(input: string, { recognised, estimate, sure }: TitleReading): TitleClassification {
  const role = recognised.role === null ? null : { id: recognised.role.id, name: recognised.role.name };
  const level = recognised.level === null ? null : levelOf(recognised.level);
  const occupations = estimate?.occupations.map(({ soc, title, p }) => ({ soc, title, p: rounded(p) })) ?? [];
  const broader = estimate === null || sure ? null : broaderOf(estimate);
  const unsure = estimate === null ? 'abstained' : 'backed-off';
  return { input, role, level, occupations, broader, status: sure || role !== null ? 'matched' : unsure };
}

function isTrainedTitle(key: string, { tables }: TitleModel): boolean {
  return positionOf(tables.titles, titleHash(key)) >= 0;
}

const officialTitles = new WeakMap<TitleModel, OfficialTitles>();

/** The official titles that a model holds, made ready once. */
export function officialTitlesOf(model: TitleModel): OfficialTitles {
  const present = officialTitles.get(model);
  if (present !== undefined) return present;
  const made = indexOfficialTitles(model.tables.occupations.map(([soc, title]) => ({ soc, title })));
  officialTitles.set(model, made);
  return made;
}

const vocabularies = new WeakMap<TitleModel, Vocabulary>();

/** Words of occupations' names, of the catalogue, of kinds of workers and of levels. */
function vocabularyOf(catalogue: RoleCatalogue, model: TitleModel): Vocabulary {
  const present = vocabularies.get(model);
  if (present !== undefined) return present;
  const made = buildVocabulary([
    ...model.tables.occupations.map(([, title]) => normaliseTitle(title)),
    ...catalogue.exact.keys(),
    ...catalogue.contains.keys(),
    ...WORKER_NOUNS,
    ...PLAIN_LEVEL_WORDS.keys(),
    'manager director principal staff president',
  ]);
  vocabularies.set(model, made);
  return made;
}

function levelOf(id: LevelId): TitleClassification['level'] {
  const level = findLevel(id);
  return level === undefined ? null : { id: level.id, track: level.track };
}

/** Four decimals, downwards, so that a sum of at most 1 stays one. */
function rounded(p: number): number {
  return Math.floor(p * 1e4) / 1e4;
}

/** The model's own group, or the major group that holds the most where it names none. */
function broaderOf({ broader, occupations }: OccupationEstimate): { code: string; p: number } | null {
  if (broader !== null) return { code: broader.code, p: rounded(broader.p) };
  const groups = new Map<string, number>();
  for (const { soc, p } of occupations) groups.set(soc.slice(0, 2), (groups.get(soc.slice(0, 2)) ?? 0) + p);
  const [best] = [...groups].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best === undefined ? null : { code: `${best[0]}-0000`, p: rounded(Math.min(1, best[1])) };
}
