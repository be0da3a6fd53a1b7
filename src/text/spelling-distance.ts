/**
 * Optimal string alignment distance between two spellings: insertions, deletions, replacements and swaps of
 * neighbours, each counting 1. Both are cut at 60 characters.
 *
 * @returns the distance, or `most + 1` as soon as it is known to exceed `most`
 */
export function spellingDistance(a: string, b: string, most: number): number {
  const left = a.slice(0, 60);
  const right = b.slice(0, 60);
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        best = Math.min(best, before[j - 2]! + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[right.length]!;
}
