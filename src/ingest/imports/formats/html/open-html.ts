/** Saved web pages with job postings for search engines inside. */
import { Parser } from 'htmlparser2';
import { parseLoosely } from '../json/flatten.js';
import { type SourceRecord, stageRecords } from '../json/stage-records.js';
import type { OpenContext, OpenedTable, SourceFile } from '../open-context.js';
import { findJobPostings, jobPostingOffers } from '../postings/job-posting.js';
import { OFFER_COLUMNS } from '../postings/offer.js';
import { readText, surveyEncoding } from '../text/read-text.js';
import { unreadable } from '../unreadable.js';

/** JSON-LD of a page longer than this is not read. */
const LONGEST_SCRIPTS = 16 * 2 ** 20;

/**
 * The postings of a page: every `JobPosting` in its JSON-LD.
 *
 * @throws {UsageError} UNREADABLE_FILE naming what was looked for
 */
export async function openHtml(file: SourceFile, head: Buffer, context: OpenContext): Promise<OpenedTable> {
  const encoding = declaredCharset(head) ?? (await surveyEncoding(file, head, context));
  const scripts = await linkedData(readText(file, encoding, context.progress));
  const types = new Set<string>();
  const read = scripts.map((text) => ({ text, value: parseScript(text) }));
  const postings = read.flatMap(({ value }) => findJobPostings(value, types));
  const broken = read.filter(({ value }) => value === undefined);
  if (postings.length === 0) throw noPostings(file, scripts.length, { types, broken: broken.length });
  const records = async function* (): AsyncGenerator<SourceRecord> {
    for (const posting of postings) {
      for (const offer of jobPostingOffers(posting)) yield { values: new Map(Object.entries(offer)) };
    }
    for (const { text } of broken) yield { fault: 'JSON-LD that is not valid JSON', original: text };
  };
  const staged = await stageRecords({ file, records, columns: OFFER_COLUMNS }, context);
  return { name: file.name, form: 'schema.org postings, web page', fieldsKnown: true, ...staged };
}

/** `<meta charset>` of a page without a mark; only what TextDecoder knows. */
function declaredCharset(head: Buffer): string | null {
  const found = /<meta[^>]+charset\s*=\s*["']?([\w-]{1,40})/i.exec(head.subarray(0, 4096).toString('latin1'))?.[1];
  if (found === undefined) return null;
  try {
    return new TextDecoder(found).encoding;
  } catch {
    return null;
  }
}

/** Contents of `<script type="application/ld+json">`, in order. */
async function linkedData(pieces: AsyncIterable<string>): Promise<string[]> {
  const scripts: string[] = [];
  let current: string[] | null = null;
  let length = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'script' && /^\s*application\/ld\+json/i.test(attributes.type ?? '')) current = [];
    },
    ontext: (text) => {
      if (current === null || length > LONGEST_SCRIPTS) return;
      length += text.length;
      current.push(text);
    },
    onclosetag: (name) => {
      if (name !== 'script' || current === null) return;
      scripts.push(current.join(''));
      current = null;
    },
  });
  for await (const piece of pieces) parser.write(piece);
  parser.end();
  return scripts;
}

/** JSON-LD as pages carry it: in comments or CDATA, with a semicolon after it, with raw line breaks in texts. */
function parseScript(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '');
  return parseLoosely(bare) ?? parseLoosely(bare.replace(/[\u0000-\u001f]+/g, ' '));
}

interface Found {
  readonly types: ReadonlySet<string>;
  readonly broken: number;
}

function noPostings(file: SourceFile, scripts: number, { types, broken }: Found) {
  const others = [...types]
    .filter(Boolean)
    .slice(0, 5)
    .join(', ')
    .replace(/[\s\p{C}]+/gu, ' ');
  const found =
    scripts === 0
      ? 'it has no script of type application/ld+json'
      : broken > 0
        ? 'its JSON-LD is not valid JSON'
        : `its JSON-LD holds ${others === '' ? 'nothing of schema.org' : others.slice(0, 120)}`;
  const remedy = 'Save the page of one job, or export the list as CSV.';
  return unreadable(file.name, `no schema.org JobPosting was found in the page: ${found}`, remedy);
}
