/** The pay that a text states, for a terminal. */
import { currencySign, formatPercent } from '../../../core/format.js';
import { BLANK, encodeLines, indent, type Line, line, span } from '../line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from '../page.js';
import { padEnd, wrap } from '../wrap.js';
import { printable, quotation } from './printable.js';

export interface ReadPay {
  readonly input: string;
  readonly ranges: readonly StatedRange[];
}

export interface StatedRange {
  readonly kind: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string | null;
  readonly unit: string;
  readonly annualLow: number | null;
  readonly annualHigh: number | null;
  readonly span: readonly [number, number];
  readonly confidence: number;
}

const KIND_CELLS = 'on-target'.length + 2;

/** One text: each range with its kind, its amounts, what they are a year, and the words it was read from. */
export function renderPayRanges(answer: ReadPay, options: TerminalOptions): string {
  const page = pageFor(options);
  const lines: Line[] = [
    BLANK,
    line(printable(answer.input, page.width, page), 'strong'),
    ...(answer.ranges.length === 0 ? [line('no pay stated', 'dim')] : []),
    ...answer.ranges.flatMap((range) => rangeLines(range, answer.input, page)),
  ];
  return encodeLines(indent(lines, MARGIN), options.colour);
}

function rangeLines(range: StatedRange, input: string, page: Page): Line[] {
  const room = page.width - KIND_CELLS;
  const currency = range.currency === null ? ', no currency named' : '';
  const sure = `, ${formatPercent(100 * range.confidence)} sure`;
  const words = `${amounts(range.low, range.high, range.currency)}${rateWords(range)}${currency}${sure}`;
  const indented = span(' '.repeat(KIND_CELLS));
  return [
    ...wrap(printable(words, 4 * room, page), room).map(
      (text, index): Line => [index === 0 ? span(padEnd(range.kind, KIND_CELLS), 'accent') : indented, span(text)],
    ),
    [indented, span(quotation(input, range.span, room, page), 'dim')],
  ];
}

/** ` an hour = US$94,640 a year`; nothing for a sum that is paid once. */
function rateWords({ unit, annualLow, annualHigh, currency }: StatedRange): string {
  if (annualLow === null && annualHigh === null) return '';
  if (unit === 'year') return ' a year';
  return ` ${unit === 'hour' ? 'an' : 'a'} ${unit} = ${amounts(annualLow, annualHigh, currency)} a year`;
}

/** `US$150,000 to US$190,000`, `from US$150,000`, `up to US$190,000`. */
function amounts(low: number | null, high: number | null, currency: string | null): string {
  if (low === null || high === null) {
    const bound = low ?? high;
    return bound === null ? 'an amount' : `${low === null ? 'up to' : 'from'} ${amount(bound, currency)}`;
  }
  return low === high ? amount(low, currency) : `${amount(low, currency)} to ${amount(high, currency)}`;
}

/** With cents only where there are some. */
function amount(value: number, currency: string | null): string {
  const [whole = '', cents] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${currency === null ? '' : currencySign(currency)}${grouped}${cents === undefined ? '' : `.${cents}`}`;
}
