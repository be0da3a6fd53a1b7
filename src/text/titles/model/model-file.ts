/** Layout of the title model's file: a header, then sections that typed arrays view in place. */
import { MarketError } from '../../../core/errors.js';

/** `GRTM` as little-endian bytes. */
const MAGIC = 0x4d545247;
const FORMAT = 3;
const HEADER_WORDS = 4;
const ALIGNMENT = 4;

/** What a model file holds, in the order in which it stands there. */
export interface ModelSections {
  /** JSON, UTF-8: `ModelDescription`. */
  readonly description: Uint8Array;
  /** Ascending. */
  readonly featureHashes: Uint32Array;
  /** `prefixTable` of the hashes. */
  readonly featurePrefixes: Uint32Array;
  /** Codes of `VECTOR_SCALES`, one a feature, with `COMMON_WORD`. */
  readonly featureScales: Uint8Array;
  readonly featureVectors: Int8Array;
  /** One vector a group, then one an occupation; unit 1/`OUTPUT_UNIT`. */
  readonly outputVectors: Int16Array;
  readonly outputBiases: Int16Array;
  /** Ascending. */
  readonly titleHashes: Uint32Array;
  readonly titlePrefixes: Uint32Array;
  /** How many occupations a title was seen under. */
  readonly titleOccupations: Uint8Array;
  /** Where the evidence of every `TITLES_PER_BLOCK`th title begins, and where that of the last ends. */
  readonly evidenceBlocks: Uint32Array;
  readonly evidenceOccupations: Uint16Array;
  /** Codes of `EVIDENCE_WEIGHTS`. */
  readonly evidenceWeights: Uint8Array;
}

const VIEWS = {
  description: Uint8Array,
  featureHashes: Uint32Array,
  featurePrefixes: Uint32Array,
  featureScales: Uint8Array,
  featureVectors: Int8Array,
  outputVectors: Int16Array,
  outputBiases: Int16Array,
  titleHashes: Uint32Array,
  titlePrefixes: Uint32Array,
  titleOccupations: Uint8Array,
  evidenceBlocks: Uint32Array,
  evidenceOccupations: Uint16Array,
  evidenceWeights: Uint8Array,
} as const satisfies Record<keyof ModelSections, unknown>;

const NAMES = Object.keys(VIEWS) as (keyof ModelSections)[];

export const TITLES_PER_BLOCK = 32;

/** Fixed point of the output layer. */
export const OUTPUT_UNIT = 1024;

/** Eight steps an octave, exact in binary: code 8 is 1. */
export const EVIDENCE_WEIGHTS: readonly number[] = Array.from(
  { length: 256 },
  (_, code) => (8 + (code & 7)) * 2 ** ((code >> 3) - 4),
);

/** Eight steps an octave from 2^-20: what one step of a feature's 8-bit vector is worth. */
export const VECTOR_SCALES: readonly number[] = Array.from(
  { length: 128 },
  (_, code) => (8 + (code & 7)) * 2 ** ((code >> 3) - 23),
);

/** Bit of a feature's scale code that marks a common word. */
export const COMMON_WORD = 0x80;

export function writeModelFile(sections: ModelSections): Uint8Array<ArrayBuffer> {
  const lengths = NAMES.map((name) => sections[name].byteLength);
  const directory = ALIGNMENT * NAMES.length;
  const payload = lengths.reduce((sum, length) => sum + padded(length), directory);
  const bytes = new Uint8Array(ALIGNMENT * HEADER_WORDS + payload);
  const words = new Uint32Array(bytes.buffer);
  let at = ALIGNMENT * HEADER_WORDS + directory;
  NAMES.forEach((name, i) => {
    const { buffer, byteOffset, byteLength } = sections[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    words[HEADER_WORDS + i] = byteLength;
    at += padded(byteLength);
  });
  words.set([MAGIC, FORMAT, checksum(words.subarray(HEADER_WORDS)), payload]);
  return bytes;
}

/**
 * The sections of a file, as views of its bytes where these are aligned.
 *
 * @throws {MarketError} MODEL_DAMAGED | MODEL_VERSION
 */
export function readModelFile(bytes: Uint8Array): ModelSections {
  const header = ALIGNMENT * (HEADER_WORDS + NAMES.length);
  if (bytes.length < header || bytes.length % ALIGNMENT !== 0) throw damaged('it is cut short');
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / ALIGNMENT);
  const [magic, format, sum, payload] = words;
  if (magic !== MAGIC) throw damaged('it does not begin as one');
  if (format !== FORMAT) throw otherVersion(`has format ${format}, this program reads ${FORMAT}`);
  if (payload !== aligned.length - ALIGNMENT * HEADER_WORDS) throw damaged('its length is not the one it states');
  if (sum !== checksum(words.subarray(HEADER_WORDS))) throw damaged('its checksum does not match');
  return views(aligned, words.subarray(HEADER_WORDS, HEADER_WORDS + NAMES.length), header);
}

function views(bytes: Uint8Array, lengths: Uint32Array, header: number): ModelSections {
  const sections: Partial<Record<keyof ModelSections, unknown>> = {};
  let at = header;
  NAMES.forEach((name, i) => {
    const View = VIEWS[name];
    const length = lengths[i]!;
    if (at + length > bytes.length || length % View.BYTES_PER_ELEMENT !== 0) throw damaged('its parts do not fit');
    sections[name] = new View(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length / View.BYTES_PER_ELEMENT);
    at += padded(length);
  });
  if (at !== bytes.length) throw damaged('its parts do not fill it');
  return sections as ModelSections;
}

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/** Fowler-Noll-Vo 1a over 32-bit words: a few milliseconds for a whole file, even in a program that has just started. */
function checksum(words: Uint32Array): number {
  const signed = new Int32Array(words.buffer, words.byteOffset, words.length);
  let sum = 0x11c9dc5;
  for (let i = 0; i < signed.length; i += 1) {
    sum = Math.imul(sum ^ signed[i]!, 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}

export function damaged(reason: string): MarketError {
  return new MarketError(
    'MODEL_DAMAGED',
    `The title model is damaged: ${reason}.`,
    'Restore market/models from the package, or train it again.',
  );
}

export function otherVersion(what: string): MarketError {
  return new MarketError(
    'MODEL_VERSION',
    `The title model ${what}.`,
    'Train the model again with this program, or use the one that ships with it.',
  );
}
