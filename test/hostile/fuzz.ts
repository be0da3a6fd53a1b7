/** Feeds an engine with mutants and says which of them it does not survive. */
import type { Engine } from './engine.js';
import { escaped, mutant } from './mutate.js';
import { randomFor } from './random.js';

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
}

const MOST_REPORTED = 5;

/** The input of one number: the same in every run with the same seed. */
export function inputOf(engine: Engine, seed: number, index: number): string {
  return mutant(engine.seeds, randomFor(seed, index));
}

/**
 * Runs `count` mutants. Each is read twice with another text between, so that an answer that depends on what was read
 * before is found too.
 *
 * @returns one line a failure, with the input and how to make it again; at most five
 */
export function fuzz(engine: Engine, { count, seed }: FuzzOptions): string[] {
  const failures: string[] = [];
  let steps = 0;
  let previous: { readonly text: string; readonly answer: string } | null = null;
  for (let index = 0; index < count && failures.length < MOST_REPORTED; index += 1) {
    const text = inputOf(engine, seed, index);
    const found: string[] = [];
    try {
      const meter = { steps: 0 };
      const answer = engine.read(text, meter);
      found.push(...engine.faults(text, answer));
      const most = engine.steps.perUnit * text.length + engine.steps.base;
      if (meter.steps > most) found.push(`${meter.steps} steps for ${text.length} units, more than ${most}`);
      steps += meter.steps;
      if (previous !== null && JSON.stringify(engine.read(previous.text, { steps: 0 })) !== previous.answer) {
        found.push(`another answer the second time to ${escaped(previous.text)}`);
      }
      previous = { text, answer: JSON.stringify(answer) };
    } catch (thrown) {
      found.push(`threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    }
    if (found.length > 0) {
      failures.push(`${engine.name}: seed ${seed}, input ${index}: ${found.join('; ')}\n  ${escaped(text)}`);
    }
  }
  return steps === 0 && failures.length === 0 ? [`${engine.name}: no steps counted`] : failures;
}

export interface Growth {
  readonly family: string;
  /** Steps for twice the text over steps for the text, the largest. */
  readonly ratio: number;
  readonly stepsPerUnit: number;
}

/** How the steps of an engine grow with a text that repeats one piece: lengths n, 2n and 4n. */
export function growthOf(engine: Engine, piece: string, units: number): Growth {
  const steps = [1, 2, 4].map((factor) => {
    const meter = { steps: 0 };
    engine.read(piece.repeat(Math.ceil((units * factor) / piece.length)), meter);
    return meter.steps;
  }) as [number, number, number];
  const ratio = Math.max(steps[1] / Math.max(1, steps[0]), steps[2] / Math.max(1, steps[1]));
  return { family: escaped(piece, 60), ratio, stepsPerUnit: steps[2] / (4 * units) };
}
