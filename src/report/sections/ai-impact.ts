/** AI Impact: each measure's rank apart, and whether they agree. Never a risk score. */
import type { ExposureRank } from '../../analysis/exposure.js';
import type { Finding } from '../../core/finding.js';
import { formatCount, formatOrdinal, formatPercent } from '../../core/format.js';
import type { ReportContext } from '../context.js';
import { exposureFigure } from '../figures/exposure.js';
import { SECTION_HEADINGS, type Section } from '../model.js';

export function aiImpactSection(context: ReportContext): Section {
  const { ranks } = context.answers.exposure;
  return {
    heading: SECTION_HEADINGS.aiImpact,
    findings: [
      ...(ranks.length === 0 ? [missing(context)] : ranks.map(rankFinding)),
      ...agreementFinding(context),
      activitiesFinding(context),
    ],
    figures: [exposureFigure(context)],
  };
}

function rankFinding(rank: ExposureRank): Finding {
  const { measure } = rank;
  const range =
    rank.high - rank.low >= 1
      ? `; its occupations range from the ${formatOrdinal(rank.low)} to the ${formatOrdinal(rank.high)}`
      : '';
  return {
    id: `aiImpact.${measure.id}`,
    status: 'supported',
    statement: `${measure.name} ranks this work at the ${formatOrdinal(rank.percentile)} percentile of ${formatCount(rank.rated)} occupations${range}. It measures ${measure.says}.`,
    quantity: { value: Number(rank.percentile.toFixed(1)), unit: 'percentile', interval: null },
    evidence: {
      n: rank.rated,
      counts: 'rated occupations',
      employers: null,
      sources: [measure.source],
      period: null,
      place: null,
      scope: `occupations that are ${formatPercent(100 * rank.coverage)} of the mix, any place`,
      basis: null,
      method: `${measure.kind} exposure, mid-rank percentile, weighted by occupation share`,
    },
    caveats: [
      'Exposure is not replacement: a high rank says that much of the work can be touched, not that it goes away.',
    ],
  };
}

function agreementFinding(context: ReportContext): Finding[] {
  const { ranks, spread } = context.answers.exposure;
  if (spread === null) return [];
  return [
    {
      id: 'aiImpact.agreement',
      status: 'supported',
      statement: `${spread.disagree ? 'The measures disagree' : 'The measures broadly agree'}: from the ${formatOrdinal(spread.low)} to the ${formatOrdinal(spread.high)} percentile, middle ${formatOrdinal(spread.median)}.`,
      quantity: { value: Number((spread.high - spread.low).toFixed(1)), unit: 'percentile points', interval: null },
      evidence: {
        n: ranks.length,
        counts: 'measures',
        employers: null,
        sources: [...new Set(ranks.map((rank) => rank.measure.source))],
        period: null,
        place: null,
        scope: 'measures in the market',
        basis: null,
        method: 'range of percentiles; more than 25 points is called disagreement',
      },
      caveats: ['Two of the measures rate the same tasks, by people and by a model; they are not independent.'],
    },
  ];
}

function activitiesFinding(context: ReportContext): Finding {
  return {
    id: 'aiImpact.activities',
    status: 'insufficient',
    statement:
      'Which activities of this work are exposed, and whether AI automates or assists them, is not in the market yet.',
    quantity: null,
    evidence: context.emptyEvidence('activities of the occupations', 'exposure by work activity'),
    caveats: [],
    missing: 'Activity labels with their exposure.',
  };
}

function missing(context: ReportContext): Finding {
  return {
    id: 'aiImpact.rank',
    status: 'insufficient',
    statement: 'No published measure rates at least half of this work.',
    quantity: null,
    evidence: context.emptyEvidence('occupation mix', 'rank by measure'),
    caveats: [],
    missing: 'A title that maps to rated occupations.',
  };
}
