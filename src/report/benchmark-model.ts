/** Types of the benchmark's model; the shapes are stated once, in `benchmark-schema.ts`. */
import type { z } from 'zod';
import type { benchmarkRowSchema, benchmarkSchema } from './benchmark-schema.js';
import type { DeepReadonly } from './model.js';

export type Benchmark = DeepReadonly<z.infer<typeof benchmarkSchema>>;
export type BenchmarkRow = DeepReadonly<z.infer<typeof benchmarkRowSchema>>;

/** What is known before the first row. */
export interface BenchmarkOpening extends Pick<Benchmark, 'schema' | 'asOf' | 'basis' | 'only'> {
  /** Whether the file has a column of pay. */
  readonly hasPay: boolean;
}

/** What is known after the last. */
export type BenchmarkClosing = Pick<Benchmark, 'summary' | 'sources' | 'method'>;

/** A benchmark as it is made: rows in the order of the file, and the closing once they have all been taken. */
export interface BenchmarkStream {
  readonly opening: BenchmarkOpening;
  readonly rows: AsyncIterable<BenchmarkRow>;
  closing(): BenchmarkClosing;
}
