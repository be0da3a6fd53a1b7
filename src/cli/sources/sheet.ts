/** Lines of text for a terminal: strangers' texts harmless, nothing wider than the screen. */
import { asciiText } from '../../render/format/ascii-text.js';
import { harmlessText } from '../../render/format/harmless-text.js';
import { clip, padEnd, padStart, wrap } from '../../render/terminal/wrap.js';
import { terminalAbilities } from '../terminal.js';

/** Cells of the longest text that is wrapped; more of it is cut. */
const LONGEST = 2000;

export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly right?: true;
}

/** Cells that the id of a source has. */
export const ID_WIDTH = 28;

export class Sheet {
  readonly #lines: string[] = [];
  readonly #columns: number;
  readonly #unicode: boolean;

  constructor(stream: NodeJS.WriteStream = process.stdout, env: NodeJS.ProcessEnv = process.env) {
    const { columns, unicode } = terminalAbilities(stream, env, false);
    this.#columns = columns;
    this.#unicode = unicode;
  }

  /** A text in as many lines as it needs, all but the first further in. */
  text(text: string, indent = 0, hanging = indent): this {
    const safe = this.#shown(text).slice(0, LONGEST);
    const room = this.#columns - Math.max(indent, hanging);
    wrap(safe, Math.max(20, room)).forEach((line, index) => {
      this.#lines.push(`${' '.repeat(index === 0 ? indent : hanging)}${line}`);
    });
    return this;
  }

  /** One line of cells; the last has what is left. */
  row(cells: readonly Cell[], last: string, indent = 2): this {
    const parts = cells.map(({ text, width, right }) => {
      const shown = clip(this.#shown(text), width, '~');
      return right ? padStart(shown, width) : padEnd(shown, width);
    });
    const used = indent + parts.reduce((sum, part) => sum + part.length + 1, 0);
    const rest = clip(this.#shown(last), Math.max(8, this.#columns - used), '~');
    this.#lines.push(`${' '.repeat(indent)}${[...parts, rest].join(' ')}`.trimEnd());
    return this;
  }

  /** A name and what it says, the latter in lines of its own width. */
  field(name: string, value: string): this {
    const width = 14;
    const lines = wrap(this.#shown(value).slice(0, LONGEST), this.#columns - width - 2);
    lines.forEach((line, index) => {
      this.#lines.push(`  ${padEnd(index === 0 ? name : '', width)}${line}`);
    });
    return this;
  }

  /** A line that must stay whole, as an address or a command to copy. */
  whole(text: string, indent = 0): this {
    this.#lines.push(`${' '.repeat(indent)}${this.#shown(text)}`);
    return this;
  }

  gap(): this {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
    return this;
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  #shown(text: string): string {
    const harmless = harmlessText(text);
    return this.#unicode ? harmless : asciiText(harmless);
  }
}
