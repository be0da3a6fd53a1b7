/** Scores that are recomputed from the market or from simulations in every run. */
import { crossValidationScores } from '../../models/backtest/cross-validation-scores.js';
import { forecastCoverageScore, forecastErrorScore } from '../../models/backtest/forecast-scores.js';
import { levelOrderRow } from '../../models/backtest/level-order-score.js';
import { SCORED_SCENARIOS, simulatedCoverageScores } from '../../models/backtest/simulated-coverage.js';
import { loadOccupationYears } from '../../models/growth.js';
import { evaluateLevelOrder } from '../../models/level-order.js';
import { evaluatePayModels } from '../../models/pay/evaluate.js';
import type { Measurement } from './measurement.js';

export const simulatedIntervals: Measurement = {
  ids: ['coverage.sim.median', 'coverage.sim.p90'],
  measure: async ({ progress }) => {
    let begun = 0;
    return simulatedCoverageScores({
      onScenario: (name) => {
        begun += 1;
        progress.step(`Simulated markets, ${begun} of ${SCORED_SCENARIOS.length}: ${name}`);
      },
    });
  },
};

export const payModels: Measurement = {
  ids: ['coverage.cv.filed', 'coverage.cv.posted', 'pinball.cv.filed', 'pinball.sparse'],
  measure: async ({ market, progress }) =>
    crossValidationScores(await evaluatePayModels(market.store, market.classifyTitle, progress)),
};

export const forecasts: Measurement = {
  ids: ['forecast.oews.pooled', 'forecast.oews.coverage'],
  measure: async ({ market, progress }) => {
    progress.step('Forecasts of official pay');
    const years = await loadOccupationYears(market.store);
    return [forecastErrorScore(years), forecastCoverageScore(years)];
  },
};

export const levels: Measurement = {
  ids: ['levels.order'],
  measure: async ({ market, progress }) => {
    progress.step('Levels inside employers');
    return [levelOrderRow(await evaluateLevelOrder(market.store))];
  },
};
