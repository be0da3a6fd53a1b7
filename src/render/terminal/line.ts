/** Lines as spans of toned text, and their encoding for a terminal. */
import { textWidth } from './text-width.js';

/** What a span means; colour only repeats what the characters already say. */
export type Tone = 'plain' | 'strong' | 'dim' | 'accent' | 'accent-strong' | 'warning';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

export type Line = readonly Span[];

/** SGR parameters. The 256-colour tones keep at least 4:1 on black and on white. */
const SGR: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  dim: '38;5;243',
  accent: '38;5;31',
  'accent-strong': '1;38;5;31',
  warning: '1;38;5;166',
};

export function span(text: string, tone: Tone = 'plain'): Span {
  return { text, tone };
}

/** A line of one span. */
export function line(text: string, tone: Tone = 'plain'): Line {
  return [span(text, tone)];
}

export const BLANK: Line = [];

/** Cells a line takes. */
export function lineWidth(spans: Line): number {
  return spans.reduce((sum, { text }) => sum + textWidth(text), 0);
}

/** Lines moved right by `columns` cells. */
export function indent(lines: readonly Line[], columns: number): Line[] {
  return lines.map((spans) => (spans.length === 0 ? spans : [span(' '.repeat(columns)), ...spans]));
}

/** Lines with a mark hung in the margin of the first one. */
export function hang(mark: Span, lines: readonly Line[], columns: number): Line[] {
  const filler = ' '.repeat(Math.max(0, columns - textWidth(mark.text)));
  return lines.map((spans, index) =>
    index === 0 ? [mark, span(filler), ...spans] : spans.length === 0 ? spans : [span(' '.repeat(columns)), ...spans],
  );
}

function encodeLine(spans: Line, colour: boolean): string {
  const merged: { text: string; tone: Tone }[] = [];
  for (const { text, tone } of spans) {
    const last = merged.at(-1);
    if (last !== undefined && (last.tone === tone || text.trim() === '')) last.text += text;
    else merged.push({ text, tone });
  }
  const end = merged.at(-1);
  if (end !== undefined) end.text = end.text.trimEnd();
  return merged
    .map(({ text, tone }) =>
      colour && tone !== 'plain' && text !== '' ? `\u001b[${SGR[tone]}m${text}\u001b[0m` : text,
    )
    .join('')
    .trimEnd();
}

/** Lines as one text, each ended by a line feed and without trailing spaces. */
export function encodeLines(lines: readonly Line[], colour: boolean): string {
  return lines.map((spans) => `${encodeLine(spans, colour)}\n`).join('');
}
