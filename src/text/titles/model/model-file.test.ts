import { describe, expect, it } from 'vitest';
import { EVIDENCE_WEIGHTS, type ModelSections, readModelFile, VECTOR_SCALES, writeModelFile } from './model-file.js';

const SECTIONS: ModelSections = {
  description: new TextEncoder().encode('{"version":"1"}'),
  featureHashes: Uint32Array.of(1, 2, 0xffffffff),
  featurePrefixes: Uint32Array.of(0, 3),
  featureScales: Uint8Array.of(1, 2, 3),
  featureVectors: Int8Array.of(-127, 0, 127),
  outputVectors: Int16Array.of(-32_768, 32_767),
  outputBiases: Int16Array.of(7),
  titleHashes: Uint32Array.of(9),
  titlePrefixes: Uint32Array.of(0, 1),
  titleOccupations: Uint8Array.of(2),
  evidenceBlocks: Uint32Array.of(0, 2),
  evidenceOccupations: Uint16Array.of(850, 0),
  evidenceWeights: Uint8Array.of(8, 9),
};

const file = () => writeModelFile(SECTIONS);

describe('a model file', () => {
  it('gives back what was written', () => {
    expect(readModelFile(file())).toEqual(SECTIONS);
  });

  it('is viewed in place, and copied only where it is not aligned', () => {
    const bytes = file();
    expect(readModelFile(bytes).featureHashes.buffer).toBe(bytes.buffer);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(readModelFile(shifted.subarray(1))).toEqual(SECTIONS);
    // The slice of a Buffer is a view that stays unaligned.
    expect(readModelFile(Buffer.from(shifted.buffer).subarray(1))).toEqual(SECTIONS);
  });

  it('names damage wherever a byte is changed', () => {
    for (let at = 0; at < file().length; at += 1) {
      const bytes = file();
      bytes[at]! ^= 0x10;
      const code = at >= 4 && at < 8 ? 'MODEL_VERSION' : 'MODEL_DAMAGED';
      expect(() => readModelFile(bytes), `byte ${at}`).toThrow(expect.objectContaining({ code, exitCode: 1 }));
    }
  });

  it('names damage wherever it is cut short or runs on', () => {
    const bytes = file();
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => readModelFile(bytes.slice(0, length))).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }));
    }
    const longer = new Uint8Array(bytes.length + 4);
    longer.set(bytes);
    expect(() => readModelFile(longer)).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }));
  });

  it('codes weights and scales in rising steps, whole weights to sixteen exactly', () => {
    for (const codes of [EVIDENCE_WEIGHTS, VECTOR_SCALES]) {
      codes.slice(1).forEach((value, i) => {
        expect(value).toBeGreaterThan(codes[i]!);
      });
    }
    for (let weight = 1; weight <= 16; weight += 1) expect(EVIDENCE_WEIGHTS).toContain(weight);
  });
});
