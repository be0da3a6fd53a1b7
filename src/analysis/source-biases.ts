/** Biases of sources against the official survey, as they were fitted while the market was built (see models/source-bias). */
import type { FittedValue } from './level-ratios.js';

/** A line in log official pay: bias = intercept + slope x (log official pay - centre). */
export interface SourceBiasLine {
  readonly centre: number;
  readonly intercept: number;
  readonly interceptSd: number;
  readonly slope: number;
  readonly slopeSd: number;
  /** Standard deviation of roles around the line. */
  readonly tau: number;
  /** Half the distance between the mixes of levels it was fitted under: of the intercept, and of the slope. */
  readonly envelope: number;
  readonly slopeEnvelope: number;
  /** Roles it rests on. */
  readonly n: number;
}

export interface SourceBiases {
  /** By source id; a source whose bias is not identified has none. */
  readonly lines: ReadonlyMap<string, SourceBiasLine>;
  /** Standard deviation of posted sources around each other in one role, biases taken off; null where unknown. */
  readonly residualSd: number | null;
}

const PREFIX = 'source-bias.';
const INTERCEPT = '.intercept';

/** Reads the lines among the parameters of a market; none in markets built before they were fitted. */
export function readSourceBiases(parameters: readonly FittedValue[]): SourceBiases {
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  const centre = values.get(`${PREFIX}centre`);
  const lines = parameters.flatMap(({ name, value: intercept, n }): [string, SourceBiasLine][] => {
    if (centre === undefined || !name.startsWith(PREFIX) || !name.endsWith(INTERCEPT)) return [];
    const source = name.slice(PREFIX.length, -INTERCEPT.length);
    const read = (part: string) => values.get(`${PREFIX}${source}.${part}`);
    const [interceptSd, slope, slopeSd] = [read('intercept.sd'), read('slope'), read('slope.sd')];
    const [tau, envelope, slopeEnvelope] = [read('tau'), read('envelope'), read('slope.envelope')];
    const isIncomplete = [interceptSd, slope, slopeSd, tau, envelope, slopeEnvelope].includes(undefined);
    if (isIncomplete) return [];
    const line = { centre, intercept, interceptSd, slope, slopeSd, tau, envelope, slopeEnvelope, n };
    return [[source, line as SourceBiasLine]];
  });
  return { lines: new Map(lines), residualSd: values.get(`${PREFIX}residual-sd`) ?? null };
}

/**
 * Bias expected at an official pay, and its standard deviation for one role: errors of both coefficients, taken as
 * independent as the centre lies amid the roles, their envelopes over mixes of levels, and the spread of roles.
 *
 * @param logOfficial log of the official median of the role's occupations, dollars a year
 */
export function biasAt(line: SourceBiasLine, logOfficial: number): { readonly bias: number; readonly sd: number } {
  const distance = logOfficial - line.centre;
  const intercept = Math.hypot(line.interceptSd, line.envelope);
  const slope = Math.hypot(line.slopeSd, line.slopeEnvelope) * distance;
  return { bias: line.intercept + line.slope * distance, sd: Math.hypot(intercept, slope, line.tau) };
}

/**
 * By how much pay of some sources lies above that of others for the same work: the difference of their mean biases.
 * Errors of sources are taken as independent, those of roles around the lines included.
 *
 * @returns null where one side has no source with a line
 */
export function biasBetween(
  { lines }: SourceBiases,
  sources: { readonly above: readonly string[]; readonly below: readonly string[] },
  logOfficial: number,
): { readonly log: number; readonly sd: number } | null {
  const sides = [sources.above, sources.below].map((side) =>
    side.flatMap((source) => lines.get(source) ?? []).map((line) => biasAt(line, logOfficial)),
  );
  const [above, below] = sides.map((side) => ({
    bias: side.reduce((sum, { bias }) => sum + bias, 0) / side.length,
    sd: Math.hypot(...side.map(({ sd }) => sd)) / side.length,
  }));
  if (sides.some((side) => side.length === 0)) return null;
  return { log: above!.bias - below!.bias, sd: Math.hypot(above!.sd, below!.sd) };
}

/** Biases of every source with a line, log points, for work of this official pay. */
export function biasPoints({ lines }: SourceBiases, logOfficial: number): ReadonlyMap<string, number> {
  return new Map([...lines].map(([source, line]) => [source, biasAt(line, logOfficial).bias]));
}
