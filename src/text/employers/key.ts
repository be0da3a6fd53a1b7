import { plainText } from '../plain.js';

/** Spellings of one employer: normalised spelling to the key all of them share. */
export type EmployerAliases = Readonly<Record<string, string>>;

const NAME_LIMIT = 200;

/** Legal forms; dropped from the end of a name as often as they occur. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'inc incorporated llc ltd limited corp corporation co company lp llp lllp pllc pc pbc plc na gmbh ag sa sas sarl bv nv ' +
    'ab as oy oyj aps srl spa kk kg se pte pty pvt private public holdings holding group'
  ).split(' '),
);

/**
 * The key under which one employer is found in every source: lower case, accents and punctuation removed, legal
 * forms and a leading `The` dropped, `&` and `and` alike, the reviewed aliases applied, spaces removed
 * (`grafanalabs` and `Grafana Labs` are one).
 *
 * @param name    as written in the source; only its first 200 characters are read
 * @param aliases normalised spellings (words separated by single spaces, no legal form) to shared names
 * @returns '' for a name without letters or digits
 * @example employerKey('META PLATFORMS, INC.', { 'meta platforms': 'meta' }) // 'meta'
 */
export function employerKey(name: string, aliases: EmployerAliases): string {
  const spelled = employerSpelling(name);
  return (alias(spelled, aliases) ?? alias(spelled.replaceAll(' ', ''), aliases) ?? spelled).replaceAll(' ', '');
}

function alias(spelling: string, aliases: EmployerAliases): string | undefined {
  return Object.hasOwn(aliases, spelling) ? aliases[spelling] : undefined;
}

/** The spelling looked up in the aliases: words separated by single spaces, legal forms dropped. */
export function employerSpelling(name: string): string {
  const words = plainText(name, NAME_LIMIT)
    .replace(/\bd\/?b\/?a\b.*$/, '')
    .replace(/['’`.]/g, '')
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word, at) => word !== '' && !(at === 0 && word === 'the'));
  while (words.length > 1 && endsInLegalForm(words)) words.pop();
  return words.join(' ');
}

function endsInLegalForm(words: readonly string[]): boolean {
  const last = words[words.length - 1] as string;
  return LEGAL_FORMS.has(last) || (last === 'and' && words.length > 1);
}
