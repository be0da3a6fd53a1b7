/** Regional Demand Signals: official jobs, growth, concentration, openings; a tightness label only by rule. */
import type { OccupationDemand, OccupationProjection } from '../../analysis/demand.js';
import type { Finding } from '../../core/finding.js';
import { formatCount, formatList, formatPercent, roundTo } from '../../core/format.js';
import { type ReportContext, withArticle } from '../context.js';
import { statesFigure } from '../figures/states.js';
import { statesAfterPricesFigure } from '../figures/states-after-prices.js';
import { SECTION_HEADINGS, type Section } from '../model.js';
import { publishedCells } from '../published-cells.js';
import { advertisementFindings } from './advertisements.js';
import { costFindings } from './costs.js';

export function demandSection(context: ReportContext, stateNames: ReadonlyMap<string, string>): Section {
  const { demandHere, demandCountry, projections, question } = context.answers;
  const here = demandHere.length > 0;
  const jobs = [
    ...demandHere.flatMap((entry) => jobsFindings(entry, question.statePlaceName ?? question.place.name)),
    ...demandCountry.flatMap((entry) => jobsFindings(entry, question.countryName)),
  ];
  const figures = [statesFigure(context, stateNames), statesAfterPricesFigure(context, stateNames)];
  return {
    heading: SECTION_HEADINGS.demand,
    findings: [
      ...(jobs.length === 0 ? [missingJobs(context)] : jobs),
      ...(here
        ? demandHere.flatMap((entry) => quotientFinding(context, entry))
        : concentrationFinding(context, stateNames)),
      ...projections.flatMap((projection) => projectionFindings(context, projection)),
      ...advertisementFindings(context),
      ...costFindings(context, stateNames),
      tightnessFinding(context),
    ],
    figures: figures.filter((figure) => figure !== null),
  };
}

function jobsFindings(entry: OccupationDemand, place: string): Finding[] {
  const { occupation } = entry;
  const cell = { sources: [entry.source], place: entry.place, scope: `${occupation.title}, all levels` };
  const rse = entry.jobsRsePercent;
  const half = rse === null ? null : (1.645 * rse) / 100;
  const interval =
    half === null || half === 0
      ? null
      : { level: 0.9, low: roundTo(entry.jobs * (1 - half), 10), high: roundTo(entry.jobs * (1 + half), 10) };
  const jobs: Finding = {
    id: `demand.jobs.${entry.place}.${occupation.soc}`,
    status: 'supported',
    statement: `${formatCount(entry.jobs)} jobs in ${occupation.title} in ${withArticle(place)} in May ${entry.year}${interval === null ? '' : ` (90% sure: between ${formatCount(interval.low)} and ${formatCount(interval.high)})`}.`,
    quantity: { value: entry.jobs, unit: 'jobs', interval },
    evidence: publishedCells({ ...cell, years: [entry.year, entry.year] }),
    caveats: ['The whole occupation, of which this role is a part.'],
  };
  if (entry.jobsYearBefore === null) return [jobs];
  const percent = 100 * (entry.jobs / entry.jobsYearBefore - 1);
  return [
    jobs,
    {
      id: `demand.growth.${entry.place}.${occupation.soc}`,
      status: 'supported',
      statement: `Jobs in ${occupation.title} in ${withArticle(place)} ${percent >= 0 ? 'rose' : 'fell'} ${formatPercent(Math.abs(percent), 1)} from May ${entry.year - 1} to May ${entry.year}.`,
      quantity: { value: Number(percent.toFixed(2)), unit: 'percent/year', interval: null },
      evidence: publishedCells({ ...cell, years: [entry.year - 1, entry.year], method: 'ratio of published jobs' }),
      caveats: ['Both years share survey panels: a smoothed change, published without a joint error.'],
    },
  ];
}

function quotientFinding(context: ReportContext, entry: OccupationDemand): Finding[] {
  const { quotient, occupation } = entry;
  if (quotient === null) return [];
  const place = withArticle(context.question.statePlaceName ?? context.question.place.name);
  const words = quotient.low > 1 ? 'more common than' : quotient.high < 1 ? 'less common than' : 'about as common as';
  return [
    {
      id: `demand.quotient.${entry.place}.${occupation.soc}`,
      status: 'modelled',
      statement: `Jobs in ${occupation.title} are ${words} nationally in ${place}: location quotient ${quotient.value.toFixed(2)}, between ${quotient.low.toFixed(2)} and ${quotient.high.toFixed(2)}.`,
      quantity: {
        value: Number(quotient.value.toFixed(3)),
        unit: 'ratio',
        interval: { level: 0.9, low: Number(quotient.low.toFixed(3)), high: Number(quotient.high.toFixed(3)) },
      },
      evidence: publishedCells({
        sources: [entry.source],
        years: [entry.year, entry.year],
        place: entry.place,
        scope: `${occupation.title}, all levels`,
        method: 'gamma-shrunk quotient with an interval from the survey error modelled by jobs',
      }),
      caveats: [],
    },
  ];
}

const MOST_CONCENTRATED = 3;

/** Where the leading occupation is most concentrated: for the whole country, in place of a quotient of its own. */
function concentrationFinding(context: ReportContext, stateNames: ReadonlyMap<string, string>): Finding[] {
  const { states, officialCountry, question } = context.answers;
  const main = question.occupations[0];
  const ranked = states
    .flatMap(({ place, quotient }) => (quotient === null ? [] : [{ place, quotient }]))
    .sort((a, b) => b.quotient.low - a.quotient.low)
    .slice(0, MOST_CONCENTRATED);
  const first = ranked[0];
  if (first === undefined || main === undefined || officialCountry === null) return [];
  const named = ranked.map(
    ({ place, quotient }) =>
      `${stateNames.get(place) ?? place} (${quotient.value.toFixed(2)} times the national share, between ${quotient.low.toFixed(2)} and ${quotient.high.toFixed(2)})`,
  );
  return [
    {
      id: `demand.concentration.${main.soc}`,
      status: 'modelled',
      statement: `Jobs in ${main.title} are most concentrated in ${formatList(named)}.`,
      quantity: {
        value: Number(first.quotient.value.toFixed(3)),
        unit: 'ratio',
        interval: {
          level: 0.9,
          low: Number(first.quotient.low.toFixed(3)),
          high: Number(first.quotient.high.toFixed(3)),
        },
      },
      evidence: publishedCells({
        n: states.length,
        sources: [...new Set(states.map((state) => state.source))],
        years: [officialCountry.year, officialCountry.year],
        place: question.place.country,
        scope: `${main.title}, all levels, by state`,
        method: 'location quotients shrunk towards 1, ranked by the lower end of their interval',
      }),
      caveats: ['The quantity is of the first state named.'],
    },
  ];
}

function projectionFindings(context: ReportContext, projection: OccupationProjection): Finding[] {
  const { occupation } = projection;
  const base = {
    n: 1,
    counts: 'published cells',
    employers: null,
    sources: [projection.source],
    period: { from: String(projection.baseYear), to: String(projection.targetYear) },
    place: context.question.place.country,
    scope: `${occupation.title}, all levels`,
    basis: null,
    method: 'as published',
  };
  const years = `${projection.baseYear} to ${projection.targetYear}`;
  return [
    {
      id: `demand.projection.${occupation.soc}`,
      status: 'modelled',
      statement: `The Bureau of Labor Statistics projects jobs in ${occupation.title} to ${projection.changePercent >= 0 ? 'grow' : 'shrink'} ${formatPercent(Math.abs(projection.changePercent), 1)} nationally from ${years}.`,
      quantity: { value: projection.changePercent, unit: 'percent', interval: null },
      evidence: base,
      caveats: ['A ten-year trend published without an interval, not a forecast of next year.'],
    },
    {
      id: `demand.openings.${occupation.soc}`,
      status: 'modelled',
      statement: `About ${formatCount(projection.openingsPerYear)} openings a year are projected for ${occupation.title} nationally, ${years}, from growth and people leaving.`,
      quantity: { value: projection.openingsPerYear, unit: 'jobs/year', interval: null },
      evidence: base,
      caveats: [],
    },
  ];
}

function missingJobs(context: ReportContext): Finding {
  return {
    id: 'demand.jobs',
    status: 'insufficient',
    statement: `${context.holds} no official count of these jobs ${context.inPlace}.`,
    quantity: null,
    evidence: context.emptyEvidence('occupation mix', 'lookup of the official tables'),
    caveats: [],
    missing: context.missing(`Official employment by occupation for ${context.placeName}.`),
  };
}

/** The rule needs three available tests; the market has at most one of them so far, so no label is given. */
function tightnessFinding(context: ReportContext): Finding {
  return {
    id: 'demand.tightness',
    status: 'insufficient',
    statement: 'We do not call this work undersupplied or crowded: fewer than three of the four tests can be made.',
    quantity: null,
    evidence: context.emptyEvidence(
      'tightness rule',
      'all available tests must agree, at least three must be available',
    ),
    caveats: [],
    missing:
      'Pay growth of a fixed panel of employers, openings of the same panel, time advertisements stay online, and unemployed per opening for this work.',
  };
}
