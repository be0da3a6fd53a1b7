/** A limit on what an archive may unpack to. */
import { Transform } from 'node:stream';
import type { UsageError } from '../../../../core/errors.js';
import type { InputLimits } from '../limits.js';
import { unreadable } from '../unreadable.js';

/** Counts unpacked bytes of one archive, whatever its headers claim. */
export class ByteBudget {
  readonly #name: string;
  readonly #packed: number;
  readonly #limits: InputLimits;
  #unpacked = 0;

  /** @param packed bytes of the archive */
  constructor(name: string, packed: number, limits: InputLimits) {
    this.#name = name;
    this.#packed = packed;
    this.#limits = limits;
  }

  /** @throws {UsageError} UNREADABLE_FILE as soon as a limit is passed */
  spend(bytes: number): void {
    this.#unpacked += bytes;
    const { unpackedBytes, ratio, ratioFrom } = this.#limits;
    if (this.#unpacked > unpackedBytes) throw this.#refusal(`more than ${inGigabytes(unpackedBytes)}`);
    if (this.#unpacked > ratioFrom && this.#unpacked > ratio * this.#packed) {
      throw this.#refusal(`more than ${ratio} times its size`);
    }
  }

  /** A stream that passes bytes on while the budget lasts. */
  metered(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        try {
          this.spend(chunk.length);
          done(null, chunk);
        } catch (failure) {
          done(failure as Error);
        }
      },
    });
  }

  #refusal(found: string): UsageError {
    const remedy = 'If that is right, unpack it yourself and import what was in it.';
    return unreadable(this.#name, `it unpacks to ${found}`, remedy);
  }
}

function inGigabytes(bytes: number): string {
  return bytes >= 2 ** 30 ? `${Math.round(bytes / 2 ** 30)} GB` : `${bytes} bytes`;
}
