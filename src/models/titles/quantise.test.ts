import { describe, expect, it } from 'vitest';
import { COMMON_WORD, OUTPUT_UNIT, VECTOR_SCALES } from '../../text/titles/model/model-file.js';
import type { Network } from './network.js';
import { quantise } from './quantise.js';

const layer = (values: readonly number[]) => ({
  vectors: Float32Array.from(values),
  biases: Float32Array.from(values.slice(0, 1)),
});
const network = (embeddings: readonly number[]): Network => ({
  dimensions: 4,
  embeddings: Float32Array.from(embeddings),
  groups: layer([1, -1, 0.5, 0]),
  occupations: layer([100, -100, 0, 2]),
});

describe('quantise', () => {
  it('keeps each vector to one part in a hundred of its largest number, whatever its size', () => {
    const embeddings = [3, -2, 0.5, 0, 0.003, -0.002, 0.0005, 0, 0, 0, 0, 0];
    const { featureScales, featureVectors } = quantise(network(embeddings), new Uint8Array(3));
    embeddings.forEach((value, at) => {
      const restored = featureVectors[at]! * VECTOR_SCALES[featureScales[at >> 2]!]!;
      const largest = Math.max(...embeddings.slice(at & ~3, (at & ~3) + 4).map(Math.abs));
      expect(Math.abs(restored - value)).toBeLessThanOrEqual(0.01 * largest);
    });
  });

  it('marks common words beside the scale', () => {
    const { featureScales } = quantise(network([3, 0, 0, 0, 3, 0, 0, 0]), Uint8Array.of(1, 0));
    expect(featureScales[0]).toBe(featureScales[1]! | COMMON_WORD);
  });

  it('puts groups before occupations, in fixed point, cut at its range', () => {
    const { outputVectors, outputBiases } = quantise(network([0, 0, 0, 0]), new Uint8Array(1));
    expect([...outputVectors]).toEqual([
      OUTPUT_UNIT,
      -OUTPUT_UNIT,
      OUTPUT_UNIT / 2,
      0,
      32_767,
      -32_767,
      0,
      2 * OUTPUT_UNIT,
    ]);
    expect([...outputBiases]).toEqual([OUTPUT_UNIT, 32_767]);
  });
});
