/** HTML in text, read in place so that offsets stay those of the original. */

const NAMED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    amp: 38,
    lt: 60,
    gt: 62,
    quot: 34,
    apos: 39,
    nbsp: 32,
    ensp: 32,
    emsp: 32,
    ndash: 0x2013,
    mdash: 0x2014,
    bull: 0x2022,
    middot: 0xb7,
    lsquo: 0x2019,
    rsquo: 0x2019,
    ldquo: 34,
    rdquo: 34,
    hellip: 0x2026,
    sol: 47,
    plus: 43,
    num: 35,
    period: 46,
    comma: 44,
    lpar: 40,
    rpar: 41,
    colon: 58,
    hyphen: 45,
    shy: 0xad,
  }),
);

const LONGEST_NAME = 8;
/** Job boards escape what is already escaped; more layers than this are left as they are. */
const MOST_LAYERS = 3;

export interface Entity {
  /** UTF-16 unit the entity stands for. */
  readonly code: number;
  /** Offset after the entity. */
  readonly to: number;
}

/**
 * The HTML entity that begins at an ampersand, also when it was escaped again (`&amp;amp;`), or null.
 *
 * @param at offset of an ampersand
 */
export function entityAt(text: string, at: number): Entity | null {
  let found: Entity | null = null;
  let from = at + 1;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = entityBody(text, from);
    if (next === null) return found;
    found = next;
    if (next.code !== 38) return found;
    from = next.to;
  }
  return found;
}

function entityBody(text: string, from: number): Entity | null {
  let end = from;
  while (end - from <= LONGEST_NAME && isEntityCharacter(text.charCodeAt(end))) end += 1;
  if (end === from || text.charCodeAt(end) !== 59) return null;
  const name = text.slice(from, end).toLowerCase();
  const code = name.startsWith('#') ? numbered(name) : NAMED.get(name);
  return code === undefined ? null : { code, to: end + 1 };
}

function numbered(name: string): number | undefined {
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!(code > 0)) return undefined;
  return code === 0xa0 ? 32 : code > 0xffff ? 0xfffd : code;
}

function isEntityCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 35;
}

/** The longest tag that is skipped; a longer one is read as text. */
const LONGEST_TAG = 4_000;

export interface Tag {
  /** Offset after the tag. */
  readonly to: number;
  /** Whether the tag ends a line: `</p>`, `<li>`, `<br>`. */
  readonly block: boolean;
  readonly listItem: boolean;
  readonly code: boolean;
}

/**
 * The HTML tag or comment that begins at an angle bracket, or null. The search stops at the next opening bracket, so
 * that a text full of brackets is read once.
 *
 * @param inside offset after the opening bracket, be it `<` or `&lt;`
 */
export function tagAt(text: string, inside: number): Tag | null {
  const first = text.charCodeAt(inside) | 32;
  const slash = text.charCodeAt(inside) === 47;
  const letter = slash ? text.charCodeAt(inside + 1) | 32 : first;
  const comment = text.charCodeAt(inside) === 33;
  if (!comment && !(letter >= 97 && letter <= 122)) return null;
  const to = closing(text, inside);
  if (to === -1) return null;
  const nameFrom = slash ? inside + 1 : inside;
  let nameTo = nameFrom;
  while (nameTo < to && isEntityCharacter(text.charCodeAt(nameTo))) nameTo += 1;
  const name = text.slice(nameFrom, Math.min(nameTo, nameFrom + 10)).toLowerCase();
  return {
    to,
    block: BLOCKS.has(name),
    listItem: name === 'li' && !slash,
    code: (name === 'script' || name === 'style') && !slash,
  };
}

function closing(text: string, from: number): number {
  const last = Math.min(text.length, from + LONGEST_TAG);
  for (let i = from; i < last; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code === 60) return -1;
    if (code === 38 && text.charCodeAt(i + 2) === 116 && text.charCodeAt(i + 3) === 59) {
      if (text.charCodeAt(i + 1) === 103) return i + 4;
      if (text.charCodeAt(i + 1) === 108) return -1;
    }
  }
  return -1;
}

const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'br',
  'li',
  'ul',
  'ol',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'td',
  'th',
  'table',
  'tbody',
  'hr',
  'section',
  'article',
  'header',
  'footer',
  'blockquote',
  'pre',
  'dl',
  'dt',
  'dd',
  'figure',
  'body',
  'html',
  'head',
]);
