/** A benchmark as JSON: one object of `goingrate.benchmark/1`, or one row a line. */
import type { BenchmarkStream } from '../../report/benchmark-model.js';

/** Rows as they come, one object a line. */
export async function* renderBenchmarkLines({ rows }: BenchmarkStream): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** The whole model, each row on a line of its own. */
export async function* renderBenchmarkJson({ opening, rows, closing }: BenchmarkStream): AsyncGenerator<string> {
  const { hasPay: _, ...head } = opening;
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let between = '\n';
  for await (const row of rows) {
    yield between + JSON.stringify(row);
    between = ',\n';
  }
  const { summary, sources, method } = closing();
  yield `\n],\n"summary":${JSON.stringify(summary)},\n"sources":${JSON.stringify(sources)},\n"method":${JSON.stringify(method)}}\n`;
}
