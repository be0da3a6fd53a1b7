/** Pay on one basis from observations: the narrowest supported scope carries the figure. */
import type { Basis } from '../core/basis.js';
import type { PercentileEstimate, PercentileKey } from '../core/finding.js';
import type { Ageing } from './ageing.js';
import {
  describeCell,
  estimateCell,
  PERCENTILES,
  type Percentiles,
  type SourceCell,
  type SourceEstimate,
} from './estimate.js';
import type { PayObservation } from './observation.js';
import { type PooledPay, poolSources, type SourceBiasPoints } from './pool.js';
import type { Question } from './question.js';
import { type RowIndex, rowIndex } from './row-index.js';
import { type Scope, scopeLadder, shapeScopes } from './scope.js';

export interface CellCount {
  /** Distinct observations of the very cell asked about. */
  readonly n: number;
  readonly employers: number | null;
  /** Sources that hold any of them. */
  readonly sources: readonly string[];
}

export interface BasisPay {
  readonly basis: Basis;
  /** What was found in the very cell that was asked about, whatever scope carries the figure. */
  readonly asked: CellCount;
  /** Advertised ranges that carry exactly the title asked about, repeats counted. */
  readonly exactTitle: number;
  /** null when no scope supports a median. */
  readonly carried: CarriedPay | null;
  /** Every source's estimate at the carrying scope, or at the asked one when none carries. */
  readonly bySource: readonly SourceEstimate[];
}

export interface CarriedPay {
  readonly scope: Scope;
  readonly pool: PooledPay;
  /** Percentiles with the modelled ones filled in from the shape of a wider scope. */
  readonly percentiles: Percentiles;
  readonly modelledPercentiles: readonly PercentileKey[];
  /** The wider scope whose shape was borrowed. */
  readonly shapeScope: Scope | null;
}

export interface PayOptions {
  readonly ageing: Ageing;
  /** Factor on the variance of sources that name no employers (see models/design-effect). */
  readonly designEffect: number;
  /** Cells already counted and estimated for this question: the levels of a ladder share their wider scopes. */
  readonly known: KnownCells;
  /** Known biases of the sources for this work, log points, by which their agreement is judged. */
  readonly biases?: SourceBiasPoints;
  /** Whether percentiles that a cell cannot support itself are borrowed from a wider scope. */
  readonly borrow: boolean;
  /** Pay already worked out for this question and for the same one at other levels. */
  readonly levels?: Map<string, BasisPay>;
}

export interface KnownCells {
  readonly bases: Map<Basis, BasisRows>;
  readonly exactTitles: Map<string, number>;
  readonly cells: Map<string, readonly SourceCell[]>;
  readonly estimates: Map<SourceCell, SourceEstimate>;
}

/** An empty memory for the cells of one question. */
export function noKnownCells(): KnownCells {
  return { bases: new Map(), exactTitles: new Map(), cells: new Map(), estimates: new Map() };
}

/** The observations of one basis by source, set apart once for a cohort. */
type BasisRows = readonly {
  readonly source: string;
  readonly rows: readonly PayObservation[];
  readonly within: RowIndex;
}[];

export function basisRows(rows: readonly PayObservation[], basis: Basis): BasisRows {
  const bySource = new Map<string, PayObservation[]>();
  for (const row of rows) {
    if (row.basis !== basis) continue;
    const own = bySource.get(row.source);
    if (own === undefined) bySource.set(row.source, [row]);
    else own.push(row);
  }
  return [...bySource.keys()].sort().map((source) => {
    const own = bySource.get(source)!;
    return { source, rows: own, within: rowIndex(own) };
  });
}

/** Walks the scope ladder on one basis: cells are counted first, and only those that carry or lend are estimated. */
export function payOnBasis(
  rows: readonly PayObservation[],
  basis: Basis,
  question: Question,
  options: PayOptions,
): BasisPay {
  const walk = (): BasisPay => walkScopes(rows, basis, question, options);
  if (options.levels === undefined) return walk();
  return remembered(options.levels, `${basis}|${question.level?.id ?? ''}|${options.borrow}`, walk);
}

function walkScopes(rows: readonly PayObservation[], basis: Basis, question: Question, options: PayOptions): BasisPay {
  const { mine, cellsOf } = cellReader(rows, basis, options);
  const scopes = scopeLadder(question, basis);
  const estimate = (cell: SourceCell): SourceEstimate =>
    remembered(options.known.estimates, cell, () => estimateCell(cell, options.ageing));
  const asked = scopes[0]!;
  const common = {
    basis,
    asked: countCell(cellsOf(asked).flatMap((cell) => cell.rows)),
    exactTitle: remembered(options.known.exactTitles, `${basis}|${question.titleKey}`, () =>
      exactTitleCount(mine, question),
    ),
  };
  const scope = chooseScope(scopes, cellsOf);
  const bySource = cellsOf(scope ?? asked).map(estimate);
  const pool = scope === null ? null : poolSources(bySource, options.biases);
  if (scope === null || pool === null) return { ...common, bySource, carried: null };
  const wider = [...scopes.slice(scopes.indexOf(scope) + 1), ...shapeScopes(question, basis)];
  const lenders = { wider: options.borrow ? wider : [], cellsOf, estimate };
  return { ...common, bySource, carried: carry(pool, scope, lenders) };
}

/** The very cell asked about, source by source; sources without a row in it too. */
export function askedCells(
  rows: readonly PayObservation[],
  basis: Basis,
  question: Question,
  options: Pick<PayOptions, 'known' | 'designEffect'>,
): readonly SourceCell[] {
  const [asked] = scopeLadder(question, basis);
  return asked === undefined ? [] : cellReader(rows, basis, options).cellsOf(asked);
}

/** The work at all levels in the whole country, source by source. */
export function wholeCells(
  rows: readonly PayObservation[],
  basis: Basis,
  question: Question,
  options: Pick<PayOptions, 'known' | 'designEffect'>,
): readonly SourceCell[] {
  const [whole] = shapeScopes(question, basis);
  return whole === undefined ? [] : cellReader(rows, basis, options).cellsOf(whole);
}

function cellReader(
  rows: readonly PayObservation[],
  basis: Basis,
  { known, designEffect }: Pick<PayOptions, 'known' | 'designEffect'>,
) {
  const mine = remembered(known.bases, basis, () => basisRows(rows, basis));
  const cellsOf = (scope: Scope): readonly SourceCell[] =>
    remembered(known.cells, scope.cell, () =>
      mine.map(({ source, within }) => describeCell(within(scope.selects), source, designEffect)),
    );
  return { mine, cellsOf };
}

function remembered<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  let value = memory.get(key);
  if (value === undefined) {
    value = make();
    memory.set(key, value);
  }
  return value;
}

/**
 * Narrowest kind first: levels in the place, levels in the wider place, all levels in each. Within a kind the narrowest
 * scope that supports a median directly, else the narrowest that supports a modelled one.
 */
function chooseScope(scopes: readonly Scope[], cellsOf: (scope: Scope) => readonly SourceCell[]): Scope | null {
  for (const kind of new Set(scopes.map(rungOf))) {
    const rung = scopes.filter((scope) => rungOf(scope) === kind);
    const supporting = (support: SourceCell['support']): Scope | undefined =>
      rung.find((scope) => cellsOf(scope).some((cell) => cell.support === support));
    const chosen = supporting('direct') ?? supporting('modelled');
    if (chosen !== undefined) return chosen;
  }
  return null;
}

function rungOf(scope: Scope): string {
  return `${scope.place}|${scope.kind === 'all-levels' ? 'all' : 'level'}`;
}

interface Lenders {
  readonly wider: readonly Scope[];
  readonly cellsOf: (scope: Scope) => readonly SourceCell[];
  readonly estimate: (cell: SourceCell) => SourceEstimate;
}

/** Completes the percentiles a thin cell cannot support itself with the shape of the next wider scope that can. */
function carry(pool: PooledPay, scope: Scope, lenders: Lenders): CarriedPay {
  const absent = PERCENTILES.filter((key) => pool.percentiles[key] === undefined);
  const own = { scope, pool, percentiles: pool.percentiles, modelledPercentiles: [], shapeScope: null };
  if (absent.length === 0) return own;
  const contributing = new Set(pool.contributing.map((entry) => entry.source));
  for (const candidate of lenders.wider) {
    const cells = lenders.cellsOf(candidate).filter((cell) => contributing.has(cell.source));
    if (cells.some((cell) => cell.shown.length < PERCENTILES.length)) continue;
    const parent = poolSources(cells.map(lenders.estimate));
    if (parent === null) continue;
    const percentiles = { ...pool.percentiles };
    for (const key of absent) percentiles[key] = borrowed(pool.percentiles, parent.percentiles, key);
    return { scope, pool, percentiles: inOrder(percentiles), modelledPercentiles: absent, shapeScope: candidate };
  }
  return own;
}

/** The percentile that lends its place: the outermost direct one on the same side of the median, else the median. */
function anchorOf(own: Percentiles, key: PercentileKey): PercentileKey {
  if (key === '10' && own['25'] !== undefined) return '25';
  if (key === '90' && own['75'] !== undefined) return '75';
  return '50';
}

function borrowed(own: Percentiles, parent: Percentiles, key: PercentileKey): PercentileEstimate {
  const anchor = anchorOf(own, key);
  const centre = own[anchor]!;
  const shape = parent[key]!;
  const value = (centre.value * shape.value) / parent[anchor]!.value;
  const down = Math.hypot(logRatio(centre.value, centre.low), logRatio(shape.value, shape.low));
  const up = Math.hypot(logRatio(centre.high, centre.value), logRatio(shape.high, shape.value));
  return { value, low: value * Math.exp(-down), high: value * Math.exp(up) };
}

function logRatio(high: number | null, low: number | null): number {
  return high === null || low === null ? 0 : Math.log(high / low);
}

/** Direct and borrowed percentiles can cross in a thin cell; the borrowed ones then give way. */
function inOrder(percentiles: Partial<Record<PercentileKey, PercentileEstimate>>): Percentiles {
  let floor = 0;
  for (const key of PERCENTILES) {
    const entry = percentiles[key];
    if (entry === undefined) continue;
    if (entry.value < floor) percentiles[key] = { ...entry, value: floor, high: Math.max(entry.high ?? floor, floor) };
    floor = percentiles[key]!.value;
  }
  return percentiles;
}

function countCell(rows: readonly PayObservation[]): CellCount {
  const employers = new Set(rows.map((row) => row.employer));
  const sources = [...new Set(rows.map((row) => row.source))].sort();
  return { n: rows.length, employers: employers.has(null) ? null : employers.size, sources };
}

function exactTitleCount(sources: BasisRows, question: Question): number {
  let count = 0;
  for (const { rows } of sources) {
    for (const row of rows) if (row.title === question.titleKey) count += row.repeats;
  }
  return count;
}
