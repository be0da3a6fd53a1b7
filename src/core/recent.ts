/** The answers given last, kept so that a page asked for again costs nothing. */

export interface Recent<T> {
  /** The value kept under the key, or the one made now; two askers at once share one making. A failure is not kept. */
  get(key: string, make: () => Promise<T>): Promise<T>;
}

/** @param limit most values kept; the one asked for longest ago goes first */
export function recent<T>(limit: number): Recent<T> {
  const kept = new Map<string, Promise<T>>();
  return {
    get(key, make) {
      const known = kept.get(key);
      kept.delete(key);
      const value = known ?? make();
      kept.set(key, value);
      if (known === undefined) {
        value.catch(() => {
          if (kept.get(key) === value) kept.delete(key);
        });
      }
      const oldest = kept.keys().next();
      if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
      return value;
    },
  };
}

/** Longer keys are not kept: they rarely come again and would make the memory used depend on the input. */
const LONGEST_KEY = 200;

/**
 * The same function with its latest answers kept, for short texts that come again and again. Between half of `limit`
 * and `limit` of the keys asked for last are known.
 *
 * @param limit most answers kept, at least 2
 */
export function remembered<T>(limit: number, make: (key: string) => T): (key: string) => T {
  interface Kept {
    readonly key: string;
    readonly value: T;
  }
  const keep = (key: string): Kept => ({ key, value: make(key) });
  let young = new Map<string, Kept>();
  let old = new Map<string, Kept>();
  return (key) => {
    if (key.length > LONGEST_KEY) return make(key);
    const known = young.get(key);
    if (known !== undefined) return known.value;
    const kept = old.get(key) ?? keep(ownCopy(key));
    if (young.size >= limit / 2) {
      old = young;
      young = new Map();
    }
    young.set(kept.key, kept);
    return kept.value;
  };
}

/** A string that shares no memory with a larger one it was cut from. */
function ownCopy(text: string): string {
  const units: number[] = [];
  for (let at = 0; at < text.length; at += 1) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}
