/** Grades of a pay figure, A to D, by a documented rule (docs/methods.md). */
import type { Grade, PercentileEstimate } from '../core/finding.js';

export interface GradeEvidence {
  readonly median: PercentileEstimate;
  /** Effective employers; null for official statistics. */
  readonly effectiveEmployers: number | null;
  /** What these are: `people` in own records of one employer. */
  readonly unit: 'employers' | 'people';
  /** True when some source behind the figure names its employers. */
  readonly employersKnown: boolean;
  /** Months from the newest observation to the as-of date. */
  readonly ageMonths: number;
  readonly agreement: 'one-source' | 'agree' | 'disagree';
  /** True when the figure is for other levels than the one asked about. */
  readonly otherLevels: boolean;
  /** True when the figure is for the whole family of the role. */
  readonly wholeFamily: boolean;
  readonly widerPlace: boolean;
  /** `partly`: percentiles or errors are borrowed; `wholly`: a fitted model speaks. */
  readonly modelled: 'no' | 'partly' | 'wholly';
  /** True when the work itself was guessed from the words of an unknown title. */
  readonly guessed?: boolean | undefined;
}

export interface GradeResult {
  readonly grade: Grade;
  /** What holds the grade down, in about six words. */
  readonly reason: string;
}

const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D'];

const MODELLED_RANK = { no: 0, partly: 1, wholly: 2 } as const;

/** The worst of the single criteria decides; its name is the reason. */
export function gradePay(evidence: GradeEvidence): GradeResult {
  const { median, effectiveEmployers, unit } = evidence;
  const width =
    median.low === null || median.high === null
      ? Number.POSITIVE_INFINITY
      : Math.max(median.high - median.value, median.value - median.low) / median.value;
  const criteria: readonly (readonly [number, string])[] = [
    [evidence.guessed === true ? 3 : 0, 'occupation guessed from the title'],
    rated(width, [0.05, 0.1, 0.2], ['interval wider than 5%', 'interval wider than 10%', 'interval wider than 20%']),
    effectiveEmployers === null
      ? [0, '']
      : rated(
          -effectiveEmployers,
          [-50, -20, -10],
          [`under 50 effective ${unit}`, `under 20 effective ${unit}`, `under 10 effective ${unit}`],
        ),
    rated(
      evidence.ageMonths,
      [12, 24, 36],
      ['data over a year old', 'data over two years old', 'data over three years old'],
    ),
    [evidence.agreement === 'disagree' ? 2 : evidence.agreement === 'one-source' ? 1 : 0, agreementReason(evidence)],
    [evidence.employersKnown ? 0 : 2, 'employers not named'],
    [evidence.otherLevels ? 2 : 0, 'not only the level asked'],
    [evidence.wholeFamily ? 2 : 0, 'a family of roles'],
    [evidence.widerPlace ? 2 : 0, 'a wider place than asked'],
    [
      MODELLED_RANK[evidence.modelled],
      evidence.modelled === 'wholly' ? 'a model, not counted offers' : 'partly modelled',
    ],
  ];
  const worst = Math.max(...criteria.map(([rank]) => rank));
  const reasons = criteria.filter(([rank]) => rank === worst).map(([, reason]) => reason);
  return {
    grade: GRADES[worst] ?? 'D',
    reason:
      worst === 0
        ? effectiveEmployers === null
          ? 'narrow and recent'
          : `narrow, recent, many ${unit}`
        : reasons.slice(0, 2).join(', '),
  };
}

function agreementReason(evidence: GradeEvidence): string {
  return evidence.agreement === 'disagree' ? 'sources disagree' : 'one source only';
}

/** Rank 0 (best) to 3 by three rising limits, with the reason that goes with it. */
function rated(
  value: number,
  limits: readonly [number, number, number],
  reasons: readonly [string, string, string],
): readonly [number, string] {
  const index = limits.findIndex((limit) => value <= limit);
  const rank = index === -1 ? 3 : index;
  return [rank, reasons[rank - 1] ?? ''];
}
