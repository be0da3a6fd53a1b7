/** Whether a text is a table with a header or one title a line. */

import { headIsUtf8, markedEncoding } from '../../ingest/imports/formats/text/encoding.js';
import type { ColumnLists } from '../../ingest/imports/mapping/column-lists.js';
import { headerKey } from '../../ingest/imports/mapping/header-words.js';
import { readPayHeader } from '../../ingest/imports/mapping/pay-header.js';
import { CsvReader } from '../../text/records/index.js';

const TABLE_ENDING = /\.(?:csv|tsv|tab|jsonl|ndjson|json)(?:\.gz)?$/i;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const PLACES = ['place', 'city', 'region', 'country'] as const;
const LONGEST_HEADER = 8192;

/** By its name, by a brace or bracket at its beginning, or by a first line that names titles and places or pay. */
export function looksTabular(head: Buffer, name: string, lists: ColumnLists): boolean {
  if (TABLE_ENDING.test(name)) return true;
  const line = firstLine(head);
  if (/^\s*(?:\{|\[\s*[{[])/.test(line) || /^\s*<[!a-z]/i.test(line)) return true;
  return DELIMITERS.some((delimiter) => isHeader(fieldsOf(line, delimiter), lists));
}

/** Whether a line alone is the heading of a list of titles. */
export function isTitleHeading(line: string, lists: ColumnLists): boolean {
  const key = headerKey(line);
  return key === 'title' || key === 'job title' || (key.endsWith('title') && lists.fields.get(key)?.[0] === 'title');
}

function firstLine(head: Buffer): string {
  const encoding = markedEncoding(head) ?? (headIsUtf8(head) ? 'utf-8' : 'windows-1252');
  const text = new TextDecoder(encoding).decode(head.subarray(0, LONGEST_HEADER));
  return text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
}

function fieldsOf(line: string, delimiter: string): readonly string[] {
  try {
    const reader = new CsvReader(delimiter);
    return [...reader.push(`${line}\n`)][0]?.fields ?? [];
  } catch {
    return [];
  }
}

function isHeader(fields: readonly string[], lists: ColumnLists): boolean {
  if (fields.length < 2) return false;
  const named = fields.map((field) => lists.fields.get(headerKey(field)) ?? []);
  const title = named.findIndex((of) => of.includes('title'));
  const other = fields.some((field, index) => {
    const header = readPayHeader(field, lists);
    const isPay = header !== null && typeof header !== 'string' && header.saysPay && header.unknown === 0;
    return index !== title && (isPay || PLACES.some((place) => named[index]!.includes(place)));
  });
  return title >= 0 && other;
}
