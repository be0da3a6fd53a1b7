/** Text of a file, in pieces. */
import { createReadStream } from 'node:fs';
import type { Progress } from '../../../../core/ports.js';
import type { OpenContext, SourceFile } from '../open-context.js';
import { HEAD_BYTES } from '../read-head.js';
import { fileFailure, unreadable } from '../unreadable.js';
import { EncodingSurvey, markedEncoding } from './encoding.js';

const SAID_EVERY = 32 * 2 ** 20;

/** Bytes of a file; progress is said on the way. */
export async function* readBytes(file: SourceFile, progress: Progress): AsyncGenerator<Buffer> {
  let read = 0;
  let said = 0;
  try {
    for await (const chunk of createReadStream(file.path, { highWaterMark: HEAD_BYTES })) {
      yield chunk as Buffer;
      read += (chunk as Buffer).length;
      if (read - said < SAID_EVERY) continue;
      said = read;
      progress.step(`Reading ${file.name.replace(/\p{C}/gu, ' ')}, ${Math.floor((100 * read) / file.bytes)}%`);
    }
  } catch (failure) {
    throw fileFailure(file.name, failure);
  }
}

/** The encoding of the whole file: what was asked for, its mark, or what its bytes are. */
export async function surveyEncoding(
  file: SourceFile,
  head: Buffer,
  { encoding, progress, notes }: Pick<OpenContext, 'encoding' | 'progress' | 'notes'>,
): Promise<string> {
  const known = encoding ?? markedEncoding(head);
  if (known !== null) return known;
  const survey = new EncodingSurvey();
  for await (const chunk of readBytes(file, progress)) survey.push(chunk);
  const found = survey.end();
  if (found.faults > 0) {
    notes.push(
      `${file.name} is UTF-8 with ${found.faults} damaged lines; what could not be read in them is shown as \uFFFD.`,
    );
  }
  return found.encoding;
}

/**
 * Decodes a file; its mark is dropped, and bytes that are no text become U+FFFD.
 *
 * @throws {UsageError} UNREADABLE_FILE
 */
export async function* readText(file: SourceFile, encoding: string, progress: Progress): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of readBytes(file, progress)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** A whole file as one text. */
export async function readWholeText(
  file: SourceFile,
  encoding: string,
  { progress, most }: { readonly progress: Progress; readonly most: number },
): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of readText(file, encoding, progress)) {
    length += piece.length;
    if (length > most) {
      throw unreadable(file.name, `it is longer than ${most / 2 ** 20} million characters`, 'Split the file.');
    }
    pieces.push(piece);
  }
  return pieces.join('');
}
