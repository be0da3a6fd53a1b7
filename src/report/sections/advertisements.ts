/** How the number of advertised jobs moved, by the published index. */
import type { AdvertisementIndex } from '../../analysis/advertisements.js';
import type { Finding } from '../../core/finding.js';
import { formatMonth, formatPercent } from '../../core/format.js';
import { type ReportContext, withArticle } from '../context.js';

export function advertisementFindings(context: ReportContext): Finding[] {
  return context.answers.advertisements.map((index) => finding(context, index));
}

function finding(context: ReportContext, { source, place, month, value, yearBefore }: AdvertisementIndex): Finding {
  const { question } = context;
  const name = place === question.place.country ? question.countryName : (question.statePlaceName ?? place);
  const percent = yearBefore === null ? null : 100 * (value / yearBefore - 1);
  const change =
    percent === null
      ? ''
      : `, ${formatPercent(Math.abs(percent), 1)} ${percent >= 0 ? 'more' : 'fewer'} than a year before`;
  return {
    id: `demand.advertised.${place}`,
    status: 'supported',
    statement: `Advertised jobs of all kinds in ${withArticle(name)} stood at ${value.toFixed(1)} in ${formatMonth(month)} (February 2020 is 100)${change}.`,
    quantity:
      percent === null
        ? { value, unit: 'index', interval: null }
        : { value: Number(percent.toFixed(2)), unit: 'percent/year', interval: null },
    evidence: {
      ...context.emptyEvidence('all work', 'mean of the published daily index over the month'),
      n: yearBefore === null ? 1 : 2,
      counts: 'months',
      sources: [source],
      period: { from: yearBefore === null ? month : `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`, to: month },
      place,
    },
    caveats: ['All occupations together, on one site, seasonally adjusted: not this role alone.'],
  };
}
