/** Legal forms of the world, as they stand at the end of a name: lower case, without full stops, words apart. */
const FORMS =
  // English
  'inc, incorporated, llc, l l c, ltd, ltd liability co, limited, limited liability company, limited liability, corp, corporation, co, company, ' +
  'lp, l p, llp, lllp, limited partnership, limited liability partnership, pllc, pc, p c, professional corporation, pa, apc, psc, pbc, ' +
  'public benefit corporation, public benefit, plc, public limited company, na, n a, national association, fsb, dac, clg, lc, ' +
  'pte, pty, proprietary limited, pvt, private limited, private ltd, bhd, sdn, ' +
  // Germany, Austria, Switzerland, the Netherlands, Belgium
  'gmbh, mbh, ag, kg, kgaa, ohg, ug, haftungsbeschrankt, bv, b v, nv, n v, bvba, ' +
  // France, Italy, Spain, Portugal, Latin America
  'sa, s a, sas, sasu, sarl, eurl, spa, s p a, srl, s r l, sl, slu, sociedad anonima, lda, ltda, eireli, ' +
  'sa de cv, s a de c v, sapi de cv, s de rl de cv, s de rl, ' +
  // Northern and eastern Europe, Turkey
  'ab, as, a s, asa, aps, oy, oyj, uab, sia, zrt, nyrt, kft, doo, d o o, sro, s r o, sp z oo, sp z o o, ' +
  'ead, eood, ood, jsc, pjsc, ojsc, ooo, ltd sti, ' +
  // Asia
  'kk, k k, kabushiki kaisha, se, tbk, fze, fzco, fz llc, wll';

const LEGAL_FORMS: ReadonlySet<string> = new Set(FORMS.split(',').map((form) => form.trim()));
const MOST_WORDS = 5;

/** Dropped like a legal form, but no sign that what follows is only where the firm is registered. */
const HOLDINGS: ReadonlySet<string> = new Set(['holding', 'holdings', 'holdco']);

/** Where an arm of a firm is. Dropped after a legal form, and after a name of two words and eight letters or more. */
const TAILS: ReadonlySet<string> = new Set([
  'us',
  'u s',
  'usa',
  'u s a',
  'america',
  'americas',
  'north america',
  'united states',
]);
const LETTERS_BEFORE_TAIL = 8;

/** A name never ends in one of these: what follows belongs to it (`Bank of America`). */
const OPEN_ENDINGS: ReadonlySet<string> = new Set('of for in to the a an de du by at with no and'.split(' '));

/** No name by themselves: the legal form after them stays (`Software AG`). */
const NO_NAMES: ReadonlySet<string> = new Set(
  'software systems solutions technology technologies services service data group consulting global bank health digital media capital energy it'.split(
    ' ',
  ),
);

/** The words of a name without the legal forms, the arm's country and the joining `and` at its end. */
export function withoutLegalForms(words: readonly string[]): string[] {
  let rest = [...words];
  for (let size = endingSize(rest); size > 0; size = endingSize(rest)) rest = rest.slice(0, -size);
  return rest;
}

/** How many words at the end are dropped together; 0 when the name ends here. */
function endingSize(words: readonly string[]): number {
  if (words.length > 1 && words[words.length - 1] === 'and') return 1;
  for (let size = Math.min(MOST_WORDS, words.length - 1); size > 0; size -= 1) {
    const rest = words.slice(0, -size);
    const ending = words.slice(-size).join(' ');
    if (OPEN_ENDINGS.has(rest[rest.length - 1] as string) && rest[rest.length - 1] !== 'and') continue;
    if (rest.length === 1 && NO_NAMES.has(rest[0] as string)) continue;
    if (LEGAL_FORMS.has(ending) || HOLDINGS.has(ending)) return size;
    if (TAILS.has(ending) && isArm(rest)) return size;
  }
  return 0;
}

/** Whether a country after these words only says where the firm, or this arm of it, is. */
function isArm(words: readonly string[]): boolean {
  if (LEGAL_FORMS.has(words[words.length - 1] as string)) return words.length > 1;
  return words.length > 1 && words.join('').length >= LETTERS_BEFORE_TAIL;
}
