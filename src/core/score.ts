/** What the program's own figures are measured by, in public. */

/** Every score there is, in the order of the scoreboard. */
export const SCORE_IDS = [
  'coverage.sim.median',
  'coverage.sim.p90',
  'coverage.cv.filed',
  'coverage.cv.posted',
  'pinball.cv.filed',
  'pinball.sparse',
  'forecast.oews.pooled',
  'forecast.oews.coverage',
  'levels.order',
  'titles.seen',
  'titles.unseen',
  'titles.ece',
  'pay-strings.exact',
  'skills.precision',
  'defects.site',
] as const;

export type ScoreId = (typeof SCORE_IDS)[number];

/** Ends of what is acceptable; null where it is open. */
export interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

/** One figure of those behind a score. */
export interface ScorePart {
  readonly name: string;
  readonly value: number;
  readonly n: number;
  /** In words, null where the part is only reported. */
  readonly hold: string | null;
  readonly met: boolean | null;
}

export interface Score {
  readonly id: ScoreId;
  /** What `value` is, with its unit. */
  readonly metric: string;
  readonly value: number;
  /** What stands beside it: rules, simple methods, others' published figures; null where there is nothing. */
  readonly reference: string | null;
  /** What we hold ourselves to, in words, parts included; null where the score is only reported. */
  readonly hold: string | null;
  /** What `value` itself must lie in. */
  readonly limits: Limits | null;
  /** Whether the whole hold is met; null without a hold. */
  readonly met: boolean | null;
  /** How many of `counted` the value rests on. */
  readonly n: number;
  readonly counted: string;
  /** Monte Carlo standard error, for simulations. */
  readonly standardError?: number;
  readonly parts: readonly ScorePart[];
  /** Day on which the score was written down, where its truth does not ship and it was not measured in this run. */
  readonly recordedOn?: string;
}

/** A part before it is judged. */
export interface MeasuredPart extends Pick<ScorePart, 'name' | 'value' | 'n'> {
  readonly limits: Limits | null;
}

/** A score before it is judged. */
export interface MeasuredScore
  extends Pick<Score, 'id' | 'metric' | 'value' | 'reference' | 'limits' | 'n' | 'counted'> {
  readonly standardError?: number;
  readonly parts?: readonly MeasuredPart[];
  /** What the parts are held to, in words, where several share a limit. */
  readonly partsHold?: string;
}

const DECIMALS = 6;
const DECIMALS_IN_WORDS = 4;

/** The score with its verdict: met where the value and every part lie within their limits. */
export function judged(measured: MeasuredScore): Score {
  const { id, metric, value, reference, limits, n, counted, standardError, partsHold } = measured;
  const parts = (measured.parts ?? []).map(
    (part): ScorePart => ({
      name: part.name,
      value: rounded(part.value),
      n: part.n,
      hold: part.limits === null ? null : limitWords(part.limits),
      met: part.limits === null ? null : lies(part.value, part.limits),
    }),
  );
  const held = [...(limits === null ? [] : [lies(value, limits)]), ...parts.flatMap(({ met }) => met ?? [])];
  const words = [...(limits === null ? [] : [limitWords(limits)]), ...(partsHold === undefined ? [] : [partsHold])];
  return {
    id,
    metric,
    value: rounded(value),
    reference,
    hold: words.length === 0 ? null : words.join('; '),
    limits,
    met: held.length === 0 ? null : held.every(Boolean),
    n,
    counted,
    ...(standardError === undefined ? {} : { standardError: rounded(standardError) }),
    parts,
  };
}

/** A value that is no number lies nowhere. */
function lies(value: number, { low, high }: Limits): boolean {
  return value >= (low ?? Number.NEGATIVE_INFINITY) && value <= (high ?? Number.POSITIVE_INFINITY);
}

function limitWords({ low, high }: Limits): string {
  const words = (limit: number): string => `${Number(limit.toFixed(DECIMALS_IN_WORDS))}`;
  if (low !== null && high !== null) return `${words(low)} to ${words(high)}`;
  return low === null ? `at most ${words(high ?? 0)}` : `at least ${words(low)}`;
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
