/** The patterns and features that one fit uses, packed, and the products its solver needs. */
import type { Design } from './design.js';

export class PackedDesign {
  /** Patterns of the design that the fit's rows have. */
  readonly patterns: Uint32Array;
  /** Features of the design that the fit may use and its patterns have. */
  readonly kept: Uint32Array;
  readonly #from: Uint32Array;
  readonly #features: Uint32Array;
  readonly #values: Float64Array;

  constructor(design: Design, patterns: Uint32Array, isKept: (feature: number) => boolean) {
    const place = new Int32Array(design.names.length).fill(-1);
    const kept: number[] = [];
    const features: number[] = [];
    const values: number[] = [];
    const from = new Uint32Array(patterns.length + 1);
    patterns.forEach((pattern, index) => {
      for (let at = design.from[pattern]!; at < design.from[pattern + 1]!; at += 1) {
        const feature = design.features[at]!;
        if (!isKept(feature)) continue;
        if (place[feature]! < 0) place[feature] = kept.push(feature) - 1;
        features.push(place[feature]!);
        values.push(design.values[at]!);
      }
      from[index + 1] = features.length;
    });
    this.patterns = patterns;
    this.kept = Uint32Array.from(kept);
    this.#from = from;
    this.#features = Uint32Array.from(features);
    this.#values = Float64Array.from(values);
  }

  /** Xb, by pattern. */
  times(by: Float64Array): Float64Array {
    const from = this.#from;
    const features = this.#features;
    const values = this.#values;
    const product = new Float64Array(this.patterns.length);
    for (let i = 0; i < product.length; i += 1) {
      const end = from[i + 1]!;
      let sum = 0;
      for (let at = from[i]!; at < end; at += 1) sum += values[at]! * by[features[at]!]!;
      product[i] = sum;
    }
    return product;
  }

  /** X'a, by feature. */
  transposedTimes(amounts: Float64Array): Float64Array {
    const from = this.#from;
    const features = this.#features;
    const values = this.#values;
    const sums = new Float64Array(this.kept.length);
    for (let i = 0; i < amounts.length; i += 1) {
      const end = from[i + 1]!;
      const amount = amounts[i]!;
      for (let at = from[i]!; at < end; at += 1) sums[features[at]!]! += values[at]! * amount;
    }
    return sums;
  }

  /** Diagonal of X'WX. */
  diagonal(weights: Float64Array): Float64Array {
    const sums = new Float64Array(this.kept.length);
    for (let i = 0; i < weights.length; i += 1) {
      for (let at = this.#from[i]!; at < this.#from[i + 1]!; at += 1) {
        sums[this.#features[at]!]! += weights[i]! * this.#values[at]! ** 2;
      }
    }
    return sums;
  }
}
