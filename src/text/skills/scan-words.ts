/** Text cut into known and unknown words with what stands between them, in one pass over the original. */
import type { Meter } from '../meter.js';
import { BULLETS, gapBit, isWideLetter, LOWER } from './characters.js';
import { GAP } from './gaps.js';
import { entityAt, tagAt } from './markup.js';
import { EMPTY_HASH, HASH_PRIME, hashOf, type Vocabulary } from './vocabulary.js';

/** The words of a text in order, and the gap before each; the gap at `count` ends the text. */
export class Words {
  constructor(
    readonly count: number,
    /** Four numbers a word: its number in the vocabulary, its offsets, and the gap before it. */
    private readonly cells: Int32Array,
  ) {}

  /** Number of a word in the vocabulary, 0 when it is not known. */
  word(at: number): number {
    return this.cells[at * 4]!;
  }

  /** UTF-16 offset of its first unit. */
  from(at: number): number {
    return this.cells[at * 4 + 1]!;
  }

  /** UTF-16 offset after its last unit. */
  to(at: number): number {
    return this.cells[at * 4 + 2]!;
  }

  /** Bits of `GAP` for what stands between the word before and this one. */
  gap(at: number): number {
    return this.cells[at * 4 + 3]!;
  }
}

const AMPERSAND = 38;
const ANGLE = 60;
const DOT = 46;
const HASH = 35;
const PLUS = 43;

/**
 * Cuts a text into words. `C++`, `C#` and `.NET` are one word each when the vocabulary has them; tags are skipped and
 * entities read as their characters; offsets stay those of the original text.
 */
export function scanWords(text: string, vocabulary: Vocabulary, meter?: Meter): Words {
  const scanner = new Scanner(text, vocabulary);
  const words = scanner.run();
  if (meter !== undefined) meter.steps += text.length + scanner.extra;
  return words;
}

class Scanner {
  /** Units looked at more than once. */
  extra = 0;
  private count = 0;
  private cells: Int32Array;
  /** Whether a closing tag may follow; false once none was found, so that the text is searched once. */
  private mayClose = true;
  /** What stands between the last word and here. */
  private between: number = GAP.line;

  constructor(
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {
    this.cells = new Int32Array(4 * (Math.ceil(text.length / 5) + 16));
  }

  run(): Words {
    const { text, vocabulary } = this;
    const { length } = text;
    let i = 0;
    while (i < length) {
      let code = text.charCodeAt(i);
      let unit = code < 128 ? LOWER[code]! : isWideLetter(code) ? code : 0;
      if (unit === 0) {
        if (code === 32) {
          this.between |= GAP.space;
          i += 1;
        } else i = this.separator(code, i);
        continue;
      }
      const start = i;
      let hash = EMPTY_HASH;
      do {
        hash = Math.imul(hash ^ unit, HASH_PRIME);
        i += 1;
        if (i === length) break;
        code = text.charCodeAt(i);
        unit = code < 128 ? LOWER[code]! : isWideLetter(code) ? code : 0;
      } while (unit !== 0);
      if (i < length && (code === PLUS || code === HASH || code === AMPERSAND)) i = this.suffix(start, i, hash);
      else this.push(vocabulary.find(text, start, i, hash), start, i);
    }
    this.cells[this.count * 4 + 3] = this.between | GAP.line;
    return new Words(this.count, this.cells);
  }

  private push(id: number, from: number, to: number): void {
    const cell = this.count * 4;
    if (cell + 8 > this.cells.length) this.grow();
    const { cells } = this;
    cells[cell] = id;
    cells[cell + 1] = from;
    cells[cell + 2] = to;
    cells[cell + 3] = this.between;
    this.count += 1;
    this.between = 0;
  }

  /** `C++`, `C#`, `A+`, also with `&#43;` for the plus; the bare word when the longer one is not known. */
  private suffix(start: number, end: number, hash: number): number {
    const { text, vocabulary } = this;
    const marks: { spelt: string; to: number }[] = [];
    for (let i = end, spelt = ''; spelt.length < 2; ) {
      const code = text.charCodeAt(i);
      const entity = code === AMPERSAND ? entityAt(text, i) : null;
      const unit = entity === null ? code : entity.code;
      if (unit !== PLUS && unit !== HASH) break;
      spelt += String.fromCharCode(unit);
      i = entity === null ? i + 1 : entity.to;
      marks.push({ spelt, to: i });
      this.extra += 1;
    }
    const short = end - start <= LONGEST_WITH_SUFFIX;
    for (let mark = short ? marks.pop() : undefined; mark !== undefined; mark = marks.pop()) {
      const whole = text.slice(start, end) + mark.spelt;
      this.extra += whole.length;
      const id = vocabulary.find(whole, 0, whole.length, hashOf(whole));
      if (id === 0) continue;
      this.push(id, start, mark.to);
      return mark.to;
    }
    this.push(vocabulary.find(text, start, end, hash), start, end);
    return end;
  }

  /** Reads what is no word, from one unit to a whole tag; returns the offset after it. */
  private separator(code: number, at: number): number {
    if (code === ANGLE) return this.angle(at + 1);
    if (code === DOT) return this.dot(at);
    if (code !== AMPERSAND) {
      this.addGap(code, at, at + 1);
      return at + 1;
    }
    const entity = entityAt(this.text, at);
    if (entity === null) {
      this.between |= GAP.ampersand;
      return at + 1;
    }
    this.extra += entity.to - at;
    if (entity.code === ANGLE) return this.angle(entity.to);
    this.addGap(entity.code, at, entity.to);
    return entity.to;
  }

  private angle(inside: number): number {
    const tag = tagAt(this.text, inside);
    if (tag === null) {
      this.between |= GAP.other;
      return inside;
    }
    this.extra += tag.to - inside;
    if (tag.block) this.between |= GAP.line;
    if (tag.listItem) this.between |= GAP.bullet;
    if (!tag.code) return tag.to;
    if (!this.mayClose) return tag.to;
    const end = this.text.indexOf('</', tag.to);
    this.mayClose = end !== -1;
    this.extra += (this.mayClose ? end : this.text.length) - tag.to;
    return end === -1 ? tag.to : end;
  }

  /** A full stop: within a name, at the end of a sentence, or the head of `.NET` when the vocabulary has it. */
  private dot(at: number): number {
    const { text, vocabulary } = this;
    const next = text.charCodeAt(at + 1);
    const beforeWord = next < 128 && LOWER[next] !== 0;
    const afterWord = this.between === 0 && this.count > 0;
    if (!beforeWord) {
      this.between |= afterWord && this.endsAbbreviation() ? GAP.other : GAP.stop;
      return at + 1;
    }
    if (!afterWord) {
      let end = at + 1;
      while (end < at + LONGEST_AFTER_DOT && LOWER[text.charCodeAt(end)]) end += 1;
      const whole = text.slice(at, end);
      this.extra += whole.length;
      const id = vocabulary.find(whole, 0, whole.length, hashOf(whole));
      if (id !== 0) {
        this.push(id, at, end);
        return end;
      }
    }
    this.between |= GAP.dot;
    return at + 1;
  }

  /** Whether the last word is the end of `e.g.`, `i.e.`, `U.S.`: one letter after another. */
  private endsAbbreviation(): boolean {
    const cell = (this.count - 1) * 4;
    return this.cells[cell + 2]! - this.cells[cell + 1]! === 1 && (this.cells[cell + 3]! & GAP.dot) !== 0;
  }

  private addGap(code: number, at: number, to: number): void {
    if (this.between & GAP.line && BULLETS.has(code) && this.opensItem(code, at, to)) this.between |= GAP.bullet;
    const bit = gapBit(code);
    this.between |= bit === GAP.hyphen && this.between !== 0 ? GAP.dash : bit;
  }

  /** Whether a bullet opens a list item: a space follows a stroke or star, unlike in `**bold**` and `---`. */
  private opensItem(code: number, at: number, to: number): boolean {
    const next = this.text.charCodeAt(to);
    if (code >= 128) return true;
    return gapBit(next) === GAP.space && next !== code && this.text.charCodeAt(at - 1) !== code;
  }

  private grow(): void {
    const larger = new Int32Array(this.cells.length * 2);
    larger.set(this.cells);
    this.cells = larger;
  }
}

const LONGEST_WITH_SUFFIX = 20;
const LONGEST_AFTER_DOT = 12;
