/** Lists of marks as text: six bytes each, in base64. */

/** Bytes of a mark; as a number it is exact in double precision. */
export const MARK_BYTES = 6;

export function encodeMarks(marks: readonly number[]): string {
  const bytes = Buffer.alloc(marks.length * MARK_BYTES);
  for (const [index, mark] of marks.entries()) bytes.writeUIntBE(mark, index * MARK_BYTES, MARK_BYTES);
  return bytes.toString('base64');
}

export function decodeMarks(text: string): number[] {
  const bytes = Buffer.from(text, 'base64');
  return Array.from({ length: bytes.length / MARK_BYTES }, (_, index) =>
    bytes.readUIntBE(index * MARK_BYTES, MARK_BYTES),
  );
}
