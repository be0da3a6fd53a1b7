/** Coefficients as the tables of a model file. */
import type { BaseEffects } from './description.js';
import type { Design } from './design.js';
import { featureHash } from './feature-hash.js';
import type { Effects } from './part.js';
import { CENTRE_UNIT, SPREAD_UNIT, type WeightTables } from './pay-file.js';
import { FEATURE_GROUPS } from './recipe.js';

const BASE = FEATURE_GROUPS.indexOf('base');
const LARGEST = 32_767;

export interface FittedEffects {
  readonly centre: Effects;
  readonly spread: Effects;
  readonly error: Effects;
}

/** Weights by hash; a feature whose weights round to nothing is left out. */
export function weightTables(design: Design, { centre, spread, error }: FittedEffects): WeightTables {
  const hashed = design.names
    .map((name, feature) => ({ hash: featureHash(name), feature, isSource: name.startsWith('source ') }))
    .filter(({ feature, isSource }) => design.groups[feature] !== BASE && !isSource)
    .sort((a, b) => a.hash - b.hash || a.feature - b.feature)
    .filter(({ hash }, at, all) => at === 0 || all[at - 1]!.hash !== hash);
  const stored = ({ coefficients }: Effects, unit: number) => {
    const of = (feature: number) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(coefficients[feature]! * unit)));
    return hashed.map(({ feature }) => of(feature));
  };
  const centres = stored(centre, CENTRE_UNIT);
  const spreads = stored(spread, SPREAD_UNIT);
  const errors = stored(error, SPREAD_UNIT);
  const hashesWhere = (holds: (at: number) => boolean) =>
    Uint32Array.from(hashed.filter((_, at) => holds(at)).map(({ hash }) => hash));
  const inCentre = (at: number) => centres[at] !== 0;
  const inSpread = (at: number) => spreads[at] !== 0 || errors[at] !== 0;
  return {
    centreHashes: hashesWhere(inCentre),
    centres: Int16Array.from(centres.filter((_, at) => inCentre(at))),
    spreadHashes: hashesWhere(inSpread),
    spreads: Int16Array.from(spreads.filter((_, at) => inSpread(at))),
    errors: Int16Array.from(errors.filter((_, at) => inSpread(at))),
  };
}

/** Coefficients of the features that every title has; of the sources only their mean. */
export function baseEffects(design: Design, { coefficients, source, state }: Effects): BaseEffects {
  const base: Record<string, number> = {};
  design.names.forEach((name, feature) => {
    if (design.groups[feature] === BASE && !name.startsWith('source ')) base[name] = rounded(coefficients[feature]!);
  });
  return { base, source: rounded(source), state: rounded(state) };
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
