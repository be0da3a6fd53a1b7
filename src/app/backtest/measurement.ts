/** What every measurement of the back-test is given and gives. */
import type { Progress } from '../../core/ports.js';
import type { Score, ScoreId } from '../../core/score.js';
import type { Market } from '../market.js';

export interface BacktestContext {
  readonly market: Market;
  /** Directory of the market, for its models and their record. */
  readonly directory: string;
  /** Folder with one folder of raw files per source; null where scores whose truth does not ship come from the record. */
  readonly from: string | null;
  readonly progress: Progress;
  /** Tells the reader of this run: a score that could not be measured anew, the first of each defect. */
  readonly note: (text: string) => void;
}

/** Scores that are measured together. */
export interface Measurement {
  readonly ids: readonly ScoreId[];
  readonly measure: (context: BacktestContext) => Promise<readonly Score[]>;
}
