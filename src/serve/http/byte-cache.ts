/** What was made last, kept within a number of bytes. */

export interface ByteCache<T> {
  /**
   * The value kept under the key, or the one made now; two askers at once share one making. A failure is not kept, nor
   * is a value larger than a quarter of the whole.
   */
  get(key: string, make: () => Promise<T>): Promise<T>;
  /** Bytes of what is kept. */
  bytes(): number;
}

/**
 * @param limit most bytes kept together; what was asked for longest ago goes first
 * @param sizeOf bytes that a value takes
 */
export function byteCache<T>(limit: number, sizeOf: (value: T) => number): ByteCache<T> {
  const kept = new Map<string, { readonly value: Promise<T>; readonly size: number }>();
  const making = new Map<string, Promise<T>>();
  let total = 0;
  const keep = (key: string, value: T): void => {
    const size = sizeOf(value) + 2 * key.length;
    if (size > limit / 4) return;
    kept.set(key, { value: Promise.resolve(value), size });
    total += size;
    for (const [oldest, { size: freed }] of kept) {
      if (total <= limit) break;
      kept.delete(oldest);
      total -= freed;
    }
  };
  return {
    bytes: () => total,
    get(key, make) {
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known.value;
      }
      const started = making.get(key);
      if (started !== undefined) return started;
      const value = make().then((made) => {
        keep(key, made);
        return made;
      });
      making.set(key, value);
      const end = () => void making.delete(key);
      value.then(end, end);
      return value;
    },
  };
}
