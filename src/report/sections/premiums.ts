/** Growth Catalyst, Career Moat and Skill Premium Analysis: said plainly to be not estimable with what is here. */
import type { BasisPay } from '../../analysis/pay.js';
import type { Evidence, Finding } from '../../core/finding.js';
import { formatCount } from '../../core/format.js';
import type { ReportContext } from '../context.js';
import { SECTION_HEADINGS, type Section } from '../model.js';

const EMPLOYERS_BOTH_ARMS = 15;

export function growthCatalystSection(context: ReportContext): Section {
  return section('growthCatalyst', {
    id: 'growthCatalyst.skill',
    status: 'insufficient',
    statement: `No skill can be named as the one that moves pay most: ${found(context, 'skills')}.`,
    quantity: null,
    evidence: evidenceOf(context, 'strongest adjusted skill premium, corrected for picking the winner'),
    caveats: [],
    missing: needed('skill'),
  });
}

export function careerMoatSection(context: ReportContext): Section {
  return section('careerMoat', {
    id: 'careerMoat.credential',
    status: 'insufficient',
    statement: `No credential can be shown to protect or raise pay in this role: ${found(context, 'credentials')}.`,
    quantity: null,
    evidence: evidenceOf(context, 'share of postings that ask for a credential, and its adjusted premium'),
    caveats: [],
    missing: needed('credential'),
  });
}

export function skillPremiumSection(context: ReportContext): Section {
  const title = 'No skill premium is estimable from this market yet';
  return {
    ...section('skillPremium', {
      id: 'skillPremium.adjusted',
      status: 'insufficient',
      statement: `Skill premiums cannot be estimated: ${found(context, 'skills')}.`,
      quantity: null,
      evidence: evidenceOf(context, 'difference in log pay within cell and employer, false discoveries controlled'),
      caveats: [
        'Employers that ask for rare tools often pay more for everything; a premium without employer identity would mostly measure that.',
      ],
      missing: needed('skill'),
    }),
    figures: [
      {
        id: 'skill-forest',
        kind: 'empty',
        title,
        subtitle: 'Log-pay difference between offers that mention a skill and others of the same cell and employer',
        sourceLine: 'No offer in the market carries skill labels',
        alt: title,
      },
    ],
  };
}

function section(id: 'growthCatalyst' | 'careerMoat' | 'skillPremium', finding: Finding): Section {
  return { heading: SECTION_HEADINGS[id], findings: [finding], figures: [] };
}

function found(context: ReportContext, what: string): string {
  const { n, employers } = postedTotals(context.answers.posted);
  if (n === 0) return 'no advertised range of this work was found';
  const from = employers === null ? 'employers not all named' : `${formatCount(employers)} employers`;
  return n === 1
    ? `the one advertised range found carries pay but no ${what}`
    : `the ${formatCount(n)} advertised ranges found (${from}) carry pay but no ${what}`;
}

function postedTotals(posted: BasisPay): { n: number; employers: number | null } {
  const counts = posted.bySource.map((estimate) => estimate.employers);
  return {
    n: posted.bySource.reduce((sum, estimate) => sum + estimate.n, 0),
    employers: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  };
}

function needed(what: string): string {
  return `Offers that state both pay and ${what}s, from at least ${EMPLOYERS_BOTH_ARMS} employers that advertise this role with and without the ${what}.`;
}

function evidenceOf(context: ReportContext, method: string): Evidence {
  const { posted, question } = context.answers;
  const { n, employers } = postedTotals(posted);
  return {
    ...context.emptyEvidence(posted.carried?.scope.name ?? question.role.name, method),
    n,
    counts: 'advertised ranges',
    employers,
    sources: posted.bySource.filter((estimate) => estimate.n > 0).map((estimate) => estimate.source),
    place: posted.carried?.scope.place ?? question.place.id,
    basis: 'posted',
  };
}
