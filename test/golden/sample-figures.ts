/** Invented figures of the sample report, one of every kind at least. */
import { formatMoneyShort, formatOrdinal } from '../../src/core/format.js';
import type { Figure, SectionId } from '../../src/report/model.js';

const usd = (value: number) => ({ value, label: formatMoneyShort(value, 'USD') });
const band = (low: number, high: number) => ({ low: usd(low), high: usd(high) });
const rank = (value: number) => ({ value, label: formatOrdinal(value) });

const payAxis = {
  unit: 'US$ a year',
  scale: 'linear' as const,
  min: 120_000,
  max: 300_000,
  ticks: [120_000, 160_000, 200_000, 240_000, 280_000].map(usd),
};

const payBand: Figure = {
  id: 'pay-band',
  kind: 'pay-band',
  title: 'Half of the offers lie between US$168k and US$231k',
  subtitle: 'Posted base pay, US$ a year, United States, May 2026 to August 2026; 90% intervals',
  sourceLine: 'Public job boards of employers: n 43 ranges from 17 employers',
  alt: 'Pay band from US$144k at the tenth percentile to US$269k at the ninetieth, median US$196k, offer US$185k.',
  axis: payAxis,
  percentiles: [
    { p: 10, name: '10th', at: usd(143_800), interval: band(131_200, 155_900), modelled: true },
    { p: 25, name: '25th', at: usd(168_100), interval: band(156_300, 179_800), modelled: false },
    { p: 50, name: 'median', at: usd(196_420), interval: band(181_200, 212_350), modelled: false },
    { p: 75, name: '75th', at: usd(231_300), interval: band(214_700, 249_600), modelled: false },
    { p: 90, name: '90th', at: usd(268_900), interval: band(243_100, 297_400), modelled: true },
  ],
  sources: [
    { group: 'posted', name: 'boards', at: usd(203_500), interval: band(182_000, 226_000), modelled: false },
    { group: 'filed', name: 'filings', at: usd(171_500), interval: band(166_000, 177_500), modelled: false },
    { group: 'official', name: 'survey', at: usd(139_200), interval: null, modelled: true },
  ],
  offer: { at: usd(185_000), name: 'your offer' },
};

const bySource: Figure = {
  id: 'by-source',
  kind: 'by-source',
  title: 'Sources differ by US$57k: they measure different people',
  subtitle: 'Median base pay, US$ a year, by source; 90% intervals',
  sourceLine: 'Postings n 43, filings n 1,284, official survey n 153, own records n 2',
  alt: 'Medians by source: posted US$196k, filed US$172k, official US$139k; own records too few.',
  axis: payAxis,
  rows: [
    {
      name: 'This report',
      detail: 'posted, pooled with the pay model',
      at: usd(196_420),
      interval: band(181_200, 212_350),
      quartiles: band(168_100, 231_300),
      modelled: true,
      highlight: true,
    },
    {
      name: 'Posted',
      detail: 'n 43 from 17 employers',
      at: usd(203_500),
      interval: band(182_000, 226_000),
      quartiles: band(172_000, 241_000),
      modelled: false,
      highlight: false,
    },
    {
      name: 'Filed',
      detail: 'n 1,284 from 312 employers',
      at: usd(171_500),
      interval: band(166_000, 177_500),
      quartiles: band(148_000, 199_000),
      modelled: false,
      highlight: false,
    },
    {
      name: 'Official',
      detail: 'all levels, n 153',
      at: usd(139_200),
      interval: band(136_100, 142_300),
      quartiles: null,
      modelled: false,
      highlight: false,
    },
    {
      name: 'Own records',
      detail: '2 records from 1 employer: too few',
      at: null,
      interval: null,
      quartiles: null,
      modelled: false,
      highlight: false,
    },
  ],
};

const ladder: Figure = {
  id: 'ladder',
  kind: 'ladder',
  title: 'One step up from senior is worth about US$23k',
  subtitle: 'Posted base pay by level, US$ a year: median, its 90% interval, quartiles',
  sourceLine: 'Public job boards of employers: n 187 ranges from 61 employers',
  alt: 'Medians by level rise from US$129k at entry to US$233k at principal.',
  axis: { ...payAxis, min: 80_000, max: 300_000, ticks: [100_000, 150_000, 200_000, 250_000, 300_000].map(usd) },
  rows: [
    {
      name: 'Entry',
      detail: 'n 22',
      at: usd(128_900),
      interval: band(112_000, 147_000),
      quartiles: band(108_000, 151_000),
      modelled: true,
      highlight: false,
    },
    {
      name: 'Mid',
      detail: 'n 51',
      at: usd(151_200),
      interval: band(143_000, 160_000),
      quartiles: band(131_000, 174_000),
      modelled: false,
      highlight: false,
    },
    {
      name: 'Senior',
      detail: 'n 71',
      at: usd(173_600),
      interval: band(167_000, 181_000),
      quartiles: band(152_000, 201_000),
      modelled: false,
      highlight: false,
    },
    {
      name: 'Lead',
      detail: 'n 6, with staff',
      at: usd(196_420),
      interval: band(181_200, 212_350),
      quartiles: band(168_100, 231_300),
      modelled: true,
      highlight: true,
    },
    {
      name: 'Principal',
      detail: 'n 14',
      at: usd(233_400),
      interval: band(209_000, 259_000),
      quartiles: band(203_000, 271_000),
      modelled: true,
      highlight: false,
    },
    {
      name: 'Director',
      detail: '3 ranges from 2 employers: too few',
      at: null,
      interval: null,
      quartiles: null,
      modelled: false,
      highlight: false,
    },
  ],
};

const bands = (fifty: [number, number], eighty: [number, number], ninety: [number, number]) => [
  { level: 0.5, levelLabel: '50%', ...band(...fifty) },
  { level: 0.8, levelLabel: '80%', ...band(...eighty) },
  { level: 0.9, levelLabel: '90%', ...band(...ninety) },
];

const fan: Figure = {
  id: 'fan',
  kind: 'fan',
  title: 'About US$202k a year from now, and the fan is wide',
  subtitle: 'Median base pay, US$ a year; official index to May 2025, then 50%, 80% and 90% bands',
  sourceLine: 'Occupational Employment and Wage Statistics, 2019 to 2025; postings n 43',
  alt: 'The index rises from US$158k in 2019 to US$191k in 2025; the forecast for August 2027 is US$202k.',
  axis: { ...payAxis, scale: 'log', min: 175_000, max: 230_000, ticks: [180_000, 200_000, 220_000].map(usd) },
  officialAxis: { ...payAxis, scale: 'log', min: 150_000, max: 200_000, ticks: [160_000, 180_000].map(usd) },
  dates: ['2019', '2021', '2023', '2025', '2027'].map((year) => ({ date: `${year}-05-01`, label: year })),
  observed: [158_300, 163_100, 166_900, 174_200, 180_800, 186_100, 190_700].map((value, index) => ({
    date: `${2019 + index}-05-01`,
    dateLabel: `May ${2019 + index}`,
    at: usd(value),
  })),
  aged: { date: '2026-08-08', dateLabel: 'August 2026', at: usd(196_420) },
  forecast: [
    {
      date: '2027-02-01',
      dateLabel: 'February 2027',
      at: usd(199_200),
      bands: bands([194_000, 204_600], [188_900, 210_200], [185_300, 214_400]),
    },
    {
      date: '2027-08-01',
      dateLabel: 'August 2027',
      at: usd(202_100),
      bands: bands([194_400, 210_300], [187_500, 218_000], [183_000, 223_400]),
    },
  ],
};

const dots: Figure = {
  id: 'ai-exposure',
  kind: 'dots',
  title: 'Highly exposed by three studies, average by one',
  subtitle: 'Exposure to AI, percentile among all occupations, four studies, 2021 to 2025',
  sourceLine: 'Measures of exposure to AI, four studies: 12 occupation scores',
  alt: 'Percentiles by study: 48th, 76th, 86th and 94th.',
  axis: {
    unit: 'percentile',
    scale: 'linear',
    min: 0,
    max: 100,
    ticks: [0, 25, 50, 75, 100].map((value) => ({ value, label: `${value}` })),
  },
  rows: [
    { name: 'Language models', detail: 'tasks a language model could halve, 2023', at: rank(94) },
    { name: 'Abilities', detail: 'abilities matched to AI advances, 2021', at: rank(86) },
    { name: 'Patents', detail: 'overlap of patents and tasks, 2022', at: rank(76) },
    { name: 'Observed use', detail: 'share of recorded conversations, 2025', at: rank(48) },
  ],
  range: { low: rank(48), high: rank(94) },
};

const STATES: readonly [id: string, name: string, value: number | null, fifth: number | null][] = [
  ['US-CA', 'California', 214_300, 5],
  ['US-WA', 'Washington', 209_800, 5],
  ['US-NY', 'New York', 203_900, 4],
  ['US-MA', 'Massachusetts', 199_100, 4],
  ['US-CO', 'Colorado', 182_700, 3],
  ['US-TX', 'Texas', 179_400, 3],
  ['US-IL', 'Illinois', 171_200, 2],
  ['US-GA', 'Georgia', 168_800, 2],
  ['US-FL', 'Florida', 159_600, 1],
  ['US-WY', 'Wyoming', null, null],
];

const tiles: Figure = {
  id: 'states',
  kind: 'tiles',
  title: 'Pay is highest on the west coast',
  subtitle: 'Modelled median base pay, US$ a year, by state',
  sourceLine: 'Labor condition applications n 1,284 and official survey n 153; hatched: too few',
  alt: 'California US$214k is highest, Florida US$160k lowest of nine states with a figure; Wyoming has none.',
  tiles: STATES.map(([id, name, value, fifth]) => ({
    id,
    name,
    short: id.slice(3),
    at: value === null ? null : usd(value),
    printed: value === null ? null : String(Math.round(value / 1000)),
    fifth,
    highlight: id === 'US-CA',
  })),
  unit: 'US$ thousand a year',
};

const percent = (value: number) => ({ value, label: `${value > 0 ? '+' : ''}${value}%` });
const effects = (low: number, high: number) => ({ low: percent(low), high: percent(high) });

const forest: Figure = {
  id: 'skill-forest',
  kind: 'forest',
  title: 'Kubernetes is the one skill with a premium',
  subtitle: 'Adjusted difference in posted base pay, percent, offers that name the skill against others; 90% intervals',
  sourceLine: 'Public job boards of employers: n 187 ranges from 61 employers',
  alt: 'Kubernetes 8 percent more, between 4 and 12; spreadsheets 3 percent less; two without a finding.',
  axis: { unit: 'percent', scale: 'linear', min: -11, max: 17, ticks: [-10, -5, 0, 5, 10, 15].map(percent) },
  zone: effects(-2, 2),
  rows: [
    {
      name: 'Kubernetes',
      detail: 'n 64 from 31 employers',
      at: percent(8),
      interval: effects(4, 12),
      raw: percent(15),
      verdict: 'premium',
      highlight: true,
    },
    {
      name: 'Python',
      detail: 'n 151 from 55 employers',
      at: percent(1),
      interval: effects(-1, 3),
      raw: percent(6),
      verdict: 'no material premium',
      highlight: false,
    },
    {
      name: 'Spreadsheets',
      detail: 'n 40 from 22 employers',
      at: percent(-3),
      interval: effects(-9, 4),
      raw: null,
      verdict: 'not enough evidence',
      highlight: false,
    },
    {
      name: 'Fortran',
      detail: '2 ranges from 1 employer: too few',
      at: null,
      interval: null,
      raw: null,
      verdict: 'not estimable',
      highlight: false,
    },
  ],
};

const empty: Figure = {
  id: 'moat-premium',
  kind: 'empty',
  title: 'Not enough evidence to draw certificate premiums',
  subtitle: 'Difference in posted base pay, percent, by certificate',
  sourceLine: 'Public job boards of employers: 5 postings from 4 employers name one',
  alt: 'No figure: at least 30 postings from 10 employers that name a certificate would be needed.',
};

/** Figures of each section. */
export const SAMPLE_FIGURES: Readonly<Record<SectionId, Figure[]>> = {
  overview: [payBand, bySource, ladder, fan],
  demand: [tiles],
  growthCatalyst: [],
  careerMoat: [empty],
  skillPremium: [forest],
  requiredSkills: [],
  aiImpact: [dots],
  negotiation: [],
  checklist: [],
};
