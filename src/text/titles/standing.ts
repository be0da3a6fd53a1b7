/** How much a title itself is known, beside what the model makes of its words. */

import { officialTitlesOf, type TitleKnowledge } from './classify.js';
import { positionOf } from './model/hash-index.js';
import { endHash, titleHash } from './model/title-features.js';
import { findOfficialTitle } from './official-title.js';
import { recogniseTitle } from './roles.js';

/**
 * `known`: a catalogued role, an official occupation, or a title that filings or a published list hold, with or without
 * its level words. `of-work`: not known, but some word of it ends known titles, as "officer" does. `of-nothing`: no word
 * of it ends any: nothing in it names work.
 */
export type TitleStanding = 'known' | 'of-work' | 'of-nothing';

/** Shorter words, such as grades and numbers, name no work. */
const SHORTEST_NAME = 3;

/** How much is known of a title as a whole; only its first 300 characters are read. */
export function titleStanding(input: string, { catalogue, model }: TitleKnowledge): TitleStanding {
  const { key, occupationKey, role } = recogniseTitle(input, catalogue);
  const { titles, features } = model.tables;
  const isKnown = (text: string): boolean => text !== '' && positionOf(titles, titleHash(text)) >= 0;
  if (role !== null || isKnown(key) || isKnown(occupationKey)) return 'known';
  if (findOfficialTitle(input, officialTitlesOf(model)) !== null) return 'known';
  const endsTitles = (word: string): boolean => positionOf(features, endHash(word)) >= 0;
  const words = key.split(' ').filter((word) => word.length >= SHORTEST_NAME);
  return words.some(endsTitles) ? 'of-work' : 'of-nothing';
}
