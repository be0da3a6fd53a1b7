/** Answers the usual questions while nobody asks, so that lists have figures and first visitors do not wait. */
import type { ReportQuestion } from './question.js';

export interface WarmUpOptions {
  /** In this order, each once. */
  readonly questions: readonly ReportQuestion[];
  readonly answer: (question: ReportQuestion) => Promise<unknown>;
  /** Whether nobody is waiting or was there a moment ago. */
  readonly quiet: () => boolean;
  /** Milliseconds between two looks whether it is quiet. */
  readonly pauseMs?: number;
}

const PAUSE_MS = 250;

/** @returns stops it */
export function warmUp({ questions, answer, quiet, pauseMs = PAUSE_MS }: WarmUpOptions): () => void {
  const left = [...questions];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const later = (waitMs: number): void => {
    if (stopped || left.length === 0) return;
    timer = setTimeout(() => void next(), waitMs);
    timer.unref();
  };
  const next = async (): Promise<void> => {
    if (!quiet()) return later(pauseMs);
    const question = left.shift();
    // What fails here fails again, and is told, when somebody asks.
    if (question !== undefined) await answer(question).catch(() => {});
    later(0);
  };
  later(pauseMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
