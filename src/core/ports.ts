/** What the outside world provides; injected, so that tests are deterministic. */

export interface Progress {
  /** Says what is being done; shown on standard error and only on a terminal. */
  step(message: string): void;
  done(): void;
}

/** Uniform numbers in [0, 1); seeded wherever a published number depends on it. */
export type Rng = () => number;

export const silentProgress: Progress = { step() {}, done() {} };
