/** Members of zip archives. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { storageFailure } from '../../../storage-failure.js';
import type { OpenContext, SourceFile } from '../open-context.js';
import { unreadable } from '../unreadable.js';
import { ByteBudget } from './byte-budget.js';

/** Names of the members of an archive, folders left out. */
export interface Members {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
}

/**
 * The list of members. Nothing is unpacked yet; {@link ZipFile.close} is the caller's.
 *
 * @throws {UsageError} UNREADABLE_FILE
 */
export async function listMembers(file: SourceFile, { limits }: Pick<OpenContext, 'limits'>): Promise<Members> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(file.path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch (failure) {
    throw damaged(file, failure);
  }
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      entries.push(entry);
      if (entries.length > limits.members) {
        const remedy = 'Unpack it and import the folder.';
        throw unreadable(file.name, `it has more than ${limits.members} members`, remedy);
      }
    }
  } catch (failure) {
    zip.close();
    throw (failure as { code?: string }).code === 'UNREADABLE_FILE' ? failure : damaged(file, failure);
  }
  return { zip, entries };
}

function damaged(file: SourceFile, failure: unknown) {
  return unreadable(file.name, 'it is a damaged zip archive', 'Download or pack it again.', failure);
}

/** Whether a member is one of the hidden or bookkeeping files that systems add. */
export function isHidden({ fileName }: Entry): boolean {
  return fileName.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** What a zip archive of an office program is: `workbook`, or the name of another format; null for a plain archive. */
export function officeFormat(entries: readonly Entry[]): 'workbook' | { readonly foreign: string } | null {
  const names = new Set(entries.map(({ fileName }) => fileName));
  if (names.has('xl/workbook.xml')) return 'workbook';
  if (names.has('xl/workbook.bin')) return { foreign: 'a binary Excel workbook (.xlsb)' };
  if (names.has('word/document.xml')) return { foreign: 'a Word document' };
  if (names.has('ppt/presentation.xml')) return { foreign: 'a PowerPoint presentation' };
  if (names.has('mimetype') && names.has('content.xml')) return { foreign: 'an OpenDocument file' };
  if (names.has('Index/Document.iwa')) return { foreign: 'a Numbers or Pages document' };
  return null;
}

/**
 * Unpacks the members one after the other into files of our own names.
 *
 * @param take is given each member as it is unpacked
 * @throws {UsageError} UNREADABLE_FILE for an encrypted or damaged member, or past the limits
 */
export async function unpackMembers(
  file: SourceFile,
  { zip, entries }: Members,
  context: OpenContext,
): Promise<SourceFile[]> {
  const budget = new ByteBudget(file.name, file.bytes, context.limits);
  const members: SourceFile[] = [];
  for (const entry of entries) {
    const name = `${file.name}/${entry.fileName}`;
    if (entry.isEncrypted()) {
      throw unreadable(file.name, 'it is protected by a password', 'Unpack it with the password and import the files.');
    }
    context.progress.step(`Unpacking ${name.replace(/\p{C}/gu, ' ')}`);
    const path = context.newPath('.unpacked');
    try {
      const stream = await zip.openReadStreamPromise(entry);
      await pipeline(stream, budget.metered(), createWriteStream(path));
    } catch (failure) {
      const known = storageFailure(failure, context.scratch);
      throw known instanceof Error && 'remedy' in known ? known : damaged(file, failure);
    }
    members.push({ path, name, bytes: entry.uncompressedSize });
  }
  return members;
}

/** Unpacks everything to nowhere, within the limits: what reads the file next counts nothing itself. */
export async function checkMembers(file: SourceFile, { zip, entries }: Members, context: OpenContext): Promise<void> {
  const budget = new ByteBudget(file.name, file.bytes, context.limits);
  try {
    for (const entry of entries) {
      for await (const chunk of await zip.openReadStreamPromise(entry)) budget.spend((chunk as Buffer).length);
    }
  } catch (failure) {
    throw failure instanceof Error && 'remedy' in failure ? failure : damaged(file, failure);
  }
}
