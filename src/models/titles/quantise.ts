/** The network in whole numbers: small differences of rounding do not reach the file. */
import { COMMON_WORD, type ModelSections, OUTPUT_UNIT, VECTOR_SCALES } from '../../text/titles/model/model-file.js';
import type { Layer, Network } from './network.js';

export type NetworkSections = Pick<
  ModelSections,
  'featureScales' | 'featureVectors' | 'outputVectors' | 'outputBiases'
>;

const MOST = 127;

/** Feature vectors as eight-bit numbers with a scale each, the output layer as sixteen-bit numbers of fixed point. */
export function quantise(
  { embeddings, dimensions, groups, occupations }: Network,
  featureCommon: Uint8Array,
): NetworkSections {
  const rows = embeddings.length / dimensions;
  const featureScales = new Uint8Array(rows);
  const featureVectors = new Int8Array(embeddings.length);
  for (let row = 0; row < rows; row += 1) {
    const from = row * dimensions;
    const code = scaleCode(embeddings.subarray(from, from + dimensions));
    featureScales[row] = code | (featureCommon[row] === 1 ? COMMON_WORD : 0);
    for (let d = 0; d < dimensions; d += 1) {
      featureVectors[from + d] = bounded(embeddings[from + d]! / VECTOR_SCALES[code]!, MOST);
    }
  }
  return {
    featureScales,
    featureVectors,
    outputVectors: joined(groups.vectors, occupations.vectors),
    outputBiases: joined(groups.biases, occupations.biases),
  };
}

/** The finest scale in which the largest number of a vector fits. */
function scaleCode(vector: Float32Array): number {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const code = VECTOR_SCALES.findIndex((scale) => largest <= scale * MOST);
  return code < 0 ? VECTOR_SCALES.length - 1 : code;
}

function joined(first: Layer['vectors'], second: Layer['vectors']): Int16Array {
  return Int16Array.from([...first, ...second], (value) => bounded(value * OUTPUT_UNIT, 32_767));
}

function bounded(value: number, most: number): number {
  return Math.max(-most, Math.min(most, Math.round(value)));
}
