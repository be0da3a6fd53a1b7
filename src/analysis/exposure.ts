/** Where the occupations behind a role rank on published measures of AI exposure (METHODS 7). */
import { select } from '../query/plan.js';
import { percentileRank } from '../stats/index.js';
import type { Store } from '../store/port.js';
import type { Question } from './question.js';

export type ExposureKind = 'theoretical' | 'observed';

export interface MeasureDefinition {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly kind: ExposureKind;
  readonly says: string;
}

/**
 * Measures a market may hold: the first three ship, the others come with the optional sources of a user's machine. Raw
 * values are never compared, only ranks.
 */
export const MEASURES: readonly MeasureDefinition[] = [
  {
    id: 'gpts-beta-model',
    source: 'gpts-are-gpts',
    name: 'GPTs are GPTs, rated by GPT-4',
    kind: 'theoretical',
    says: 'share of tasks a language model with tools could speed up, rated by a model (2023)',
  },
  {
    id: 'gpts-beta-human',
    source: 'gpts-are-gpts',
    name: 'GPTs are GPTs, rated by people',
    kind: 'theoretical',
    says: 'the same tasks rated by annotators (2023)',
  },
  {
    id: 'microsoft-applicability',
    source: 'microsoft-ai-applicability',
    name: 'Microsoft AI applicability',
    kind: 'observed',
    says: 'overlap of the work with what people did in 200,000 Copilot conversations (2024)',
  },
  {
    id: 'aioe',
    source: 'aioe',
    name: 'AIOE',
    kind: 'theoretical',
    says: 'overlap of abilities with ten applications of artificial intelligence (2021)',
  },
  {
    id: 'aioe-language',
    source: 'aioe',
    name: 'AIOE, language modelling',
    kind: 'theoretical',
    says: 'overlap of abilities with language modelling alone (2023)',
  },
  {
    id: 'ilo-genai',
    source: 'ilo-genai',
    name: 'ILO generative AI index',
    kind: 'theoretical',
    says: 'tasks that generative systems could automate, rated by experts and models (2025)',
  },
  {
    id: 'anthropic-use',
    source: 'anthropic-index',
    name: 'Anthropic Economic Index',
    kind: 'observed',
    says: 'share of Claude conversations about tasks of the occupation (2025)',
  },
];

/** Measures whose percentiles differ by more than this disagree. */
export const DISAGREEMENT_POINTS = 25;

export interface ExposureRank {
  readonly measure: MeasureDefinition;
  /** Percentile among all rated occupations, 0-100, mid-rank, weighted over the mix. */
  readonly percentile: number;
  /** Lowest and highest percentile among the occupations of the mix. */
  readonly low: number;
  readonly high: number;
  /** Occupations rated by the measure. */
  readonly rated: number;
  /** Share of the mix the measure covers, fraction. */
  readonly coverage: number;
}

export interface Exposure {
  readonly ranks: readonly ExposureRank[];
  /** null with fewer than two measures. */
  readonly spread: {
    readonly low: number;
    readonly high: number;
    readonly median: number;
    readonly disagree: boolean;
  } | null;
}

/** Ranks the occupation mix on every measure that rates at least half of it. */
export async function exposure(store: Store, question: Question): Promise<Exposure> {
  if (question.occupations.length === 0) return { ranks: [], spread: null };
  const rows = await store.read(select('exposure', ['measure', 'soc', 'value']));
  const ranks = MEASURES.flatMap((measure) => {
    const rated = rows.filter((row) => row.measure === measure.id);
    const values = rated.map((row) => row.value);
    const mine = question.occupations.flatMap((occupation) => {
      const row = rated.find((candidate) => candidate.soc === occupation.soc);
      return row === undefined ? [] : [{ share: occupation.share, percentile: percentileRank(values, row.value) }];
    });
    const coverage = mine.reduce((sum, entry) => sum + entry.share, 0);
    if (coverage < 0.5) return [];
    return [
      {
        measure,
        percentile: mine.reduce((sum, entry) => sum + (entry.share / coverage) * entry.percentile, 0),
        low: Math.min(...mine.map((entry) => entry.percentile)),
        high: Math.max(...mine.map((entry) => entry.percentile)),
        rated: rated.length,
        coverage,
      },
    ];
  });
  if (ranks.length < 2) return { ranks, spread: null };
  const sorted = ranks.map((rank) => rank.percentile).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[0]!;
  const high = sorted.at(-1)!;
  const median = sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { ranks, spread: { low, high, median, disagree: high - low > DISAGREEMENT_POINTS } };
}
