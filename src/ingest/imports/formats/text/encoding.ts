/** Which encoding a text file is in. */
import { isAscii, isUtf8 } from 'node:buffer';
import { plausibleEncoding } from './plausible-encoding.js';

const SAMPLE_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
/** Lines in UTF-8 for each broken one from which a file is UTF-8 with faults. */
const UTF8_WITH_FAULTS = 4;

/** The encoding that a mark or the pattern of zero bytes shows; null where the bytes must be looked at. */
export function markedEncoding(head: Uint8Array): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (head[at] === 0) zeros[at & 1]! += 1;
  const [even = 0, odd = 0] = zeros;
  const many = length * 0.3;
  if (odd > many && even * 8 < odd) return 'utf-16le';
  return even > many && odd * 8 < even ? 'utf-16be' : null;
}

/** Whether the first bytes of a file are UTF-8; a character cut by their end does not count. */
export function headIsUtf8(head: Uint8Array): boolean {
  for (let cut = 0; cut < 4 && cut <= head.length; cut += 1) {
    if (isUtf8(head.subarray(0, head.length - cut))) return true;
  }
  return false;
}

/** Where the last character of UTF-8 that is whole ends. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back < bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/** Looks at all lines of a file without a mark and says which encoding they are in. */
export class EncodingSurvey {
  #rest: Buffer = Buffer.alloc(0);
  #valid = 0;
  #broken = 0;
  #sample: Uint8Array[] = [];
  #sampled = 0;

  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const lines = bytes.lastIndexOf(LINE_FEED) + 1;
    if (lines === 0 && bytes.length < SAMPLE_BYTES) {
      this.#rest = Buffer.from(bytes);
      return;
    }
    const end = lines === 0 ? wholeCharacters(bytes) : lines;
    this.#look(bytes.subarray(0, end));
    this.#rest = Buffer.from(bytes.subarray(end));
  }

  /** @returns a label for TextDecoder, and how many lines do not fit it */
  end(): { readonly encoding: string; readonly faults: number } {
    this.#look(this.#rest);
    if (this.#broken === 0) return { encoding: 'utf-8', faults: 0 };
    if (this.#valid >= this.#broken * UTF8_WITH_FAULTS) return { encoding: 'utf-8', faults: this.#broken };
    return { encoding: plausibleEncoding(Buffer.concat(this.#sample)), faults: 0 };
  }

  #look(bytes: Buffer): void {
    if (isUtf8(bytes)) {
      if (!isAscii(bytes)) this.#valid += 1;
      return;
    }
    for (let from = 0; from < bytes.length; ) {
      const found = bytes.indexOf(LINE_FEED, from);
      const to = found === -1 ? bytes.length : found + 1;
      this.#lookAtLine(bytes.subarray(from, to));
      from = to;
    }
  }

  #lookAtLine(line: Buffer): void {
    if (!line.some((byte) => byte >= 0x80)) return;
    if (isUtf8(line)) {
      this.#valid += 1;
      return;
    }
    this.#broken += 1;
    if (this.#sampled >= SAMPLE_BYTES) return;
    const part = line.subarray(0, SAMPLE_BYTES);
    this.#sample.push(Buffer.from(part));
    this.#sampled += part.length;
  }
}
