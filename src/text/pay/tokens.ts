/** What the scanner finds in a text; words that say nothing about pay are counted and not kept. */
export const KIND = {
  number: 1,
  currency: 2,
  /** Thousand, lakh, million: a multiplier after a number. */
  scale: 3,
  /** A noun of time that makes a rate after `per`: hour, week. */
  period: 4,
  /** A rate in one word: hourly, annually, p.a. */
  rate: 5,
  per: 6,
  article: 7,
  to: 8,
  and: 9,
  between: 10,
  from: 11,
  upTo: 12,
  cue: 13,
  /** Says what pay is before or after: gross, net, FTE. */
  filler: 14,
  dash: 15,
  slash: 16,
  plus: 17,
  percent: 18,
  open: 19,
  close: 20,
  colon: 21,
  comma: 22,
  times: 23,
  sentence: 24,
  line: 25,
  bullet: 26,
  /** A word for the payments of a year: `14 pagas`. */
  payments: 27,
  /** `or more`, `and up`, `upwards`. */
  orMore: 28,
  /** Words that join another thing: plus, with, depending. */
  joiner: 29,
} as const;

const FIELDS = 5;
const FIRST_CAPACITY = 1 << 10;
/** Room for the tokens of one text after another; a text with more gets its own. */
const shared = new Int32Array(FIRST_CAPACITY * FIELDS);

/**
 * Tokens of one text in one flat array: kind, value, start, end and the count of words before. Offsets are those of
 * the folded text. A list is read out before the next one is filled. The count of words tells whether words that were not kept lie between two tokens.
 */
export class TokenList {
  count = 0;
  /** Words, numbers and signs of currencies read so far, those not kept included. */
  words = 0;
  private fields = shared;

  add(kind: number, value: number, from: number, to: number): void {
    const at = this.count * FIELDS;
    if (at === this.fields.length) {
      const larger = new Int32Array(this.fields.length * 2);
      larger.set(this.fields);
      this.fields = larger;
    }
    this.fields[at] = kind;
    this.fields[at + 1] = value;
    this.fields[at + 2] = from;
    this.fields[at + 3] = to;
    this.fields[at + 4] = this.words;
    this.count += 1;
  }

  /** Takes the last tokens back, and the count of words with them. */
  drop(tokens: number, words: number): void {
    this.count -= tokens;
    this.words = words;
  }

  /** Kind of a token, 0 outside the list. */
  kind(at: number): number {
    return at >= 0 && at < this.count ? (this.fields[at * FIELDS] as number) : 0;
  }

  value(at: number): number {
    return this.fields[at * FIELDS + 1] as number;
  }

  from(at: number): number {
    return this.fields[at * FIELDS + 2] as number;
  }

  to(at: number): number {
    return this.fields[at * FIELDS + 3] as number;
  }

  /** Words, numbers and signs of currencies before a token, those not kept included. */
  word(at: number): number {
    return this.fields[at * FIELDS + 4] as number;
  }
}
