/** The table of figures: a column a question; rows of long texts become lists. */
import type { ComparedMeasure, Comparison } from '../../../report/comparison-model.js';
import { type Line, line, type Span, span } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padEnd, wrap } from '../wrap.js';

const GAP = 2;
const NAME = 20;
/** Lines a cell may take before its row becomes a list. */
const TALLEST = 3;

/** Names of the questions, then every measure. */
export function measureLines({ questions, measures }: Comparison, page: Page): Line[] {
  const column = Math.floor((page.width - NAME) / questions.length) - GAP;
  const names = questions.map(({ name }) => name);
  return [
    ...tableRow(
      '',
      names.map((name) => [span(name, 'strong')]),
      column,
    ),
    ...measures.flatMap((measure) => rowLines(measure, { names, column, page })),
  ];
}

interface Layout {
  readonly names: readonly string[];
  readonly column: number;
  readonly page: Page;
}

function rowLines({ name, cells }: ComparedMeasure, { names, column, page }: Layout): Line[] {
  const tall = cells.some(({ text }) => wrap(text, column).length > TALLEST);
  if (!tall) {
    const spans = cells.map(({ text, interval, status }): Span[] => [
      span(text, status === 'insufficient' ? 'dim' : 'plain'),
      ...(interval === null ? [] : [span(interval, 'dim')]),
    ]);
    return tableRow(name, spans, column);
  }
  return [
    line(name, 'dim'),
    ...cells.flatMap(({ text }, at) =>
      wrap(`${names[at]}: ${text}`, page.width - GAP).map((words, index) =>
        line(`${index === 0 ? '' : '  '}${' '.repeat(GAP)}${words}`),
      ),
    ),
  ];
}

/** Texts of each cell one below the other, each wrapped to the column. */
function tableRow(name: string, cells: readonly (readonly Span[])[], column: number): Line[] {
  const names = wrap(name, NAME - GAP);
  const columns = cells.map((spans) =>
    spans.flatMap(({ text, tone }) => wrap(text, column).map((words) => span(words, tone))),
  );
  const height = Math.max(names.length, ...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => [
    span(padEnd(names[at] ?? '', NAME), 'dim'),
    ...columns.flatMap((lines) => {
      const { text, tone } = lines[at] ?? span('');
      return [span(text, tone), span(' '.repeat(Math.max(0, column + GAP - textWidth(text))))];
    }),
  ]);
}
