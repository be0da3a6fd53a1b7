/** Official pay as context: the mix, its occupations one by one, and its growth in money and in prices. */

import { PERCENTILES } from '../../analysis/estimate.js';
import type { OfficialPay } from '../../analysis/official.js';
import type { Finding } from '../../core/finding.js';
import { formatList, formatPercent } from '../../core/format.js';
import { roundPercentiles } from '../../core/percentiles.js';
import { type ReportContext, withArticle } from '../context.js';
import { officialGap } from '../missing-official.js';
import { publishedCells } from '../published-cells.js';
import { growthFindings } from './growth.js';
import { officialAbroadFindings } from './official-abroad.js';
import { officialMetroFindings } from './official-metro.js';

const SHOWN_OCCUPATIONS = 3;

export function officialFindings(context: ReportContext): Finding[] {
  const { earningsAbroad, officialHere, officialCountry, question } = context.answers;
  const findings: Finding[] = [];
  if (officialHere === null && officialCountry === null) {
    return earningsAbroad === null ? [missingOfficial(context)] : officialAbroadFindings(context, earningsAbroad);
  }
  if (officialHere !== null) {
    const here = question.statePlaceName ?? question.countryName;
    findings.push(mixFinding(context, officialHere, here, 'overview.official'));
    findings.push(...occupationFindings(context, officialHere, here));
  } else {
    findings.push(missingOfficial(context));
  }
  findings.push(...officialMetroFindings(context));
  if (officialCountry !== null && officialCountry !== officialHere) {
    findings.push(mixFinding(context, officialCountry, question.countryName, 'overview.official.country'));
  }
  findings.push(...growthFindings(context));
  return findings;
}

function mixFinding(context: ReportContext, official: OfficialPay, place: string, id: string): Finding {
  const median = official.percentiles['50'];
  const what =
    official.rows.length === 1
      ? official.rows[0]!.share.title
      : `the mix ${leadingOf(official.rows.map(({ share }) => `${share.title} ${formatPercent(100 * share.share)}`))}`;
  const spread = PERCENTILES.filter((key) => key !== '50' && official.percentiles[key] !== undefined)
    .map((key) => `P${key} ${context.publishedShort(official.percentiles[key]!.value)}`)
    .join(', ');
  return {
    id,
    status: official.rows.length === 1 && !official.modelledError ? 'supported' : 'modelled',
    statement: `Official survey, May ${official.year}, ${withArticle(place)}: employees in ${official.rows.length === 1 ? 'the occupation ' : ''}${what} have a median of ${official.rows.length === 1 ? context.moneyExact(median?.value ?? 0) : context.money(median?.value ?? 0)} a year, all levels${spread === '' ? '' : ` (${spread})`}.`,
    quantity: {
      value: Math.round(median?.value ?? 0),
      unit: `${context.currency}/year`,
      interval:
        median === undefined || median.low === null || median.high === null
          ? null
          : { level: 0.9, low: Math.round(median.low), high: Math.round(median.high) },
      percentiles: roundPercentiles(official.percentiles),
    },
    evidence: publishedCells({
      n: official.rows.length,
      sources: [official.source],
      years: [official.year, official.year],
      place: official.place,
      scope: `${official.rows.length} occupation ${official.rows.length === 1 ? 'cell' : 'cells'}, ${formatPercent(100 * official.coverage)} of the mix, all levels`,
      method: official.rows.length === 1 ? 'as published' : 'published percentiles mixed by occupation share',
    }),
    caveats: [
      'Base pay with incentive pay such as commissions; no equity, overtime or non-production bonuses. Pools three years of answers.',
      ...(official.capped === null
        ? []
        : [
            official.rows.length === 1
              ? `From P${official.capped.from} up only "at least ${context.moneyExact(official.capped.topCode)}" is published.`
              : `From P${official.capped.from} up one of the occupations has only "at least ${context.moneyExact(official.capped.topCode)}", so the mix has no figure.`,
          ]),
    ],
  };
}

/** The first of a mix, and that there are more. */
export function leadingOf(names: readonly string[]): string {
  return formatList(names.length > SHOWN_OCCUPATIONS ? [...names.slice(0, SHOWN_OCCUPATIONS), 'others'] : names);
}

function occupationFindings(context: ReportContext, official: OfficialPay, place: string): Finding[] {
  if (official.rows.length < 2) return [];
  return official.rows.slice(0, SHOWN_OCCUPATIONS).map(({ share, row }) => ({
    id: `overview.official.${share.soc}`,
    status: 'supported' as const,
    statement: `${share.title} (${share.soc}), ${formatPercent(100 * share.share)} of what this role is filed as: median ${context.moneyExact(row.p50 ?? 0)} in ${withArticle(place)}, May ${official.year}, as published.`,
    quantity: { value: row.p50 ?? 0, unit: `${context.currency}/year`, interval: null },
    evidence: publishedCells({
      sources: [official.source],
      years: [official.year, official.year],
      place: official.place,
      scope: `${share.title}, all levels`,
    }),
    caveats: [],
  }));
}

function missingOfficial(context: ReportContext): Finding {
  const reasons = context.question.occupations.length > 0 && context.answers.officialCountry === null;
  const gap = reasons && context.question.only === null ? officialGap(context) : null;
  const why = gap === null ? '' : `: ${gap.why}`;
  return {
    id: 'overview.official',
    status: 'insufficient',
    statement: `${context.holds} no official figure for this work ${context.inPlace}${why}.`,
    quantity: null,
    evidence: context.emptyEvidence('occupation mix', 'lookup of the official tables'),
    caveats: [],
    missing: context.missing(gap?.needed ?? `Official earnings by occupation for ${context.placeName}.`),
  };
}
