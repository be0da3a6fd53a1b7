/** Market pay: the fitted model's estimate of new offers, with the inputs it was made from beside it. */
import type { ModelPay } from '../../analysis/model-pay.js';
import { BASIS_MEANINGS } from '../../core/basis.js';
import type { Finding } from '../../core/finding.js';
import { roundPercentiles } from '../../core/percentiles.js';
import { type ReportContext, withArticle } from '../context.js';
import { COUNTED } from '../counted.js';
import { inputWords, MODEL_METHOD, modelCaveats } from '../modelled-pay.js';

/** Nothing where public sources are left out; `insufficient` outside what the model was calibrated on. */
export function marketFindings(context: ReportContext): Finding[] {
  const { market, question } = context.answers;
  if (question.only === 'mine') return [];
  const median = market?.percentiles['50'];
  if (market === null || median === undefined || median.low === null || median.high === null) {
    return [notCalibrated(context)];
  }
  const interval = { low: median.low, high: median.high };
  const money = (value: number): string => context.money(value, interval);
  return [
    {
      id: 'overview.market',
      status: 'modelled',
      statement: `Market pay, ${BASIS_MEANINGS.market}: about ${money(median.value)} for ${market.work} ${placeOf(context, market)}, between ${money(interval.low)} and ${money(interval.high)}. ${inputWords(context, market)}`,
      quantity: {
        value: Math.round(median.value),
        unit: `${context.currency}/year`,
        interval: { level: 0.9, low: Math.round(interval.low), high: Math.round(interval.high) },
        percentiles: roundPercentiles(market.percentiles),
      },
      evidence: {
        ...market.rests,
        counts: COUNTED.market,
        basis: 'market',
        method: MODEL_METHOD,
        asked: { n: context.answers.posted.asked.n, employers: context.answers.posted.asked.employers },
      },
      caveats: modelCaveats(market),
    },
  ];
}

function notCalibrated(context: ReportContext): Finding {
  const { question } = context;
  const abroad = question.place.country !== 'US';
  const scope = 'modelled base pay of new offers';
  return {
    id: 'overview.market',
    status: 'insufficient',
    statement: abroad
      ? `There is no modelled figure for ${withArticle(question.countryName)}: the model is calibrated on offers in the United States alone.`
      : `There is no modelled figure for this work: too few employers advertise its pay for the model to be calibrated on it${question.asOf < question.newest ? ', or the date asked about lies before its data' : ''}.`,
    quantity: null,
    evidence: context.emptyEvidence(scope, MODEL_METHOD),
    caveats: [],
    missing: abroad
      ? `Advertised pay of many employers in ${withArticle(question.countryName)}, by which the model could be calibrated.`
      : 'Advertised pay of this work from at least ten employers.',
  };
}

function placeOf({ question }: ReportContext, { place }: ModelPay): string {
  return `in ${withArticle(place === question.place.country ? question.countryName : (question.statePlaceName ?? question.countryName))}`;
}
