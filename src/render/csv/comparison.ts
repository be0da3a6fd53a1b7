/** A comparison as CSV (RFC 4180): one line a number, of a question or of a difference between two. */
import type { Comparison } from '../../report/comparison-model.js';
import { csvLine } from './csv-line.js';

const HEADER = ['measure', 'question', 'against', 'status', 'value', 'low', 'high', 'level', 'unit', 'text'] as const;

type Quantity = Comparison['differences'][number]['percent'];

/** Numbers stand plain; no text can be taken for a formula. */
export function renderComparisonCsv({ measures, differences, questions }: Comparison): string {
  const labels = questions.map(({ label }) => label);
  const cells = measures.flatMap(({ id, cells: entries }) =>
    entries.map(({ question, status, text, quantity }) =>
      csvLine([id, labels[question - 1]!, null, status, ...numbersOf(quantity), text]),
    ),
  );
  const pairs = differences.flatMap(({ first, second, finding, percent }) => {
    const names = [labels[first - 1]!, labels[second - 1]!];
    return [
      csvLine(['difference', ...names, finding.status, ...numbersOf(finding.quantity), finding.statement]),
      ...(percent === null
        ? []
        : [csvLine(['difference-percent', ...names, finding.status, ...numbersOf(percent), finding.statement])]),
    ];
  });
  return [`${HEADER.join(',')}\r\n`, ...cells, ...pairs].join('');
}

function numbersOf(quantity: Quantity): (string | number | null)[] {
  if (quantity === null) return [null, null, null, null, null];
  const { value, interval, unit } = quantity;
  return [value, interval?.low ?? null, interval?.high ?? null, interval?.level ?? null, unit];
}
