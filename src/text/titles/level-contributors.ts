/** Rules for the ranks of individual contributors. See `parseLevel` for the conventions they keep. */
import type { LevelId } from '../../core/level.js';
import { WORKER_NOUNS } from './abbreviations.js';
import { free, hasWorkerAfter, is, isWorker, type Reading, take } from './level-reading.js';
import {
  ENGLISH_STAGE,
  LADDER_CODES,
  LEVEL_PHRASES,
  MANAGED_THINGS,
  NUMBERED_NOUNS,
  NUMERAL_LEVELS,
  PLAIN_LEVEL_WORDS,
  SCIENTIST_FIELDS,
  STAFF_EXCEPTIONS,
  STAFF_FIELDS,
  STAFF_OCCUPATIONS,
  TIERED_WORK,
} from './level-words.js';
import { PhraseSet } from './phrase-set.js';

const levelPhrases: ReadonlyMap<string, LevelId> = new Map(LEVEL_PHRASES);
const levelPhraseSet = new PhraseSet([...levelPhrases.keys()]);

export function readLevelPhrases(reading: Reading): void {
  for (const { from, to, phrase } of levelPhraseSet.find(reading.words)) {
    if (free(reading, from) && free(reading, to - 1)) take(reading, from, to, levelPhrases.get(phrase) ?? null);
  }
}

export function readContributors(reading: Reading): void {
  readPlainWords(reading);
  readLeader(reading);
  readStaffAndPrincipal(reading);
  readFellow(reading);
  readGraduateAndAssociate(reading);
  readNumerals(reading);
}

function readPlainWords(reading: Reading): void {
  const { words } = reading;
  for (let at = 0; at < words.length; at += 1) {
    if (!free(reading, at)) continue;
    const word = words[at] as string;
    const level = PLAIN_LEVEL_WORDS.get(word);
    if (level !== undefined) take(reading, at, at + 1, level);
    else if (word === 'mid' && (at === 0 || at === words.length - 1 || words[at + 1] === 'or'))
      take(reading, at, at + 1, 'mid');
    else if (word === 'middle' && at === 0 && hasWorkerAfter(reading, 1)) take(reading, 0, 1, 'mid');
    else if (word === 'midsenior') take(reading, at, at + 1, 'senior');
    else if (word === 'stage' && isInternship(words, at)) take(reading, at, at + 1, 'intern');
  }
}

/** `Stage - Data Analyst` and `Data Scientist - Stage` are French internships, `Stage Manager` is not. */
function isInternship(words: readonly string[], at: number): boolean {
  if (at === 0) return words.length > 1 && !ENGLISH_STAGE.has(words[1] as string);
  return at === words.length - 1 && isWorker(words[at - 1]);
}

/** `Project Leader`, `Engineering Team Leader`; `worship leader` and the like are kept out by the fixed phrases. */
function readLeader(reading: Reading): void {
  reading.words.forEach((_, at) => {
    if (at > 0 && is(reading, at, 'leader')) take(reading, at, at + 1, 'lead');
  });
}

function readStaffAndPrincipal(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i < words.length; i += 1) {
    if (is(reading, i, 'staff') && meansStaffLevel(words, i)) take(reading, i, i + 1, 'staff');
    else if (is(reading, i, 'principal') && words.length > 1 && words[i + 1] !== 'of' && !isSchool(words)) {
      take(reading, i, i + 1, 'principal');
    } else if (is(reading, i, 'distinguished') && hasWorkerAfter(reading, i + 1)) {
      take(reading, i, i + 1, 'principal');
    }
  }
}

function meansStaffLevel(words: readonly string[], at: number): boolean {
  if (words.some((word) => STAFF_EXCEPTIONS.has(word))) return false;
  for (let i = at + 1; i < words.length; i += 1) {
    if (words[i] === 'scientist') return words.slice(i + 1).some((word) => SCIENTIST_FIELDS.has(word));
    if (STAFF_OCCUPATIONS.has(words[i] as string)) return false;
    if (words[i] === 'manager' ? isRankBefore(words, at) : STAFF_FIELDS.has(words[i] as string)) return true;
  }
  return words.slice(0, at).some((word) => STAFF_FIELDS.has(word) && word !== 'research');
}

/** `Staff X Manager` and `Senior Staff X Manager` name a rank, `Clinical Staff Manager` a post. */
function isRankBefore(words: readonly string[], at: number): boolean {
  return at === 0 || (at === 1 && words[0] === 'senior');
}

const SCHOOL_WORDS: ReadonlySet<string> = new Set(
  'school elementary academy campus k12 grades violin viola cello dancer horn flute'.split(' '),
);

function isSchool(words: readonly string[]): boolean {
  return words.some((word) => SCHOOL_WORDS.has(word));
}

/** `Fellow Data Scientist` is a rank; a `research fellow` is a post for some years. */
function readFellow(reading: Reading): void {
  if (is(reading, 0, 'fellow') && hasWorkerAfter(reading, 1)) take(reading, 0, 1, 'principal');
}

/** `graduate` and `associate` are levels only when they lead a title that names a worker, and nothing else does. */
function readGraduateAndAssociate(reading: Reading): void {
  const { words, found } = reading;
  const first = words.findIndex((_, at) => reading.taken[at] === 'kept');
  const worker = hasWorkerAfter(reading, first + 1);
  const leadsManager = words.indexOf('manager', first + 1) > 0 || words.indexOf('executive', first + 1) > 0;
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
  for (let i = 0; i < words.length; i += 1) {
    if (!free(reading, i)) continue;
    const word = words[i] as string;
    if (LADDER_CODES.has(word)) readLadderCode(reading, i, worded);
    else if (NUMERAL_LEVELS.has(word) && isRank(reading, i)) {
      take(reading, i, i + 1, worded || isManagersNumber(words, i) ? null : (NUMERAL_LEVELS.get(word) ?? null));
    }
  }
}

function readLadderCode(reading: Reading, at: number, worded: boolean): void {
  const { words } = reading;
  const code = words[at] as string;
  const doubtful = code.startsWith('p') || code.startsWith('m');
  if (doubtful && !WORKER_NOUNS.has(words[at - 1] ?? '') && reading.taken[at - 1] === 'kept') return;
  const tier = words.some((word) => TIERED_WORK.has(word));
  take(reading, at, at + 1, worded || tier ? null : (LADDER_CODES.get(code) ?? null));
}

/** Whether a number stands where a rank does: after a worker, a level or `or`; Roman II and III anywhere, others at the end. */
function isRank(reading: Reading, at: number): boolean {
  const { words, taken } = reading;
  const before = words[at - 1];
  if (before === undefined || NUMBERED_NOUNS.has(before)) return false;
  if (WORKER_NOUNS.has(before) || before === 'level' || taken[at - 1] !== 'kept') return true;
  if (before === 'or') return at > 1 && taken[at - 2] === 'seniority';
  if (before === 'staff') return true;
  const word = words[at] as string;
  return word === 'ii' || word === 'iii' || (at === words.length - 1 && word >= 'a');
}

/** A number after a manager who is no individual contributor (`sales manager I`), or after technical staff. */
function isManagersNumber(words: readonly string[], at: number): boolean {
  const before = words[at - 1];
  if (before === 'staff') return true;
  return before === 'manager' && !MANAGED_THINGS.has(words[at - 2] ?? '');
}
