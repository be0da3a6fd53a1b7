/** Runs the `@example` lines of every docstring in this folder and compares with the results they state. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as stats from './index.js';

interface Example {
  readonly file: string;
  readonly code: string;
  readonly expected: string;
}

const folder = new URL('./', import.meta.url);
const evaluate = (code: string): unknown =>
  new Function(...Object.keys(stats), `return (${code});`)(...Object.values(stats));

function examplesOf(file: string): Example[] {
  const source = readFileSync(new URL(file, folder), 'utf8');
  return [...source.matchAll(/\* @example ([\s\S]*?)\n?\s*\*\//g)].map((match) => {
    const text = match[1]!.replaceAll(/\n\s*\*/g, '\n');
    const split = text.lastIndexOf('//');
    return { file, code: text.slice(0, split).trim(), expected: text.slice(split + 2).trim() };
  });
}

/** Numbers agree to the digits that documentation shows. */
function matches(actual: unknown, expected: unknown): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(actual - expected) <= 5e-4 * Math.abs(expected) + 1e-16;
  }
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  return Object.entries(expected).every(([key, value]) => matches((actual as Record<string, unknown>)[key], value));
}

const exported = (file: string): boolean => file.endsWith('.ts') && !/test\.ts$|^index\.ts$/.test(file);
/** Not part of the folder's public face. */
const internal = new Set(['bracketed-root.ts']);
const examples = readdirSync(folder)
  .filter((file) => exported(file) && !internal.has(file))
  .flatMap(examplesOf);

describe('examples in docstrings', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(35);
  });

  it.each(examples)('$file: $code', ({ code, expected }) => {
    const actual = evaluate(code);
    expect(matches(actual, evaluate(expected)), `gave ${JSON.stringify(actual)}, not ${expected}`).toBe(true);
  });
});
