import type { QuantileFit } from '../../stats/index.js';
import type { Scenario } from './interval-coverage.js';
import type { MarketDesign, Recording } from './simulated-market.js';

/** Effective employers from which a scenario's market may be published, and employers that give about that many. */
const SIZES = [
  { label: 'from 10 effective employers', fewest: 10, employers: 32, holds: { '50': 0.88 } },
  { label: 'from 20 effective employers', fewest: 20, employers: 80, holds: { '10': 0.85, '50': 0.88, '90': 0.85 } },
  {
    label: 'from 20 effective employers, 300 in all',
    fewest: 20,
    employers: 300,
    holds: { '10': 0.85, '50': 0.88, '90': 0.85 },
  },
] as const;

const HELD: readonly { recording: Recording; fit: QuantileFit; upperHold?: number }[] = [
  { recording: 'amount', fit: 'empirical', upperHold: 0.97 },
  { recording: 'heaped amount', fit: 'empirical' },
  { recording: 'range around the value', fit: 'lognormal' },
  { recording: 'range around the value', fit: 'self-consistent' },
  { recording: 'range of offers', fit: 'uniform' },
];

/** What happens where the assumptions fail: reported, not held. */
const REPORTED: readonly { recording: Recording; fit: QuantileFit; change: Partial<MarketDesign>; note: string }[] = [
  { recording: 'range around the value', fit: 'uniform', change: {}, note: 'wrong estimand' },
  { recording: 'range of offers', fit: 'lognormal', change: {}, note: 'wrong estimand' },
  { recording: 'range around the value', fit: 'lognormal', change: { shape: 'two-humped' }, note: 'two humps' },
  { recording: 'range around the value', fit: 'self-consistent', change: { shape: 'two-humped' }, note: 'two humps' },
  { recording: 'range around the value', fit: 'uniform', change: { shape: 'two-humped' }, note: 'two humps' },
  { recording: 'heaped amount', fit: 'empirical', change: { sizeCorrelation: 0.7 }, note: 'large employers pay more' },
];

export interface SizedScenario extends Scenario {
  /** Fewest effective employers of a replication. */
  readonly fewest: number;
}

export const SCENARIOS: readonly SizedScenario[] = [0, 0.4].flatMap((icc) => [
  ...SIZES.flatMap((size) =>
    HELD.map(({ recording, fit, upperHold }) => ({
      name: `${recording}, ${fit}, ICC ${icc}, ${size.label}`,
      design: { record: recording, icc, shape: 'normal' as const, sizeCorrelation: 0 },
      fit,
      employers: size.employers,
      fewest: size.fewest,
      holds: size.holds,
      ...(upperHold === undefined ? {} : { upperHold }),
    })),
  ),
  ...REPORTED.map(({ recording, fit, change, note }) => ({
    name: `${recording}, ${fit}, ICC ${icc}, ${note}`,
    design: { record: recording, icc, shape: 'normal' as const, sizeCorrelation: 0, ...change },
    fit,
    employers: 80,
    fewest: 20,
    holds: {},
  })),
]);
