/** How exactly pay strings are read, against the numbers that employers state in structured fields beside them. */
import { judged, type Score } from '../../core/score.js';
import type { PayStatement } from '../../text/index.js';
import {
  type AshbyPosting,
  type DescriptionCase,
  descriptionCases,
  type StructuredPay,
  shortCases,
  type UberDescription,
  uberCases,
} from './pay-truth.js';
import { isStated } from './stated-amounts.js';

/** Least share of short strings read exactly. */
const LEAST_EXACT = 0.99;

/** The engine, `parsePay`. */
export type Parse = (text: string) => { readonly ranges: readonly PayStatement[] };

export interface Share {
  readonly what: string;
  readonly met: number;
  readonly n: number;
}

export interface PayMeasurement {
  readonly score: Score;
  /** Short strings read exactly, of the score's n. */
  readonly exact: number;
  readonly shares: readonly Share[];
  /** Short strings by the confidence given. */
  readonly confidence: readonly {
    readonly from: number;
    readonly to: number;
    readonly met: number;
    readonly n: number;
  }[];
  /** Amounts given that no digits of their span make up. */
  readonly invented: number;
}

export interface PayTruth {
  readonly ashby: readonly AshbyPosting[];
  /** Descriptions of Uber's jobs. */
  readonly uber: readonly string[];
}

export function measurePayStrings({ ashby, uber }: PayTruth, parse: Parse): PayMeasurement {
  const short = shortCases(ashby).map((one) => ({ ...one, ...readShort(one.text, one.pay, parse) }));
  const descriptions = descriptionCases(ashby).map((one) => ({ ...one, found: isFound(one, parse) }));
  const uberFound = uberCases(uber).flatMap((description) => foundInUber(description, parse));
  const pages = ashby.map(({ descriptionHtml }) => descriptionHtml ?? '');
  const invented = countInvented([...short.map(({ text }) => text), ...pages], parse);
  const shares = (['development', 'test'] as const).flatMap((part) => [
    ...(['tier', 'posting', 'salary alone'] as const).map((form) =>
      share(
        `summary of a ${form}, ${part} boards`.replace('a salary', 'the salary'),
        short.filter((one) => one.part === part && one.form === form).map(({ exact }) => exact),
      ),
    ),
    share(
      `range found in a description, ${part} boards`,
      descriptions.filter((one) => one.part === part).map(({ found }) => found),
    ),
  ]);
  const exact = short.filter((one) => one.exact).length;
  return {
    score: payStringsScore(exact, short.length, invented),
    exact,
    shares: [...shares, share("Uber's standard sentence", uberFound)],
    confidence: byConfidence(short),
    invented,
  };
}

/** `pay-strings.exact` */
export function payStringsScore(exact: number, n: number, invented: number): Score {
  return judged({
    id: 'pay-strings.exact',
    metric: 'share of pay strings read with low, high, currency and unit of the structured salary beside them',
    value: exact / n,
    reference: 'open-source scrapers print min 200000 max 150000',
    limits: { low: LEAST_EXACT, high: null },
    n,
    counted: 'summaries of pay',
    parts: [{ name: 'amounts invented', value: invented, n, limits: { low: null, high: 0 } }],
    partsHold: '0 amounts invented',
  });
}

function share(what: string, hits: readonly boolean[]): Share {
  return { what, met: hits.filter(Boolean).length, n: hits.length };
}

/**
 * Reads a summary: exact when a statement that is not a bonus or equity equals the structured salary. Summaries round
 * (`$183.7K` for 183,680), so ends are compared to the last digit shown.
 */
export function readShort(
  text: string,
  pay: StructuredPay,
  parse: Parse,
): { readonly exact: boolean; readonly confidence: number | null } {
  const statements = parse(text).ranges.filter(({ kind }) => kind !== 'bonus' && kind !== 'equity');
  const hit = statements.find((one) => equals(one, pay, text));
  return { exact: hit !== undefined, confidence: (hit ?? statements[0])?.confidence ?? null };
}

function equals({ low, high, currency, unit, span }: PayStatement, pay: StructuredPay, text: string): boolean {
  if (low === null || high === null || currency !== pay.currency || unit !== pay.unit) return false;
  const step = lastDigit(text.slice(...span));
  return Math.abs(low - pay.low) <= step / 2 + 1e-9 && Math.abs(high - pay.high) <= step / 2 + 1e-9;
}

const SCALES: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, L: 1e5 };

/** Worth of the last digit shown in a span: 100 in `$183.7K`. */
function lastDigit(span: string): number {
  const worths = [...span.matchAll(/\d[\d,]*(?:\.(\d+))?\s?([KML]?)/g)].map(
    ([, decimals = '', letter = '']) => (SCALES[letter] ?? 1) / 10 ** decimals.length,
  );
  return Math.max(...worths);
}

/** Whether a description's structured range is among what the engine reads in it. */
export function isFound({ text, pay }: Pick<DescriptionCase, 'text' | 'pay'>, parse: Parse): boolean {
  return parse(text).ranges.some(({ low, high }) => pay.some((salary) => salary.low === low && salary.high === high));
}

function foundInUber({ text, stated }: UberDescription, parse: Parse): boolean[] {
  const { ranges } = parse(text);
  return stated.map((pay) =>
    ranges.some(
      ({ kind, low, high, currency, unit }) =>
        kind === 'base' && low === pay.low && high === pay.high && currency === pay.currency && unit === pay.unit,
    ),
  );
}

export function countInvented(texts: readonly string[], parse: Parse): number {
  let invented = 0;
  for (const text of texts) {
    for (const { low, high, span } of parse(text).ranges) {
      const words = text.slice(...span);
      invented += [low, high].filter((amount) => amount !== null && !isStated(amount, words)).length;
    }
  }
  return invented;
}

const CONFIDENCES = [
  { from: 0, to: 0.5 },
  { from: 0.5, to: 0.6 },
  { from: 0.6, to: 0.7 },
  { from: 0.7, to: 0.8 },
  { from: 0.8, to: 1 },
];

function byConfidence(
  cases: readonly { readonly exact: boolean; readonly confidence: number | null }[],
): PayMeasurement['confidence'] {
  return CONFIDENCES.map(({ from, to }) => {
    const inside = cases.filter(({ confidence }) => confidence !== null && confidence >= from && confidence < to);
    return { from, to, met: inside.filter(({ exact }) => exact).length, n: inside.length };
  });
}
