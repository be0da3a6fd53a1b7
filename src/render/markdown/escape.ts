/** Text that stays text in Markdown: no HTML, no link, no emphasis, no list, no table cell of its own. */
import { harmlessText } from '../format/harmless-text.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Escapes text for CommonMark and GitHub's dialect, on one line.
 *
 * Addresses lose the form that renderers turn into links by themselves.
 *
 * @example escapeMarkdown('[a](b) <i>') // '\\[a\\](b) &lt;i&gt;'
 */
export function escapeMarkdown(text: string): string {
  return harmlessText(text)
    .trim()
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character] as string)
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/(\S)@(\S)/g, '$1 @ $2')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+#=]/, '\\$&')
    .replace(/^!(?=\\\[)/, '\\!');
}

/** A table of texts; the first column is the name of the row. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}
