/** Offers as a sparse matrix of features. */
import { type Described, visitFeatures } from './features.js';
import type { OfficialPay } from './official-anchor.js';
import { FEATURE_GROUPS } from './recipe.js';

export interface Design {
  readonly names: readonly string[];
  /** Position of each feature's group in `FEATURE_GROUPS`. */
  readonly groups: Uint8Array;
  /** Pattern of each row: rows that are described alike share one. */
  readonly patternOf: Uint32Array;
  /** Entries of pattern i stand at `from[i]` up to `from[i + 1]`. */
  readonly from: Uint32Array;
  readonly features: Uint32Array;
  readonly values: Float64Array;
}

export function buildDesign(rows: readonly Described[], official: OfficialPay): Design {
  const positions = new Map<string, number>();
  const groups: number[] = [];
  const features: number[] = [];
  const values: number[] = [];
  const from = [0];
  const patterns = new Map<string, number>();
  const patternOf = new Uint32Array(rows.length);
  rows.forEach((row, index) => {
    const key = patternKey(row);
    const known = patterns.get(key);
    patternOf[index] = known ?? patterns.size;
    if (known !== undefined) return;
    patterns.set(key, patterns.size);
    visitFeatures(row, official, ({ name, group, value }) => {
      let at = positions.get(name);
      if (at === undefined) {
        at = groups.length;
        positions.set(name, at);
        groups.push(FEATURE_GROUPS.indexOf(group));
      }
      features.push(at);
      values.push(value);
    });
    from.push(features.length);
  });
  return {
    names: [...positions.keys()],
    groups: Uint8Array.from(groups),
    patternOf,
    from: Uint32Array.from(from),
    features: Uint32Array.from(features),
    values: Float64Array.from(values),
  };
}

function patternKey({ words, role, level, state, source, occupations }: Described): string {
  const mix = occupations.map(({ soc, share }) => `${soc} ${share}`).join(',');
  return [words.join(' '), role, level, state, source, mix].join('\u001f');
}

/**
 * Employers that use each feature.
 *
 * @param rows     rows that count, those of one cluster together
 * @param clusters number of the cluster of each row
 */
export function employersOfFeatures(design: Design, rows: Uint32Array, clusters: Uint32Array): Uint32Array {
  const { patternOf, from, features } = design;
  const counts = new Uint32Array(design.names.length);
  const last = new Int32Array(design.names.length).fill(-1);
  for (const row of rows) {
    const cluster = clusters[row]!;
    const pattern = patternOf[row]!;
    for (let at = from[pattern]!; at < from[pattern + 1]!; at += 1) {
      const feature = features[at]!;
      if (last[feature] === cluster) continue;
      last[feature] = cluster;
      counts[feature]! += 1;
    }
  }
  return counts;
}

/** x'b of every pattern. */
export function predictPatterns({ from, features, values }: Design, coefficients: Float64Array): Float64Array {
  const predicted = new Float64Array(from.length - 1);
  for (let pattern = 0; pattern < predicted.length; pattern += 1) {
    let sum = 0;
    for (let at = from[pattern]!; at < from[pattern + 1]!; at += 1) sum += values[at]! * coefficients[features[at]!]!;
    predicted[pattern] = sum;
  }
  return predicted;
}
