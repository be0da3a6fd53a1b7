/** Says how a table differs from what its reader expects. */

export interface MissingColumns {
  /** Name of the file in the message. */
  readonly file: string;
  readonly missing: readonly string[];
  /** Columns that are there. */
  readonly header: readonly string[];
  /** Columns that are read. */
  readonly wanted: readonly string[];
  /** Columns of the publisher's files when they were last read, where that is known. */
  readonly known?: readonly string[] | undefined;
}

/** Likeness from which on one name may be another's successor. */
const ALIKE = 0.6;
const NAMES_SHOWN = 3;
const NAME_LENGTH = 60;

/**
 * Names the columns that a file lacks, and those that may have taken their place.
 *
 * @example
 * describeMissingColumns({ file: 'pay.csv', missing: ['H_MEAN'], header: ['HOURLY_MEAN'], wanted: ['H_MEAN'], known: ['H_MEAN'] })
 * // "pay.csv has no column 'H_MEAN'; 'HOURLY_MEAN' is new."
 */
export function describeMissingColumns({ file, missing, header, wanted, known }: MissingColumns): string {
  const lacking = `${file} has no column ${named(missing)}`;
  if (known !== undefined && known.length > 0) {
    const fresh = newColumns(header, known);
    const likely = missing.map((column) => likeliest(column, fresh)).filter((column) => column !== null);
    const shown = likely.length > 0 ? [...new Set(likely)] : fresh;
    return shown.length === 0 ? `${lacking}.` : `${lacking}; ${named(shown)} ${shown.length === 1 ? 'is' : 'are'} new.`;
  }
  const others = header.filter((column) => !wanted.includes(column));
  const likely = missing.length === 1 ? likeliest(missing[0]!, others) : null;
  return likely === null ? `${lacking}.` : `${lacking}; ${named([likely])} may be its new name.`;
}

/** Columns that were not there before, in the order of the file. */
export function newColumns(header: readonly string[], known: readonly string[]): string[] {
  const before = new Set(known);
  return [...new Set(header)].filter((column) => column.trim() !== '' && !before.has(column));
}

/** Names in quotation marks, at most three. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => `'${oneLine(name)}'`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** A publisher's text that cannot steer a terminal or fill it. */
export function oneLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return plain.length > NAME_LENGTH ? `${plain.slice(0, NAME_LENGTH)}...` : plain;
}

/** The name most like another one, or null when none is like it. */
export function likeliest(name: string, candidates: readonly string[]): string | null {
  const scored = candidates.map((candidate) => ({ candidate, score: likeness(name, candidate) }));
  const best = scored.filter(({ score }) => score >= ALIKE).sort((a, b) => b.score - a.score)[0];
  return best?.candidate ?? null;
}

/** Mostly how much of the name is found in the other in its order, from 0 to 1. */
function likeness(name: string, candidate: string): number {
  const [a, b] = [letters(name), letters(candidate)];
  if (a === '' || b === '') return 0;
  const shared = commonSubsequence(a, b);
  return 0.7 * (shared / a.length) + 0.3 * ((2 * shared) / (a.length + b.length));
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, NAME_LENGTH);
}

/** Length of the longest common subsequence. */
function commonSubsequence(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const character of a) {
    const next = [0];
    for (let index = 1; index <= b.length; index++) {
      next.push(b[index - 1] === character ? row[index - 1]! + 1 : Math.max(row[index]!, next[index - 1]!));
    }
    row = next;
  }
  return row[b.length]!;
}
