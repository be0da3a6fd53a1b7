/** Rules for the ranks of management. See `parseLevel` for the conventions they keep. */

import { free, hasWorkerAfter, is, isWorker, type Reading, take } from './level-reading.js';
import { BANK_FIELDS, HEADED_FIELDS, MANAGED_DISCIPLINES, MANAGED_PAIRS, MANAGED_THINGS } from './level-words.js';

export function readManagement(reading: Reading): void {
  readOfficers(reading);
  readVicePresidents(reading);
  readDirectors(reading);
  readHeads(reading);
  readManagers(reading);
}

const CHIEFS_OF_A_FIELD: ReadonlySet<string> = new Set(['scientist', 'architect', 'economist', 'actuary']);
/** Before a chief officer these make another post of it: `field CTO`, `deputy COO`. */
const NOT_THE_CHIEF: ReadonlySet<string> = new Set(['field', 'deputy', 'associate', 'assistant', 'virtual']);
const LONGEST_OFFICER = 5;

/** `chief X officer`, `president`, `founder`. */
function readOfficers(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i < words.length; i += 1) {
    if (!is(reading, i, 'chief')) continue;
    const end = words.indexOf('officer', i + 1);
    if (end > i + 1 && end - i <= LONGEST_OFFICER) {
      if (NOT_THE_CHIEF.has(words[i - 1] ?? '')) continue;
      take(reading, i, i + 1, 'executive');
      take(reading, end, end + 1, 'executive');
    } else if (i === 0 && CHIEFS_OF_A_FIELD.has(words[words.length - 1] as string)) {
      take(reading, i, i + 1, 'principal');
    }
  }
  const founder = is(reading, 0, 'founder') || is(reading, 0, 'cofounder');
  if (is(reading, 0, 'president') || (founder && words[1] !== 'associate')) take(reading, 0, 1, 'executive');
}

const VICE_PRESIDENT_GRADES: ReadonlySet<string> = new Set(
  'senior executive group associate assistant first second regional global area corporate'.split(' '),
);

function readVicePresidents(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i + 1 < words.length; i += 1) {
    if (!is(reading, i, 'vice') || words[i + 1] !== 'president') continue;
    const from = i > 0 && VICE_PRESIDENT_GRADES.has(words[i - 1] as string) && free(reading, i - 1) ? i - 1 : i;
    const leading = from === 0;
    const trailing = i + 2 === words.length;
    if (!leading && !trailing) continue;
    const level = isBankGrade(reading, from, i + 2) ? null : 'vp';
    if (words[from] === 'senior') take(reading, from, from + 1, null);
    take(reading, words[from] === 'senior' ? from + 1 : from, i + 2, level);
  }
}

/** Whether a vice president between these tokens is a bank's grade rather than the head of a function. */
function isBankGrade(reading: Reading, from: number, to: number): boolean {
  const { words } = reading;
  if (words[from] === 'assistant') return true;
  if (from > 0) return isWorker(words[from - 1]);
  if (hasWorkerAfter(reading, to)) return true;
  return words[to] !== 'of' && BANK_FIELDS.has(words[to] ?? '');
}

/** Words that stay with `director` in the occupation's name. */
const DIRECTOR_GRADES: ReadonlySet<string> = new Set(['associate', 'managing', 'executive', 'deputy', 'assistant']);

function readDirectors(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i < words.length; i += 1) {
    if (!is(reading, i, 'director')) continue;
    const before = free(reading, i - 1) ? (words[i - 1] as string) : '';
    if (before === 'senior' || before === 'group') take(reading, i - 1, i, null);
    const from = DIRECTOR_GRADES.has(before) ? i - 1 : i;
    const bank = from === 0 && (before === 'executive' || before === 'managing') && hasWorkerAfter(reading, i + 1);
    take(reading, from, i + 1, bank ? null : 'director');
  }
}

/** `head of X` wherever it stands, `X head` at the end, `Head, X` at the beginning. */
function readHeads(reading: Reading): void {
  const { words } = reading;
  for (let i = 0; i < words.length; i += 1) {
    if (!is(reading, i, 'head')) continue;
    const of = words[i + 1] === 'of';
    const trails = i > 0 && i === words.length - 1;
    const leads = i === 0 && HEADED_FIELDS.has(words[1] ?? '') && !hasWorkerAfter(reading, 1);
    if (of || trails || leads) take(reading, is(reading, i - 1, 'deputy') ? i - 1 : i, of ? i + 2 : i + 1, 'director');
  }
}

const MANAGER_GRADES: ReadonlySet<string> = new Set('senior group associate junior global regional deputy'.split(' '));
/** How far before `manager` the word `group` makes a manager of managers: `group product marketing manager`. */
const GROUP_REACH = 3;

function readManagers(reading: Reading): void {
  const { words } = reading;
  if (words[0] === 'assistant' || reading.found.some(({ level }) => level === 'entry')) return;
  const first = words.findIndex((word, at) => reading.taken[at] === 'kept' && !MANAGER_GRADES.has(word));
  for (let i = 0; i < words.length; i += 1) {
    if (!is(reading, i, 'manager')) continue;
    if (isGroupManager(reading, i)) takeGroup(reading, i);
    else if (first === i || isManaged(words, i)) take(reading, i, i + 1, 'manager');
  }
}

function isManaged(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? '';
  if (MANAGED_DISCIPLINES.has(before) || MANAGED_PAIRS.has(`${words[at - 2] ?? ''} ${before}`)) return true;
  return words[at + 1] === 'of' && !MANAGED_THINGS.has(before);
}

function isGroupManager({ words }: Reading, at: number): boolean {
  const group = words.lastIndexOf('group', at);
  return group >= 0 && at - group <= GROUP_REACH && at - group > 1 && words[group + 1] === 'product';
}

/** A group product manager manages product managers: the rank is `group`, the field stays product management. */
function takeGroup(reading: Reading, at: number): void {
  const group = reading.words.lastIndexOf('group', at);
  take(reading, group, group + 1, 'manager');
}
