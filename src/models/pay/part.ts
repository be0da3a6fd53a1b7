/** Fits on some of the employers: the centre, the spread around it, and what both say of a row as of a question. */
import { employersOfFeatures, predictPatterns } from './design.js';
import { CONSTANT } from './features.js';
import { type LevelEffect, orderedLevels } from './level-ladder.js';
import type { Prepared } from './prepared.js';
import { FEATURE_GROUPS, type FeatureGroup } from './recipe.js';
import { fitRidge } from './ridge.js';

/** Coefficients with what a question, which names neither a source nor always a state, takes in their place. */
export interface Effects {
  readonly coefficients: Float64Array;
  /** Mean effect of the sources over named employers. */
  readonly source: number;
  /** Mean effect of the states over all offers. */
  readonly state: number;
  /** What the coefficients say of each pattern of the design. */
  readonly patterns: Float64Array;
}

const LEVEL = 'level ';

/** The centre of log pay. */
export function fitCentre(prepared: Prepared, rows: Uint32Array): Effects {
  const { design, target, weights, recipe } = prepared;
  const constant = design.names.indexOf(CONSTANT);
  const penalties = penaltiesOf(prepared, rows, (group) => recipe.lambda * recipe.penalties[group]);
  const coefficients = fitRidge({ design, rows, target, weights, penalties, huber: recipe.huber, constant });
  orderLevels(prepared, rows, coefficients);
  return effectsOf(prepared, rows, coefficients);
}

/** The log of what a quantity per row is, from the groups that the spread depends on. */
export function fitLogOf(prepared: Prepared, rows: Uint32Array, target: Float64Array): Effects {
  const { design, shares, recipe } = prepared;
  const kept: ReadonlySet<FeatureGroup> = new Set(recipe.spreadGroups);
  const constant = design.names.indexOf(CONSTANT);
  const penalties = penaltiesOf(prepared, rows, (group) =>
    kept.has(group) ? recipe.spreadLambda * (group === 'base' ? 0.05 : 1) : Infinity,
  );
  const coefficients = fitRidge({ design, rows, target, weights: shares, penalties, huber: Infinity, constant });
  return effectsOf(prepared, rows, coefficients);
}

/** Every row predicted as the question about it: its source is not known, nor a place it does not state. */
export function asQuestions(prepared: Prepared, { coefficients, source, state, patterns }: Effects): Float64Array {
  const { design, sourceFeatures, offers, noStateFeature } = prepared;
  return Float64Array.from(offers, (offer, row) => {
    const own = patterns[design.patternOf[row]!]! - coefficients[sourceFeatures[row]!]! + source;
    return offer.state === null ? own - coefficients[noStateFeature]! + state : own;
  });
}

function penaltiesOf(
  { design, clusters, recipe }: Prepared,
  rows: Uint32Array,
  of: (group: FeatureGroup) => number,
): Float64Array {
  const employers = employersOfFeatures(design, rows, clusters);
  const byGroup = FEATURE_GROUPS.map(of);
  return Float64Array.from(design.names, (_, feature) => {
    const group = design.groups[feature]!;
    const tooFew = employers[feature]! < (FEATURE_GROUPS[group] === 'base' ? 1 : recipe.fewestEmployers);
    return tooFew ? Infinity : byGroup[group]!;
  });
}

function orderLevels({ design, weights }: Prepared, rows: Uint32Array, coefficients: Float64Array): void {
  const group = FEATURE_GROUPS.indexOf('level');
  const totals = new Float64Array(coefficients.length);
  for (const row of rows) {
    const pattern = design.patternOf[row]!;
    for (let at = design.from[pattern]!; at < design.from[pattern + 1]!; at += 1) {
      const feature = design.features[at]!;
      if (design.groups[feature] === group) totals[feature]! += weights[row]!;
    }
  }
  const positions = new Map<string, number>();
  const effects = new Map<string, LevelEffect>();
  design.names.forEach((name, feature) => {
    if (design.groups[feature] !== group || totals[feature] === 0 || coefficients[feature] === 0) return;
    positions.set(name.slice(LEVEL.length), feature);
    effects.set(name.slice(LEVEL.length), { value: coefficients[feature]!, weight: totals[feature]! });
  });
  for (const [level, value] of orderedLevels(effects)) coefficients[positions.get(level)!] = value;
}

function effectsOf(prepared: Prepared, rows: Uint32Array, coefficients: Float64Array): Effects {
  const { design, shares, weights, sourceFeatures } = prepared;
  const stateGroup = FEATURE_GROUPS.indexOf('state');
  const source = { sum: 0, weight: 0 };
  const state = { sum: 0, weight: 0 };
  for (const row of rows) {
    source.sum += shares[row]! * coefficients[sourceFeatures[row]!]!;
    source.weight += shares[row]!;
    state.weight += weights[row]!;
    const pattern = design.patternOf[row]!;
    for (let at = design.from[pattern]!; at < design.from[pattern + 1]!; at += 1) {
      const feature = design.features[at]!;
      if (design.groups[feature] === stateGroup) state.sum += weights[row]! * coefficients[feature]!;
    }
  }
  const mean = ({ sum, weight }: { sum: number; weight: number }) => (weight === 0 ? 0 : sum / weight);
  return { coefficients, source: mean(source), state: mean(state), patterns: predictPatterns(design, coefficients) };
}
