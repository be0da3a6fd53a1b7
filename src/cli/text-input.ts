/** Where the texts come from that a command answers: an argument, a file or standard input. */
import { createReadStream, fstatSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { decodeBytes } from '../app/text-records.js';
import { UsageError } from '../core/errors.js';
import { INPUT_FORMS, type InputForm, readerFor, WholeText } from './input/input-texts.js';

export interface TextFlags {
  readonly input?: string;
  readonly field?: string;
  readonly file?: string;
  readonly whole?: true;
}

/** One text that is answered alone, or many that are answered as they arrive, some at a time. */
export type TextInput =
  | { readonly kind: 'one'; readonly text: string }
  | { readonly kind: 'many'; readonly texts: AsyncIterable<Iterable<string>> };

export interface TextRequest {
  readonly argument: string | undefined;
  readonly flags: TextFlags;
  /** What a text is called in messages: `title`. */
  readonly noun: string;
}

/** Endings by which an argument without a folder is taken for a file. */
const FILE_ENDING = /\.(?:txt|csv|tsv|jsonl|ndjson|gz)$/i;
const CHUNK_BYTES = 256 * 1024;

/**
 * Finds the texts of a command line.
 *
 * An argument is a text, unless it names an existing file and has a folder in it, one of the usual endings, or --input
 * beside it.
 *
 * @throws {UsageError} EMPTY_TEXT | MISSING_TEXT | CONTRADICTORY_FLAGS | UNKNOWN_INPUT | UNREADABLE_INPUT; reading the
 * texts throws INVALID_CSV | INVALID_JSONL | UNKNOWN_FIELD | TEXT_TOO_LONG | UNREADABLE_INPUT
 */
export async function findTexts(request: TextRequest): Promise<TextInput> {
  const { argument, flags, noun } = request;
  const form = chooseForm(flags);
  const path = choosePath(request);
  if (path === null) return { kind: 'one', text: checkText(argument as string, noun) };
  if (path === '-' && process.stdin.isTTY === true) {
    throw new UsageError(
      'MISSING_TEXT',
      `No ${noun} was given.`,
      'Give one as an argument, a file with --file, or lines on standard input.',
    );
  }
  if (form === 'lines' && /\.(?:csv|tsv|jsonl|ndjson)$/i.test(path)) {
    const other = /\.[ct]sv$/i.test(path) ? 'csv' : 'jsonl';
    process.stderr.write(`goingrate: "${path}" is read as plain lines; --input ${other} reads one of its fields.\n`);
  }
  const pieces = decodeBytes(readBytes(path));
  if (flags.whole !== true) return { kind: 'many', texts: readTexts(pieces, form, flags.field) };
  const whole = new WholeText();
  for await (const piece of pieces) whole.push(piece);
  const [text = ''] = whole.end();
  return { kind: 'one', text: checkText(text, noun) };
}

function chooseForm({ input, field, whole }: TextFlags): InputForm {
  const form = INPUT_FORMS.find((entry) => entry === (input ?? 'lines'));
  if (form === undefined) {
    throw new UsageError('UNKNOWN_INPUT', `"${input}" is not a form of input.`, `Forms: ${INPUT_FORMS.join(', ')}.`);
  }
  if (form === 'lines' && field !== undefined) {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      'Plain lines have no fields.',
      'Leave out --field, or give --input csv or jsonl.',
    );
  }
  if (whole && form !== 'lines') {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `--whole reads one text, not the records of ${form}.`,
      'Leave out --whole or --input.',
    );
  }
  return form;
}

/** The file to read, `-` for standard input, or null when the argument is the text. */
function choosePath({ argument, flags }: TextRequest): string | null {
  if (flags.file !== undefined && argument !== undefined) {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      'There are a text and a file.',
      'Give the text as an argument or a file with --file, not both.',
    );
  }
  if (argument === undefined) return flags.file ?? '-';
  if (argument === '-') return '-';
  const likely = /[/\\]/.test(argument) || FILE_ENDING.test(argument) || flags.input !== undefined;
  if (likely && isFile(argument)) return argument;
  const bare = !/\s/.test(argument);
  if (flags.input !== undefined || (bare && FILE_ENDING.test(argument))) throw unreadable(argument, { code: 'ENOENT' });
  return null;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function checkText(text: string, noun: string): string {
  if (text.trim() !== '') return text;
  throw new UsageError('EMPTY_TEXT', `The ${noun} is empty.`, `Give one, or pipe lines in.`);
}

async function* readTexts(
  pieces: AsyncIterable<string>,
  form: InputForm,
  field: string | undefined,
): AsyncGenerator<Iterable<string>> {
  const reader = readerFor(form, field);
  for await (const piece of pieces) yield reader.push(piece);
  yield reader.end();
}

/** Bytes of a file or of standard input, unpacked where they are a gzip file. */
async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    if (path === '-') {
      if (isFolderOnStandardInput()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      yield* process.stdin as AsyncIterable<Uint8Array>;
      return;
    }
    const packed = await isGzip(path);
    const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    if (!packed) {
      yield* stream as AsyncIterable<Uint8Array>;
      return;
    }
    const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
    stream.on('error', (error) => unpacked.destroy(error));
    yield* stream.pipe(unpacked) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw unreadable(path, cause as NodeJS.ErrnoException);
  }
}

/** Node reads a folder there (`< docs`) as nothing at all. */
function isFolderOnStandardInput(): boolean {
  try {
    return fstatSync(0).isDirectory();
  } catch {
    return false;
  }
}

async function isGzip(path: string): Promise<boolean> {
  if (!isFile(path)) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function unreadable(path: string, cause: { readonly code?: string | undefined }): UsageError {
  const reason =
    {
      ENOENT: 'there is no such file',
      ENOTDIR: 'its folder is a file',
      EACCES: 'permission denied',
      EISDIR: 'it is a folder',
      Z_DATA_ERROR: 'it is a damaged gzip file',
      Z_BUF_ERROR: 'it is a gzip file cut short',
    }[cause.code ?? ''] ?? `it cannot be read (${cause.code ?? 'unknown reason'})`;
  const name = path === '-' ? 'standard input' : `"${path}"`;
  return new UsageError(
    'UNREADABLE_INPUT',
    `Cannot read ${name}: ${reason}.`,
    'Give a text file, or the text itself as an argument.',
    { cause },
  );
}
