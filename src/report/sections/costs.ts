/** Cost of labour beside cost of living, for US places; other countries have no price levels within them here. */
import type { Finding } from '../../core/finding.js';
import type { ReportContext } from '../context.js';
import { labourFinding, missingLabour } from './cost-of-labour.js';
import { headlineAtNationalPrices, pricesFinding, realFinding } from './cost-of-living.js';
import { statesAfterPricesFindings } from './states-after-prices.js';

/** Costs of a state or metropolitan area, and where pay goes furthest. */
export function costFindings(context: ReportContext, stateNames: ReadonlyMap<string, string>): Finding[] {
  const { question, answers } = context;
  if (question.place.country !== 'US') return [];
  const local = question.place.kind === 'country' ? [] : localFindings(context);
  return [...local, ...statesAfterPricesFindings(context, answers.costs.states, stateNames)];
}

function localFindings(context: ReportContext): Finding[] {
  const { labour, pricesOfLabour } = context.answers.costs;
  return [
    labour === null ? missingLabour(context) : labourFinding(context, labour),
    pricesFinding(context),
    ...(labour === null || pricesOfLabour === null ? [] : [realFinding(context, labour, pricesOfLabour)]),
    ...headlineAtNationalPrices(context),
  ];
}
