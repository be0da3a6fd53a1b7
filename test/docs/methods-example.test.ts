import { describe, expect, it } from 'vitest';
import { exampleOf, methodsExample } from '../../scripts/methods-example.mjs';
import { readDocument } from './documents.js';

describe('the worked example of docs/methods.md', () => {
  it('is what the shipped market gives (renew it: node scripts/methods-example.mjs)', async () => {
    expect(exampleOf(readDocument('docs/methods.md'))).toBe(await methodsExample());
  });

  it('walks every step from the rows to the forecast', () => {
    const text = exampleOf(readDocument('docs/methods.md'));
    const steps = [...text.matchAll(/^\*\*([^*]+?)[.:*]/gm)].map(([, step]) => step);
    expect(steps).toEqual([
      'The question',
      'The rows',
      'The scopes',
      'Ageing',
      'Each source by itself',
      'The sources together',
      'The model',
      'The headline',
      'Beside it',
      'After the as-of date',
    ]);
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
  });
});
