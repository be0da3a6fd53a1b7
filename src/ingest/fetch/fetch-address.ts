/** Fetches what stands at one address and puts its files in their places. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { DomainError } from '../../core/errors.js';
import type { Download } from '../connector.js';
import { fingerprint } from '../raw-reader.js';
import { storageFailure } from '../storage-failure.js';
import { extractMember, memberOf, openArchive } from './archive.js';
import { checkContent } from './content-check.js';
import type { Exchange } from './exchange.js';
import { BY_HAND, FetchFailure } from './fetch-failure.js';
import { type FetchedFile, type FetchRecord, type FetchRecords, isAsFetched } from './fetch-records.js';
import { PartialFile, type Validators } from './partial-file.js';
import { type RetryContext, retrying } from './retry.js';
import { type Patience, type Transferred, transfer } from './transfer.js';

/** Largest archive believed; what is taken out of it has limits of its own. */
const ARCHIVE_BYTES = 1_000_000_000;

export interface FetchTools {
  /** Folder of downloads. */
  readonly folder: string;
  readonly records: FetchRecords;
  readonly exchange: Exchange;
  readonly userAgent: string;
  readonly patience: Patience;
  readonly retry: RetryContext;
  readonly onBytes: (address: string, bytes: number, total: number | null) => void;
}

/**
 * @param downloads all files wanted from one address: the file itself, or members of the archive there
 * @returns whether any file differs from what was there
 * @throws {FetchFailure} then every file is as it was
 */
export async function fetchAddress(downloads: readonly Download[], tools: FetchTools): Promise<boolean> {
  const { folder, records, retry } = tools;
  const { address } = downloads[0]!;
  const record = records.get(address);
  const here = await Promise.all(
    downloads.map((download) => isAsFetched(placeOf(folder, download), record?.files[download.path])),
  );
  const complete = record !== null && here.every((is) => is);
  if (complete && downloads.every(({ sha256, path }) => sha256 === record.files[path]?.sha256)) return false;
  const partial = new PartialFile(folder, address);
  const unlessStill = complete && (record.etag ?? record.lastModified) !== null ? record : null;
  try {
    return await retrying(async () => {
      const transferred = await transferOf(downloads, { tools, partial, unlessStill });
      return transferred === null ? false : place(downloads, { tools, partial, transferred });
    }, retry);
  } catch (failure) {
    if (retry.signal.aborted || !(failure instanceof FetchFailure && failure.retryable)) await partial.discard();
    throw storageFailure(failure, folder);
  }
}

interface OnItsWay {
  readonly tools: FetchTools;
  readonly partial: PartialFile;
}

function transferOf(
  downloads: readonly Download[],
  { tools, partial, unlessStill }: OnItsWay & { readonly unlessStill: Validators | null },
): Promise<Transferred | null> {
  const { exchange, userAgent, patience, retry, onBytes } = tools;
  const { address } = downloads[0]!;
  const redirects = downloads.flatMap((download) => download.redirects ?? []);
  return transfer({
    address,
    hosts: new Set([URL.canParse(address) ? new URL(address).hostname : '', ...redirects]),
    partial,
    unlessStill,
    maxBytes: isArchive(downloads) ? ARCHIVE_BYTES : downloads[0]!.maxBytes,
    exchange,
    userAgent,
    patience,
    signal: retry.signal,
    onBytes: (bytes, total) => onBytes(address, bytes, total),
  });
}

/** Checks what arrived, and only when all of it is right puts it where it is read. */
async function place(
  downloads: readonly Download[],
  { tools, partial, transferred }: OnItsWay & { readonly transferred: Transferred },
): Promise<boolean> {
  const { folder, records } = tools;
  const { address } = downloads[0]!;
  const record = records.get(address);
  const ready = isArchive(downloads) ? await unpacked(downloads, partial, transferred) : [partial.path];
  try {
    if (!isArchive(downloads)) await check(downloads[0]!, partial.path, transferred);
    const files: Record<string, FetchedFile> = { ...(isSameState(record, transferred) ? record?.files : {}) };
    let changed = false;
    for (const [index, download] of downloads.entries()) {
      const print = await requireChecksum(download, ready[index]!);
      const target = placeOf(folder, download);
      const same = await isAsFetched(target, print);
      if (!same) await putInPlace(ready[index]!, target);
      changed ||= !same;
      files[download.path] = print;
    }
    const { etag, lastModified } = transferred;
    await records.set(address, { etag, lastModified, files });
    return changed;
  } catch (failure) {
    if (failure instanceof FetchFailure) await partial.discard();
    throw failure;
  } finally {
    for (const path of ready) if (path !== partial.path) await rm(path, { force: true });
    await partial.discard();
  }
}

/** Whether the server sent what it had sent before: members that others took out of the archive are still right. */
function isSameState(record: FetchRecord | null, { etag, lastModified }: Validators): boolean {
  if (record === null || (etag ?? lastModified) === null) return false;
  return record.etag === etag && record.lastModified === lastModified;
}

async function unpacked(
  downloads: readonly Download[],
  partial: PartialFile,
  { contentType, endStated }: Transferred,
): Promise<string[]> {
  const shown = lastPart(downloads[0]!.address);
  const ready: string[] = [];
  try {
    await checkContent({ path: partial.path, shown, type: 'zip', contentType, endStated, maxBytes: ARCHIVE_BYTES });
    const archive = await openArchive(partial.path);
    try {
      for (const [index, { member, type, maxBytes }] of downloads.entries()) {
        const entry = memberOf(archive, member!, shown);
        const to = `${partial.path}.${index}`;
        ready.push(to);
        await extractMember({ archive, entry, to, shown, maxBytes });
        const name = `${shown}/${entry.fileName}`;
        await checkContent({ path: to, shown: name, type, contentType: null, endStated: true, maxBytes });
      }
    } finally {
      archive.close();
    }
    return ready;
  } catch (failure) {
    for (const path of ready) await rm(path, { force: true });
    await partial.discard();
    throw failure;
  }
}

async function check(download: Download, path: string, { contentType, endStated }: Transferred): Promise<void> {
  const { type, maxBytes } = download;
  await checkContent({ path, shown: lastPart(download.address), type, contentType, endStated, maxBytes });
}

async function requireChecksum({ sha256, path }: Download, file: string): Promise<FetchedFile> {
  const print = await fingerprint(file);
  if (sha256 === undefined || sha256 === print.sha256) return print;
  const message = `${lastPart(path)} differs from the checksum of its release.`;
  throw new FetchFailure('FETCH_CHECKSUM', message, BY_HAND);
}

async function putInPlace(from: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const file = await open(from, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(from, target);
}

/** @throws {DomainError} PATH_OUTSIDE for a path that leads out of the folder of downloads */
function placeOf(folder: string, { path }: Download): string {
  const place = resolve(folder, path);
  if (place.startsWith(resolve(folder) + sep)) return place;
  throw new DomainError('PATH_OUTSIDE', `The path '${path}' of a download leads out of its folder.`);
}

function isArchive(downloads: readonly Download[]): boolean {
  const members = downloads.filter(({ member }) => member !== undefined).length;
  if (members === downloads.length) return true;
  if (members === 0 && downloads.length === 1) return false;
  throw new DomainError('DOWNLOADS_CLASH', `Several files are to be made of ${downloads[0]!.address}.`);
}

function lastPart(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  return decodeURIComponent(path.split('/').at(-1) || path);
}
