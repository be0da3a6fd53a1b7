/** What the tests of strength know of an engine. */
import type { Meter } from '../../src/text/meter.js';

export interface Engine<A = unknown> {
  readonly name: string;
  /** Texts the mutations begin with. */
  readonly seeds: readonly string[];
  read(text: string, meter: Meter): A;
  /** What is wrong with an answer, whatever the text. */
  faults(text: string, answer: A): string[];
  /** UTF-16 units that are read at most, where the engine looks at the beginning of a text alone. */
  readonly reads?: number;
  /** Steps are at most `perUnit` for each UTF-16 unit of the text and `base` beside. */
  readonly steps: { readonly perUnit: number; readonly base: number };
}

/** An engine of answers of any type. */
export function engine<A>(definition: Engine<A>): Engine {
  return definition as Engine;
}

/** Spans that do not lie in the text in order, each beginning where the one before it ends or later. */
export function spanFaults(text: string, spans: readonly (readonly [number, number])[]): string[] {
  let last = 0;
  return spans.flatMap(([from, to]) => {
    const inside = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= text.length;
    const ordered = from >= last;
    last = to;
    return inside && ordered ? [] : [`span [${from}, ${to}] in a text of ${text.length}`];
  });
}

/** `keys` in this order and no others. */
export function shapeFaults(value: object, keys: readonly string[]): string[] {
  const found = Object.keys(value).join();
  return found === keys.join() ? [] : [`fields ${found}`];
}
