/** Simulated pay with the faults of real pay data: heavy-tailed employers, pay alike within them, round amounts. */
import type { Rng } from '../../core/ports.js';
import { normalCdf, normalQuantile } from '../../stats/index.js';

export const CENTRE = Math.log(150_000);

/** What is recorded of an offer. */
export type Recording = 'amount' | 'heaped amount' | 'range around the value' | 'range of offers';

export interface MarketDesign {
  readonly record: Recording;
  /** Share of log pay's variance that lies between employers. */
  readonly icc: number;
  /** Shape of log pay in the population; `two-humped` is 70% at -0.15 and 30% at +0.35, sd 0.15 each. */
  readonly shape: 'normal' | 'two-humped';
  /** Correlation of an employer's log size with its pay effect. */
  readonly sizeCorrelation: number;
}

export interface SimulatedSample {
  readonly lows: number[];
  readonly highs: number[];
  readonly employers: number[];
}

const SD = 0.3;
const HUMP_SD = 0.15;
const SIZE_SD = 1.2;
const MEAN_LOG_SIZE = Math.log(3);
const NARROWEST = 0.15;
const WIDEST = 0.6;

/** Draws a market of so many employers: sizes are lognormal (the largest of 50 holds a fifth of all offers). */
export function simulateMarket(design: MarketDesign, employerCount: number, rng: Rng): SimulatedSample {
  const normal = (): number => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, rng())));
  const sample: SimulatedSample = { lows: [], highs: [], employers: [] };
  const sd = design.shape === 'normal' ? SD : HUMP_SD;
  for (let employer = 0; employer < employerCount; employer++) {
    const size = normal();
    const rest = Math.sqrt(1 - design.sizeCorrelation ** 2);
    const effect = Math.sqrt(design.icc) * sd * (design.sizeCorrelation * size + rest * normal());
    for (let offers = offersOf(size); offers > 0; offers--) {
      const hump = design.shape === 'normal' ? 0 : rng() < 0.3 ? 0.35 : -0.15;
      const pay = Math.exp(CENTRE + hump + effect + Math.sqrt(1 - design.icc) * sd * normal());
      const [low, high] = record(pay, design.record, rng);
      sample.lows.push(low);
      sample.highs.push(high);
      sample.employers.push(employer);
    }
  }
  return sample;
}

/** Quantile of the population that `simulateMarket` draws from, by bisection on its distribution function. */
export function populationQuantile(design: MarketDesign, p: number): number {
  let low = CENTRE - 3;
  let high = CENTRE + 3;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (populationCdf(design, middle) < p) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function populationCdf(design: MarketDesign, logPay: number): number {
  if (design.record === 'range of offers') {
    return average(60, (u) =>
      average(60, (v) => normalCdf((logPay - Math.log(1 + widthAt(u) * (v - 0.5)) - CENTRE) / SD)),
    );
  }
  if (design.shape === 'two-humped') {
    const hump = (shift: number): number => normalCdf((logPay - CENTRE - shift) / HUMP_SD);
    return 0.3 * hump(0.35) + 0.7 * hump(-0.15);
  }
  if (design.sizeCorrelation === 0) return normalCdf((logPay - CENTRE) / SD);
  let below = 0;
  let total = 0;
  const residual = SD * Math.sqrt(1 - design.icc * design.sizeCorrelation ** 2);
  for (let u = 0.5 / 4000; u < 1; u += 1 / 4000) {
    const size = normalQuantile(u);
    const effect = Math.sqrt(design.icc) * SD * design.sizeCorrelation * size;
    below += offersOf(size) * normalCdf((logPay - CENTRE - effect) / residual);
    total += offersOf(size);
  }
  return below / total;
}

function offersOf(size: number): number {
  return Math.max(1, Math.round(Math.exp(MEAN_LOG_SIZE + SIZE_SD * size)));
}

function record(pay: number, kind: Recording, rng: Rng): readonly [number, number] {
  if (kind === 'amount') return [pay, pay];
  if (kind === 'heaped amount') {
    const amount = heap(pay, rng);
    return [amount, amount];
  }
  const width = widthAt(rng());
  const exact = kind === 'range of offers' ? pay * (1 - width / 2) : pay * Math.exp(-width * rng());
  const end = kind === 'range of offers' ? pay * (1 + width / 2) : exact * Math.exp(width);
  const ends = [heap(exact, rng), heap(end, rng)] as const;
  return ends[0] <= ends[1] ? ends : [ends[1], ends[0]];
}

function widthAt(u: number): number {
  return NARROWEST + (WIDEST - NARROWEST) * u;
}

/** Six in ten round to 5,000, three to 1,000, one to 100. */
function heap(amount: number, rng: Rng): number {
  const u = rng();
  const unit = u < 0.6 ? 5000 : u < 0.9 ? 1000 : 100;
  return Math.round(amount / unit) * unit;
}

function average(count: number, f: (u: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += f((i + 0.5) / count);
  return sum / count;
}
