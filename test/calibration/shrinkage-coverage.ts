/** Shrunken cell estimates where the cells' effects have shapes that a normal prior gets wrong. */
import type { Rng } from '../../src/core/ports.js';
import { cellMoments, normalQuantile, pauleMandel, shrunkenEstimate } from '../../src/stats/index.js';
import { type Measured, normalDraw, scenarioRng, Tally } from './measured.js';

const LEVEL = 0.9;
const TAU2 = 0.02;

/** Draws of mean 0 and variance 1. */
const SHAPES: Readonly<Record<string, (rng: Rng) => number>> = {
  normal: normalDraw,
  'heavy-tailed (t, 5 degrees of freedom)': (rng) => {
    let squares = 0;
    for (let i = 0; i < 5; i++) squares += normalDraw(rng) ** 2;
    return (normalDraw(rng) / Math.sqrt(squares / 5)) * Math.sqrt(3 / 5);
  },
  'two points': (rng) => (rng() < 0.5 ? 1 : -1),
  'skewed (exponential)': (rng) => -Math.log(1 - rng()) - 1,
  'four in five alike': (rng) => (rng() < 0.8 ? 0 : rng() < 0.5 ? Math.sqrt(5) : -Math.sqrt(5)),
};

/** Error variance of a cell relative to the variance between cells, equally often. */
const PRECISIONS = {
  'cells of mixed precision': [0.05, 0.2, 0.5, 1, 2],
  'noisy cells': [2, 3, 5],
} as const;

interface Design {
  readonly shape: string;
  readonly precision: keyof typeof PRECISIONS;
  readonly cells: number;
}

const DESIGNS: readonly Design[] = [
  ...Object.keys(SHAPES).flatMap((shape) =>
    (Object.keys(PRECISIONS) as (keyof typeof PRECISIONS)[]).map((precision) => ({ shape, precision, cells: 150 })),
  ),
  { shape: 'normal', precision: 'cells of mixed precision', cells: 30 },
  { shape: 'four in five alike', precision: 'cells of mixed precision', cells: 30 },
];

/** The guarantee is for many cells; moments estimated from these may cost two points. */
const LEAST_COVERAGE = 0.88;

export function measureShrinkage(replications: number): Measured[] {
  return DESIGNS.flatMap((design) => measureDesign(design, replications));
}

function measureDesign(design: Design, replications: number): Measured[] {
  const scenario = `${design.shape}, ${design.precision}, ${design.cells} cells`;
  const rng = scenarioRng(scenario);
  const robust = new Tally();
  const parametric = new Tally();
  for (let done = 0; done < replications; done++) {
    const share = coverageOfOneDraw(design, rng);
    robust.add(share.robust);
    parametric.add(share.parametric);
  }
  const what = { suite: 'shrinkage', scenario } as const;
  return [
    robust.measured({ ...what, measure: 'coverage, robust interval' }, { low: LEAST_COVERAGE }),
    parametric.measured({ ...what, measure: 'coverage, interval for normal cells' }),
  ];
}

/** Share of the cells whose interval covers, centre and moments estimated from the same cells. */
function coverageOfOneDraw({ shape, precision, cells }: Design, rng: Rng): { robust: number; parametric: number } {
  const ratios = PRECISIONS[precision];
  const variances = Array.from({ length: cells }, (_, i) => TAU2 * ratios[i % ratios.length]!);
  const truths = variances.map(() => 0.3 + Math.sqrt(TAU2) * SHAPES[shape]!(rng));
  const estimates = truths.map((truth, i) => truth + Math.sqrt(variances[i]!) * normalDraw(rng));
  const { tau2: momentTau2, centres } = pauleMandel(estimates, variances);
  const { tau2, kurtosis } = cellMoments(estimates, variances, centres, { tau2: momentTau2 });
  // Cells of one precision share a half-width.
  const widths = ratios.map((ratio) => {
    const { high, shrinkage } = shrunkenEstimate({
      estimate: 0,
      variance: TAU2 * ratio,
      centre: 0,
      tau2,
      kurtosis,
      level: LEVEL,
    });
    const parametric = normalQuantile((1 + LEVEL) / 2) * Math.sqrt(shrinkage * TAU2 * ratio);
    return { robust: high, parametric, shrinkage };
  });
  let [robust, parametric] = [0, 0];
  truths.forEach((truth, i) => {
    const width = widths[i % widths.length]!;
    const error = Math.abs(centres[i]! + width.shrinkage * (estimates[i]! - centres[i]!) - truth);
    if (error <= width.robust) robust += 1 / cells;
    if (error <= width.parametric) parametric += 1 / cells;
  });
  return { robust, parametric };
}

/** Cells and error variance relative to the variance between cells; the truncation at zero shows where both are bad. */
const VARIANCE_DESIGNS = [
  { cells: 10, ratio: 1, limits: {} },
  { cells: 40, ratio: 0.3, limits: { low: -5, high: 5 } },
  { cells: 40, ratio: 1, limits: { low: -5, high: 5 } },
  { cells: 40, ratio: 4, limits: {} },
  { cells: 200, ratio: 1, limits: { low: -2, high: 2 } },
] as const;

export function measureBetweenVariance(replications: number): Measured[] {
  return VARIANCE_DESIGNS.flatMap(({ cells, ratio, limits }) =>
    ['normal', 'skewed (exponential)'].map((shape) => {
      const scenario = `${shape}, ${cells} cells, error variance ${ratio} x`;
      const rng = scenarioRng(scenario);
      const bias = new Tally();
      for (let done = 0; done < replications; done++) {
        const variances = Array.from({ length: cells }, (_, i) => TAU2 * ratio * (0.5 + (i % 5) / 4));
        const estimates = variances.map(
          (variance) => Math.sqrt(TAU2) * SHAPES[shape]!(rng) + Math.sqrt(variance) * normalDraw(rng),
        );
        bias.add(100 * (pauleMandel(estimates, variances).tau2 / TAU2 - 1));
      }
      return bias.measured({ suite: 'between-cell variance', scenario, measure: 'bias, percent' }, limits);
    }),
  );
}
