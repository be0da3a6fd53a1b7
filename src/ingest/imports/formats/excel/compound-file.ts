/** Files of old office programs (OLE compound files), which are named but not read. */
import type { UsageError } from '../../../../core/errors.js';
import type { OpenContext, SourceFile } from '../open-context.js';
import { readBytes } from '../text/read-text.js';
import { unreadable } from '../unreadable.js';

const STREAMS: readonly (readonly [stream: string, reason: string, remedy: string])[] = [
  [
    'EncryptedPackage',
    'it is protected by a password',
    'Open it with the password and save it without one, or as CSV.',
  ],
  ['Workbook', 'it is an old Excel workbook (.xls)', 'Open it and save it as .xlsx, or as CSV.'],
  ['Book', 'it is an old Excel workbook (.xls)', 'Open it and save it as .xlsx, or as CSV.'],
  ['WordDocument', 'it is an old Word document', 'Save the table in it as CSV.'],
];

/** What such a file is, from the names of the streams inside. */
export async function compoundFileFault(file: SourceFile, { progress }: OpenContext): Promise<UsageError> {
  const found = new Set<string>();
  let end = Buffer.alloc(0);
  for await (const chunk of readBytes(file, progress)) {
    const bytes = Buffer.concat([end, chunk]);
    for (const [stream] of STREAMS) if (bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'))) found.add(stream);
    end = Buffer.from(bytes.subarray(-64));
  }
  const known = STREAMS.find(([stream]) => found.has(stream));
  if (known === undefined) return unreadable(file.name, 'it is a file of an old office program');
  return unreadable(file.name, known[1], known[2]);
}
