/**
 * A function of one text that keeps its answers, for texts that come again and again: dates, units, ids.
 *
 * @param most answers kept; when there are more, it starts anew
 * @example const words = remembered((unit) => unit.split('/'));
 */
export function remembered<T extends NonNullable<unknown>>(
  make: (text: string) => T,
  most = 10_000,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}

/**
 * A function of one object that keeps its answers for as long as the object is in use elsewhere; the object must not
 * change.
 *
 * @example const idsOf = rememberedOf((rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id)));
 */
export function rememberedOf<K extends object, T extends NonNullable<unknown>>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}
