/** Official means of the metropolitan area asked about, beside the figures of its state: shown, never ranked. */
import type { MetroMean, MetroPay } from '../../analysis/metro-pay.js';
import { LEAST_COVERAGE } from '../../analysis/relative-pay.js';
import type { Finding } from '../../core/finding.js';
import { formatCounted, formatPercent } from '../../core/format.js';
import { type ReportContext, withArticle } from '../context.js';
import { publishedCells } from '../published-cells.js';

const SHOWN_OCCUPATIONS = 3;

/** The mean of the mix in the area, the leading figures that are a wider area's, or what is missing. */
export function officialMetroFindings(context: ReportContext): Finding[] {
  const { question, costs } = context.answers;
  if (question.place.kind !== 'metro') return [];
  const { metro } = costs;
  if (metro === null || metro.means.length === 0) return [missingMean(context)];
  const borrowed = metro.means.filter(({ origin }) => origin !== 'own').slice(0, SHOWN_OCCUPATIONS);
  const own = ownMean(context, metro);
  const findings = [...(own === null ? [] : [own]), ...borrowed.map((mean) => borrowedMean(context, mean))];
  return findings.map((finding, index) => (index === 0 ? { ...finding, id: METRO_FINDING } : finding));
}

const METRO_FINDING = 'overview.official.metro';

/** The share-weighted mean of the area's own figures; null where they make up less than half of the mix. */
function ownMean(context: ReportContext, { means }: MetroPay): Finding | null {
  const { question } = context;
  const own = means.filter(({ origin }) => origin === 'own');
  const first = own[0];
  const share = own.reduce((sum, { occupation }) => sum + occupation.share, 0);
  const coverage = share / question.occupations.reduce((sum, occupation) => sum + occupation.share, 0);
  if (first === undefined || !(coverage >= LEAST_COVERAGE)) return null;
  const mean = own.reduce((sum, entry) => sum + (entry.occupation.share / share) * entry.mean, 0);
  const single = own.length === 1;
  const what = single ? `the occupation ${first.occupation.title}` : `the ${own.length} occupations of the mix`;
  return {
    id: METRO_FINDING,
    status: single ? 'supported' : 'modelled',
    statement: `Official mean, May ${first.year}, ${withArticle(question.place.name)}: employees in ${what} earn ${single ? context.moneyExact(mean) : context.money(mean)} a year on average, all levels. A mean, not a middle: it is not compared with the medians here.`,
    quantity: { value: Math.round(mean), unit: `${context.currency}/year`, interval: null },
    evidence: publishedCells({
      n: own.length,
      sources: [first.source],
      years: [first.year, first.year],
      place: question.place.id,
      scope: single
        ? `${first.occupation.title}, all levels`
        : `${own.length} occupation cells, ${formatPercent(100 * coverage)} of the mix, all levels`,
      method: single ? 'mean as published' : 'published means weighted by occupation share',
    }),
    caveats: [
      'From the tables of legal wage floors, which carry the official survey’s mean by area, without error or jobs: no interval. Their four levels are legal floors and not seniority.',
      'Not ranked: the tables fill small samples with figures of neighbouring areas, unmarked.',
    ],
  };
}

function borrowedMean(context: ReportContext, { occupation, source, year, mean, origin, sharing }: MetroMean): Finding {
  const area = withArticle(context.question.place.name);
  const amount = context.moneyExact(mean);
  const whose =
    origin === 'shared'
      ? `${formatCounted(sharing, 'other areas')} ${sharing === 1 ? 'has' : 'have'} exactly this figure, so it is a wider area's`
      : 'the area is small, and the tables may have pooled it with its neighbours';
  return {
    id: `${METRO_FINDING}.${occupation.soc}`,
    status: 'modelled',
    statement: `Official mean, May ${year}: for ${occupation.title} the tables give ${amount} a year in ${area}; ${whose}.`,
    quantity: { value: mean, unit: `${context.currency}/year`, interval: null },
    evidence: {
      ...publishedCells({
        sources: [source],
        years: [year, year],
        place: context.question.place.id,
        scope: `${occupation.title} in a wider area around ${area}, all levels`,
      }),
      place: null,
    },
    caveats: [`Not ${area}'s own for sure: neither ranked nor used for the cost of labour.`],
  };
}

function missingMean(context: ReportContext): Finding {
  return {
    id: METRO_FINDING,
    status: 'insufficient',
    statement: `${context.holds} no official mean of this work for ${context.placeName}.`,
    quantity: null,
    evidence: context.emptyEvidence('occupation mix', 'lookup of the tables of legal wage floors'),
    caveats: [],
    missing: context.missing('A mean by occupation for the metropolitan area.'),
  };
}
