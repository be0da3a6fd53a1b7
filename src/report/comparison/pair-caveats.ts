/** What limits one difference. */
import { formatList } from '../../core/format.js';
import { MODEL_METHOD } from '../modelled-pay.js';
import type { Compared } from './pair-words.js';

type Pair = readonly [Compared, Compared];

/** Shared and unshared sources, conversion, and figures of a wider scope than asked about, a sentence each. */
export function pairCaveats(pair: Pair, { converted }: { readonly converted: boolean }): string[] {
  return [
    ...sourceCaveats(pair),
    ...(converted ? [CONVERTED] : []),
    ...pair.flatMap(widerScope),
    ...levelCaveat(pair),
    ...placeCaveat(pair),
  ];
}

const CONVERTED =
  'Amounts in other currencies are in US dollars at the exchange rates of their own dates. A rate is not a cost of living, and the interval holds no error of rates.';

const TOO_WIDE = 'The interval takes errors as independent, so it is rather too wide than too narrow';

function sourceCaveats(pair: Pair): string[] {
  const [first, second] = pair.map(({ report }) => report.headline.evidence.sources) as [
    readonly string[],
    readonly string[],
  ];
  const shared = first.filter((source) => second.includes(source));
  const only = (own: readonly string[]) => own.filter((source) => !shared.includes(source));
  const [onlyFirst, onlySecond] = [only(first), only(second)];
  const caveats: string[] = [];
  if (pair.every(isModel)) {
    caveats.push(
      `Both figures come from one fitted model and share its errors. ${TOO_WIDE}; like theirs, it holds on average over such pairs, not for each.`,
    );
  } else if (shared.length > 0) {
    caveats.push(`Both figures rest on ${named(shared, pair)} and share what errors that brings. ${TOO_WIDE}.`);
  } else {
    caveats.push('The interval takes the errors of the two figures as independent: they share no source.');
  }
  if (onlyFirst.length > 0 || onlySecond.length > 0) {
    const parts = [
      ...(onlyFirst.length === 0 ? [] : [`only the first rests on ${named(onlyFirst, pair)}`]),
      ...(onlySecond.length === 0 ? [] : [`only the second on ${named(onlySecond, pair)}`]),
    ];
    caveats.push(
      `Not the same sources answer: ${parts.join(', ')}. What sets sources apart is part of the difference.`,
    );
  }
  return caveats;
}

function isModel({ report }: Compared): boolean {
  return report.headline.evidence.method === MODEL_METHOD;
}

/** Said of the figure, not of the question, where the two are not the same. */
function widerScope({ label, report }: Compared): string[] {
  const { headline, question } = report;
  const { evidence } = headline;
  if (evidence.method === MODEL_METHOD) return [];
  const wider = evidence.place !== null && evidence.place !== question.place.id;
  const otherLevels = evidence.basis === 'official' && question.level !== null;
  if (!wider && !otherLevels && (evidence.asked === undefined || evidence.asked.n >= evidence.n)) return [];
  return [
    `The figure for ${label} is that of ${evidence.scope}${wider ? `, in the wider place ${evidence.place}` : ''}.`,
  ];
}

/** Medians of two levels rest on different employers; a ratio within employers is another figure. */
function levelCaveat(pair: Pair): string[] {
  const [first, second] = pair.map(({ report }) => report.question) as [Question, Question];
  const levels = first.level?.id !== second.level?.id && first.level !== null && second.level !== null;
  if (!levels || first.role.id !== second.role.id || first.place.id !== second.place.id) return [];
  return [
    'The levels are compared across employers, not within one: what one employer pays more for the higher level stands in the report under level ratios.',
  ];
}

type Question = Compared['report']['question'];

function placeCaveat([first, second]: Pair): string[] {
  return first.report.question.place.id === second.report.question.place.id
    ? []
    : ['Pay alone is compared: prices, taxes and hours differ between places.'];
}

function named(ids: readonly string[], pair: Pair): string {
  const sources = pair.flatMap(({ report }) => report.sources);
  return formatList(ids.map((id) => sources.find((source) => source.id === id)?.name ?? id));
}
