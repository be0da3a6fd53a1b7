import type { Meter } from '../meter.js';
import { isCapital, isDigit, isLetter, isMoney, isWithoutSpaces, SORT, sortOf } from './characters.js';
import { CUE } from './cues.js';
import {
  BARE_DOLLAR,
  CAPITALS_ONLY,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  DOLLAR_PREFIXES,
  WEAK,
  YEN_PREFIXES,
} from './currencies.js';
import { endsSentence, isShortened } from './full-stop.js';
import { readNumber, type WrittenNumber } from './numbers.js';
import { PhraseReader } from './phrases.js';
import { endOfRetirementPlan } from './retirement-plan.js';
import { KIND, TokenList } from './tokens.js';
import { hashStep, kindOfWord, mayBeKnown, valueOfWord, WORDS } from './words.js';

/** A scanned text: its tokens, and its numbers in order (a number token's value is its place here). */
export interface ScannedText {
  readonly text: string;
  readonly tokens: TokenList;
  readonly numbers: readonly WrittenNumber[];
  /** Words, numbers and signs of currencies in the whole text. */
  readonly words: number;
}

const SIGNS: ReadonlyMap<number, number> = new Map(
  (
    [
      ['-', KIND.dash],
      ['~', KIND.dash],
      ['/', KIND.slash],
      ['+', KIND.plus],
      ['%', KIND.percent],
      ['(', KIND.open],
      ['[', KIND.open],
      [')', KIND.close],
      [']', KIND.close],
      [':', KIND.colon],
      ['=', KIND.colon],
      [',', KIND.comma],
      [';', KIND.comma],
      ['&', KIND.and],
      ['\n', KIND.line],
      ['\r', KIND.line],
      ['|', KIND.bullet],
      ['!', KIND.sentence],
      ['?', KIND.sentence],
      ['*', KIND.times],
      ['<', KIND.upTo],
      ['>', KIND.from],
      ['.', KIND.sentence],
    ] as const
  ).map(([sign, kind]) => [sign.charCodeAt(0), kind]),
);

const DASH = 45;
const DOLLAR = 36;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const CAPITAL_R = 82;
const YEN = 165;
const USD = CURRENCY_CODES.indexOf('USD');

/** Finds the tokens of a folded text in one pass from left to right. */
export function scanText(text: string, meter: Meter): ScannedText {
  return new Scanner(text, meter).scan();
}

class Scanner {
  private readonly text: string;
  private readonly meter: Meter;
  private readonly tokens: TokenList;
  private readonly phrases: PhraseReader;
  private readonly numbers: WrittenNumber[] = [];
  private at = 0;
  /** Whether the word just measured is surely none of the known ones. */
  private isUnknown = false;

  constructor(text: string, meter: Meter) {
    this.text = text;
    this.meter = meter;
    this.tokens = new TokenList();
    this.phrases = new PhraseReader(this.tokens);
  }

  scan(): ScannedText {
    const { text } = this;
    while (this.at < text.length) {
      this.meter.steps += 1;
      const code = text.charCodeAt(this.at);
      const sort = sortOf(code);
      if (sort === SORT.letter) this.readLetters(code);
      else if (sort === SORT.digit) this.readDigits();
      else if (sort === SORT.sign) this.readSign(code);
      else this.at += 1;
    }
    return { text: this.text, tokens: this.tokens, numbers: this.numbers, words: this.tokens.words };
  }

  private readLetters(code: number): void {
    const currency = code < 128 ? undefined : CURRENCY_SIGNS.get(code);
    if (currency !== undefined) this.putCurrency(currency, this.at + 1);
    else if (isWithoutSpaces(code)) this.readIdeograph();
    else this.readWord();
  }

  /** A word that is no part of a phrase. */
  private put(packed: number, from: number, to: number): void {
    this.tokens.add(kindOfWord(packed), valueOfWord(packed), from, to);
    this.passWord(to);
  }

  /** A word of which nothing is kept. */
  private passWord(end: number): void {
    this.tokens.words += 1;
    this.at = end;
    this.phrases.end();
  }

  private putCurrency(currency: number, end: number): void {
    this.tokens.add(KIND.currency, currency, this.at, end);
    this.passWord(end);
  }

  /** Chinese, Japanese and Korean are written without spaces: known words of two characters, then of one. */
  private readIdeograph(): void {
    for (let length = Math.min(2, this.text.length - this.at); length > 0; length -= 1) {
      const packed = WORDS.get(this.text.slice(this.at, this.at + length));
      if (packed === undefined) continue;
      this.put(packed, this.at, this.at + length);
      return;
    }
    this.passWord(this.at + 1);
  }

  private readWord(): void {
    const { text } = this;
    const from = this.at;
    const end = this.endOfWord(from);
    const next = text.charCodeAt(end);
    if (this.isUnknown && end - from > 1 && next !== DOLLAR && next !== YEN && !isDigit(next)) {
      this.passWord(end);
      return;
    }
    const spelled = text.slice(from, end).toLowerCase();
    if (this.readPrefixedSign(spelled, from, end)) return;
    if (isDigit(next) && !this.isCurrencyWord(spelled, from, end)) {
      this.passGlued(end);
      return;
    }
    if (this.readAbbreviation(from, end, spelled)) return;
    this.at = this.afterFullStop(spelled, end);
    this.phrases.read(spelled, this.meaningOf(spelled, from, end), from, this.at);
  }

  /** A word usually shortened takes its full stop with it: `Rs. 65,000`, `max. EUR 60.000`, `60 Tsd. EUR`. */
  private afterFullStop(spelled: string, end: number): number {
    return this.text.charCodeAt(end) === DOT && isShortened(spelled) ? end + 1 : end;
  }

  private endOfWord(from: number): number {
    const { text } = this;
    let end = from;
    let hash = 0;
    let ascii = true;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code < 128) {
        if (!isLetter(code)) break;
      } else {
        if (end > from && (CURRENCY_SIGNS.has(code) || isWithoutSpaces(code))) break;
        ascii = false;
      }
      hash = hashStep(hash, code);
    }
    this.isUnknown = ascii && !mayBeKnown(hash);
    this.meter.steps += end - from;
    return end;
  }

  /** `CA$`, `CN¥`, and `US $`. */
  private readPrefixedSign(prefix: string, from: number, end: number): boolean {
    const next = this.text.charCodeAt(end);
    const prefixes = next === DOLLAR ? DOLLAR_PREFIXES : next === YEN ? YEN_PREFIXES : null;
    const apart = next === 32 && prefix === 'us' && this.text.charCodeAt(end + 1) === DOLLAR;
    if (apart && isCapital(this.text.charCodeAt(from))) {
      this.putCurrency(USD, end + 2);
      return true;
    }
    const currency = prefixes?.get(prefix);
    if (currency === undefined) return false;
    this.putCurrency(currency, end + 1);
    return true;
  }

  private isCurrencyWord(word: string, from: number, end: number): boolean {
    if (word === 'r' && this.text.charCodeAt(from) === CAPITAL_R) return true;
    const packed = WORDS.get(word);
    return packed !== undefined && kindOfWord(packed) === KIND.currency && this.isAllowedCode(word, from, end);
  }

  private isAllowedCode(word: string, from: number, end: number): boolean {
    return (
      !CAPITALS_ONLY.has(word) ||
      (isCapital(this.text.charCodeAt(from)) && (end - from < 2 || isCapital(this.text.charCodeAt(end - 1))))
    );
  }

  /** Digits grown onto a word, `H1B`, `Q4`, or letters onto a number, `5th`: one word of which nothing is kept. */
  private passGlued(from: number): void {
    let at = from;
    while (isDigit(this.text.charCodeAt(at)) || isLetter(this.text.charCodeAt(at))) at += 1;
    this.meter.steps += at - from;
    this.passWord(at);
  }

  /** `p.a.`, `p/h`, `U.S.`: letters parted by dots, read as one word. */
  private readAbbreviation(from: number, end: number, letter: string): boolean {
    const { text } = this;
    const sign = text.charCodeAt(end);
    if (end - from !== 1 || (sign !== DOT && !(sign === SLASH && letter === 'p'))) return false;
    let at = end;
    let spelled = letter;
    while (text.charCodeAt(at) === sign && isLetter(text.charCodeAt(at + 1)) && !isLetter(text.charCodeAt(at + 2))) {
      spelled += text[at + 1];
      at += 2;
      if (spelled.length > 4) break;
    }
    if (spelled.length === 1) return false;
    if (text.charCodeAt(at) === DOT && !endsSentence(text, at)) at += 1;
    this.at = at;
    const word = spelled.toLowerCase();
    this.phrases.read(word, this.meaningOf(word, from, at), from, at);
    return true;
  }

  private meaningOf(spelled: string, from: number, end: number): number | undefined {
    if (spelled === 'r' && isDigit(this.text.charCodeAt(end))) return RAND;
    const packed = WORDS.get(spelled);
    if (packed === undefined || kindOfWord(packed) !== KIND.currency) return packed;
    return this.isAllowedCode(spelled, from, end) ? packed : undefined;
  }

  private readDigits(): void {
    const from = this.at;
    const number = readNumber(this.text, from, this.meter);
    this.phrases.end();
    const plan = endOfRetirementPlan(this.text, this.tokens, number, from);
    if (plan >= 0) {
      this.tokens.add(KIND.cue, CUE.perk, from, plan);
      this.passWord(plan);
      return;
    }
    const kept = number.valid && !this.endsWord(from) && !this.isTimeOfDay(from, number.end);
    if (kept) {
      this.tokens.add(KIND.number, this.numbers.length, from, number.end);
      this.numbers.push(number);
    }
    this.passWord(this.afterEmptyDecimals(number.end));
    if (this.at === number.end && isLetter(this.text.charCodeAt(this.at))) this.readSuffix(kept);
  }

  /** Whether digits follow a word and a hyphen: `COVID-19`, not `150K-190K`. */
  private endsWord(from: number): boolean {
    if (this.text.charCodeAt(from - 1) !== DASH || !isLetter(this.text.charCodeAt(from - 2))) return false;
    return !this.endsAmount(this.tokens.count - 2, from - 1);
  }

  /** `9:30`. */
  private isTimeOfDay(from: number, end: number): boolean {
    const { text } = this;
    const after = text.charCodeAt(end) === COLON && isDigit(text.charCodeAt(end + 1));
    return after || (text.charCodeAt(from - 1) === COLON && isDigit(text.charCodeAt(from - 2)));
  }

  /** Whether a multiplier, currency or unit of an amount ends at an offset: `150K-190K`, not `COVID-19`. */
  private endsAmount(before: number, end: number): boolean {
    const kind = this.tokens.kind(before);
    const known = kind === KIND.scale || kind === KIND.currency || kind === KIND.rate || kind === KIND.period;
    return known && this.tokens.to(before) === end;
  }

  /** `60.000,-` and `1'200.--`: dashes in place of decimals. */
  private afterEmptyDecimals(end: number): number {
    const sign = this.text.charCodeAt(end);
    if ((sign !== 44 && sign !== DOT) || this.text.charCodeAt(end + 1) !== DASH) return end;
    const after = this.text.charCodeAt(end + 2) === DASH ? end + 3 : end + 2;
    return isDigit(this.text.charCodeAt(after)) ? end : after;
  }

  /** Letters grown onto a number: a multiplier, a currency or both (`45kEUR`); of any other number nothing is kept. */
  private readSuffix(kept: boolean): void {
    const from = this.at;
    if (isWithoutSpaces(this.text.charCodeAt(from))) return;
    const end = this.endOfWord(from);
    const letters = this.text.slice(from, end).toLowerCase();
    const followed = isDigit(this.text.charCodeAt(end));
    const packed = followed ? undefined : WORDS.get(letters);
    const rest = letters.length > 2 && !followed ? WORDS.get(letters.slice(1)) : undefined;
    const first = WORDS.get(letters[0] as string);
    if (packed !== undefined && isSuffixKind(kindOfWord(packed))) {
      this.put(packed, from, this.afterFullStop(letters, end));
    } else if (isKind(first, KIND.scale) && (isKind(rest, KIND.currency) || isKind(rest, KIND.rate))) {
      this.put(first as number, from, from + 1);
      this.put(rest as number, from + 1, end);
    } else {
      this.tokens.drop(kept ? 1 : 0, this.tokens.words - 1);
      if (kept && ORDINALS.has(letters)) this.putPayments(from);
      this.passGlued(from);
    }
  }

  private putPayments(end: number): void {
    const number = this.numbers[this.numbers.length - 1] as WrittenNumber;
    if (number.digits >= 12 && number.digits <= 16) {
      this.tokens.add(KIND.payments, number.digits, end - 2, end);
    }
  }

  /** Reads a sign, and goes past it. */
  private readSign(code: number): void {
    if (code === DOLLAR) {
      this.readDollar();
      return;
    }
    const { text } = this;
    const from = this.at;
    this.at += 1;
    const next = text.charCodeAt(this.at);
    const inWord = code === DASH && isLetter(next) && isLetter(text.charCodeAt(from - 1));
    if (inWord && !this.endsAmount(this.tokens.count - 1, from)) return;
    this.phrases.end();
    const kind = SIGNS.get(code) as number;
    if (code === DOT && !endsSentence(text, from)) return;
    if (kind === KIND.times && !isDigit(next === 32 ? text.charCodeAt(from + 2) : next)) return;
    if ((kind === KIND.upTo || kind === KIND.from) && !isDigit(next) && !isMoney(next)) return;
    const last = this.tokens.count - 1;
    const repeated = this.tokens.kind(last) === kind && this.tokens.word(last) === this.tokens.words;
    if (!repeated) this.tokens.add(kind, 0, from, from + 1);
  }

  /** `$`, and `$CAD` or `$US` with its code after it. */
  private readDollar(): void {
    const from = this.at;
    if (!isLetter(this.text.charCodeAt(from + 1))) {
      this.putCurrency(BARE_DOLLAR, from + 1);
      return;
    }
    const end = this.endOfWord(from + 1);
    const code = this.text.slice(from + 1, end).toUpperCase();
    const currency = code === 'US' ? USD : CURRENCY_CODES.indexOf(code);
    this.putCurrency(currency < 0 ? BARE_DOLLAR : currency, currency < 0 ? from + 1 : end);
  }
}

/** Letters after a number that counts payments: `13th salary`, `13x`. */
const ORDINALS = new Set(['th', 'x', 'eme', 'e', 'a']);

const RAND = KIND.currency | ((CURRENCY_CODES.indexOf('ZAR') | WEAK) << 6);

function isSuffixKind(kind: number): boolean {
  return kind === KIND.scale || kind === KIND.currency || kind === KIND.rate || kind === KIND.times;
}

function isKind(packed: number | undefined, kind: number): boolean {
  return packed !== undefined && kindOfWord(packed) === kind;
}
