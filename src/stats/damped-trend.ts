import { DomainError } from '../core/errors.js';
import { normalQuantile } from './normal-quantile.js';
import { requireLevel } from './preconditions.js';

export interface DampedTrendParameters {
  /** Smoothing of the level, fraction in (0, 1). */
  readonly alpha: number;
  /** Smoothing of the trend, fraction in [0, 1]. */
  readonly beta: number;
  /** Damping of the trend per step, fraction in (0, 1). */
  readonly phi: number;
}

export interface DampedTrend {
  readonly parameters: DampedTrendParameters;
  /** Standard deviation of the one-step errors, log points. */
  readonly residualSd: number;
  /** Log of the level `steps` periods after the series' last value. */
  logForecast(steps: number): number;
  /** Level `steps` periods after the last value (the median path), unit of the series. */
  forecast(steps: number): number;
  /** Half-width of the prediction interval of the log level `steps` ahead, coverage `level`. */
  halfWidth(level: number, steps: number): number;
}

const ALPHAS = grid(0.05, 0.95, 19);
const BETAS = grid(0, 0.95, 20);
const PHIS = [0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98];
const SHORTEST_SERIES = 8;

/**
 * Damped-trend exponential smoothing of the logarithms of an evenly spaced series.
 *
 * Parameters minimise the squared one-step errors over a grid: smoothing of the level 0.05 to 0.95, of the trend 0 to
 * 0.95, damping 0.80 to 0.98 (Hyndman and Athanasopoulos's range). Level and trend start at the least-squares line
 * through the first five values. Interval: the additive-error state-space model's variance.
 * Source: Gardner and McKenzie (1985), doi:10.1287/mnsc.31.10.1237; Hyndman et al. (2005), intervals, class 1
 * Reference: the state-space form in NumPy, parameters also by scipy.optimize, test/reference
 * Assumes: the parameters to be known, which few periods do not allow. Measured coverage of the nominal 90%:
 * test/calibration/estimators.json
 *
 * @param series positive levels, oldest first, evenly spaced, at least eight
 * @throws {DomainError} TOO_FEW_PERIODS | INVALID_VALUE | INVALID_HORIZON | INVALID_LEVEL
 * @example dampedTrend([100, 103, 106, 109, 113, 116, 120, 123]).forecast(1) // 126.88
 */
export function dampedTrend(series: readonly number[]): DampedTrend {
  if (series.length < SHORTEST_SERIES) {
    throw new DomainError('TOO_FEW_PERIODS', `A damped trend needs ${SHORTEST_SERIES} periods, not ${series.length}.`);
  }
  if (series.some((value) => !(value > 0 && value < Infinity))) {
    throw new DomainError('INVALID_VALUE', 'A damped trend needs positive, finite levels.');
  }
  const logs = series.map(Math.log);
  const { parameters, smoothed } = leastSquares(logs);
  // Three parameters and two starting values are estimated.
  const residualSd = Math.sqrt(smoothed.squares / Math.max(1, logs.length - 5));
  const damped = (steps: number): number => dampingSum(parameters.phi, steps);
  const logForecast = (steps: number): number => smoothed.level + damped(requireSteps(steps)) * smoothed.trend;
  return {
    parameters,
    residualSd,
    logForecast,
    forecast: (steps) => Math.exp(logForecast(steps)),
    halfWidth(level, steps) {
      requireLevel(level);
      let variance = 1;
      for (let j = 1; j < requireSteps(steps); j++)
        variance += (parameters.alpha * (1 + parameters.beta * damped(j))) ** 2;
      return normalQuantile((1 + level) / 2) * residualSd * Math.sqrt(variance);
    },
  };
}

interface Smoothed {
  readonly level: number;
  readonly trend: number;
  /** Sum of squared one-step errors. */
  readonly squares: number;
}

function leastSquares(logs: readonly number[]): { parameters: DampedTrendParameters; smoothed: Smoothed } {
  let best: { parameters: DampedTrendParameters; smoothed: Smoothed } | undefined;
  for (const phi of PHIS) {
    for (const beta of BETAS) {
      for (const alpha of ALPHAS) {
        const parameters = { alpha, beta, phi };
        const smoothed = smooth(logs, parameters);
        if (!best || smoothed.squares < best.smoothed.squares) best = { parameters, smoothed };
      }
    }
  }
  return best!;
}

function smooth(logs: readonly number[], { alpha, beta, phi }: DampedTrendParameters): Smoothed {
  let { level, trend } = startingLine(logs);
  let squares = 0;
  for (const value of logs) {
    const expected = level + phi * trend;
    const error = value - expected;
    squares += error * error;
    level = expected + alpha * error;
    trend = phi * trend + alpha * beta * error;
  }
  return { level, trend, squares };
}

/** Line through the first five values, read one period before the first. */
function startingLine(logs: readonly number[]): { level: number; trend: number } {
  const count = 5;
  const middle = (count - 1) / 2;
  let mean = 0;
  let slope = 0;
  for (let t = 0; t < count; t++) {
    mean += logs[t]! / count;
    slope += ((t - middle) * logs[t]!) / 10;
  }
  return { level: mean - (middle + 1) * slope, trend: slope };
}

/** phi + phi^2 + ... + phi^steps. */
function dampingSum(phi: number, steps: number): number {
  return (phi * (1 - phi ** steps)) / (1 - phi);
}

function requireSteps(steps: number): number {
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new DomainError('INVALID_HORIZON', `A horizon must be a whole number of periods >= 1, not ${steps}.`);
  }
  return steps;
}

function grid(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}
