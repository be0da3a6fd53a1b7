const LONGEST_REPEAT = 6;

/** `chief executive officer (CEO)` and `FDE (Forward Deployed Engineer)` say one thing twice: it is kept once. */
export function collapseRepeats(words: readonly string[]): readonly string[] {
  for (let size = Math.min(LONGEST_REPEAT, words.length >> 1); size >= 2; size -= 1) {
    for (let start = 0; start + 2 * size <= words.length; start += 1) {
      if (repeats(words, start, size)) return [...words.slice(0, start + size), ...words.slice(start + 2 * size)];
    }
  }
  return words.some((word, i) => i > 0 && word === words[i - 1])
    ? words.filter((word, i) => word !== words[i - 1])
    : words;
}

function repeats(words: readonly string[], start: number, size: number): boolean {
  for (let i = 0; i < size; i += 1) if (words[start + i] !== words[start + size + i]) return false;
  return true;
}
