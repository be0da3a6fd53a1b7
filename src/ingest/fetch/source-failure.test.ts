import { describe, expect, it } from 'vitest';
import type { Download } from '../connector.js';
import { statusFailure } from './fetch-failure.js';
import { sourceFetch } from './source-failure.js';

const board = (name: string, more: Partial<Download> = {}): Download => ({
  address: `https://boards.example.org/${name}`,
  path: `boards/${name}.json`,
  type: 'json',
  maxBytes: 1000,
  comesAndGoes: true,
  ...more,
});
const outcomes = (statuses: Readonly<Record<string, number>>) =>
  new Map(
    Object.entries(statuses).map(([name, status]) => {
      const address = `https://boards.example.org/${name}`;
      return [address, { failure: status === 200 ? null : statusFailure(new URL(address), status, null) }];
    }),
  );

describe('the downloads of a source', () => {
  it('may lose files of a kind that come and go', () => {
    expect(sourceFetch([board('a'), board('b')], outcomes({ a: 200, b: 404 }))).toEqual({
      failure: null,
      withdrawn: ['boards/b.json'],
    });
  });

  it('fail together where all are gone', () => {
    const { failure } = sourceFetch([board('a'), board('b')], outcomes({ a: 410, b: 404 }));
    expect(failure).toMatchObject({ code: 'FETCH_GONE' });
  });

  it('fail with one that is not there for another reason, or must be there', () => {
    const all = [board('a'), board('b'), board('c')];
    expect(sourceFetch(all, outcomes({ a: 404, b: 503, c: 200 })).failure).toMatchObject({ code: 'FETCH_SERVER' });
    const fixed = [board('a'), { ...board('b'), comesAndGoes: false }];
    expect(sourceFetch(fixed, outcomes({ a: 200, b: 404 })).failure).toMatchObject({ code: 'FETCH_GONE' });
  });

  it('are well when all came, and when there are none', () => {
    expect(sourceFetch([board('a')], outcomes({ a: 200 }))).toEqual({ failure: null, withdrawn: [] });
    expect(sourceFetch([], new Map())).toEqual({ failure: null, withdrawn: [] });
  });
});
