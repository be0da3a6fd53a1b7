/** Layout of the pay model's file: a header, then sections that typed arrays view in place. */
import { MarketError } from '../../core/errors.js';

/** `GRPM` as little-endian bytes. */
const MAGIC = 0x4d505247;
const FORMAT = 1;
const HEADER_WORDS = 4;
const ALIGNMENT = 4;

/** The weights of one basis: of features in the centre, and of the plainer ones in the logs of spread and error. */
export interface WeightTables {
  /** Hashes of features, ascending. */
  readonly centreHashes: Uint32Array;
  /** Unit 1/`CENTRE_UNIT`. */
  readonly centres: Int16Array;
  readonly spreadHashes: Uint32Array;
  /** Unit 1/`SPREAD_UNIT`. */
  readonly spreads: Int16Array;
  readonly errors: Int16Array;
}

export interface PayFile {
  /** JSON, UTF-8: `PayDescription`. */
  readonly description: Uint8Array;
  /** Log medians by place, then occupation; unit 1/`OFFICIAL_UNIT` above `OFFICIAL_FLOOR`, 0 where none is published. */
  readonly officialMedians: Uint16Array;
  /** Four a national occupation; unit 1/`OFFICIAL_UNIT`. */
  readonly officialSpreads: Int16Array;
  readonly filed: WeightTables;
  readonly posted: WeightTables;
}

export const CENTRE_UNIT = 8192;
export const SPREAD_UNIT = 2048;
export const OFFICIAL_UNIT = 10_000;
export const OFFICIAL_FLOOR = 8;

const WEIGHT_VIEWS = {
  centreHashes: Uint32Array,
  centres: Int16Array,
  spreadHashes: Uint32Array,
  spreads: Int16Array,
  errors: Int16Array,
} as const;

const SECTIONS = 3 + 2 * Object.keys(WEIGHT_VIEWS).length;

export function writePayFile(file: PayFile): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(file);
  const directory = ALIGNMENT * SECTIONS;
  const payload = sections.reduce((sum, { byteLength }) => sum + padded(byteLength), directory);
  const bytes = new Uint8Array(ALIGNMENT * HEADER_WORDS + payload);
  const words = new Uint32Array(bytes.buffer);
  let at = ALIGNMENT * HEADER_WORDS + directory;
  sections.forEach(({ buffer, byteOffset, byteLength }, index) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    words[HEADER_WORDS + index] = byteLength;
    at += padded(byteLength);
  });
  words.set([MAGIC, FORMAT, checksum(words.subarray(HEADER_WORDS)), payload]);
  return bytes;
}

function sectionsOf({ description, officialMedians, officialSpreads, filed, posted }: PayFile) {
  const names = Object.keys(WEIGHT_VIEWS) as (keyof WeightTables)[];
  const weights = [filed, posted].flatMap((tables) => names.map((name) => tables[name]));
  return [description, officialMedians, officialSpreads, ...weights];
}

/**
 * The sections of a file, as views of its bytes where these are aligned.
 *
 * @throws {MarketError} PAY_MODEL_DAMAGED | PAY_MODEL_VERSION
 */
export function readPayFile(bytes: Uint8Array): PayFile {
  const header = ALIGNMENT * (HEADER_WORDS + SECTIONS);
  if (bytes.length < header || bytes.length % ALIGNMENT !== 0) throw damaged('it is cut short');
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / ALIGNMENT);
  const [magic, format, sum, payload] = words;
  if (magic !== MAGIC) throw damaged('it does not begin as one');
  if (format !== FORMAT) throw otherVersion(`has format ${format}, this program reads ${FORMAT}`);
  if (payload !== aligned.length - ALIGNMENT * HEADER_WORDS) throw damaged('its length is not the one it states');
  if (sum !== checksum(words.subarray(HEADER_WORDS))) throw damaged('its checksum does not match');
  return viewed(new SectionReader(aligned, words.subarray(HEADER_WORDS, HEADER_WORDS + SECTIONS), header));
}

function viewed(sections: SectionReader): PayFile {
  const weights = (): WeightTables => ({
    centreHashes: sections.next(Uint32Array),
    centres: sections.next(Int16Array),
    spreadHashes: sections.next(Uint32Array),
    spreads: sections.next(Int16Array),
    errors: sections.next(Int16Array),
  });
  const file: PayFile = {
    description: sections.next(Uint8Array),
    officialMedians: sections.next(Uint16Array),
    officialSpreads: sections.next(Int16Array),
    filed: weights(),
    posted: weights(),
  };
  for (const { centreHashes, centres, spreadHashes, spreads, errors } of [file.filed, file.posted]) {
    const fits = centreHashes.length === centres.length && spreadHashes.length === spreads.length;
    if (!fits || spreads.length !== errors.length) throw damaged('its parts do not fit');
  }
  return file;
}

type View<T> = {
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
};

class SectionReader {
  readonly #bytes: Uint8Array;
  readonly #lengths: Uint32Array;
  #index = 0;
  #at: number;

  constructor(bytes: Uint8Array, lengths: Uint32Array, at: number) {
    this.#bytes = bytes;
    this.#lengths = lengths;
    this.#at = at;
  }

  next<T>(view: View<T>): T {
    const length = this.#lengths[this.#index]!;
    if (this.#at + length > this.#bytes.length || length % view.BYTES_PER_ELEMENT !== 0) {
      throw damaged('its parts do not fit');
    }
    const start = this.#bytes.byteOffset + this.#at;
    this.#index += 1;
    this.#at += padded(length);
    return new view(this.#bytes.buffer as ArrayBuffer, start, length / view.BYTES_PER_ELEMENT);
  }
}

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/** Fowler-Noll-Vo 1a over 32-bit words. */
function checksum(words: Uint32Array): number {
  let sum = 0x11c9dc5;
  for (const word of words) {
    sum = Math.imul(sum ^ word, 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}

export function damaged(reason: string): MarketError {
  return new MarketError(
    'PAY_MODEL_DAMAGED',
    `The pay model is damaged: ${reason}.`,
    'Restore market/models from the package, or fit it again with `goingrate market train --only pay`.',
  );
}

export function otherVersion(what: string): MarketError {
  return new MarketError(
    'PAY_MODEL_VERSION',
    `The pay model ${what}.`,
    'Fit it again with `goingrate market train --only pay`, or use the one that ships with this program.',
  );
}
