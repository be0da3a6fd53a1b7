/** The headline for search engines, as `Occupation` of schema.org. */
import { roundingStep, roundTo } from '../../core/format.js';
import type { Report } from '../../report/model.js';
import { embeddedJson } from './embedded-json.js';
import type { Markup } from './markup.js';

const PLACE_TYPES: Readonly<Record<Report['question']['place']['kind'], string>> = {
  country: 'Country',
  state: 'State',
  metro: 'City',
};

/**
 * The occupation with its distribution of base pay; amounts are rounded as on the page, to what the interval supports.
 *
 * Null when there is no yearly amount to state.
 */
export function occupationData({ question, headline }: Report): object | null {
  const { quantity } = headline;
  const currency = /^([A-Z]{3})\/year$/.exec(quantity?.unit ?? '')?.[1];
  if (quantity === null || currency === undefined) return null;
  const step = roundingStep(quantity.interval);
  const percentiles = Object.entries(quantity.percentiles ?? {}).flatMap(([p, at]) =>
    p === '50' || at === undefined ? [] : [[`percentile${p}`, roundTo(at.value, step)] as const],
  );
  return {
    '@context': 'https://schema.org',
    '@type': 'Occupation',
    name: question.title,
    description: headline.statement,
    occupationLocation: [{ '@type': PLACE_TYPES[question.place.kind], name: question.place.name }],
    estimatedSalary: [
      {
        '@type': 'MonetaryAmountDistribution',
        name: 'base',
        currency,
        duration: 'P1Y',
        ...Object.fromEntries(percentiles),
        median: roundTo(quantity.value, step),
      },
    ],
    mainEntityOfPage: { '@type': 'WebPage', lastReviewed: question.asOf },
  };
}

export function occupationElement(report: Report): Markup | null {
  const data = occupationData(report);
  return data === null ? null : embeddedJson('application/ld+json', data);
}
