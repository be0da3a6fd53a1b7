/** Cost of living: price levels of a place, and pay after them. */
import { afterPrices, type PriceLevel } from '../../analysis/price-levels.js';
import type { RelativePay } from '../../analysis/relative-pay.js';
import type { Finding } from '../../core/finding.js';
import { betweenWords, differenceOf, isDifferent, moreOrLess, quantityOf, workOf } from '../compared.js';
import type { ReportContext } from '../context.js';
import { COUNTED } from '../counted.js';
import { labourEvidence, localName } from './cost-of-labour.js';

/** What every real figure leaves out. */
const NOT_IN_PRICES =
  'Prices are of all that residents consume, rents included, without taxes. A price level is no pay differential.';

/** What consumption costs in the place relative to the country. */
export function pricesFinding(context: ReportContext): Finding {
  const { prices } = context.answers.costs;
  const scope = 'price level of consumption, the same for all work';
  const method = 'regional price parity as published, the country being 100';
  if (prices === null) {
    return {
      id: 'demand.costs.prices',
      status: 'insufficient',
      statement: `The market has no price level ${context.inPlace}.`,
      quantity: null,
      evidence: context.emptyEvidence(scope, method),
      caveats: [],
      missing: `Regional price parities for ${context.placeName}.`,
    };
  }
  const all = differenceOf(prices.all / 100, null);
  const housing =
    prices.housing === null
      ? ''
      : `; rents alone ${moreOrLess(differenceOf(prices.housing / 100, null).percent, { interval: null }, ['above', 'below'])}`;
  const words =
    all.percent === 0
      ? 'at the national level'
      : `${moreOrLess(all.percent, all, ['above', 'below'])} the national level`;
  return {
    id: 'demand.costs.prices',
    status: 'supported',
    statement: `Cost of living: consumer prices in ${localName(context, prices.place)} were ${words} in ${prices.year} (regional price parity ${prices.all.toFixed(1)})${housing}.`,
    quantity: quantityOf(all),
    evidence: {
      n: prices.housing === null ? 1 : 2,
      counts: 'published cells',
      employers: null,
      sources: [prices.source],
      period: { from: String(prices.year), to: String(prices.year) },
      place: prices.place,
      scope,
      basis: null,
      method,
    },
    caveats: [NOT_IN_PRICES, 'Published without standard errors.'],
  };
}

/** Relative pay after relative prices. */
export function realFinding(context: ReportContext, labour: RelativePay, prices: PriceLevel): Finding {
  const { interval } = labour;
  const real = differenceOf(
    afterPrices(labour.ratio, prices),
    interval === null ? null : { low: afterPrices(interval.low, prices), high: afterPrices(interval.high, prices) },
  );
  const nominal = differenceOf(labour.ratio, interval);
  const level = differenceOf(prices.all / 100, null);
  const place = localName(context, labour.place);
  const sure = real.interval === null ? '' : ` (${betweenWords(real)})`;
  const compared = isDifferent(real)
    ? `paid ${moreOrLess(real.percent, real)} in ${place} than nationally${sure}`
    : `paid about the same in ${place} as nationally${sure}`;
  const sides: readonly [string, string] = ['above', 'below'];
  return {
    id: 'demand.costs.real-pay',
    status: 'modelled',
    statement: `After prices, ${workOf(labour.occupations)} ${compared}: pay is ${moreOrLess(nominal.percent, nominal, sides)} and prices are ${moreOrLess(level.percent, level, sides)} the national level.`,
    quantity: quantityOf(real),
    evidence: {
      ...labourEvidence(labour, 'ratio of means over the regional price parity'),
      sources: [...labour.sources, prices.source],
      period: { from: `${Math.min(prices.year, labour.year)}-01-01`, to: `${labour.year}-05-31` },
    },
    caveats: [
      ...pricesOlderThan(`${labour.year}`, prices, 'pay'),
      interval === null
        ? 'No interval: neither pay here nor price levels are published with errors. Taxes are not in it.'
        : 'The interval carries the error of pay alone: price levels are published without one. Taxes are not in it.',
    ],
  };
}

function pricesOlderThan(year: string, prices: PriceLevel, what: string): string[] {
  return String(prices.year) === year
    ? []
    : [
        `Price levels are of ${prices.year}, ${what} is of ${year}: relative prices are taken as unchanged since, which is an assumption.`,
      ];
}

/** The headline at national prices, where it is the figure of a place that has a price level. */
export function headlineAtNationalPrices(context: ReportContext): Finding[] {
  const { headline, costs } = context.answers;
  const prices = costs.pricesOfHeadline;
  const median = headline?.percentiles['50'];
  if (headline === null || prices === null || median === undefined || median.low === null || median.high === null) {
    return [];
  }
  const at = (value: number): number => value / (prices.all / 100);
  const interval = { low: at(median.low), high: at(median.high) };
  const money = (value: number): string => context.money(value, interval);
  const { question } = context;
  return [
    {
      id: 'demand.costs.headline',
      status: 'modelled',
      statement: `The headline of ${context.money(median.value, { low: median.low, high: median.high })} a year buys in ${localName(context, prices.place)} what about ${money(at(median.value))} buys at national prices (between ${money(interval.low)} and ${money(interval.high)}).`,
      quantity: {
        value: Math.round(at(median.value)),
        unit: `${context.currency}/year`,
        interval: { level: 0.9, low: Math.round(interval.low), high: Math.round(interval.high) },
      },
      evidence: {
        n: headline.rests.n,
        counts: COUNTED[headline.basis],
        employers: null,
        sources: [...new Set([...headline.rests.sources, prices.source])],
        period: { from: String(prices.year), to: question.asOf },
        place: prices.place,
        scope: headline.rests.scope,
        basis: headline.basis,
        method: 'headline over the regional price parity of its place',
      },
      caveats: [
        ...pricesOlderThan(question.asOf.slice(0, 4), prices, 'the headline'),
        'The headline itself is nominal: it was carried to its date by wages, not by prices. The interval is the headline’s.',
      ],
    },
  ];
}
