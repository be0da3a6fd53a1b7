/** Runs the examples of the docstrings of core, query and the report's axis, and compares with what they promise. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../cli/amount.js';
import { storedColumn, tableFolder } from '../query/dialect.js';
import { linearAxis } from '../report/figures/axis.js';
import * as format from './format.js';

const KNOWN: Readonly<Record<string, unknown>> = { ...format, storedColumn, tableFolder, linearAxis, parseAmount };
const FILES = ['./format.ts', '../query/dialect.ts', '../report/figures/axis.ts', '../cli/amount.ts'];

const evaluate = (code: string): unknown =>
  new Function(...Object.keys(KNOWN), `return (${code});`)(...Object.values(KNOWN));

const examples = FILES.flatMap((file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return [...text.matchAll(/\* @example (.+?) \/\/ (.+)/g)].map(([, code, promised]) => ({
    code: code!,
    promised: promised!,
  }));
});

describe('examples in docstrings', () => {
  it('are found in every file', () => {
    expect(examples.length).toBeGreaterThanOrEqual(8);
  });

  it.each(examples)('$code gives $promised', ({ code, promised }) => {
    expect(evaluate(code)).toEqual(evaluate(promised));
  });
});
