/** How far one level's pay lies from another's, along estimated ratios. */
import type { LevelId } from './level.js';

/** Ratio of pay between two levels; null stands for jobs that state no level. */
export interface LevelRatio {
  readonly lower: LevelId | null;
  readonly higher: LevelId | null;
  /** Natural log of higher over lower. */
  readonly log: number;
  /** Standard error of the log ratio. */
  readonly sd: number;
  /** Standard deviation of single roles' log ratios around it, where enough roles show one. */
  readonly roleSd?: number | undefined;
  /** Employers it rests on. */
  readonly n: number;
}

export interface LevelOffset {
  /** Natural log of the pay of `to` over that of `from`. */
  readonly log: number;
  /** Standard deviation of it for one role: errors and known spreads of the links, taken as independent. */
  readonly sd: number;
  /** Employers behind its weakest link; Infinity where the two levels are one. */
  readonly n: number;
  /** Levels passed, `from` and `to` included. */
  readonly path: readonly (LevelId | null)[];
}

/**
 * Offset between two levels by the chain of ratios with the least variance.
 *
 * A direct ratio competes with the chains: where few employers have both levels, a chain over a level between them is
 * often surer. Links share employers, so the variance of a chain is an approximation.
 * Source: Dijkstra (1959), doi:10.1007/BF01386390, with variances as lengths
 *
 * @returns null where no chain joins the two; zero without error where they are the same level
 * @example levelOffset([{ lower: 'mid', higher: 'senior', log: 0.2, sd: 0.01, n: 40 }], 'senior', 'mid').log // -0.2
 */
export function levelOffset(
  ratios: readonly LevelRatio[],
  from: LevelId | null,
  to: LevelId | null,
): LevelOffset | null {
  const steps = [...ratios, ...ratios.map(turned)];
  const reached = new Map<LevelId | null, Reached>([[from, { log: 0, variance: 0, n: Infinity, path: [from] }]]);
  const settled = new Set<LevelId | null>();
  for (let next = nearest(reached, settled); next !== null; next = nearest(reached, settled)) {
    const { level, at } = next;
    if (level === to) return { log: at.log, sd: Math.sqrt(at.variance), n: at.n, path: at.path };
    settled.add(level);
    for (const step of steps) {
      if (step.lower !== level || settled.has(step.higher)) continue;
      const variance = at.variance + step.sd ** 2 + (step.roleSd ?? 0) ** 2;
      if (variance >= (reached.get(step.higher)?.variance ?? Infinity)) continue;
      const path = [...at.path, step.higher];
      reached.set(step.higher, { log: at.log + step.log, variance, n: Math.min(at.n, step.n), path });
    }
  }
  return null;
}

interface Reached {
  readonly log: number;
  readonly variance: number;
  readonly n: number;
  readonly path: readonly (LevelId | null)[];
}

function turned(ratio: LevelRatio): LevelRatio {
  return { ...ratio, lower: ratio.higher, higher: ratio.lower, log: -ratio.log };
}

function nearest(
  reached: ReadonlyMap<LevelId | null, Reached>,
  settled: ReadonlySet<LevelId | null>,
): { readonly level: LevelId | null; readonly at: Reached } | null {
  let best: { level: LevelId | null; at: Reached } | null = null;
  for (const [level, at] of reached) {
    if (!settled.has(level) && (best === null || at.variance < best.at.variance)) best = { level, at };
  }
  return best;
}
