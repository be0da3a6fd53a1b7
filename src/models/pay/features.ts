/** What the pay models know of an offer, or of a question, as weighted features. */
import { remembered } from '../../core/recent.js';
import { type Anchor, anchorOf, type Occupation, type OfficialPay } from './official-anchor.js';
import type { FeatureGroup } from './recipe.js';

export interface Described {
  /** Distinct words of the title without its level words, in alphabetical order. */
  readonly words: readonly string[];
  readonly role: string | null;
  readonly level: string | null;
  /** null in a question about the whole country, and in an offer that does not say where. */
  readonly state: string | null;
  readonly occupations: readonly Occupation[];
  /** Source of an offer; null in a question, which is not about a source. */
  readonly source: string | null;
}

export type Visit = (feature: { readonly name: string; readonly group: FeatureGroup; readonly value: number }) => void;

/** The feature that everything has. */
export const CONSTANT = '1';

/** Centre of the anchors, so that the constant is not tied to their slopes: about $81,000. */
const ANCHOR_CENTRE = 11.3;

/** Words read of one title. */
const MOST_WORDS = 12;

/** Distinct words, in alphabetical order. */
export const wordsOf: (key: string) => readonly string[] = remembered(1024, (key) =>
  [...new Set(key.split(' '))]
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .sort(),
);

/** The features of a description. Every name is another feature; the order is always the same. */
export function visitFeatures(described: Described, official: OfficialPay, visit: Visit): void {
  const { words, role, level, state, occupations, source } = described;
  visit({ name: CONSTANT, group: 'base', value: 1 });
  if (source !== null) visit({ name: `source ${source}`, group: 'base', value: 1 });
  visitAnchor(anchorOf(official, occupations, state), visit);
  visit({ name: `level ${level ?? 'none'}`, group: 'level', value: 1 });
  words.forEach((word, at) => {
    visit({ name: `word ${word}`, group: 'word', value: 1 });
    for (const other of words.slice(at + 1)) visit({ name: `pair ${word} ${other}`, group: 'pair', value: 1 });
  });
  if (role !== null) visit({ name: `role ${role}`, group: 'role', value: 1 });
  for (const { soc, share } of occupations) visit({ name: `occupation ${soc}`, group: 'occupation', value: share });
  if (state === null) {
    if (source !== null) visit({ name: 'state none', group: 'state', value: 1 });
    return;
  }
  visit({ name: `state ${state}`, group: 'state', value: 1 });
  if (role !== null) visit({ name: `role ${role} ${state}`, group: 'role-state', value: 1 });
  for (const { soc, share } of occupations) {
    visit({ name: `occupation ${soc} ${state}`, group: 'occupation-state', value: share });
  }
}

function visitAnchor(anchor: Anchor | null, visit: Visit): void {
  if (anchor === null) {
    visit({ name: 'no official pay', group: 'base', value: 1 });
    return;
  }
  visit({ name: 'official here', group: 'base', value: anchor.here - ANCHOR_CENTRE });
  visit({ name: 'official nation', group: 'base', value: anchor.nation - ANCHOR_CENTRE });
  anchor.spread.forEach((value, at) => {
    visit({ name: `official spread ${at}`, group: 'base', value });
  });
}
