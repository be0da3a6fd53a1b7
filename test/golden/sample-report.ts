/**
 * Invented reports for tests of renderers. No figure here was measured.
 */
import { type Figure, type Report, SECTION_HEADINGS, SECTION_ORDER, type Section } from '../../src/report/model.js';
import { SAMPLE_FIGURES } from './sample-figures.js';
import { SAMPLE_FINDINGS } from './sample-findings.js';

type Finding = Report['headline'];
type Sections = Report['sections'];

function sectionsFrom(make: (id: keyof Sections) => Pick<Section, 'findings' | 'figures'>): Sections {
  return Object.fromEntries(
    SECTION_ORDER.map((id) => [id, { heading: SECTION_HEADINGS[id], ...make(id) }]),
  ) as unknown as Sections;
}

/** A complete report: every kind of figure, findings of every status. */
export const sampleReport: Report = {
  schema: 'goingrate.report/1',
  question: {
    text: 'What is the going rate for a Machine Learning Lead in United States?',
    title: 'Machine Learning Lead',
    role: { id: 'machine-learning-engineer', name: 'Machine Learning Engineer' },
    level: { id: 'lead', name: 'Lead' },
    occupations: [
      { soc: '15-1252', title: 'Software Developers', share: 0.55 },
      { soc: '15-2051', title: 'Data Scientists', share: 0.33 },
      { soc: '15-1221', title: 'Computer and Information Research Scientists', share: 0.12 },
    ],
    place: { id: 'US', name: 'United States', kind: 'country' },
    asOf: '2026-08-08',
    currency: 'USD',
    period: 'year',
    basis: null,
    offer: 185_000,
    notes: [
      'Understood as the role Machine Learning Engineer at level Lead, on the individual track.',
      'If the job leads people rather than work, ask for the level Manager.',
    ],
  },
  headline: {
    id: 'pay.median',
    status: 'modelled',
    statement:
      'Half of these jobs are offered between US$168,000 and US$231,000 a year, base pay; the middle is about US$196,000, and we are 90% sure it lies between US$181,000 and US$212,000.',
    quantity: {
      value: 196_420,
      unit: 'USD/year',
      interval: { level: 0.9, low: 181_200, high: 212_350 },
      percentiles: {
        '10': { value: 143_800, low: 131_200, high: 155_900 },
        '25': { value: 168_100, low: 156_300, high: 179_800 },
        '50': { value: 196_420, low: 181_200, high: 212_350 },
        '75': { value: 231_300, low: 214_700, high: 249_600 },
        '90': { value: 268_900, low: 243_100, high: 297_400 },
      },
    },
    evidence: {
      n: 43,
      employers: 17,
      sources: ['postings', 'lca', 'oews'],
      period: { from: '2026-05-02', to: '2026-08-08' },
      place: 'US',
      scope: 'Machine Learning Engineer, lead, staff and principal levels, United States',
      basis: 'posted',
      method: 'Posted ranges of this cell, drawn towards the pay model by their number',
      grade: 'C',
      gradeReason: 'sources disagree, few employers',
      asked: { n: 6, employers: 4 },
    },
    caveats: [
      'The level asked about has 6 ranges from 4 employers; the figure borrows from staff and principal.',
      'Pay other than base pay (bonus, equity) is not in these figures.',
    ],
  },
  sections: sectionsFrom((id) => ({ findings: SAMPLE_FINDINGS[id], figures: SAMPLE_FIGURES[id] })),
  sources: [
    {
      id: 'postings',
      name: 'Public job boards of employers',
      publisher: 'The employers named in each posting',
      address: 'https://example.org/postings',
      vintage: 'May 2026 to August 2026',
      licence: 'Facts only; each posting linked',
      attribution: null,
      observations: 43,
      employers: 17,
      role: 'Advertised pay ranges, levels and skills',
    },
    {
      id: 'lca',
      name: 'Labor condition applications',
      publisher: 'US Department of Labor, Office of Foreign Labor Certification',
      address: 'https://example.org/lca',
      vintage: 'Fiscal year 2026, first half',
      licence: 'Public domain',
      attribution: null,
      observations: 1_284,
      employers: 312,
      role: 'Wages employers filed, by employer and place',
    },
    {
      id: 'oews',
      name: 'Occupational Employment and Wage Statistics',
      publisher: 'US Bureau of Labor Statistics',
      address: 'https://example.org/oews',
      vintage: 'May 2025',
      licence: 'Public domain',
      attribution: 'Source: US Bureau of Labor Statistics, Occupational Employment and Wage Statistics.',
      observations: 153,
      employers: null,
      role: 'Official wages and employment of the occupations behind the role',
    },
    {
      id: 'exposure',
      name: 'Measures of exposure to AI, four studies',
      publisher: 'The authors of each study',
      address: 'https://example.org/exposure',
      vintage: '2021 to 2025',
      licence: 'CC BY 4.0',
      attribution: 'Invented, A. and Example, B. (2023).',
      observations: 12,
      employers: null,
      role: 'Exposure of the occupations behind the role',
    },
  ],
  method: {
    version: '2026.1',
    steps: [
      'The title was read as a role, a level and three official occupations with their shares.',
      'Repeats of the same advertised range by the same employer were counted once.',
      'Percentiles come from the posted ranges of the cell, drawn towards the pay model when ranges are few.',
      'Intervals come from resampling employers, not postings, and are widened by what earlier intervals missed.',
      'Filed and official wages are shown beside the answer and never mixed into it.',
    ],
  },
  exclusions: [
    { reason: 'same advertised range seen before', count: 28 },
    { reason: 'range wider than the rule allows', count: 3 },
    { reason: 'no base pay in the text', count: 114 },
  ],
};

const noEvidence: Finding['evidence'] = {
  n: 0,
  employers: null,
  sources: [],
  period: null,
  place: null,
  scope: 'Machine Learning Engineer, Lead, Guam',
  basis: null,
  method: 'No estimate was made',
};

function insufficient(id: string, statement: string, missing: string): Finding {
  return { id, status: 'insufficient', statement, quantity: null, evidence: noEvidence, caveats: [], missing };
}

function emptyFigure(id: string, subtitle: string, sourceLine: string): Figure {
  return {
    id,
    kind: 'empty',
    title: 'Not enough evidence to draw pay',
    subtitle,
    sourceLine,
    alt: 'No figure is drawn because no observations were found.',
  };
}

/** Official statistics only: the posted headline is insufficient, the official context is there. */
export const thinReport: Report = {
  ...sampleReport,
  question: {
    ...sampleReport.question,
    text: 'What is the going rate for a Machine Learning Lead in Wyoming?',
    place: { id: 'US-WY', name: 'Wyoming', kind: 'state' },
    offer: null,
    notes: [],
  },
  headline: {
    ...insufficient(
      'pay.median',
      'We cannot say what these jobs are offered in Wyoming: 2 advertised ranges from 1 employer were found.',
      'At least 8 ranges from 4 employers would be needed; official wages for all levels are shown below.',
    ),
    evidence: { ...noEvidence, n: 2, employers: 1, sources: ['postings'], scope: 'Wyoming', basis: 'posted' },
  },
  sections: sectionsFrom((id) => ({
    findings:
      id === 'overview'
        ? SAMPLE_FINDINGS.overview.filter((finding) => finding.evidence.basis === 'official')
        : [insufficient(`${id}.none`, 'Too few postings were found to say.', 'At least 30 postings would be needed.')],
    figures:
      id === 'overview' ? [emptyFigure('pay-band', 'Base pay, US$ a year, Wyoming', '2 ranges from 1 employer')] : [],
  })),
  sources: sampleReport.sources.filter((source) => source.id === 'oews'),
  exclusions: [],
};

/** A report in which nothing could be said. */
export const emptyReport: Report = {
  ...sampleReport,
  question: {
    ...sampleReport.question,
    text: 'What is the going rate for a Machine Learning Lead in Guam?',
    place: { id: 'US-GU', name: 'Guam', kind: 'state' },
    level: null,
    occupations: [],
    offer: null,
    notes: [],
  },
  headline: insufficient(
    'pay.median',
    'We cannot say: no observations were found.',
    'Advertised ranges, filed wages or an official estimate for this place would be needed.',
  ),
  sections: sectionsFrom((id) => ({
    findings:
      id === 'checklist' ? [] : [insufficient(`${id}.none`, 'No observations were found.', 'Any source would help.')],
    figures: id === 'overview' ? [emptyFigure('pay-band', 'Base pay, US$ a year, Guam', 'No source')] : [],
  })),
  sources: [],
  method: { version: '2026.1', steps: [] },
  exclusions: [],
};

/** What a hostile title, employer or source could put into any text. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '\u001b[31mred\u001b[0m \u001b]8;;https://example.org\u0007link\u001b]8;;\u0007 \u009b2J',
  'right\u202Eto left\u2066 isolate',
  'zero\u200Bwidth\u200D\uFEFFjoin',
  'W'.repeat(240),
  '# heading *bold* _it_ [a](javascript:alert(1)) `code` | cell | ```',
  'line\nbreak\r\n## Sources\ttab\u0000nul',
  '広い文字と絵文字👩‍🔬と結合e\u0301\u0302',
  '</text></svg><style>*{display:none}</style>',
  'javascript:alert(1)',
];

/** Enumerations and identifiers of the schema that a text cannot replace. */
const KEPT_KEYS: ReadonlySet<string> = new Set([
  'schema',
  'heading',
  'status',
  'kind',
  'period',
  'basis',
  'grade',
  'scale',
  'asOf',
  'date',
  'from',
  'to',
]);

function makeHostile(value: unknown, key: string, next: () => string): unknown {
  if (Array.isArray(value)) return value.map((item) => makeHostile(item, key, next));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, makeHostile(item, name, next)]));
  }
  if (typeof value !== 'string' || KEPT_KEYS.has(key)) return value;
  return `${value} ${next()}`;
}

function cycle(texts: readonly string[]): () => string {
  let index = -1;
  return () => {
    index = (index + 1) % texts.length;
    return texts[index] as string;
  };
}

/** The sample with hostile content in every text; source addresses are `javascript:` addresses. */
export const hostileReport: Report = (() => {
  const report = makeHostile(sampleReport, '', cycle(HOSTILE_TEXTS)) as Report;
  return {
    ...report,
    sources: report.sources.map((source) => ({ ...source, address: 'javascript:alert(document.domain)' })),
  };
})();
