import type { TokenList } from './tokens.js';
import { kindOfWord, PHRASE_STARTS, valueOfWord, WORDS } from './words.js';

/** Turns words, one after another, into tokens; a known phrase (`up to`, `total cash compensation`) becomes one. */
export class PhraseReader {
  private readonly tokens: TokenList;
  /** The words just read that begin a longer phrase; '' for none. */
  private phrase = '';
  private from = 0;
  private word = 0;
  /** Tokens that the words of the phrase have put. */
  private put = 0;

  constructor(tokens: TokenList) {
    this.tokens = tokens;
  }

  /** Ends a phrase: something stands between this word and the next. */
  end(): void {
    this.phrase = '';
  }

  /**
   * @param spelled the word in lower case
   * @param packed what the word means alone, see `WORDS`; undefined for nothing
   */
  read(spelled: string, packed: number | undefined, from: number, to: number): void {
    if (this.phrase !== '') {
      const longer = `${this.phrase} ${spelled}`;
      const meaning = WORDS.get(longer);
      if (meaning !== undefined) {
        this.complete(longer, meaning, to);
        return;
      }
      if (PHRASE_STARTS.has(longer)) {
        this.phrase = longer;
        this.put += this.add(packed, from, to);
        return;
      }
    }
    this.phrase = PHRASE_STARTS.has(spelled) ? spelled : '';
    this.from = from;
    this.word = this.tokens.words;
    this.put = this.add(packed, from, to);
  }

  /** A phrase takes the place of the words it is made of, and counts as one. */
  private complete(phrase: string, meaning: number, to: number): void {
    this.tokens.drop(this.put, this.word);
    this.put = this.add(meaning, this.from, to);
    this.phrase = PHRASE_STARTS.has(phrase) ? phrase : '';
  }

  /** Counts a word, and puts its token where it has a meaning; returns how many tokens that were. */
  private add(packed: number | undefined, from: number, to: number): number {
    if (packed !== undefined) this.tokens.add(kindOfWord(packed), valueOfWord(packed), from, to);
    this.tokens.words += 1;
    return packed === undefined ? 0 : 1;
  }
}
