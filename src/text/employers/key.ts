import type { Meter } from '../meter.js';
import { plainText } from '../plain.js';
import { withoutLegalForms } from './legal-forms.js';

/** Spellings of one employer: normalised spelling to the key all of them share. */
export type EmployerAliases = Readonly<Record<string, string>>;

/** The most UTF-16 units of a name that are read. */
export const EMPLOYER_LIMIT = 200;

/**
 * The key under which one employer is found in every source: lower case, accents and punctuation removed, legal
 * forms and a leading `The` dropped, `&` and `and` alike, the reviewed aliases applied, spaces removed
 * (`grafanalabs`, `grafana-labs` and `Grafana Labs` are one).
 *
 * One key is one employer whose pay is plausibly decided together: the legal entities of one firm, not the firms of
 * one owner. What a rule cannot tell is left apart unless an alias joins it.
 *
 * @param name    as written in the source; only its first 200 UTF-16 units are read
 * @param aliases normalised spellings (words separated by single spaces, no legal form) to shared names
 * @param meter   counts characters read
 * @returns '' for a name without letters or digits
 * @example employerKey('META PLATFORMS, INC.', { 'meta platforms': 'meta' }) // 'meta'
 */
export function employerKey(name: string, aliases: EmployerAliases, meter?: Meter): string {
  if (meter !== undefined) meter.steps += Math.min(name.length, EMPLOYER_LIMIT);
  const spelled = employerSpelling(name);
  return (alias(spelled, aliases) ?? alias(spelled.replaceAll(' ', ''), aliases) ?? spelled).replaceAll(' ', '');
}

function alias(spelling: string, aliases: EmployerAliases): string | undefined {
  return Object.hasOwn(aliases, spelling) ? aliases[spelling] : undefined;
}

/** Another name follows, or a remark on who owns the firm: the name before it is the employer's. */
const OTHER_NAME =
  /(?:^|[\s,(])(?:d\/b\/a|dba(?! (?:services|solutions|consult|software|experts|inc|llc|group))|t\/a|[af]\/?k\/?a|n\/k\/a|doing business as|trading as|formerly(?: known as)?|also known as|now known as|c\/o)(?=\W|$).*$/;
/** `a Delaware corporation`, `an Acme company`. */
const REMARK =
  /,\s?an? [\p{L}\p{N}&'-]{1,30}(?: [\p{L}\p{N}&'-]{1,30}){0,2} (?:corporation|company|corp|co|llc|partnership|subsidiary|division)\W{0,3}$/u;
/** Words that lost the space before `Inc` with the comma. */
const GLUED =
  /\b(technologies|technology|solutions|systems|services|software|group|consulting|america|americas|company)(inc|llc|ltd|corp)$/;

/** The spelling looked up in the aliases: words separated by single spaces, legal forms dropped. */
export function employerSpelling(name: string): string {
  const plain = plainText(name, EMPLOYER_LIMIT).trim();
  const own = plain.replace(OTHER_NAME, '').trim();
  const words = (own === '' ? plain : own)
    .replace(REMARK, '')
    .replace(/['’`.]/g, '')
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(GLUED, '$1 $2')
    .split(' ')
    .filter((word, at) => word !== '' && !(at === 0 && word === 'the'));
  return withoutLegalForms(words).join(' ');
}
