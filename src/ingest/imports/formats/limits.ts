/** What an input may hold at most. */

export interface InputLimits {
  /** Bytes of an archive once unpacked, all members together. */
  readonly unpackedBytes: number;
  /** Bytes unpacked for each byte packed, once `ratioFrom` bytes were unpacked. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Members of an archive. */
  readonly members: number;
  /** Files of a folder. */
  readonly files: number;
  /** UTF-16 units of one record: no database reads a longer one. */
  readonly recordLength: number;
  /** Columns of one table. */
  readonly columns: number;
}

export const INPUT_LIMITS: InputLimits = {
  unpackedBytes: 64 * 2 ** 30,
  ratio: 250,
  ratioFrom: 64 * 2 ** 20,
  members: 1000,
  files: 10_000,
  recordLength: 500_000,
  columns: 2000,
};
