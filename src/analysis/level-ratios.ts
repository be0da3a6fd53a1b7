/** Ratios of pay between levels, as they were fitted while the market was built (see models/level-ratios). */
import { findLevel, type LevelId } from '../core/level.js';
import type { LevelRatio } from '../core/level-offset.js';

/** A fitted value by its name. */
export interface FittedValue {
  readonly name: string;
  readonly value: number;
  readonly n: number;
}

/** Ratios by basis (`filed`), and by basis and family of roles (`filed.software`); empty in markets built before them. */
export type LevelRatios = ReadonlyMap<string, readonly LevelRatio[]>;

const NAME = /^level-ratio\.([a-z]+(?:\.[a-z-]+)?)\.([a-z]+)-over-([a-z]+)$/;
const UNSTATED = 'unstated';

/** Reads the ratios among the parameters of a market; a level that this program does not know is passed over. */
export function readLevelRatios(parameters: readonly FittedValue[]): LevelRatios {
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  const found = new Map<string, LevelRatio[]>();
  for (const { name, value, n } of parameters) {
    const [, scope, above, below] = NAME.exec(name) ?? [];
    const higher = levelNamed(above);
    const lower = levelNamed(below);
    const sd = values.get(`${name}.sd`);
    if (scope === undefined || higher === undefined || lower === undefined || sd === undefined) continue;
    const known = found.get(scope) ?? [];
    found.set(scope, known);
    known.push({ lower, higher, log: value, sd, roleSd: values.get(`${name}.role-sd`), n });
  }
  return found;
}

/** The ratios of a basis for one family: its own where it has them, else those over all roles. */
export function levelRatiosFor(ratios: LevelRatios, basis: string, family: string | null): readonly LevelRatio[] {
  const own = family === null ? [] : (ratios.get(`${basis}.${family}`) ?? []);
  const isOwn = (ratio: LevelRatio) =>
    own.some(({ lower, higher }) => lower === ratio.lower && higher === ratio.higher);
  return [...own, ...(ratios.get(basis) ?? []).filter((ratio) => !isOwn(ratio))];
}

function levelNamed(name: string | undefined): LevelId | null | undefined {
  if (name === undefined) return undefined;
  return name === UNSTATED ? null : findLevel(name)?.id;
}
