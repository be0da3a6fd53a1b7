/** Invented findings of the sample report. */
import type { Report, SectionId } from '../../src/report/model.js';

type Finding = Report['headline'];

const posted: Finding['evidence'] = {
  n: 43,
  employers: 17,
  sources: ['postings'],
  period: { from: '2026-05-02', to: '2026-08-08' },
  place: 'US',
  scope: 'Machine Learning Engineer, lead, staff and principal levels, United States',
  basis: 'posted',
  method: 'Posted ranges, one per employer and text',
};

const official: Finding['evidence'] = {
  n: 153,
  employers: null,
  sources: ['oews'],
  period: { from: '2025-05-01', to: '2025-05-31' },
  place: 'US',
  scope: 'Occupations behind the role, all levels, United States',
  basis: 'official',
  method: 'Published percentiles, weighted by the shares of the occupations',
};

const studies: Finding['evidence'] = {
  n: 12,
  employers: null,
  sources: ['exposure'],
  period: { from: '2021', to: '2025' },
  place: 'US',
  scope: 'Occupations behind the role',
  basis: null,
  method: 'Percentile of the occupation among all occupations, by study',
};

interface Parts {
  readonly id: string;
  readonly status?: Finding['status'];
  readonly statement: string;
  readonly evidence: Finding['evidence'];
  readonly quantity?: Finding['quantity'];
  readonly caveats?: string[];
  readonly missing?: string;
}

function finding(parts: Parts): Finding {
  const { status = 'supported', quantity = null, caveats = [], missing, ...rest } = parts;
  return { ...rest, status, quantity, caveats, ...(missing === undefined ? {} : { missing }) };
}

const share = (value: number, low: number, high: number): Finding['quantity'] => ({
  value,
  unit: 'percent',
  interval: { level: 0.9, low, high },
});

const money = (value: number, low: number, high: number, level = 0.9): Finding['quantity'] => ({
  value,
  unit: 'USD/year',
  interval: { level, low, high },
});

/** Findings of each section. */
export const SAMPLE_FINDINGS: Readonly<Record<SectionId, Finding[]>> = {
  overview: [
    finding({
      id: 'pay.official',
      statement:
        'The official survey puts the middle of the occupations behind this role, all levels together, at US$139,200 a year in May 2025.',
      evidence: { ...official, grade: 'A', gradeReason: 'large official survey' },
      quantity: money(139_200, 136_100, 142_300),
      caveats: ['All levels and all employees, not new offers.'],
    }),
    finding({
      id: 'pay.filed',
      statement:
        'Employers who applied to hire from abroad stated US$171,500 as the middle of the low ends of their offers, between US$166,000 and US$177,500 with 90% confidence.',
      evidence: {
        ...posted,
        n: 1_284,
        employers: 312,
        sources: ['lca'],
        basis: 'filed',
        grade: 'B',
        gradeReason: 'many employers, low ends only',
      },
      quantity: money(171_500, 166_000, 177_500),
    }),
    finding({
      id: 'pay.forecast',
      status: 'modelled',
      statement:
        'In August 2027, a year after the data end, the middle is expected at about US$202,000, between US$183,000 and US$223,000 with 90% confidence; that is growth of 2.9% a year, the growth of the official wage index.',
      evidence: {
        ...posted,
        sources: ['postings', 'oews'],
        basis: 'market',
        method: 'Median carried forward by the wage index; error from past forecasts',
      },
      quantity: money(202_100, 183_000, 223_400),
      caveats: ['Over 14 past years this rule was closer than “no change” in 11.'],
    }),
  ],
  demand: [
    finding({
      id: 'demand.levels',
      statement:
        'Of the open jobs for this role, 38% ask for senior people and 12% for entry level; 23% are at lead, staff or principal level.',
      evidence: { ...posted, n: 187, employers: 61 },
      quantity: share(23, 17.4, 29.7),
    }),
    finding({
      id: 'demand.growth',
      statement:
        'The official projection for these occupations is 17.4% more jobs from 2024 to 2034, and about 129,000 openings a year.',
      evidence: { ...official, period: { from: '2024', to: '2034' } },
      quantity: { value: 17.4, unit: 'percent', interval: null },
      caveats: ['A projection of employment over ten years, not of pay.'],
    }),
    finding({
      id: 'demand.tightness',
      status: 'insufficient',
      statement: 'We cannot say whether the market for this role is tight: the postings span 14 weeks.',
      evidence: { ...posted, n: 187, employers: 61 },
      missing: 'Postings of at least 52 weeks would be needed to compare with the same season.',
    }),
  ],
  growthCatalyst: [
    finding({
      id: 'growth.catalyst',
      status: 'modelled',
      statement:
        'Distributed training has the strongest premium that the data support: 6.1% at equal level and place, between 2.4% and 9.9% with 90% confidence.',
      evidence: {
        ...posted,
        n: 1_406,
        employers: 204,
        scope: 'Machine learning and data roles, United States',
        method: 'Log pay on skill, level, place and employer group; false discovery rate 10%',
      },
      quantity: share(6.1, 2.4, 9.9),
      caveats: ['A difference between postings, not the effect of learning it.'],
    }),
  ],
  careerMoat: [
    finding({
      id: 'moat.requested',
      statement: 'A certificate is named in 3% of these postings; a doctorate is named in 29%.',
      evidence: { ...posted, n: 187, employers: 61 },
      quantity: share(3, 1.2, 6.4),
    }),
    finding({
      id: 'moat.premium',
      status: 'insufficient',
      statement: 'Rarely requested; a premium for any one certificate is not estimable.',
      evidence: { ...posted, n: 5, employers: 4 },
      missing: 'At least 30 postings from 10 employers that name the certificate would be needed.',
    }),
  ],
  skillPremium: [
    finding({
      id: 'skill.distributed-training',
      statement: 'Distributed training: 6.1% more at equal level and place (2.4% to 9.9%). Raises pay.',
      evidence: { ...posted, n: 1_406, employers: 204 },
      quantity: share(6.1, 2.4, 9.9),
    }),
    finding({
      id: 'skill.python',
      statement: 'Python: 0.3% less, within the zone of no practical difference (-1.6% to 1.0%). No premium.',
      evidence: { ...posted, n: 1_406, employers: 204 },
      quantity: share(-0.3, -1.6, 1),
    }),
    finding({
      id: 'skill.cuda',
      status: 'insufficient',
      statement: 'CUDA: 3.2% more in the sample, and as likely noise as not.',
      evidence: { ...posted, n: 31, employers: 9 },
      missing: 'About 140 postings that name it would be needed to tell.',
    }),
  ],
  requiredSkills: [
    finding({
      id: 'required.python',
      statement: 'Python is asked for in 88% of the postings (82% to 92%).',
      evidence: { ...posted, n: 187, employers: 61 },
      quantity: share(88, 82.4, 91.9),
    }),
    finding({
      id: 'required.pytorch',
      statement: 'PyTorch is asked for in 64% of the postings (57% to 70%).',
      evidence: { ...posted, n: 187, employers: 61 },
      quantity: share(64, 57.2, 70.4),
    }),
    finding({
      id: 'required.kubernetes',
      statement: 'Kubernetes is asked for in 31% of the postings (25% to 38%).',
      evidence: { ...posted, n: 187, employers: 61 },
      quantity: share(31, 24.8, 37.9),
    }),
  ],
  aiImpact: [
    finding({
      id: 'ai.exposure',
      statement:
        'Four studies place these occupations between the 48th and the 94th percentile of exposure to AI; they measure different things and disagree.',
      evidence: studies,
      quantity: { value: 81, unit: 'percentile', interval: null },
      caveats: ['Exposure says which tasks AI can touch, not whether pay rises or falls.'],
    }),
    finding({
      id: 'ai.activities',
      statement:
        'Most exposed: writing and checking code, summarising results. Least exposed: agreeing goals with others, coaching.',
      evidence: studies,
    }),
  ],
  negotiation: [
    finding({
      id: 'offer.position',
      status: 'modelled',
      statement:
        'Your offer of US$185,000 is at about the 39th percentile of posted pay, between the 28th and the 52nd with 90% confidence.',
      evidence: { ...posted, grade: 'C', gradeReason: 'sources disagree, few employers' },
      quantity: { value: 39, unit: 'percentile', interval: { level: 0.9, low: 28, high: 52 } },
    }),
    finding({
      id: 'offer.ask',
      status: 'modelled',
      statement:
        'Asking for US$196,000 to US$212,000 is within the evidence; US$168,000 is a floor that a quarter of the jobs fall below.',
      evidence: posted,
      quantity: money(196_420, 181_200, 212_350),
      caveats: ['Say: “Ranges posted for this work since May 2026 centre on about US$196,000.”'],
    }),
  ],
  checklist: [
    finding({
      id: 'check.range',
      statement: 'Ask for the range of the level before naming a number; 43 posted ranges are public (see pay.median).',
      evidence: posted,
    }),
    finding({
      id: 'check.level',
      statement:
        'Agree the level first: staff and lead share a band, principal is US$37,000 higher in the middle (see the ladder).',
      evidence: posted,
      quantity: { value: 37_000, unit: 'USD/year', interval: null },
    }),
    finding({
      id: 'check.skill',
      status: 'modelled',
      statement: 'Name your work on distributed training; it is the one skill with a premium that the data support.',
      evidence: { ...posted, n: 1_406, employers: 204 },
    }),
  ],
};
