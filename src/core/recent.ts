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
