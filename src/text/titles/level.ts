import { findLevel, type LevelId } from '../../core/level.js';
import type { Meter } from '../meter.js';
import { collapseRepeats } from './collapse-repeats.js';
import { readContributors, readLevelPhrases } from './level-contributors.js';
import { readManagement } from './level-management.js';
import type { Reading, Taken } from './level-reading.js';
import { LADDER_CODES, LEVEL_PHRASES, NUMERAL_LEVELS, PLAIN_LEVEL_WORDS } from './level-words.js';
import { NOT_A_LEVEL } from './not-a-level.js';
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

const notALevel = new PhraseSet(NOT_A_LEVEL);

/** Every rule is about one of these words: a title without them names no level. */
const LEVEL_WORDS: ReadonlySet<string> = new Set([
  ...'chief president founder cofounder vice director head manager mid middle midsenior stage leader staff'.split(' '),
  ...'principal distinguished fellow graduate associate'.split(' '),
  ...PLAIN_LEVEL_WORDS.keys(),
  ...LEVEL_PHRASES.map(([phrase]) => phrase.split(' ')[0] as string),
  ...NUMERAL_LEVELS.keys(),
  ...LADDER_CODES.keys(),
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
 * - `vice president` counts only at the beginning or end, and not where an individual contributor's title or a
 *   bank's field follows (`Vice President, Lead Software Engineer`, `VP - Quantitative Research`): there it is a
 *   bank's grade, as are `assistant vice president` and `executive director, software engineer`.
 * - `manager` is a level when people of a discipline are managed (`data science manager`, `manager, software
 *   engineering`, `senior manager`, `technical lead manager`), not in `product manager` or `account manager`;
 *   a `group product manager` manages product managers.
 * - `associate` is entry before a worker noun (`associate product manager`), not in `sales associate`,
 *   `associate attorney` or alone; any other level word beats it.
 * - `staff` is a level in technology; `staff nurse`, `staff accountant` and `staff scientist` are ordinary posts.
 * - A chief X officer is executive; a chief scientist, architect or economist is principal.
 * - Ladder codes decide only where the ladders that are public agree (`L5`); see `LADDER_CODES`.
 * - With `or` or `/` between two levels the lower one is taken.
 *
 * @param key   a key of `normaliseTitle`
 * @param meter counts words visited
 * @example parseLevel('manager data science').rest // 'data science'
 */
export function parseLevel(key: string, meter?: Meter): ParsedLevel {
  const words = key === '' ? [] : key.split(' ');
  if (meter !== undefined) meter.steps += RULES * words.length;
  if (!words.some((word) => LEVEL_WORDS.has(word))) return { level: null, rest: key, occupationKey: key };
  const reading: Reading = {
    words,
    fixed: withoutReportingLine(words, notALevel.mask(words)),
    taken: new Array<Taken>(words.length).fill('kept'),
    found: [],
  };
  readLevelPhrases(reading);
  readManagement(reading);
  readContributors(reading);
  const rest = remaining(reading, ['kept']);
  return { level: decide(reading), rest, occupationKey: remaining(reading, ['kept', 'management']) || key };
}

/** Passes over the words. */
const RULES = 16;

const REPORTING: ReadonlySet<string> = new Set([
  'assistant',
  'staff',
  'advisor',
  'adviser',
  'partner',
  'secretary',
  'aide',
]);

/** The chief whom an assistant serves gives the assistant no level: `executive assistant to the CEO`, `office of the CTO`. */
function withoutReportingLine(words: readonly string[], fixed: boolean[]): boolean[] {
  for (let i = 1; i < words.length; i += 1) {
    const serves = words[i] === 'to' && REPORTING.has(words[i - 1] as string);
    const office = words[i] === 'of' && words[i - 1] === 'office';
    if (serves || office) return fixed.fill(true, i);
  }
  return fixed;
}

function decide({ words, found }: Reading): LevelId | null {
  if (found.length === 0) return null;
  const ordered = [...found].sort((a, b) => a.at - b.at);
  const higher = new Set<object>();
  for (let i = 1; i < ordered.length; i += 1) {
    const one = ordered[i - 1]!;
    const other = ordered[i]!;
    if (other.at === one.at + 2 && words[one.at + 1] === 'or')
      higher.add(rank(one.level) <= rank(other.level) ? other : one);
    else if (words[other.at - 1] === 'or') higher.add(other);
  }
  const levels = new Set(ordered.filter((entry) => !higher.has(entry)).map(({ level }) => level));
  return PRECEDENCE.find((level) => levels.has(level)) ?? null;
}

function rank(level: LevelId): number {
  return findLevel(level)?.rank ?? 0;
}

const GLUE: ReadonlySet<string> = new Set('of and or for the in to level at with a plus'.split(' '));

/** What is left, without connecting words at its ends and without what is said twice. */
function remaining({ words, taken }: Reading, keep: readonly Taken[]): string {
  const gone = (at: number): boolean => taken[at] !== undefined && taken[at] !== 'kept';
  const kept = words.filter(
    (word, at) => keep.includes(taken[at] as Taken) && !(word === 'or' && (gone(at - 1) || gone(at + 1))),
  );
  let from = 0;
  let to = kept.length;
  while (from < to && GLUE.has(kept[from] as string)) from += 1;
  while (to > from && GLUE.has(kept[to - 1] as string)) to -= 1;
  return collapseRepeats(kept.slice(from, to)).join(' ');
}
