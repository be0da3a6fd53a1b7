/** JSON and JSON lines. */

import type { OpenContext, OpenedTable, SourceFile } from '../open-context.js';
import { OFFER_COLUMNS } from '../postings/offer.js';
import { readPostings } from '../postings/read-postings.js';
import { readText, readWholeText, surveyEncoding } from '../text/read-text.js';
import { unreadable } from '../unreadable.js';
import { JsonElementScanner, JsonFault, type JsonSurvey } from './element-scanner.js';
import { flatten, parseLoosely } from './flatten.js';
import { type SourceRecord, stageRecords } from './stage-records.js';

/** UTF-16 units of one object; a posting with its text has some ten thousand. */
const LONGEST_ELEMENT = 16 * 2 ** 20;
const NOT_JSON = 'not valid JSON';

/** Reads the JSON values of a file, one after the other; a text that is none stays a text. */
type Values = () => AsyncIterable<{ readonly value: unknown; readonly text: string }>;

/**
 * The table of a JSON file: the objects of the list that holds most of them, or of a file with an object a line.
 * Answers of job boards and schema.org postings are read by what their fields mean.
 *
 * @throws {UsageError} UNREADABLE_FILE
 */
export async function openJson(file: SourceFile, head: Buffer, context: OpenContext): Promise<OpenedTable> {
  const encoding = await surveyEncoding(file, head, context);
  const lines = isJsonLines(new TextDecoder(encoding).decode(head), file.name);
  const values = lines ? lineValues(file, encoding, context) : await elementValues(file, encoding, context);
  const format = await formatOfFirst(values);
  const form = lines ? 'JSON lines' : 'JSON';
  if (format !== null) {
    const records = () => offers(values);
    const staged = await stageRecords({ file, records, columns: OFFER_COLUMNS }, context);
    return { name: file.name, form: `${format} postings, ${form}`, fieldsKnown: true, ...staged };
  }
  const staged = await stageRecords({ file, records: () => flatRecords(values) }, context);
  return { name: file.name, form, fieldsKnown: false, ...staged };
}

/** Whether the first line is an object of its own and more follows. */
function isJsonLines(start: string, name: string): boolean {
  const text = start.replace(/^\uFEFF/, '').trimStart();
  const end = text.indexOf('\n');
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name)) return true;
  if (end === -1 || !text.startsWith('{')) return false;
  const first = parseLoosely(text.slice(0, end));
  return first !== undefined && text.slice(end).trimStart().startsWith('{');
}

function lineValues(file: SourceFile, encoding: string, { progress }: OpenContext): Values {
  return async function* () {
    let rest = '';
    for await (const piece of readText(file, encoding, progress)) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop()!;
      for (const text of lines) if (text.trim() !== '') yield { value: parseLoosely(text), text };
      if (rest.length > LONGEST_ELEMENT) throw unreadable(file.name, 'one of its lines is too long');
    }
    if (rest.trim() !== '') yield { value: parseLoosely(rest), text: rest };
  };
}

async function elementValues(file: SourceFile, encoding: string, context: OpenContext): Promise<Values> {
  const survey = await surveyJson(file, encoding, context);
  const path = chosenList(survey);
  if (path === null) {
    const text = await readWholeText(file, encoding, { progress: context.progress, most: LONGEST_ELEMENT });
    return async function* () {
      yield { value: parseLoosely(text), text };
    };
  }
  return async function* () {
    const scanner = new JsonElementScanner(path, LONGEST_ELEMENT);
    for await (const piece of readText(file, encoding, context.progress)) {
      for (const text of scanner.push(piece)) yield { value: parseLoosely(text), text };
    }
  };
}

async function surveyJson(file: SourceFile, encoding: string, { progress }: OpenContext): Promise<JsonSurvey> {
  const scanner = new JsonElementScanner(null, LONGEST_ELEMENT);
  try {
    for await (const piece of readText(file, encoding, progress)) for (const _ of scanner.push(piece));
    return scanner.end();
  } catch (fault) {
    if (!(fault instanceof JsonFault)) throw fault;
    const place = fault.at === 0 ? '' : `, after ${fault.at} characters`;
    const remedy = 'Export it again, or give one JSON object a line.';
    throw unreadable(file.name, `it is no whole JSON: ${fault.message}${place}`, remedy, fault);
  }
}

/** Keys of an object that is a posting itself, whatever lists it holds. */
const POSTING_KEYS = ['@type', '@graph', 'absolute_url', 'hostedUrl', 'jobUrl'];

/** The list to read: the one of most objects, the first of equals; null when the root is the one record. */
function chosenList({ root, keys, lists }: JsonSurvey): string | null {
  if (root === 'list') return '';
  if (POSTING_KEYS.some((key) => keys.includes(key))) return null;
  let best: { path: string; objects: number } | null = null;
  for (const [path, objects] of lists) if (best === null || objects > best.objects) best = { path, objects };
  return best?.path ?? null;
}

/** Objects looked at for a known format: a list of JSON-LD may begin with the page and its publisher. */
const LOOKED_AT = 20;

/** The name of the postings' format, from the first objects. */
async function formatOfFirst(values: Values): Promise<string | null> {
  let looked = 0;
  for await (const { value } of values()) {
    const format = readPostings(value)?.format;
    if (format !== undefined) return format;
    looked += 1;
    if (looked === LOOKED_AT) return null;
  }
  return null;
}

async function* offers(values: Values): AsyncGenerator<SourceRecord> {
  for await (const { value, text } of values()) {
    const read = value === undefined ? null : readPostings(value);
    if (read === null) yield { fault: value === undefined ? NOT_JSON : 'not a job posting', original: text };
    else for (const offer of read.offers) yield { values: new Map(Object.entries(offer)) };
  }
}

async function* flatRecords(values: Values): AsyncGenerator<SourceRecord> {
  for await (const { value, text } of values()) {
    if (value === undefined) yield { fault: NOT_JSON, original: text };
    else if (typeof value !== 'object' || value === null) yield { fault: 'not an object', original: text };
    else if (Array.isArray(value)) yield { fault: 'a list where an object belongs', original: text };
    else yield { values: flatten(value) };
  }
}
