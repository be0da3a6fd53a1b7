/** The features of the simple baselines: words and pairs of neighbouring words, ends marked. */
export function wordsAndPairs(key: string): string[] {
  const words = key.split(' ');
  const marked = ['<', ...words, '>'];
  return [...words, ...marked.slice(1).map((word, i) => `${marked[i]} ${word}`)];
}
