/** Finds the objects of a JSON text that arrives in pieces, without building the whole. */

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST, COMMA, COLON] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a,
];

const DEEPEST = 512;

/** A JSON text that is not one; `at` counts UTF-16 units from 0. */
export class JsonFault extends Error {
  readonly at: number;

  constructor(fault: string, at: number) {
    super(fault);
    this.at = at;
  }
}

interface Frame {
  readonly list: boolean;
  /** Names of the objects' keys that lead here, joined by dots; null below a list. */
  readonly path: string | null;
  /** Of an object: the key whose value comes next. */
  key: string;
  expectsKey: boolean;
}

/** What a JSON text consists of. */
export interface JsonSurvey {
  readonly root: 'object' | 'list' | 'scalar';
  /** Keys of the root, where it is an object. */
  readonly keys: readonly string[];
  /** Number of objects in each list that objects alone lead to, by path; `''` is the root. */
  readonly lists: ReadonlyMap<string, number>;
}

/**
 * Follows brackets and quotation marks. It checks only what it needs; each element is for JSON.parse to check. Lists
 * of objects are counted, and the elements of one of them are handed out as text.
 */
export class JsonElementScanner {
  readonly #wanted: string | null;
  readonly #longest: number;
  readonly #frames: Frame[] = [];
  readonly #lists = new Map<string, number>();
  readonly #keys: string[] = [];
  #root: JsonSurvey['root'] | null = null;
  #inText = false;
  #escaped = false;
  /** Parts of a key under way. */
  #keyParts: string[] | null = null;
  /** Parts of the element under way, and the depth it began at. */
  #parts: string[] | null = null;
  #partsLength = 0;
  #elementDepth = 0;
  #before = 0;
  #ended = false;

  /**
   * @param wanted path of the list whose objects are handed out; null for none
   * @param longest UTF-16 units of one element
   */
  constructor(wanted: string | null, longest: number) {
    this.#wanted = wanted;
    this.#longest = longest;
  }

  /**
   * Elements completed by the next piece.
   *
   * @throws {JsonFault}
   */
  *push(text: string): Generator<string> {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (this.#inText) {
        at = this.#throughText(text, at);
        continue;
      }
      if (unit === QUOTE) this.#beginText(at);
      else if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
        if (this.#open(unit === OPEN_LIST, at)) from = at;
      } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) {
        if (!this.#close(unit === CLOSE_LIST, at)) continue;
        yield this.#element(text.slice(from, at + 1));
      } else if (unit === COMMA) this.#next(true);
      else if (unit === COLON) this.#next(false);
      else if (unit > 0x20 && unit !== 0xfeff) this.#scalar(at);
    }
    if (this.#parts !== null) this.#hold(text.slice(from));
    this.#before += text.length;
  }

  /**
   * What the whole text consisted of.
   *
   * @throws {JsonFault} where it ends in the middle
   */
  end(): JsonSurvey {
    if (this.#root === null) throw new JsonFault('it is empty', 0);
    if (this.#frames.length > 0 || this.#inText) throw new JsonFault('it ends in the middle', this.#before);
    return { root: this.#root, keys: this.#keys, lists: this.#lists };
  }

  /** @returns position of the quotation mark that ends the text, or of the last unit of the piece */
  #throughText(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at += 1) {
      if (this.#escaped) {
        this.#escaped = false;
        continue;
      }
      const unit = text.charCodeAt(at);
      if (unit === BACKSLASH) this.#escaped = true;
      else if (unit === QUOTE) {
        this.#inText = false;
        break;
      }
    }
    if (this.#keyParts !== null) {
      this.#keyParts.push(text.slice(from, at));
      if (!this.#inText) this.#endKey();
    }
    return at;
  }

  #beginText(at: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) this.#beginRoot('scalar', at);
    this.#inText = true;
    if (frame?.expectsKey === true && frame.path !== null) this.#keyParts = [];
  }

  #endKey(): void {
    const frame = this.#frames.at(-1)!;
    frame.key = unescaped((this.#keyParts ?? []).join(''));
    this.#keyParts = null;
    if (this.#frames.length === 1) this.#keys.push(frame.key);
  }

  #beginRoot(root: JsonSurvey['root'], at: number): void {
    if (this.#ended || this.#root !== null) throw new JsonFault('text follows its end', this.#before + at);
    this.#root = root;
  }

  #scalar(at: number): void {
    if (this.#frames.length === 0 && this.#root !== 'scalar') this.#beginRoot('scalar', at);
  }

  /** @returns whether a wanted element begins */
  #open(list: boolean, at: number): boolean {
    const parent = this.#frames.at(-1);
    if (parent === undefined) this.#beginRoot(list ? 'list' : 'object', at);
    if (this.#frames.length >= DEEPEST) throw new JsonFault(`it is nested deeper than ${DEEPEST}`, this.#before + at);
    const isElement = !list && parent?.list === true && parent.path !== null;
    if (isElement) this.#lists.set(parent.path!, (this.#lists.get(parent.path!) ?? 0) + 1);
    const begins = isElement && parent.path === this.#wanted && this.#parts === null;
    if (begins) {
      this.#parts = [];
      this.#partsLength = 0;
      this.#elementDepth = this.#frames.length;
    }
    this.#frames.push({ list, path: pathBelow(parent), key: '', expectsKey: !list });
    return begins;
  }

  /** @returns whether a wanted element ends */
  #close(list: boolean, at: number): boolean {
    const frame = this.#frames.pop();
    if (frame === undefined || frame.list !== list) {
      throw new JsonFault('its brackets do not match', this.#before + at);
    }
    this.#ended = this.#frames.length === 0;
    return this.#parts !== null && this.#frames.length === this.#elementDepth;
  }

  #next(comma: boolean): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.expectsKey = comma && !frame.list;
  }

  #element(last: string): string {
    this.#hold(last);
    const text = this.#parts!.join('');
    this.#parts = null;
    return text;
  }

  #hold(part: string): void {
    this.#partsLength += part.length;
    if (this.#partsLength > this.#longest) {
      throw new JsonFault(`one of its objects is longer than ${this.#longest} characters`, this.#before);
    }
    this.#parts!.push(part);
  }
}

function pathBelow(parent: Frame | undefined): string | null {
  if (parent === undefined) return '';
  if (parent.list || parent.path === null) return null;
  return parent.path === '' ? parent.key : `${parent.path}.${parent.key}`;
}

function unescaped(key: string): string {
  if (!key.includes('\\')) return key;
  try {
    return JSON.parse(`"${key}"`) as string;
  } catch {
    return key;
  }
}
