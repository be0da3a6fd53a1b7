/** HTML tags in a text that may be a page, or a page escaped once or twice. */

const BLOCK = new Set(
  'p div br li ul ol tr td th table thead tbody tfoot h1 h2 h3 h4 h5 h6 section article header footer hr dl dt dd blockquote pre main aside nav form fieldset figure figcaption'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del em font i img ins kbd label mark meta link o:p q s small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const LONGEST_TAG = 4_000;
const LONGEST_NAME = 12;

/** What a tag that was found leaves in the text. */
export interface SkippedTag {
  /** Offset after the tag. */
  readonly end: number;
  /** Whether it parts lines; an inline tag parts words at most. */
  readonly block: boolean;
}

/** Finds tags from left to right. One is made for each text: it remembers where the next closing bracket stands. */
export class TagReader {
  private readonly text: string;
  /** Next closing bracket by its spelling: `>`, `&gt;`, `&amp;gt;`. */
  private readonly nextClose = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  /**
   * @param at offset of the opening bracket
   * @param width units of the opening bracket's spelling
   * @returns null where the bracket opens no known tag
   */
  read(at: number, width: number): SkippedTag | null {
    const { text } = this;
    const from = at + width;
    let i = text.charCodeAt(from) === 47 ? from + 1 : from;
    const start = i;
    while (i < text.length && i - start < LONGEST_NAME && isNameUnit(text.charCodeAt(i))) i += 1;
    const name = text.slice(start, i).toLowerCase();
    const block = BLOCK.has(name);
    if (!block && !INLINE.has(name)) return null;
    const closer = text.slice(at, from).replace('<', '>').replace(/lt;$/i, 'gt;').replace('60;', '62;');
    const close = this.closeAfter(closer, i);
    if (close < 0 || close - at > LONGEST_TAG) return null;
    return { end: close + closer.length, block };
  }

  private closeAfter(closer: string, from: number): number {
    const known = this.nextClose.get(closer);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const next = this.text.indexOf(closer, from);
    this.nextClose.set(closer, next);
    return next;
  }
}

function isNameUnit(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 58);
}
