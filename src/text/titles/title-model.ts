import type { Meter } from '../meter.js';
import { TEXT_VERSION } from '../version.js';
import { otherVersion, readModelFile } from './model/model-file.js';
import { type ModelTables, openTables, SMALLEST_SHARE } from './model/model-tables.js';
import { weighTitle } from './model/score.js';
import { supportOf } from './model/support.js';

/** A trained title model; read it with `readTitleModel`. */
export interface TitleModel {
  /** Version of the training recipe. */
  readonly version: string;
  /** Version of the text engines whose keys it was trained on. */
  readonly textVersion: string;
  /** What the engine works on; no part of the model's public face. */
  readonly tables: ModelTables;
}

/** What a title means as a distribution over occupations. */
export interface OccupationEstimate {
  /**
   * SOC 2018 codes as OEWS publishes them, most probable first. The tail is left out, so the probabilities sum to
   * at most 1; each is cut (not rounded) to four decimals.
   */
  readonly occupations: readonly { readonly soc: string; readonly title: string; readonly p: number }[];
  /** The narrowest SOC group that holds at least half of the probability, `15-1250`, `15-1200` or `15-0000`. */
  readonly broader: { readonly code: string; readonly p: number } | null;
  /** Share of the title that the model knows, fraction in [0, 1]; see `ABSTAIN_BELOW`. */
  readonly support: number;
  /** Whether the very title is in the model's table of titles. */
  readonly seen: boolean;
}

/** Below this `support` the title is not made of words the model knows: nothing should be said. */
export const ABSTAIN_BELOW = 0.5;

const MOST_OCCUPATIONS = 6;
const ENOUGH_FOR_GROUP = 0.5;

/**
 * Opens a trained title model.
 *
 * @param bytes the whole file `models/titles.bin`; viewed in place, not copied, and not to be changed afterwards
 * @throws {MarketError} MODEL_DAMAGED when a byte differs or is missing, MODEL_VERSION for another layout
 *   or keys of another version of the text engines
 */
export function readTitleModel(bytes: Uint8Array): TitleModel {
  const tables = openTables(readModelFile(bytes));
  if (tables.textVersion !== TEXT_VERSION) {
    throw otherVersion(`was trained on keys of text version ${tables.textVersion}, this program makes ${TEXT_VERSION}`);
  }
  return { version: tables.version, textVersion: tables.textVersion, tables };
}

/**
 * The occupations a title means, with probabilities calibrated on employers that were not trained on.
 *
 * Estimand: the distribution of the occupation under which a randomly drawn employer files this title, each
 * employer and title counted once. Published title lists stand in where no filings are known.
 * Method: a bag of hashed words, word pairs and strings of letters under a two-level softmax, joined with the
 * title's own counts by a Dirichlet prior; docs/engines/title-model.md gives formulas and scores.
 *
 * @param key `normaliseTitle` of the title; only its first 1,024 characters are read
 * @param meter counts one step a character, feature, group and occupation visited
 */
export function estimateOccupations(key: string, model: TitleModel, meter?: Meter): OccupationEstimate {
  const { tables } = model;
  const evidence = weighTitle(key, tables, meter);
  if (evidence === 'none') return { occupations: [], broader: null, support: 0, seen: false };
  return {
    occupations: mostProbable(tables),
    broader: narrowestGroup(tables),
    support: evidence === 'title' ? 1 : supportOf(tables),
    seen: evidence === 'title',
  };
}

function mostProbable({ occupations: named, scratch }: ModelTables): OccupationEstimate['occupations'] {
  const shares = scratch.occupations;
  const best: number[] = [];
  for (let at = 0; at < shares.length; at += 1) {
    const share = shares[at]!;
    if (share < SMALLEST_SHARE) continue;
    let place = best.length;
    while (place > 0 && shares[best[place - 1]!]! < share) place -= 1;
    if (place < MOST_OCCUPATIONS) {
      best.splice(place, 0, at);
      if (best.length > MOST_OCCUPATIONS) best.pop();
    }
  }
  return best.map((at) => ({ soc: named[at]![0], title: named[at]![1], p: cut(shares[at]!) }));
}

/** A broad group of the largest minor one before that itself, before a major one: only what holds enough. */
function narrowestGroup({
  occupations: named,
  groups,
  groupFrom,
  scratch,
}: ModelTables): OccupationEstimate['broader'] {
  const shares = scratch.groups;
  let at = 0;
  for (let g = 1; g < shares.length; g += 1) if (shares[g]! > shares[at]!) at = g;
  if (shares[at]! < ENOUGH_FOR_GROUP) {
    return enough(largest(shares, { from: 0, to: shares.length }, (g) => `${groups[g]!.code.slice(0, 2)}-0000`));
  }
  const range = { from: groupFrom[at]!, to: groupFrom[at + 1]! };
  const broad = largest(scratch.occupations, range, (occupation) => named[occupation]![2]);
  return enough(broad) ?? { code: groups[at]!.code, p: cut(shares[at]!) };
}

function enough({ code, p }: { code: string; p: number }): OccupationEstimate['broader'] {
  return p < ENOUGH_FOR_GROUP ? null : { code, p: cut(p) };
}

/** The code with the largest sum of shares; rows of one code stand together. */
function largest(
  shares: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
  codeOf: (at: number) => string,
): { code: string; p: number } {
  let best = { code: '', p: 0 };
  let code = '';
  let p = 0;
  for (let at = from; at < to; at += 1) {
    const next = codeOf(at);
    p = next === code ? p + shares[at]! : shares[at]!;
    code = next;
    if (p > best.p) best = { code, p };
  }
  return best;
}

function cut(p: number): number {
  return Math.floor(p * 1e4) / 1e4;
}
