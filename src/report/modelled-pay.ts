/** Words for a figure of the fitted model: how it is made, what it was made from, and what limits it. */
import type { ModelInput, ModelPay } from '../analysis/model-pay.js';
import { formatCounted, formatPercent } from '../core/format.js';
import { capitalise, type ReportContext } from './context.js';
import { COUNTED } from './counted.js';

/** How a modelled figure is made. */
export const MODEL_METHOD =
  'fitted model of log pay on title, level, state and official pay of the occupations, shrunk towards it by the offers of the very cell, robust empirical-Bayes interval';

/** The inputs of a modelled figure, each on its own, and what was kept apart with the reason. */
export function inputWords(context: ReportContext, { inputs, apart, agreement }: ModelPay): string {
  const short = ({ middle }: ModelInput): string =>
    context.moneyShort(Math.exp(middle.value), { low: Math.exp(middle.low), high: Math.exp(middle.high) });
  const [main, filed] = inputs;
  if (main === undefined) return '';
  if (filed === undefined) {
    const made = `The figure is made from ${main.basis} pay and the official pay of its occupations.`;
    if (apart === null) return made;
    return `${made} Filed pay of the same work, carried to posted pay by the difference of their sources, gives ${short(apart)}; it is left apart, because that difference is known only to within ${apart.carried.sd.toFixed(2)} log points (one standard deviation), more than 0.15.`;
  }
  const together = agreement === 'disagree' ? ' They disagree, and the interval spans both.' : '';
  return `${capitalise(main.basis)} pay alone gives ${short(main)}, ${filed.basis} pay carried to posted pay ${short(filed)}.${together}`;
}

/** What limits a modelled figure. */
export function modelCaveats({ inputs }: ModelPay): string[] {
  const own = inputs.map(({ basis, own: cell }) =>
    cell.n === 0
      ? `no ${COUNTED[basis].replace(/s$/, '')}`
      : `${formatCounted(cell.n, COUNTED[basis])}${cell.employers === null ? '' : ` of ${formatCounted(cell.employers, 'employers')}`}, with a weight of ${formatPercent(100 * cell.weight)}`,
  );
  const fitted = inputs.map(
    ({ basis, prediction }) =>
      `${formatCounted(prediction.n, COUNTED[basis])} of ${prediction.behind === 'role' ? 'this role' : 'this occupation'}`,
  );
  return [
    `A fitted model speaks, not a count of offers: what title, level, state and the official pay of the occupations say of pay, learned from all offers, among them ${fitted.join(' and ')}. The very cell holds ${own.join('; ')}.`,
    'Its 90% intervals hold on average over cells, not in each one.',
  ];
}
