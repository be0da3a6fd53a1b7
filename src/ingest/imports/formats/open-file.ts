/** One file of any format, told by its content first and its name second. */
import type { Entry } from 'yauzl';
import { unpackGzip } from './archive/gzip.js';
import { checkMembers, isHidden, listMembers, type Members, officeFormat, unpackMembers } from './archive/zip.js';
import { type BinaryFormat, recogniseBytes } from './binary-format.js';
import { openCsv } from './csv/open-csv.js';
import { compoundFileFault } from './excel/compound-file.js';
import { openWorkbook } from './excel/open-workbook.js';
import { openHtml } from './html/open-html.js';
import { openJson } from './json/open-json.js';
import type { OpenContext, OpenedTable, SourceFile } from './open-context.js';
import { readHead } from './read-head.js';
import { markedEncoding } from './text/encoding.js';
import { unreadable } from './unreadable.js';

/** gzip in zip in gzip, and no deeper. */
const DEEPEST = 3;

/**
 * The tables of a file.
 *
 * @throws {UsageError} UNREADABLE_FILE saying what the file is or lacks
 */
export async function openFile(file: SourceFile, context: OpenContext): Promise<OpenedTable[]> {
  if (file.bytes === 0) throw unreadable(file.name, 'it is empty', 'Check that it was saved or downloaded whole.');
  const head = await readHead(file.path, file.name);
  const bytes = recogniseBytes(head);
  if (bytes === null) return [await openText(file, head, context)];
  if ('foreign' in bytes) throw unreadable(file.name, `it is ${bytes.foreign}`);
  return OPENERS[bytes.opens](file, context);
}

type Opener = (file: SourceFile, context: OpenContext) => Promise<OpenedTable[]>;

const OPENERS: Readonly<Record<BinaryFormat, Opener>> = {
  gzip: async (file, context) => openFile(await unpackGzip(file, context), deeper(file, context)),
  zip: openZip,
  ole: async (file, context) => {
    throw await compoundFileFault(file, context);
  },
  parquet: async (file, context) => {
    context.progress.step(`Reading ${file.name.replace(/\p{C}/gu, ' ')}`);
    const { columns } = await context.readParquetHead(file.path, 0);
    const content = { kind: 'parquet', path: file.path } as const;
    return [{ name: file.name, form: 'Parquet', fieldsKnown: false, columns, content, rejected: null }];
  },
};

function deeper(file: SourceFile, context: OpenContext): OpenContext {
  if (context.within >= DEEPEST) throw unreadable(file.name, 'it is an archive in archives', 'Unpack it first.');
  return { ...context, within: context.within + 1 };
}

async function openZip(file: SourceFile, context: OpenContext): Promise<OpenedTable[]> {
  const members = await listMembers(file, context);
  try {
    const office = officeFormat(members.entries);
    if (office === null) return await openMembers(file, members, deeper(file, context));
    if (office !== 'workbook') {
      throw unreadable(file.name, `it is ${office.foreign}`, 'Save the table in it as .xlsx or CSV.');
    }
    await checkMembers(file, members, context);
  } finally {
    members.zip.close();
  }
  return openWorkbook(file, context);
}

/** The tables of all members that can be read; what cannot is noted, unless nothing can. */
async function openMembers(file: SourceFile, members: Members, context: OpenContext): Promise<OpenedTable[]> {
  const visible = members.entries.filter((entry: Entry) => !isHidden(entry));
  if (visible.length === 0) throw unreadable(file.name, 'there is no file in it');
  const tables: OpenedTable[] = [];
  let failure: unknown = null;
  for (const member of await unpackMembers(file, { zip: members.zip, entries: visible }, context)) {
    try {
      tables.push(...(await openFile(member, context)));
    } catch (fault) {
      if ((fault as { code?: string }).code !== 'UNREADABLE_FILE') throw fault;
      failure ??= fault;
      context.notes.push((fault as Error).message);
    }
  }
  if (tables.length > 0) return tables;
  context.notes.length = 0;
  throw failure;
}

async function openText(file: SourceFile, head: Buffer, context: OpenContext): Promise<OpenedTable> {
  const encoding = context.encoding ?? markedEncoding(head);
  const wide = encoding?.startsWith('utf-16') === true;
  if (!wide && controlShare(head.subarray(0, 4096)) > 0.02) {
    throw unreadable(file.name, 'it is neither text nor a format known to us');
  }
  const start = new TextDecoder(encoding ?? 'latin1').decode(head.subarray(0, 8192)).trimStart();
  if (start === '') throw unreadable(file.name, 'it holds nothing but spaces');
  if (start.startsWith('<')) {
    if (/<!doctype html|<html|<head|<body|<script|<div|<meta/i.test(start)) return openHtml(file, head, context);
    throw unreadable(file.name, 'it is XML, which is not read', 'Export it as CSV or JSON.');
  }
  const isJson = start.startsWith('{') || /^\[\s*(?:[[{"\]]|-?\d|null|true|false|$)/.test(start);
  return isJson ? openJson(file, head, context) : openCsv(file, head, context);
}

/** Share of bytes that no text holds. */
function controlShare(bytes: Buffer): number {
  const controls = bytes.filter((byte) => byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b).length;
  return controls / bytes.length;
}
