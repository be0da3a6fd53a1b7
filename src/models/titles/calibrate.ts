/** Turns scores into probabilities that hold on employers the network was not trained on. */

import type { ModelTables } from '../../text/titles/model/model-tables.js';
import { type Evidence, weighTitle } from '../../text/titles/model/score.js';
import type { Calibration, FittedTitles } from './fit.js';
import { entry, type TitlePair } from './training-rows.js';

const SHARPNESS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.1];
const STRENGTHS = [4, 6, 8, 10, 12, 16, 24];
const START: Calibration = { priorStrength: 8, sharpness: 1 };

/** The log of a share of 0 is taken as that of this. */
const SMALLEST = 1e-6;

/**
 * Fits the calibration: the sharpness under which the occupations of titles that the table does not hold are most
 * likely, then the strength of the network's word beside a title's own counts with which most titles that it holds
 * are read right.
 *
 * @param pairs of employers that were not trained on
 */
export function calibrate(fitted: FittedTitles, pairs: readonly TitlePair[]): Calibration {
  const tables = { ...fitted.open(START).tables, smallestGroup: SMALLEST };
  const titles = new Map<string, number[]>();
  for (const { key, occupation } of pairs) entry(titles, key, () => []).push(occupation);
  const sample = (kind: Evidence) => [...titles].filter(([key]) => weighTitle(key, tables) === kind);
  const unseen = thinned(sample('words'));
  const seen = sample('title');
  const sharpness = best(SHARPNESS, (value) => loss({ ...tables, sharpness: value }, unseen));
  const priorStrength = best(STRENGTHS, (value) => wrong({ ...tables, sharpness, priorStrength: value }, seen));
  return { sharpness, priorStrength };
}

type Title = readonly [key: string, occupations: readonly number[]];

/** More titles than these do not change the figures. */
const ENOUGH = 6_000;

function thinned(titles: readonly Title[]): readonly Title[] {
  const every = Math.ceil(titles.length / ENOUGH);
  return titles.filter((_, i) => i % every === 0);
}

function best(values: readonly number[], lossOf: (value: number) => number): number {
  const losses = values.map(lossOf);
  return values[losses.indexOf(Math.min(...losses))]!;
}

/** Negative log-likelihood of the occupations. */
function loss(tables: ModelTables, titles: readonly Title[]): number {
  let sum = 0;
  for (const [key, occupations] of titles) {
    weighTitle(key, tables);
    for (const at of occupations) sum -= Math.log(Math.max(SMALLEST, tables.scratch.occupations[at]!));
  }
  return sum;
}

/** How many pairs have another occupation than the most probable one. */
function wrong(tables: ModelTables, titles: readonly Title[]): number {
  let count = 0;
  for (const [key, occupations] of titles) {
    weighTitle(key, tables);
    const shares = tables.scratch.occupations;
    const first = shares.indexOf(shares.reduce((most, share) => Math.max(most, share), 0));
    for (const at of occupations) if (at !== first) count += 1;
  }
  return count;
}
