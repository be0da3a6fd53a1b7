import type { LevelId } from '../../core/level.js';
import { WORKER_NOUNS } from './abbreviations.js';

export type Taken = 'kept' | 'seniority' | 'management';

/** A title's tokens while level words are taken out of them. */
export interface Reading {
  readonly words: readonly string[];
  /** Tokens inside a phrase such as `lead generation`: no rule may touch them. */
  readonly fixed: readonly boolean[];
  readonly taken: Taken[];
  /** Levels found, in order of appearance. */
  readonly found: { readonly level: LevelId; readonly at: number }[];
}

const MANAGEMENT: ReadonlySet<LevelId> = new Set(['manager', 'director', 'vp', 'executive']);

/** Worker nouns that are themselves ranks: after them a bank's `vice president` is not shown to be an engineer's. */
const PEOPLE_RANKS: ReadonlySet<string> = new Set([
  'manager',
  'director',
  'executive',
  'associate',
  'lead',
  'officer',
  'counsel',
  'partner',
]);

/** Whether a token may still be read as a level word. */
export function free(reading: Reading, at: number): boolean {
  return at >= 0 && at < reading.words.length && !reading.fixed[at] && reading.taken[at] === 'kept';
}

export function is(reading: Reading, at: number, word: string): boolean {
  return reading.words[at] === word && free(reading, at);
}

/** Takes tokens out of the title as naming a level, or as a rank that names none (null). */
export function take(reading: Reading, from: number, to: number, level: LevelId | null): void {
  const mark = level !== null && MANAGEMENT.has(level) ? 'management' : 'seniority';
  for (let i = from; i < to; i += 1) reading.taken[i] = mark;
  if (level !== null) reading.found.push({ level, at: from });
}

export function isWorker(word: string | undefined): boolean {
  return word !== undefined && WORKER_NOUNS.has(word) && !PEOPLE_RANKS.has(word);
}

export function hasWorkerAfter({ words }: Reading, from: number): boolean {
  for (let i = from; i < words.length; i += 1) if (isWorker(words[i])) return true;
  return false;
}
