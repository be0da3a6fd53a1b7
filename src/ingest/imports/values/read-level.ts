/** The level that a cell names. */
import { findLevel, type LevelId } from '../../../core/level.js';
import { normaliseTitle } from '../../../text/titles/index.js';
import { parseLevel } from '../../../text/titles/level.js';

/** Codes of experience that job boards use. */
const CODES: Readonly<Record<string, LevelId>> = {
  EN: 'entry',
  MI: 'mid',
  SE: 'senior',
  EX: 'executive',
};

const NAMES: Readonly<Record<string, LevelId>> = {
  junior: 'entry',
  'entry level': 'entry',
  'entry-level': 'entry',
  graduate: 'entry',
  associate: 'entry',
  mid: 'mid',
  middle: 'mid',
  'mid level': 'mid',
  'mid-level': 'mid',
  intermediate: 'mid',
  'vice president': 'vp',
  executive: 'executive',
  'c-level': 'executive',
  internship: 'intern',
};

/** @returns null for words that name no level, or one that means different things at different employers */
export function readLevel(raw: string | null): LevelId | null {
  const text = (raw ?? '').slice(0, 100).trim();
  const lower = text.toLowerCase();
  return findLevel(lower)?.id ?? CODES[text] ?? NAMES[lower] ?? parseLevel(normaliseTitle(text)).level;
}
