/** In which states the same work is paid most after prices, said only as far as the data tell them apart. */
import { LEAST_COMPARED_COVERAGE, type StatesAfterPrices } from '../../analysis/states-after-prices.js';
import type { Finding } from '../../core/finding.js';
import { formatCount, formatList, formatPercent } from '../../core/format.js';
import { differenceOf, moreOrLess, quantityOf, workOf } from '../compared.js';
import { type ReportContext, withArticle } from '../context.js';
import { publishedCells } from '../published-cells.js';

const NAMED = 3;

/** The comparison over states; nothing where too few have cells of their own. */
export function statesAfterPricesFindings(
  context: ReportContext,
  compared: StatesAfterPrices | null,
  stateNames: ReadonlyMap<string, string>,
): Finding[] {
  const first = compared?.states[0];
  if (compared === null || first === undefined) return [];
  const { states } = compared;
  const possible = states.filter((state) => state.mayBeHighest);
  const named = (state: StatesAfterPrices['states'][number], index: number): string =>
    `${withArticle(stateNames.get(state.place) ?? state.place)} (${relative(state.real)}${index === 0 ? ' than nationally' : ''})`;
  const asked = states.find((state) => state.place === context.question.statePlaceId);
  const own =
    asked === undefined || states.slice(0, NAMED).includes(asked)
      ? ''
      : ` ${withArticle(stateNames.get(asked.place) ?? asked.place).replace(/^./, (letter) => letter.toUpperCase())}: ${relative(asked.real)}.`;
  const certainty =
    possible.length === 1
      ? `by the error of pay alone, none of the other ${formatCount(states.length - 1)} states compared can be the highest`
      : `by the error of pay alone, ${formatCount(possible.length)} of the ${formatCount(states.length)} states compared may be the highest`;
  const difference = differenceOf(first.real, first.interval);
  return [
    {
      id: 'demand.costs.states',
      status: 'modelled',
      statement: `After prices, ${workOf(first.pay.occupations)} paid most, by estimate, in ${formatList(states.slice(0, NAMED).map(named))}; ${certainty}.${own}`,
      quantity: quantityOf(difference),
      evidence: {
        ...publishedCells({
          n: states.reduce((sum, state) => sum + state.pay.occupations.length, 0),
          sources: [...new Set([...states.flatMap((state) => state.pay.sources), first.prices.source])],
          years: [compared.year, compared.year],
          place: context.question.place.country,
          scope: 'occupation mix, all levels, by state',
          method: 'official means over regional price parities; subset of states that may be the highest (Gupta), 90%',
        }),
        period: { from: `${Math.min(compared.year, compared.priceYear)}-01-01`, to: `${compared.year}-05-31` },
      },
      caveats: [
        `States whose own cells cover at least ${formatPercent(100 * LEAST_COMPARED_COVERAGE)} of the mix; pay of May ${compared.year}, price levels of ${compared.priceYear}.`,
        "Errors of the states' pay are modelled from their jobs; price levels are published without errors, so still more states may be alike.",
        'The quantity is of the first state named. The District of Columbia counts as a state; taxes are not in it.',
      ],
    },
  ];
}

function relative(ratio: number): string {
  const percent = Math.round(100 * (ratio - 1));
  return percent === 0 ? 'as much' : moreOrLess(percent, { interval: null });
}
