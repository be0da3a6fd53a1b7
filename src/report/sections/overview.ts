/** Market Overview: every basis and source apart, levels, ageing, growth and the forecast. */
import { monthsBetween } from '../../analysis/ageing.js';
import type { SamplingUnit, SourceEstimate } from '../../analysis/estimate.js';
import { PERCENTILES } from '../../analysis/estimate.js';
import { WINDOW_MONTHS } from '../../analysis/observation.js';
import type { BasisPay } from '../../analysis/pay.js';
import { jobsOf } from '../../analysis/question.js';
import type { Scope } from '../../analysis/scope.js';
import type { Basis } from '../../core/basis.js';
import type { Finding } from '../../core/finding.js';
import { formatCount, formatCounted, formatList, formatMonth, formatPercent } from '../../core/format.js';
import { OWN_SOURCE } from '../../core/own-data.js';
import { roundPercentiles } from '../../core/percentiles.js';
import { capitalise, type ReportContext, withArticle } from '../context.js';
import { COUNTED, exactTitleClause } from '../counted.js';
import { fanFigure } from '../figures/forecast.js';
import { bySourceFigure, ladderFigure, payBandFigure } from '../figures/pay.js';
import { SECTION_HEADINGS, type Section } from '../model.js';
import { THESE_RECORDS } from '../own-data.js';
import { abroadFindings } from './abroad.js';
import { forecastFindings } from './forecast.js';
import { levelRatioFindings } from './level-ratios.js';
import { marketFindings } from './market.js';
import { officialFindings } from './official.js';
import { ownIndexFindings } from './own-index.js';
import { rangesList } from './ranges.js';

export function overviewSection(context: ReportContext, headline: Finding): Section {
  const { evidence } = headline;
  const count = evidence.basis === null ? 'observations' : COUNTED[evidence.basis];
  const sourceLine =
    evidence.sources.length === 0
      ? 'No source supports a figure here'
      : `${formatCounted(evidence.n, count)}; ${context.sourceNames(evidence.sources)}`;
  return {
    heading: SECTION_HEADINGS.overview,
    findings: [
      ...basisFindings(context, context.answers.posted, 'advertised range', 'advertised ranges'),
      ...basisFindings(context, context.answers.filed, 'filed wage', 'filed wages'),
      ...paidFindings(context),
      ...officialFindings(context),
      ...marketFindings(context),
      levelsFinding(context),
      ...levelRatioFindings(context),
      ageingFinding(context),
      ...ownIndexFindings(context),
      ...forecastFindings(context),
      ...abroadFindings(context, headline),
    ],
    figures: [
      payBandFigure(context, context.answers.headline?.model?.work ?? evidence.scope, sourceLine),
      bySourceFigure(context),
      ladderFigure(context),
      fanFigure(context),
    ],
    ...rangesList(context),
  };
}

/** Nobody without records of their own reads of this basis, unless they ask for it. */
function paidFindings(context: ReportContext): Finding[] {
  const { paid, question } = context.answers;
  const hasRecords = paid.bySource.some((estimate) => estimate.n > 0) || paid.asked.n > 0;
  return hasRecords || question.basis === 'paid' ? basisFindings(context, paid, 'pay record', 'pay records') : [];
}

function basisFindings(context: ReportContext, pay: BasisPay, one: string, many: string): Finding[] {
  const asked = askedFinding(context, pay, one, many);
  return [asked, ...pay.bySource.flatMap((estimate) => sourceFinding(context, pay, estimate, many))];
}

/** What the very cell asked about holds, whatever scope carries a figure. */
function askedFinding(context: ReportContext, pay: BasisPay, one: string, many: string): Finding {
  const { question } = context;
  const cell = `${jobsOf(question)}${question.level === null ? '' : ` at ${question.level.name.toLowerCase()} level`}`;
  const id = `overview.${pay.basis}.cell`;
  const method = `count of ${pay.basis === 'paid' ? '' : 'distinct '}${many} of the last ${WINDOW_MONTHS} months`;
  // Own data without a row of this cell say nothing here; a public source without one was looked up.
  const looked = pay.bySource.filter(({ n, source }) => n > 0 || source !== OWN_SOURCE.id).map(({ source }) => source);
  const sources = pay.asked.n === 0 ? looked : pay.asked.sources;
  const place = context.answeringPlace;
  const evidence = {
    ...context.emptyEvidence(cell, method),
    n: pay.asked.n,
    counts: many,
    employers: pay.asked.employers,
    sources,
    place: place.id,
    basis: pay.basis,
  };
  if (sources.length === 0) {
    return {
      id,
      status: 'insufficient',
      statement: `No ${one} of this work was found in ${withArticle(place.name)}.`,
      quantity: null,
      evidence,
      caveats: [],
      missing: context.missing(`A source of ${many} for ${withArticle(place.name)}.`),
    };
  }
  const employers =
    pay.asked.employers === null
      ? ''
      : ` from ${formatCount(pay.asked.employers)} ${pay.asked.employers === 1 ? 'employer' : 'employers'}`;
  const held =
    pay.asked.n === 0
      ? `no ${one}`
      : `${pay.basis === 'paid' ? formatCount(pay.asked.n) : `${formatCount(pay.asked.n)} distinct`} ${pay.asked.n === 1 ? one : many}${employers}`;
  const exact = `${exactTitleClause(pay.basis, pay.exactTitle, `the title "${question.title}"`)} in ${withArticle(question.countryName)}${pay.exactTitle === 0 || pay.basis === 'paid' ? '' : ', repeats counted'}`;
  return {
    id,
    status: 'supported',
    statement: `${pay.basis === 'paid' ? 'Your own data hold' : context.holds} ${held} for ${cell} in ${withArticle(place.name)}; ${exact}.`,
    quantity: { value: pay.asked.n, unit: 'count', interval: null },
    evidence,
    caveats: [],
  };
}

const METHODS: Readonly<Record<SamplingUnit, string>> = {
  employer: 'employer-grouped quantile interval; repeats removed',
  range: 'quantile interval grouped by employer where one is named, widened where none is',
  person: 'quantile interval over persons',
};

function sourceFinding(context: ReportContext, pay: BasisPay, estimate: SourceEstimate, many: string): Finding[] {
  const scope = pay.carried?.scope;
  if (estimate.n === 0 || scope === undefined) return [];
  const id = `overview.${pay.basis}.${estimate.source}`;
  const median = estimate.percentiles['50'];
  const evidence = {
    n: estimate.n,
    counts: many,
    employers: estimate.employers,
    sources: [estimate.source, ...indexSources(context)],
    period: estimate.period,
    place: scope.place,
    scope: scope.name,
    basis: pay.basis,
    method: METHODS[pay.basis === 'paid' ? estimate.unit : 'employer'],
  };
  const name = context.sourceName(estimate.source);
  const ofPeople = estimate.unit === 'person';
  const found =
    pay.basis === 'paid'
      ? formatCounted(estimate.n, many)
      : `${formatCount(estimate.n)} distinct ${many} (${formatCount(estimate.stated)} before repeats were removed)`;
  if (median === undefined || median.low === null || median.high === null || estimate.statedMedian === null) {
    return [
      {
        id,
        status: 'insufficient',
        statement: `${estimate.source === OWN_SOURCE.id ? 'Your own data hold' : `${name} holds`} ${found} for ${scope.name}: too few ${ofPeople ? 'people' : 'independent employers'} for a median.`,
        quantity: null,
        evidence,
        caveats: [],
        missing: `At least five ${ofPeople ? 'people' : 'effective employers'}, ten for a figure without a model.`,
      },
    ];
  }
  const interval = { low: median.low, high: median.high };
  const money = (value: number): string => context.money(value, interval);
  const at = context.answers.ageing.source === null ? '' : ` at ${formatMonth(context.question.asOf)}`;
  const bounds =
    estimate.bounds === null
      ? ''
      : ` If every job paid the bottom of its range the middle would be ${money(estimate.bounds.low)}, if the top ${money(estimate.bounds.high)}.`;
  return [
    {
      id,
      status: estimate.support === 'direct' ? 'supported' : 'modelled',
      statement: `${pay.basis === 'paid' ? 'Pay' : `${capitalise(pay.basis)} pay`} in ${name}: the middle of ${found} for ${scope.name} in ${withArticle(scope.placeName)} is ${money(median.value)}${at}, between ${money(median.low)} and ${money(median.high)}; as stated at its own dates ${money(estimate.statedMedian)}.${bounds}${ofPeople ? ` ${THESE_RECORDS}` : ''}`,
      quantity: {
        value: Math.round(median.value),
        unit: `${context.currency}/year`,
        interval: { level: 0.9, low: Math.round(median.low), high: Math.round(median.high) },
        percentiles: roundPercentiles(estimate.percentiles),
      },
      evidence,
      caveats: PERCENTILES.every((key) => estimate.percentiles[key] !== undefined)
        ? []
        : [
            `Too few ${ofPeople ? 'people' : 'employers'} for every percentile: those not shown are not estimable directly.`,
          ],
    },
  ];
}

function levelsFinding(context: ReportContext): Finding {
  const { ladder, ladderBasis, inversions, question } = context.answers;
  const own = ladder.filter((entry) => entry.ofThisLevel && entry.pay.carried !== null);
  const sources = [
    ...new Set(own.flatMap((entry) => entry.pay.carried!.pool.contributing.map((estimate) => estimate.source))),
  ];
  const cells = new Map(
    own.map(({ pay }): [string, number] => {
      const { scope, pool } = pay.carried!;
      return [`${scope.place} ${scope.name}`, pool.contributing.reduce((sum, estimate) => sum + estimate.n, 0)];
    }),
  );
  const places = new Set(own.map((entry) => entry.pay.carried!.scope.place));
  const evidence = {
    ...context.emptyEvidence(`${question.role.name} by level`, 'each level at the narrowest scope that supports it'),
    place: places.size === 1 ? [...places][0]! : question.place.country,
    n: [...cells.values()].reduce((sum, n) => sum + n, 0),
    counts: COUNTED[ladderBasis],
    sources,
    basis: ladderBasis,
  } as const;
  if (own.length < 2) {
    return {
      id: 'overview.levels',
      status: 'insufficient',
      statement: `Pay by level cannot be compared: ${own.length === 0 ? 'no level has' : 'only one level has'} enough evidence of its own.`,
      quantity: null,
      evidence: { ...evidence, sources: [] },
      caveats: [],
      missing: context.missing('Ten effective employers at two levels, or official figures by level.'),
    };
  }
  const parts = own.map(
    ({ level, pay }) =>
      `${level.name.toLowerCase()} ${context.percentileShort(pay.carried!.percentiles['50']!)}${elsewhere(context, pay.carried!.scope)}`,
  );
  const caveats = inversions
    .filter((inversion) => own.some((entry) => entry.level.id === inversion.higher.id))
    .map(
      (inversion) =>
        `${inversion.higher.name} shows less than ${inversion.lower.name.toLowerCase()}: the levels rest on different employers, so this is not what a promotion does.`,
    );
  return {
    id: 'overview.levels',
    status: 'supported',
    statement: `By level, ${ladderBasis === 'paid' ? 'pay in your own records' : `${ladderBasis} base pay`}: ${formatList(parts)}.`,
    quantity: null,
    evidence,
    caveats: [
      ...caveats,
      'Levels that share a figure are pooled because neither has enough evidence alone.',
      ...(context.answers.headline?.model == null
        ? []
        : ['These are observed offers alone; the headline of this page is the fitted model’s.']),
      ...otherBases(
        context,
        own.map(({ level }) => level.id),
        ladderBasis,
      ),
    ],
  };
}

/** Levels whose own page carries a figure of another basis than the ladder, where this page names both. */
function otherBases({ answers }: ReportContext, shown: readonly string[], ladderBasis: Basis): string[] {
  const { lowerShowMore, higherShowLess, higherShowTogether } = answers.order;
  const named = [...lowerShowMore, ...higherShowLess, ...higherShowTogether].flatMap(({ level, basis }) =>
    level !== null && basis !== ladderBasis && shown.includes(level.id) ? [level.name.toLowerCase()] : [],
  );
  if (named.length === 0) return [];
  return [
    `Here ${formatList(named)} level is ${ladderBasis} pay as observed; the limits of the headline quote the figure of its own page, which is on another basis.`,
  ];
}

/** The place of a figure that is not that of the page. */
function elsewhere(context: ReportContext, scope: Scope): string {
  return scope.place === context.answeringPlace.id ? '' : ` (${withArticle(scope.placeName)})`;
}

function ageingFinding(context: ReportContext): Finding {
  const { ageing, headline, question } = context.answers;
  const from = headline?.official != null ? `${headline.official.year}-05-15` : (headline?.rests.period?.from ?? null);
  const scope = 'wages in all US job advertisements';
  const method = 'chained twelfths of published year-on-year growth';
  if (ageing.source === null || ageing.indexEnds === null || from === null) {
    return {
      id: 'overview.ageing',
      status: 'insufficient',
      statement: `Amounts are not carried forward: ${ageing.source === null ? `the market has no wage index for ${withArticle(question.countryName)}` : 'there is no figure to carry'}.`,
      quantity: null,
      evidence: context.emptyEvidence(scope, method),
      caveats: [],
      missing: 'A wage index for the country and a figure to carry.',
    };
  }
  const factor = ageing.factorFrom(from, from);
  const percent = 100 * (factor - 1);
  return {
    id: 'overview.ageing',
    status: 'modelled',
    statement: `Each amount is carried from its own date to ${formatMonth(question.asOf)} by ${context.sourceName(ageing.source)}: ${formatPercent(percent, 1)} for the oldest, from ${formatMonth(from)}.`,
    quantity: { value: Number(percent.toFixed(2)), unit: 'percent', interval: null },
    evidence: {
      ...context.emptyEvidence(scope, method),
      n: monthsBetween(from, question.asOf),
      counts: 'months',
      sources: [ageing.source],
      period: { from, to: question.asOf },
      place: question.place.country,
    },
    caveats: [
      `The index is for all sectors and is published to ${formatMonth(ageing.indexEnds)}; later months hold its last value. This is ageing, not forecast.`,
    ],
  };
}

/** The wage index behind every amount that was carried to the as-of date. */
function indexSources(context: ReportContext): string[] {
  const { source } = context.answers.ageing;
  return source === null ? [] : [source];
}
