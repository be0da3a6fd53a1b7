/** Formats told by the first bytes of a file. */

export type BinaryFormat = 'gzip' | 'zip' | 'ole' | 'parquet';

/** A format of bytes: one we open, or the name of one we do not. */
export type Recognised = { readonly opens: BinaryFormat } | { readonly foreign: string };

const SIGNATURES: readonly (readonly [bytes: string, what: Recognised])[] = [
  ['1f8b', { opens: 'gzip' }],
  ['504b0304', { opens: 'zip' }],
  ['504b0506', { opens: 'zip' }],
  ['d0cf11e0a1b11ae1', { opens: 'ole' }],
  ['50415231', { opens: 'parquet' }],
  ['89504e47', { foreign: 'a PNG picture' }],
  ['ffd8ff', { foreign: 'a JPEG picture' }],
  ['47494638', { foreign: 'a GIF picture' }],
  ['25504446', { foreign: 'a PDF document' }],
  ['52617221', { foreign: 'a RAR archive' }],
  ['377abcaf271c', { foreign: 'a 7z archive' }],
  ['425a68', { foreign: 'a bzip2 archive' }],
  ['fd377a585a00', { foreign: 'an xz archive' }],
  ['28b52ffd', { foreign: 'a Zstandard archive' }],
  ['53514c69746520666f726d6174', { foreign: 'an SQLite database' }],
  ['7f454c46', { foreign: 'a program' }],
  ['4d5a90', { foreign: 'a program' }],
  ['7b5c727466', { foreign: 'an RTF document' }],
];

const TAR_MARK = { at: 257, bytes: Buffer.from('ustar') };

/** What the first bytes say; null for what may be text. */
export function recogniseBytes(head: Buffer): Recognised | null {
  const hex = head.subarray(0, 16).toString('hex');
  const known = SIGNATURES.find(([bytes]) => hex.startsWith(bytes))?.[1];
  if (known !== undefined) return known;
  const mark = head.subarray(TAR_MARK.at, TAR_MARK.at + TAR_MARK.bytes.length);
  return mark.equals(TAR_MARK.bytes) ? { foreign: 'a tar archive' } : null;
}
