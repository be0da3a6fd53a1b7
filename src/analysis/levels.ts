/** The ladder of levels: what each level's own page would show, and whether the order holds. */

import type { Basis } from '../core/basis.js';
import { LEVELS, type Level, type LevelId } from '../core/level.js';
import { atLevel } from './at-level.js';
import type { PayObservation } from './observation.js';
import { type BasisPay, type PayOptions, payOnBasis } from './pay.js';
import type { Question } from './question.js';

export interface LevelPay {
  readonly level: Level;
  readonly pay: BasisPay;
  /** True when the figure speaks about this level or its group, not about all levels. */
  readonly ofThisLevel: boolean;
}

export interface Inversion {
  readonly higher: Level;
  readonly lower: Level;
  readonly higherValue: number;
  readonly lowerValue: number;
}

/** Levels shown in a ladder; interns are paid by other rules. */
const SHOWN = LEVELS.filter((level) => level.id !== 'intern');

/** Pay at every level that has at least one observation of the role or its family in the country. */
export function levelLadder(
  rows: readonly PayObservation[],
  basis: Basis,
  question: Question,
  options: PayOptions,
): readonly LevelPay[] {
  const seen = levelsOf(rows, basis);
  const ownOptions = { ...options, borrow: false };
  return SHOWN.filter((level) => seen.has(level.id)).map((level) => {
    const pay = payOnBasis(rows, basis, atLevel(question, level), ownOptions);
    const kind = pay.carried?.scope.kind;
    return { level, pay, ofThisLevel: kind === 'asked' || kind === 'level-group' || kind === 'family' };
  });
}

/** Levels of the observations of a cohort by basis: its pages share them. */
const KNOWN_LEVELS = new WeakMap<readonly PayObservation[], Map<Basis, ReadonlySet<LevelId | null>>>();

function levelsOf(rows: readonly PayObservation[], basis: Basis): ReadonlySet<LevelId | null> {
  const known = KNOWN_LEVELS.get(rows) ?? new Map<Basis, ReadonlySet<LevelId | null>>();
  KNOWN_LEVELS.set(rows, known);
  const levels = known.get(basis) ?? new Set(rows.filter((row) => row.basis === basis).map((row) => row.level));
  known.set(basis, levels);
  return levels;
}

/** Pairs of one track, both with a figure of their own, in which the higher level's figure is the lower one. */
export function inversions(ladder: readonly LevelPay[]): readonly Inversion[] {
  const found: Inversion[] = [];
  const own = ladder.filter((entry) => entry.ofThisLevel);
  for (const lower of own) {
    for (const higher of own) {
      if (higher.level.track !== lower.level.track || higher.level.rank <= lower.level.rank) continue;
      const lowerValue = lower.pay.carried?.percentiles['50']?.value;
      const higherValue = higher.pay.carried?.percentiles['50']?.value;
      if (lowerValue === undefined || higherValue === undefined || higherValue >= lowerValue) continue;
      found.push({ higher: higher.level, lower: lower.level, higherValue, lowerValue });
    }
  }
  return found;
}
