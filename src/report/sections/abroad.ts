/** A figure in another currency beside US pay: at the exchange rates of its own dates, and at purchasing power parity. */
import type { InDollars, PurchasingPower } from '../../analysis/abroad.js';
import type { Finding, Quantity } from '../../core/finding.js';
import { formatMoney, formatMonth, roundingStep } from '../../core/format.js';
import { differenceOf, moreOrLess } from '../compared.js';
import type { ReportContext } from '../context.js';

/** Dollars and purchasing power of the headline; nothing where it is in dollars or missing. */
export function abroadFindings(context: ReportContext, headline: Finding): Finding[] {
  const { abroad } = context.answers.costs;
  if (abroad === null || headline.quantity === null) return [];
  return [
    ...(abroad.dollars === null ? [] : [dollarsFinding(context, headline, abroad.dollars)]),
    ...(abroad.purchasingPower === null
      ? []
      : [
          purchasingPowerFinding(context, headline, abroad.purchasingPower),
          ...priceLevelFindings(context, abroad.purchasingPower),
        ]),
  ];
}

interface Amount {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function dollars(value: number, amount: Amount): string {
  return formatMoney(value, 'USD', roundingStep(amount));
}

function quantityOf({ value, low, high }: Amount): Quantity {
  return {
    value: Math.round(value),
    unit: 'USD/year',
    interval: { level: 0.9, low: Math.round(low), high: Math.round(high) },
  };
}

function dollarsFinding(context: ReportContext, headline: Finding, converted: InDollars): Finding {
  const { months, perUsd } = converted;
  const when =
    months.from === months.to
      ? `at the average rate of ${formatMonth(months.from)} (`
      : headline.evidence.basis === 'official'
        ? `at the average rate of ${formatMonth(months.from)} to ${formatMonth(months.to)} (`
        : `each offer at the average rate of the month in which it was seen (${formatMonth(months.from)} to ${formatMonth(months.to)}; `;
  return {
    id: 'overview.dollars',
    status: headline.status,
    statement: `In US dollars the middle is about ${dollars(converted.value, converted)} a year, between ${dollars(converted.low, converted)} and ${dollars(converted.high, converted)}, ${when}${rate(perUsd.effective)} ${context.currency} per US dollar${months.from === months.to ? '' : ' overall'}).`,
    quantity: quantityOf(converted),
    evidence: {
      ...headline.evidence,
      sources: [...new Set([...headline.evidence.sources, converted.source])],
      method: `each observation at the rate of its own month (${rate(perUsd.lowest)} to ${rate(perUsd.highest)} ${context.currency} per US dollar), weighted as the headline`,
    },
    caveats: ['An exchange rate is not a cost of living. The interval is that of the pay; rates have none.'],
  };
}

function purchasingPowerFinding(context: ReportContext, headline: Finding, parity: PurchasingPower): Finding {
  return {
    id: 'overview.purchasing-power',
    status: 'modelled',
    statement: `At the purchasing power parity of ${parity.year} (${rate(parity.perUsd)} ${context.currency} per US dollar) the headline buys ${context.inPlace} what about ${dollars(parity.value, parity)} buys in the United States, between ${dollars(parity.low, parity)} and ${dollars(parity.high, parity)}.`,
    quantity: quantityOf(parity),
    evidence: {
      ...headline.evidence,
      sources: [...new Set([...headline.evidence.sources, parity.source])],
      method: `headline over the purchasing power parity of ${parity.year}, whole economy`,
    },
    caveats: [
      ...(headline.evidence.period !== null && headline.evidence.period.to.slice(0, 4) > String(parity.year)
        ? [`The parity is of ${parity.year}, the newest in the market: price changes since then are not in it.`]
        : []),
      'The parity is of the whole economy (GDP), not of what households buy, and an average over the country.',
    ],
  };
}

function priceLevelFindings(context: ReportContext, parity: PurchasingPower): Finding[] {
  const { priceLevel } = parity;
  if (priceLevel === null) return [];
  const difference = differenceOf(priceLevel.ratio, null);
  return [
    {
      id: 'overview.price-level',
      status: 'supported',
      statement: `Prices ${context.inPlace} were ${moreOrLess(difference.percent, difference, ['above', 'below'])} those of the United States in ${parity.year}: a parity of ${rate(parity.perUsd)} over an average exchange rate of ${rate(priceLevel.exchangePerUsd)} ${context.currency} per US dollar.`,
      quantity: { value: difference.percent, unit: 'percent', interval: null },
      evidence: {
        ...context.emptyEvidence(
          'price level of the whole economy, the same for all work',
          'parity over exchange rate',
        ),
        n: 13,
        counts: 'published figures',
        sources: [parity.source, priceLevel.exchangeSource],
        period: { from: String(parity.year), to: String(parity.year) },
        place: context.question.place.country,
      },
      caveats: ['Exchange rates move faster than prices, and this level with them.'],
    },
  ];
}

/** A rate to three significant digits: `0.792`, `88.1`. */
function rate(value: number): string {
  return String(Number(value.toPrecision(3)));
}
