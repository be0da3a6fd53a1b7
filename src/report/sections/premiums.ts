/** Growth Catalyst, Career Moat and Skill Premium Analysis: said plainly to be not estimable with what is here. */
import { jointEmployers } from '../../analysis/joint-employers.js';
import type { BasisPay } from '../../analysis/pay.js';
import type { Evidence, Finding } from '../../core/finding.js';
import { formatCount, formatCounted } from '../../core/format.js';
import { OWN_SOURCE } from '../../core/own-data.js';
import type { ReportContext } from '../context.js';
import { SECTION_HEADINGS, type Section } from '../model.js';
import { askedCredentialFinding } from './asked-for.js';

const EMPLOYERS_BOTH_ARMS = 15;

export function growthCatalystSection(context: ReportContext): Section {
  return section('growthCatalyst', {
    id: 'growthCatalyst.skill',
    status: 'insufficient',
    statement: `No skill can be named as the one that moves pay most: ${found(context, 'skill')}.`,
    quantity: null,
    evidence: evidenceOf(context, 'strongest adjusted skill premium, corrected for picking the winner'),
    caveats: [],
    missing: context.missing(needed('skill')),
  });
}

export function careerMoatSection(context: ReportContext): Section {
  const premium: Finding = {
    id: 'careerMoat.credential',
    status: 'insufficient',
    statement: `No credential can be shown to protect or raise pay in this role: ${found(context, 'credential')}.`,
    quantity: null,
    evidence: evidenceOf(context, 'share of postings that ask for a credential, and its adjusted premium'),
    caveats: [],
    missing: context.missing(needed('credential')),
  };
  return { heading: SECTION_HEADINGS.careerMoat, findings: [...askedCredentialFinding(context), premium], figures: [] };
}

export function skillPremiumSection(context: ReportContext): Section {
  const title = 'No skill premium is estimated yet';
  return {
    ...section('skillPremium', {
      id: 'skillPremium.adjusted',
      status: 'insufficient',
      statement: `Skill premiums cannot be estimated: ${found(context, 'skill')}.`,
      quantity: null,
      evidence: evidenceOf(context, 'difference in log pay within cell and employer, false discoveries controlled'),
      caveats: [
        'Employers that ask for rare tools often pay more for everything; a premium without employer identity would mostly measure that.',
      ],
      missing: context.missing(needed('skill')),
    }),
    figures: [
      {
        id: 'skill-forest',
        kind: 'empty',
        title,
        subtitle: 'Log-pay difference between offers that mention a skill and others of the same cell and employer',
        sourceLine: 'The comparison within employers is not made in this version',
        alt: title,
      },
    ],
  };
}

function section(id: 'growthCatalyst' | 'skillPremium', finding: Finding): Section {
  return { heading: SECTION_HEADINGS[id], findings: [finding], figures: [] };
}

/** What there is: postings that name skills and state pay, else ranges without either. */
function found(context: ReportContext, what: 'skill' | 'credential'): string {
  const { askedFor, posted } = context.answers;
  if (askedFor !== null && askedFor.withPay > 0) {
    const state = askedFor.withPay === 1 ? 'states' : 'state';
    return `${formatCount(askedFor.withPay)} of ${formatCounted(askedFor.n, 'postings')} with text ${state} pay, but pay with and without a ${what} at the same employer is not compared in this version`;
  }
  const { n, employers } = postedTotals(posted);
  if (n === 0) return 'no advertised range of this work was found';
  const from = employers === null ? 'employers not all named' : `${formatCount(employers)} employers`;
  return n === 1
    ? `the one advertised range found comes without the text of its posting`
    : `the ${formatCount(n)} advertised ranges found (${from}) come without the texts of postings of this role`;
}

function postedTotals(posted: BasisPay): { n: number; employers: number | null } {
  return {
    n: posted.bySource.reduce((sum, estimate) => sum + estimate.n, 0),
    employers: jointEmployers(posted.bySource.filter(({ n, source }) => n > 0 || source !== OWN_SOURCE.id)).employers,
  };
}

function needed(what: string): string {
  return `Offers that state both pay and ${what}s, from at least ${EMPLOYERS_BOTH_ARMS} employers that advertise this role with and without the ${what}.`;
}

function evidenceOf(context: ReportContext, method: string): Evidence {
  const { askedFor, posted, question } = context.answers;
  if (askedFor !== null && askedFor.withPay > 0) {
    const { scope, withPay, sources, period } = askedFor;
    const place = question.place.country;
    return { ...context.emptyEvidence(scope, method), n: withPay, counts: 'postings', sources, period, place };
  }
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
