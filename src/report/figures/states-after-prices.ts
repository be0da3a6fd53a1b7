/** States by pay of the same work after prices, each with its interval; what it is before prices stands beside it. */
import type { StateAfterPrices } from '../../analysis/states-after-prices.js';
import { formatCount } from '../../core/format.js';
import type { ReportContext } from '../context.js';
import type { Figure } from '../model.js';
import { linearAxis } from './axis.js';

/** Rows drawn: the highest estimates, and the state asked about where it is not among them. */
const SHOWN = 8;

const label = (ratio: number): string => (100 * ratio).toFixed(0);

/** null where states cannot be compared. */
export function statesAfterPricesFigure(
  context: ReportContext,
  stateNames: ReadonlyMap<string, string>,
): Figure | null {
  const { states: compared } = context.answers.costs;
  const first = compared?.states[0];
  if (compared === null || first === undefined) return null;
  const { states, year, priceYear } = compared;
  const asked = context.question.statePlaceId;
  const drawn = states.filter((state, index) => index < SHOWN || state.place === asked);
  const nameOf = (state: StateAfterPrices): string => stateNames.get(state.place) ?? state.place;
  const alike = states.filter((state) => state.mayBeHighest).length;
  const mark = (ratio: number) => ({ value: 100 * ratio, label: label(ratio) });
  const detail = (state: StateAfterPrices): string =>
    `paid ${label(state.pay.ratio)}, prices ${label(state.prices.all / 100)}`;
  return {
    id: 'states-after-prices',
    kind: 'relative-pay',
    title:
      alike === 1
        ? `After prices this work is paid most in ${nameOf(first)}`
        : `After prices ${formatCount(alike)} states may pay this work most`,
    subtitle: `Official mean pay of the same occupations after prices, the nation = 100; pay of May ${year}, price levels of ${priceYear}`,
    sourceLine: `${context.sourceNames([...new Set([...first.pay.sources, first.prices.source])])}; the ${formatCount(Math.min(SHOWN, states.length))} highest estimates of ${formatCount(states.length)} states; intervals carry the error of pay alone`,
    alt: drawn.map((state) => `${nameOf(state)}: ${label(state.real)} after prices, ${detail(state)}`).join('; '),
    axis: linearAxis(
      drawn.flatMap(({ real, interval }) => [100, 100 * real, 100 * interval.low, 100 * interval.high]),
      'nation = 100',
      (value) => value.toFixed(0),
    ),
    rows: drawn.map((state) => ({
      name: nameOf(state),
      detail: detail(state),
      at: mark(state.real),
      interval: { low: mark(state.interval.low), high: mark(state.interval.high) },
      quartiles: null,
      modelled: state.pay.modelledError,
      highlight: state.place === asked,
    })),
  };
}
