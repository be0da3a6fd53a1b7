/** Negotiation Strategy: position of an offer, target and ask from the distribution. No constant multipliers. */
import type { Finding } from '../../core/finding.js';
import { formatCount, formatCounted, formatList, formatMoney, formatMonth, formatOrdinal } from '../../core/format.js';
import { hasOwnSource } from '../../core/own-data.js';
import { type ReportContext, withArticle } from '../context.js';
import { COUNTED } from '../counted.js';
import { SECTION_HEADINGS, type Section } from '../model.js';
import { OFFER_CAVEAT, offerWords, unplacedOffer } from '../offer-words.js';

export function negotiationSection(context: ReportContext, headline: Finding): Section {
  const heading = SECTION_HEADINGS.negotiation;
  if (headline.status === 'insufficient' || headline.quantity === null) {
    return { heading, findings: [nothingToArgueFrom(context)], figures: [] };
  }
  return {
    heading,
    findings: [
      ...offerFindings(context, headline),
      askFinding(context, headline),
      wordingFinding(context, headline),
      floorFinding(context, headline),
    ],
    figures: [],
  };
}

function offerFindings(context: ReportContext, headline: Finding): Finding[] {
  const { offer } = context.answers;
  if (offer === null) return [];
  const amount = context.moneyExact(offer.amount);
  const evidence = { ...headline.evidence, method: 'percentile over draws of the pay distribution' };
  if (offer.position === null) {
    return [
      {
        id: 'negotiation.offer',
        status: 'insufficient',
        statement: unplacedOffer(amount),
        quantity: null,
        evidence,
        caveats: [],
        missing: 'Quartiles of this cell or of a wider one from the same sources.',
      },
    ];
  }
  const { position } = offer;
  const words = offerWords(position, { amount, basis: headline.evidence.basis });
  return [
    {
      id: 'negotiation.offer',
      status: 'modelled',
      statement: words.position,
      quantity: {
        value: Number(position.percentile.toFixed(1)),
        unit: 'percentile',
        interval: { level: 0.9, low: Number(position.low.toFixed(1)), high: Number(position.high.toFixed(1)) },
      },
      evidence,
      caveats: [OFFER_CAVEAT],
    },
    {
      id: 'negotiation.compaRatio',
      status: 'modelled',
      statement: words.compaRatio,
      quantity: {
        value: Number(position.compaRatio.value.toFixed(3)),
        unit: 'ratio',
        interval: {
          level: 0.9,
          low: Number(position.compaRatio.low.toFixed(3)),
          high: Number(position.compaRatio.high.toFixed(3)),
        },
      },
      evidence,
      caveats: [],
    },
  ];
}

function askFinding(context: ReportContext, headline: Finding): Finding {
  const { ask } = context.answers;
  const evidence = { ...headline.evidence, method: 'target at the middle, ask up to fifteen percentile points above' };
  if (ask === null) {
    return {
      id: 'negotiation.ask',
      status: 'insufficient',
      statement: 'An ask cannot be derived: only the middle of this pay is known, not its spread.',
      quantity: null,
      evidence,
      caveats: [],
      missing: 'Quartiles of this cell or of a wider one from the same sources.',
    };
  }
  const money = (value: number): string => formatMoney(value, context.currency, ask.step);
  const interval = headline.quantity!.interval;
  const range =
    ask.from === ask.to
      ? `for about ${money(ask.from)}, at or below`
      : `between ${money(ask.from)} and ${money(ask.to)},`;
  const statement = ask.rangeOnly
    ? `The evidence supports a range only: ask ${ask.from === ask.to ? `for about ${money(ask.from)}` : `between ${money(ask.from)} and ${money(ask.to)}`}, and be ready to hear that the middle is anywhere from ${context.money(interval?.low ?? ask.from, interval)} to ${context.money(interval?.high ?? ask.to, interval)}.`
    : `Aim for ${context.money(ask.target, interval)}, the middle; ask ${range} the ${formatOrdinal(ask.toPercentile)} percentile.`;
  return {
    id: 'negotiation.ask',
    status: 'modelled',
    statement,
    quantity: {
      value: ask.from,
      unit: `${context.currency}/year`,
      interval: null,
      upTo: ask.to,
    },
    evidence,
    caveats: [
      ...(isModelled(context, ['25', '75', '90'])
        ? ['The percentile rests on a modelled spread: only the middle is counted from offers of this cell.']
        : []),
      `Amounts are written to ${formatMoney(ask.step, context.currency)}, no finer than a tenth of the interval.`,
      'Precise figures and stated ranges moved counter-offers in experiments (Mason and others 2013; Ames and Mason 2015); what people ask explained much of what one platform offered them (Roussille 2024); where pay is transparent bargaining matters less (Cullen and others 2022). None of this promises a gain in one case.',
    ],
  };
}

/** Words to use, with what supports them; the other side can check every part. */
function wordingFinding(context: ReportContext, headline: Finding): Finding {
  const { status, words, caveats } = wordingOf(context, headline);
  return {
    id: 'negotiation.wording',
    status,
    statement: `Words to use: "${words} Can we look at where this offer sits and why?"`,
    quantity: null,
    evidence: { ...headline.evidence, method: 'headline evidence in words' },
    caveats,
  };
}

interface Wording extends Pick<Finding, 'status' | 'caveats'> {
  readonly words: string;
}

function wordingOf(context: ReportContext, { evidence, quantity }: Finding): Wording {
  const middle = context.money(quantity!.value, quantity!.interval);
  const model = context.answers.headline?.model ?? null;
  if (model !== null) {
    return {
      status: 'modelled',
      words: `A model fitted on advertised ranges, ${formatCounted(evidence.n, COUNTED.posted)} of this work among them, puts ${model.work}${placeWords(context, model.place)} at about ${middle}.`,
      caveats: [
        'Say that it is a model: ranges of this very job, where the report lists any, are worth more in a talk.',
      ],
    };
  }
  const looked = (at: string): string =>
    `I looked at ${at} for ${evidence.scope}${placeWords(context, evidence.place)}`;
  const several = severalSources(context);
  if (several !== null) {
    return {
      status: 'modelled',
      words: `${looked(COUNTED[evidence.basis ?? 'posted'])}, source by source: the middle is ${several}. Each source counted alike, it is about ${middle}.`,
      caveats: [
        'The middle is that of the sources, each with the same weight: how many ranges a source holds does not move it. Name the sources when you quote it.',
        ...ownDataCaveat(evidence),
      ],
    };
  }
  const observed =
    evidence.basis === 'official'
      ? `the official survey of ${evidence.period?.to.slice(0, 4)}, carried to ${formatMonth(context.question.asOf)}`
      : `${formatCounted(evidence.n, COUNTED[evidence.basis ?? 'posted'])} ${periodWords(evidence.period)}`;
  return {
    status: 'supported',
    words: `${looked(observed)}. The middle is about ${middle}.`,
    caveats: [
      'Say the basis and the scope: a figure that the other side can check is worth more than a higher one.',
      ...ownDataCaveat(evidence),
    ],
  };
}

/** What each of several sources says, where their pool is the headline: `US$111k in one (n 40) and US$145k in another (n 22)`. */
function severalSources(context: ReportContext): string | null {
  const observed = context.answers.headline?.observed ?? null;
  const contributing = observed?.carried.pool.contributing ?? [];
  if (observed === null || contributing.length < 2) return null;
  const each = contributing.map((estimate) => {
    const middle = context.percentileShort(estimate.percentiles['50']!);
    return `${middle} in ${context.sourceName(estimate.source)} (n ${formatCount(estimate.n)})`;
  });
  return formatList(each);
}

function ownDataCaveat({ sources }: Finding['evidence']): string[] {
  return hasOwnSource(sources)
    ? ['Your own data are private, and the other side cannot check them: think before you quote them.']
    : [];
}

function placeWords(context: ReportContext, place: string | null): string {
  const { question } = context;
  const names: Readonly<Record<string, string | null>> = {
    [question.place.id]: question.place.name,
    [question.statePlaceId ?? '']: question.statePlaceName,
    [question.place.country]: question.countryName,
  };
  const name = place === null ? null : names[place];
  return name == null ? '' : ` in ${withArticle(name)}`;
}

function periodWords(period: Finding['evidence']['period']): string {
  if (period === null) return '';
  const from = formatMonth(period.from);
  const to = formatMonth(period.to);
  return from === to ? `of ${from}` : `from ${from} to ${to}`;
}

/** Whether any of these percentiles of the headline is borrowed from a wider cell. */
function isModelled({ answers }: ReportContext, keys: readonly string[]): boolean {
  const modelled: readonly string[] = answers.headline?.observed?.carried.modelledPercentiles ?? [];
  return keys.some((key) => modelled.includes(key));
}

function floorFinding(context: ReportContext, headline: Finding): Finding {
  const p90 = context.answers.headline?.percentiles['90'];
  const bounds = p90 === undefined || p90.low === null || p90.high === null ? null : { low: p90.low, high: p90.high };
  const top =
    p90 === undefined || bounds === null
      ? ''
      : ` Above about ${context.money(p90.value, bounds)} (P90${isModelled(context, ['90']) ? ', modelled' : ''}, between ${context.money(bounds.low, bounds)} and ${context.money(bounds.high, bounds)}) ${headline.evidence.basis === 'paid' ? 'your own records do' : 'the market does'} not support it.`;
  return {
    id: 'negotiation.floor',
    status: 'modelled',
    statement: `Your floor is the higher of your best alternative and your own minimum; decide it before the conversation.${top}`,
    quantity: null,
    evidence: { ...headline.evidence, method: 'rule; the upper end from the distribution' },
    caveats: [],
  };
}

function nothingToArgueFrom(context: ReportContext): Finding {
  return {
    id: 'negotiation.ask',
    status: 'insufficient',
    statement: 'There is no pay figure to argue from, so no offer position, target or ask is given.',
    quantity: null,
    evidence: context.emptyEvidence(context.question.role.name, 'pay distribution of the headline'),
    caveats: [],
    missing: context.missing('A supported pay figure for this work and place.'),
  };
}
