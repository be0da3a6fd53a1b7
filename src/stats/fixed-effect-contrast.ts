import { DomainError } from '../core/errors.js';
import { requireSameLength, requireWeights } from './preconditions.js';
import type { ReplicateGroups } from './replicate-groups.js';

export interface ContrastRows {
  /** Outcome of each row, finite: the log of pay as a rule. */
  readonly values: readonly number[];
  /** Arm of each row: true for the second, whose difference to the first is estimated. */
  readonly isSecond: readonly boolean[];
  /** Key of the cell that holds each row; only rows of one cell are compared. */
  readonly cells: readonly (string | number)[];
  /** Not negative, at least one positive. */
  readonly weights: readonly number[];
  /** Jackknife group of each row. */
  readonly groups: ReplicateGroups;
}

export interface FixedEffectContrast {
  /** Second arm less first, unit of the values. */
  readonly estimate: number;
  /** The estimate without each jackknife group; null where a group leaves no cell with both arms. */
  readonly replicates: readonly (number | null)[];
  /** Cells that hold both arms. */
  readonly cells: number;
}

/** Weight and weighted sum of one arm of one cell. */
interface Arm {
  weight: number;
  sum: number;
}

type Cell = readonly [first: Arm, second: Arm];

/**
 * Difference between two arms with a fixed effect for each cell, with its jackknife replicates.
 *
 * y = cell + d 1(second) + e by weighted least squares. Each cell with both arms gives the difference of its weighted
 * means, and d is their mean with weights W1 W2 / (W1 + W2), W the weight of an arm; other cells drop out.
 * Source: Frisch and Waugh (1933), doi:10.2307/1907330
 * Reference: R lm(y ~ second + factor(cell), weights = w): test/reference
 *
 * @returns null when no cell holds both arms
 * @throws {DomainError} INVALID_VALUE | INVALID_WEIGHT | LENGTH_MISMATCH
 * @example fixedEffectContrast({
 *   values: [1, 2, 5, 5.5, 9], isSecond: [false, true, false, true, true], cells: ['a', 'a', 'b', 'b', 'c'],
 *   weights: [1, 1, 1, 1, 1], groups: replicateGroups([1, 1, 1, 1, 1], [1, 1, 2, 2, 3]),
 * }).estimate // 0.75
 */
export function fixedEffectContrast(rows: ContrastRows): FixedEffectContrast | null {
  const { values, isSecond, cells, weights, groups } = rows;
  requireSameLength(values, isSecond, cells, weights, groups.groupOf);
  if (!values.every(Number.isFinite)) throw new DomainError('INVALID_VALUE', 'Values to compare must be finite.');
  requireWeights(weights);
  const total = { weight: 0, sum: 0 };
  let complete = 0;
  const lost = Array.from({ length: groups.count }, () => ({ weight: 0, sum: 0 }));
  for (const { arms, parts } of cellsOf(rows).values()) {
    const all = differenceOf(arms);
    if (all.weight === 0) continue;
    complete += 1;
    total.weight += all.weight;
    total.sum += all.sum;
    for (const [group, part] of parts) {
      const rest = differenceOf([without(arms[0], part[0]), without(arms[1], part[1])]);
      lost[group]!.weight += all.weight - rest.weight;
      lost[group]!.sum += all.sum - rest.sum;
    }
  }
  if (complete === 0) return null;
  const replicates = lost.map((part) => {
    const rest = without(total, part);
    return rest.weight > 0 ? rest.sum / rest.weight : null;
  });
  return { estimate: total.sum / total.weight, replicates, cells: complete };
}

/** A share of a weight that is no more than rounding. */
const NOTHING = 1e-10;

function differenceOf([first, second]: Cell): Arm {
  if (first.weight === 0 || second.weight === 0) return { weight: 0, sum: 0 };
  const weight = (first.weight * second.weight) / (first.weight + second.weight);
  return { weight, sum: weight * (second.sum / second.weight - first.sum / first.weight) };
}

function without(whole: Arm, part: Arm): Arm {
  const weight = whole.weight - part.weight;
  return weight > whole.weight * NOTHING ? { weight, sum: whole.sum - part.sum } : { weight: 0, sum: 0 };
}

interface CellParts {
  readonly arms: Cell;
  /** What each jackknife group adds to them. */
  readonly parts: Map<number, Cell>;
}

function cellsOf({ values, isSecond, cells, weights, groups }: ContrastRows): Map<string | number, CellParts> {
  const found = new Map<string | number, CellParts>();
  values.forEach((value, i) => {
    const cell = found.get(cells[i]!) ?? { arms: emptyCell(), parts: new Map<number, Cell>() };
    found.set(cells[i]!, cell);
    const group = groups.groupOf[i]!;
    const part = cell.parts.get(group) ?? emptyCell();
    cell.parts.set(group, part);
    const arm = isSecond[i] ? 1 : 0;
    add(cell.arms[arm], weights[i]!, value);
    add(part[arm], weights[i]!, value);
  });
  return found;
}

function emptyCell(): Cell {
  return [
    { weight: 0, sum: 0 },
    { weight: 0, sum: 0 },
  ];
}

function add(arm: Arm, weight: number, value: number): void {
  arm.weight += weight;
  arm.sum += weight * value;
}
