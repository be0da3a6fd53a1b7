/** How much more a level pays within one employer: what promotion is worth there, unlike the ladder of medians. */
import { cohortSources } from '../../analysis/cohort-sources.js';
import { levelRatiosFor } from '../../analysis/level-ratios.js';
import type { Finding } from '../../core/finding.js';
import { formatCounted, formatList, formatPercent } from '../../core/format.js';
import { findLevel, type LevelId } from '../../core/level.js';
import { type LevelOffset, type LevelRatio, levelOffset } from '../../core/level-offset.js';
import { OWN_SOURCE } from '../../core/own-data.js';
import type { ReportContext } from '../context.js';

/** Steps told of; a step without a chain of ratios is passed over. */
const STEPS: readonly (readonly [lower: LevelId, higher: LevelId])[] = [
  ['entry', 'mid'],
  ['mid', 'senior'],
  ['senior', 'lead'],
  ['senior', 'staff'],
  ['staff', 'principal'],
  ['senior', 'manager'],
  ['manager', 'director'],
];

interface Step {
  readonly lower: LevelId;
  readonly higher: LevelId;
  readonly offset: LevelOffset;
}

/** For catalogued roles in the United States, where employers are known; nothing elsewhere. */
export function levelRatioFindings(context: ReportContext): Finding[] {
  const { question, levelRatios, cohort } = context.answers;
  const { family } = question.role;
  if (levelRatios === undefined || family === null || question.place.country !== 'US' || question.only !== null)
    return [];
  const basis = question.basis === 'filed' ? 'filed' : 'posted';
  const sources = cohortSources(cohort.rows, basis).naming.filter((source) => source !== OWN_SOURCE.id);
  const steps = stepsFor(levelRatiosFor(levelRatios, basis, family), question.level?.id ?? null);
  if (steps.length === 0 || sources.length === 0) return [];
  return [
    {
      id: 'overview.level-ratios',
      status: 'supported',
      statement: `Within one employer, role and state, over all technical roles, by ${basis} pay: ${formatList(steps.map(stepWords))}.`,
      quantity: null,
      evidence: {
        ...context.emptyEvidence(
          `all catalogued roles; ${question.familyName ?? family} jobs alone where fifteen employers allow it`,
          METHOD,
        ),
        n: Math.min(...steps.map(({ offset }) => offset.n)),
        counts: 'employers with both levels',
        sources,
        place: 'US',
        basis,
      },
      caveats: [
        'This is what one employer pays more, not what employers that use the name of a level pay more: those that speak of staff or principal jobs pay more at every level.',
      ],
    },
  ];
}

/** The steps to and from the level asked about; all of them where none is asked about, or none touches it. */
function stepsFor(ratios: readonly LevelRatio[], asked: LevelId | null): readonly Step[] {
  const steps = STEPS.flatMap(([lower, higher]): Step[] => {
    const offset = levelOffset(ratios, lower, higher);
    return offset === null ? [] : [{ lower, higher, offset }];
  });
  const touching = steps.filter(({ lower, higher }) => lower === asked || higher === asked);
  return touching.length === 0 ? steps : touching;
}

const METHOD =
  'contrasts of mean log pay within employer, source, role and place, damped over employers, jackknife over employers, chained by the least variance';

const Z90 = 1.6448536269514722;

function limits({ log, sd }: LevelOffset): { value: number; low: number; high: number } {
  const percent = (at: number): number => 100 * (Math.exp(at) - 1);
  return { value: percent(log), low: percent(log - Z90 * sd), high: percent(log + Z90 * sd) };
}

function stepWords({ lower, higher, offset }: Step): string {
  const { value, low, high } = limits(offset);
  const name = (level: LevelId): string => findLevel(level)!.name.toLowerCase();
  const difference = `${formatPercent(Math.abs(value))} ${value < 0 ? 'less' : 'more'}`;
  return `${name(higher)} pays ${difference} than ${name(lower)} (90%: ${formatPercent(low)} to ${formatPercent(high)}, ${formatCounted(offset.n, 'employers')})`;
}
