/** AI dots: one row a measure, percentile 0-100, the disagreement as a bar. */
import { formatOrdinal } from '../../core/format.js';
import type { ReportContext } from '../context.js';
import type { Figure } from '../model.js';

export function exposureFigure(context: ReportContext): Figure {
  const { ranks, spread } = context.answers.exposure;
  const base = {
    id: 'ai-dots',
    subtitle: 'Percentile among all rated occupations, 0 least to 100 most exposed',
    sourceLine: 'Ranks of the occupation mix; raw values of different measures are never compared',
  };
  if (ranks.length === 0) {
    const title = 'No published measure rates this work';
    return { ...base, kind: 'empty', title, alt: title };
  }
  const mark = (value: number) => ({ value, label: formatOrdinal(value) });
  return {
    ...base,
    kind: 'dots',
    title:
      spread === null
        ? `One measure ranks this work at the ${formatOrdinal(ranks[0]!.percentile)} percentile`
        : `${spread.disagree ? 'Measures disagree' : 'Measures broadly agree'}: ${formatOrdinal(spread.low)} to ${formatOrdinal(spread.high)} percentile`,
    alt: ranks.map((rank) => `${rank.measure.name}: ${formatOrdinal(rank.percentile)} percentile`).join('; '),
    axis: {
      unit: 'percentile',
      scale: 'linear',
      min: 0,
      max: 100,
      ticks: [0, 25, 50, 75, 100].map((value) => ({ value, label: String(value) })),
    },
    rows: ranks.map((rank) => ({ name: rank.measure.name, detail: rank.measure.kind, at: mark(rank.percentile) })),
    range: spread === null ? null : { low: mark(spread.low), high: mark(spread.high) },
  };
}
