/** Names of files and columns inside a message. */

const LONGEST = 80;

/**
 * A name as it may stand in a message of one line: a member of an archive may be called anything.
 *
 * @example shownName('pay\u001b[31m\n.csv') // '"pay [31m .csv"'
 */
export function shownName(name: string): string {
  const line = name.replace(/[\s\p{C}\p{Z}]+/gu, ' ').trim();
  const characters = [...line];
  return `"${characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line}"`;
}
