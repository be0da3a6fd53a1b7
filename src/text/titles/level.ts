import type { LevelId } from '../../core/level.js';
import { WORKER_NOUNS } from './abbreviations.js';
import {
  LADDER_CODES,
  LEVEL_PHRASES,
  MANAGED_DISCIPLINES,
  MANAGED_PAIRS,
  NOT_A_LEVEL,
  NUMBERED_NOUNS,
  NUMERAL_LEVELS,
  PLAIN_LEVEL_WORDS,
  STAFF_EXCEPTIONS,
  STAFF_FIELDS,
} from './level-words.js';
import { PhraseSet } from './phrase-set.js';

export interface ParsedLevel {
  /** null when the title names no level, or one that means different things at different employers. */
  readonly level: LevelId | null;
  /** The key without its level words; may be empty (`lead`). */
  readonly rest: string;
  /**
   * The key without the level words of individual contributors but with those of management, because managing
   * a field is another occupation than working in it (`software engineering manager`). Never empty unless the key is.
   */
  readonly occupationKey: string;
}

type Taken = 'kept' | 'seniority' | 'management';

/** A title's tokens while level words are taken out of them. */
interface Reading {
  readonly words: readonly string[];
  /** Tokens inside a phrase such as `lead generation`: no rule may touch them. */
  readonly fixed: readonly boolean[];
  readonly taken: Taken[];
  /** Levels found, in order of appearance. */
  readonly found: { readonly level: LevelId; readonly at: number }[];
}

const notALevel = new PhraseSet(NOT_A_LEVEL);
const levelPhrases: ReadonlyMap<string, LevelId> = new Map(LEVEL_PHRASES);
const levelPhraseSet = new PhraseSet([...levelPhrases.keys()]);
const GLUE: ReadonlySet<string> = new Set([
  'of',
  'and',
  'or',
  'for',
  'the',
  'in',
  'to',
  'level',
  'at',
  'with',
  'a',
  'plus',
]);

/** Which level wins when a title names several (`senior staff engineer`, `lead software engineer, manager`). */
const PRECEDENCE: readonly LevelId[] = [
  'intern',
  'executive',
  'vp',
  'director',
  'manager',
  'principal',
  'staff',
  'lead',
  'senior',
  'mid',
  'entry',
];

/**
 * The seniority a title names, and the title without it.
 *
 * Conventions, where titles are ambiguous:
 * - I, II, III are entry, mid, senior; IV is senior as well, V staff, VI principal, but any level word beats a
 *   number. (US filings of 2023: median for `software engineer` II 160,600, III 152,979, IV 140,697 against
 *   182,312 for `staff software engineer`; IV is no staff level.)
 * - `head of X` is director; a head of anything else (`head nurse`) is an occupation. `managing director` is director.
 * - `vice president` counts only at the beginning or end, and not where an individual contributor's title
 *   follows (`Vice President, Lead Software Engineer` is a bank grade: the level is lead). `assistant vice
 *   president` is a bank grade without a level of its own.
 * - `manager` is a level when people of a discipline are managed (`data science manager`, `manager, software
 *   engineering`, `senior manager`), not in `product manager` or `account manager`.
 * - `associate` is entry before a worker noun (`associate product manager`), not in `sales associate`,
 *   `associate attorney` or alone; any other level word beats it.
 * - A chief X officer is executive; a chief scientist, architect or economist is principal.
 * - With `or` between two levels the lower one is taken.
 *
 * @param key a key of `normaliseTitle`
 * @example parseLevel('manager data science').rest // 'data science'
 */
export function parseLevel(key: string): ParsedLevel {
  const words = key === '' ? [] : key.split(' ');
  const reading: Reading = { words, fixed: notALevel.mask(words), taken: words.map(() => 'kept'), found: [] };
  readPhrases(reading);
  readOfficers(reading);
  readVicePresidents(reading);
  readDirectors(reading);
  readManagers(reading);
  readPlainWords(reading);
  readStaffAndPrincipal(reading);
  readGraduateAndAssociate(reading);
  readNumerals(reading);
  const rest = remaining(reading, ['kept']);
  return { level: decide(reading), rest, occupationKey: remaining(reading, ['kept', 'management']) || key };
}

function free(reading: Reading, at: number): boolean {
  return at >= 0 && at < reading.words.length && !reading.fixed[at] && reading.taken[at] === 'kept';
}

function is(reading: Reading, at: number, word: string): boolean {
  return free(reading, at) && reading.words[at] === word;
}

function take(reading: Reading, from: number, to: number, level: LevelId | null): void {
  const mark = level !== null && MANAGEMENT.has(level) ? 'management' : 'seniority';
  for (let i = from; i < to; i += 1) reading.taken[i] = mark;
  if (level !== null) reading.found.push({ level, at: from });
}

const MANAGEMENT: ReadonlySet<LevelId> = new Set(['manager', 'director', 'vp', 'executive']);

function hasWorkerNounAfter(reading: Reading, from: number): boolean {
  return reading.words.slice(from).some((word) => WORKER_NOUNS.has(word) && !PEOPLE_RANKS.has(word));
}

/** Worker nouns that are themselves ranks: after them a bank's `vice president` is not shown to be an engineer's. */
const PEOPLE_RANKS: ReadonlySet<string> = new Set(['manager', 'director', 'executive', 'associate', 'lead', 'officer']);

function readPhrases(reading: Reading): void {
  for (const { from, to, phrase } of levelPhraseSet.find(reading.words)) {
    if (free(reading, from) && free(reading, to - 1)) take(reading, from, to, levelPhrases.get(phrase) ?? null);
  }
}

/** `chief X officer`, `president`, `founder`. */
function readOfficers(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i < words.length; i += 1) {
    if (!is(reading, i, 'chief')) continue;
    const end = words.indexOf('officer', i + 1);
    if (end > i + 1 && end - i <= 5) {
      take(reading, i, i + 1, 'executive');
      take(reading, end, end + 1, 'executive');
    } else if (
      i === 0 &&
      ['scientist', 'architect', 'economist', 'actuary'].includes(words[words.length - 1] as string)
    ) {
      take(reading, i, i + 1, 'principal');
    }
  }
  if (is(reading, 0, 'president') || is(reading, 0, 'founder') || is(reading, 0, 'cofounder')) {
    take(reading, 0, 1, 'executive');
  }
}

function readVicePresidents(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i + 1 < words.length; i += 1) {
    if (!is(reading, i, 'vice') || words[i + 1] !== 'president') continue;
    const from = i > 0 && VICE_PRESIDENT_GRADES.has(words[i - 1] as string) ? i - 1 : i;
    const assistant = words[from] === 'assistant';
    const leading = from === 0;
    const trailing = i + 2 === words.length;
    if (!leading && !trailing) continue;
    const bankGrade = assistant || (leading && !trailing && hasWorkerNounAfter(reading, i + 2));
    if (words[from] === 'senior') take(reading, from, from + 1, null);
    take(reading, words[from] === 'senior' ? from + 1 : from, i + 2, bankGrade ? null : 'vp');
  }
}

const VICE_PRESIDENT_GRADES: ReadonlySet<string> = new Set(
  'senior executive group associate assistant first second regional global area corporate'.split(' '),
);

function readDirectors(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i < words.length; i += 1) {
    if (is(reading, i, 'director')) {
      const before = free(reading, i - 1) ? (words[i - 1] as string) : '';
      if (before === 'senior' || before === 'group') take(reading, i - 1, i, null);
      take(reading, DIRECTOR_GRADES.has(before) ? i - 1 : i, i + 1, 'director');
    } else if (is(reading, i, 'head') && (words[i + 1] === 'of' || (i > 0 && i === words.length - 1))) {
      take(reading, i, words[i + 1] === 'of' ? i + 2 : i + 1, 'director');
    }
  }
}

/** Words that stay with `director` in the occupation's name. */
const DIRECTOR_GRADES: ReadonlySet<string> = new Set(['associate', 'managing', 'executive', 'deputy', 'assistant']);

function readManagers(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i < words.length; i += 1) {
    if (!is(reading, i, 'manager')) continue;
    const first = words.findIndex((word, at) => reading.taken[at] === 'kept' && !MANAGER_GRADES.has(word));
    const before = words[i - 1] ?? '';
    const leads = first === i;
    const managed =
      MANAGED_DISCIPLINES.has(before) || MANAGED_PAIRS.has(`${words[i - 2] ?? ''} ${before}`) || words[i + 1] === 'of';
    if (leads || managed) take(reading, i, i + 1, 'manager');
  }
}

const MANAGER_GRADES: ReadonlySet<string> = new Set([
  'senior',
  'group',
  'associate',
  'junior',
  'global',
  'regional',
  'deputy',
]);

function readPlainWords(reading: Reading): void {
  reading.words.forEach((word, at) => {
    const level = PLAIN_LEVEL_WORDS.get(word);
    if (level !== undefined && free(reading, at)) take(reading, at, at + 1, level);
    else if (word === 'mid' && free(reading, at) && (at === 0 || at === reading.words.length - 1))
      take(reading, at, at + 1, 'mid');
    else if (word === 'middle' && at === 0 && hasWorkerNounAfter(reading, 1) && reading.words[1] !== 'school')
      take(reading, 0, 1, 'mid');
    else if (word === 'midsenior' && free(reading, at)) take(reading, at, at + 1, 'senior');
  });
}

function readStaffAndPrincipal(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i < words.length; i += 1) {
    if (is(reading, i, 'staff') && meansStaffLevel(words)) take(reading, i, i + 1, 'staff');
    else if (is(reading, i, 'principal') && words.length > 1 && words[i + 1] !== 'of' && !isSchool(words)) {
      take(reading, i, i + 1, 'principal');
    } else if (is(reading, i, 'distinguished') && hasWorkerNounAfter(reading, i + 1)) {
      take(reading, i, i + 1, 'principal');
    }
  }
}

function meansStaffLevel(words: readonly string[]): boolean {
  return words.some((word) => STAFF_FIELDS.has(word)) && !words.some((word) => STAFF_EXCEPTIONS.has(word));
}

function isSchool(words: readonly string[]): boolean {
  return words.some((word) =>
    ['school', 'elementary', 'academy', 'campus', 'k12', 'violin', 'cello', 'dancer', 'horn'].includes(word),
  );
}

/** `graduate` and `associate` are levels only when they lead a title that names a worker, and nothing else does. */
function readGraduateAndAssociate(reading: Reading): void {
  const { words, found } = reading;
  const first = words.findIndex((_, at) => reading.taken[at] === 'kept');
  const worker = hasWorkerNounAfter(reading, first + 1);
  const leadsManager = words.slice(first + 1).includes('manager');
  if (is(reading, first, 'graduate') && worker) take(reading, first, first + 1, 'entry');
  else if (is(reading, first, 'associate') && (worker || leadsManager)) {
    take(reading, first, first + 1, found.length === 0 ? 'entry' : null);
  } else if (is(reading, words.length - 1, 'graduate') && words.length > 1) {
    take(reading, words.length - 1, words.length, 'entry');
  }
}

function readNumerals(reading: Reading): void {
  const { words } = reading;
  const worded = reading.found.some(({ level }) => level !== 'entry' || !words.includes('associate'));
  for (let i = 1; i < words.length; i += 1) {
    if (!free(reading, i)) continue;
    const word = words[i] as string;
    const before = words[i - 1] as string;
    const numeral = NUMERAL_LEVELS.get(word);
    const afterNoun = WORKER_NOUNS.has(before) || before === 'level' || reading.taken[i - 1] !== 'kept';
    if (numeral !== undefined && !NUMBERED_NOUNS.has(before) && (afterNoun || i === words.length - 1)) {
      take(reading, i, i + 1, worded ? null : numeral);
    } else if (LADDER_CODES.has(word)) {
      take(reading, i, i + 1, worded ? null : (LADDER_CODES.get(word) ?? null));
    }
  }
}

function decide({ words, found }: Reading): LevelId | null {
  if (found.length === 0) return null;
  const ordered = [...found].sort((a, b) => a.at - b.at);
  const alternative = ordered.find(({ at }, i) => i > 0 && words[at - 1] === 'or');
  const counted = alternative === undefined ? ordered : ordered.filter((entry) => entry !== alternative);
  const levels = new Set(counted.map(({ level }) => level));
  return PRECEDENCE.find((level) => levels.has(level)) ?? null;
}

/** What is left, without connecting words at its ends or in a row. */
function remaining({ words, taken }: Reading, keep: readonly Taken[]): string {
  const kept = words.filter((_, at) => keep.includes(taken[at] as Taken));
  while (kept.length > 0 && GLUE.has(kept[0] as string)) kept.shift();
  while (kept.length > 0 && GLUE.has(kept[kept.length - 1] as string)) kept.pop();
  return kept.join(' ');
}
