/**
 * A title's characters made words: one pass, each character looked at a bounded number of times.
 *
 * Two marks stand between words: `SEGMENT` where punctuation ends one part of the title and begins another, and
 * `SLASH` where a slash joins two words.
 */
import type { Meter } from '../meter.js';

export const SEGMENT = '\u0001';
export const SLASH = '/';

const SEGMENT_ENDS: ReadonlySet<string> = new Set('()[]{}|;,:•·‧@—―'.split(''));
const APOSTROPHES: ReadonlySet<string> = new Set("'’`".split(''));
const CURRENCIES: ReadonlySet<string> = new Set('$£€'.split(''));
const UNICODE_WORD = /[\p{L}\p{N}]/u;

/** Feminine and plural endings that a title adds to a word: `Ingénieur(e)`, `Werkstudent:in`, `Chef.fe`. */
const ADDED_ENDING =
  /(?:\((?:a|e|o|s|as|es|os|in|ne|se|fe|ve|euse|rice|trice|innen)\)|[:*_](?:in|innen)|\/-?in(?! training)|\.(?:a|e|fe|ne|se|ve|euse|rice|trice))(?![a-z0-9])/y;
/** Shorter words than this take no such ending: `M.A`, `R(e)`. */
const SHORTEST_WITH_ENDING = 4;

/** What follows an amount of money: `/hr`, `k`, ` per hour`. */
const AMOUNT = /[$£€]\s?\d[\d.,]{0,12}\s?(?:\(?k\)?)?\+?(?:\s?(?:-|–|to)\s?[$£€]?\d[\d.,]{0,12}\s?k?\+?)?/y;
const AMOUNT_UNIT = /\s?(?:\/|per |an |a )?\s?(?:hour|hourly|hr|h|day|week|wk|month|mo|year|yr|annum|annually)\b/y;

class WordScanner {
  private readonly words: string[] = [];
  private word = '';
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  scan(meter?: Meter): string[] {
    while (this.at < this.text.length) {
      if (meter !== undefined) meter.steps += 1;
      this.step(this.text[this.at] as string);
    }
    this.flush();
    return this.words;
  }

  private step(char: string): void {
    const length = wordLength(this.text, this.at, char);
    if (length > 0) {
      this.word += this.text.slice(this.at, this.at + length);
      this.at += length;
      return;
    }
    if (this.skipEnding(char)) return;
    if (APOSTROPHES.has(char)) this.at += 1;
    else if (char === '.') this.dot();
    else if (char === '+' || char === '#') this.language(char);
    else if (CURRENCIES.has(char)) this.amount();
    else this.separate(char);
  }

  private separate(char: string): void {
    this.swallowCode(char);
    this.flush();
    if (char === '&') this.words.push('and');
    else if (SEGMENT_ENDS.has(char) || this.isSpacedDash(char)) this.words.push(SEGMENT);
    if (char === '/') this.words.push(SLASH);
    this.at += 1;
  }

  /** Whether a dash, underscore, tilde or slash ends a segment: it does beside a space. */
  private isSpacedDash(char: string): boolean {
    if (!isDash(char) && char !== '~' && char !== '/') return false;
    const before = this.text[this.at - 1];
    const after = this.text[this.at + 1];
    return isSpace(before) || (char !== '~' && char !== '/' && isSpace(after));
  }

  private skipEnding(char: string): boolean {
    if (this.word.length < SHORTEST_WITH_ENDING || !'(:*_/.'.includes(char)) return false;
    ADDED_ENDING.lastIndex = this.at;
    const match = ADDED_ENDING.exec(this.text);
    if (match === null) return false;
    this.at += match[0].length;
    return true;
  }

  /** `U.S.` is one word, `.NET` and `Node.js` too; any other dot ends a word. */
  private dot(): void {
    const next = this.text[this.at + 1] ?? '';
    if (
      this.text.startsWith('net', this.at + 1) &&
      !isWordAt(this.text, this.at + 4) &&
      !/[a-z]$/.test(this.wordBeforeNet())
    ) {
      this.word = this.wordBeforeNet();
      this.flush();
      this.words.push('dotnet');
      this.at += 4;
    } else if (
      ['node', 'react', 'vue'].includes(this.word) &&
      this.text.startsWith('js', this.at + 1) &&
      !isWordAt(this.text, this.at + 3)
    ) {
      this.word += 'js';
      this.at += 3;
    } else if (this.lastLetterStandsAlone() && next >= 'a' && next <= 'z' && !isWordAt(this.text, this.at + 2)) {
      this.at += 1;
    } else {
      this.swallowCode('.');
      this.flush();
      this.at += 1;
    }
  }

  private wordBeforeNet(): string {
    return this.word === 'asp' ? '' : this.word;
  }

  private lastLetterStandsAlone(): boolean {
    return /[a-z]$/.test(this.word) && !isWordAt(this.text, this.at - 2);
  }

  /** `C++`, `C#`, `F#`. */
  private language(char: string): void {
    if (char === '+' && this.text[this.at + 1] === '+') {
      const last = this.words[this.words.length - 1];
      if (this.word === 'c') this.word = '';
      else if (this.word === '' && last === 'c' && this.text[this.at - 1] === ' ') this.words.pop();
      else {
        this.flush();
        this.at += 2;
        return;
      }
      this.words.push('c++');
      this.at += 2;
    } else {
      const sharp = char === '#' && (this.word === 'c' || this.word === 'f');
      if (sharp) this.word += '#';
      this.flush();
      this.at += 1;
    }
  }

  /** An amount of money says nothing about the work. */
  private amount(): void {
    this.flush();
    AMOUNT.lastIndex = this.at;
    const match = AMOUNT.exec(this.text);
    if (match === null) {
      this.at += 1;
      return;
    }
    this.words.push(SEGMENT);
    this.at += match[0].length;
    AMOUNT_UNIT.lastIndex = this.at;
    this.at += AMOUNT_UNIT.exec(this.text)?.[0].length ?? 0;
  }

  /** The rest of a requisition number that goes on after a dash, dot or slash: `017040.001201`. */
  private swallowCode(char: string): void {
    if (char !== '-' && char !== '.' && char !== '/') return;
    if (!/\d{4,}$/.test(this.word) || !isDigit(this.text[this.at + 1])) return;
    while (
      isDigit(this.text[this.at + 1]) ||
      ('-./'.includes(this.text[this.at + 1] ?? ' ') && isDigit(this.text[this.at + 2]))
    )
      this.at += 1;
  }

  private flush(): void {
    if (this.word !== '') this.words.push(this.word);
    this.word = '';
  }
}

/**
 * Words and marks of a text that `plainText` made plain, in order.
 *
 * @example titleWords('c++ / c# developer, remote') // ['c++', SEGMENT, SLASH, 'c#', 'developer', SEGMENT, 'remote']
 */
export function titleWords(text: string, meter?: Meter): string[] {
  return new WordScanner(text).scan(meter);
}

/** UTF-16 units of the letter or digit at a place, 0 when there is none. */
function wordLength(text: string, at: number, char: string): 0 | 1 | 2 {
  if (isAsciiWord(char)) return 1;
  if (char < '\u0080') return 0;
  const point = text.codePointAt(at) as number;
  if (!UNICODE_WORD.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && wordLength(text, at, text[at] as string) > 0;
}

function isAsciiWord(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= '0' && char <= '9');
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\u00a0' || char === '\t' || char === '\n' || char === '\r' || char === '\u3000';
}

function isDash(char: string): boolean {
  return char === '-' || char === '_' || (char >= '\u2010' && char <= '\u2015');
}
