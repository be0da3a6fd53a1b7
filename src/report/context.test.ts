import { describe, expect, it } from 'vitest';
import { IN_BRITAIN, IN_CALIFORNIA, IN_SAN_JOSE } from '../../test/fixtures/question.js';
import { smallContext } from '../../test/fixtures/small-report.js';
import { capitalise, withArticle } from './context.js';

describe('names of places', () => {
  it('have an article where English wants one', () => {
    expect(['United States', 'Netherlands', 'District of Columbia'].map(withArticle)).toEqual([
      'the United States',
      'the Netherlands',
      'the District of Columbia',
    ]);
    expect(['California', 'India', ''].map(withArticle)).toEqual(['California', 'India', '']);
  });

  it('are those of the place asked about, answered by the state of a metropolitan area', async () => {
    expect((await smallContext()).inPlace).toBe('in the United States');
    expect((await smallContext({ question: IN_CALIFORNIA })).answeringPlace.id).toBe('US-CA');
    const metro = await smallContext({ question: IN_SAN_JOSE });
    expect([metro.placeName, metro.answeringPlace.id, metro.answeringPlace.name]).toEqual([
      'San Jose',
      'US-CA',
      'California',
    ]);
    const stateless = { ...IN_SAN_JOSE, statePlaceId: null, statePlaceName: null };
    expect((await smallContext({ question: stateless })).answeringPlace).toEqual({ id: 'US', name: 'United States' });
  });
});

describe('amounts', () => {
  it('are written in the currency of the place, no finer than a tenth of the interval', async () => {
    const context = await smallContext({ question: IN_BRITAIN });
    expect(context.money(123_456)).toBe('£123,500');
    expect(context.money(123_456, { low: 100_000, high: 110_000 })).toBe('£123,000');
    expect(context.money(123_456, { low: 100_000, high: 150_000 })).toBe('£125,000');
    expect(context.moneyExact(123_456)).toBe('£123,456');
    expect(context.moneyShort(123_456)).toBe('£123k');
  });
});

describe('names of sources', () => {
  it('come from the manifest, or are the id', async () => {
    const context = await smallContext();
    expect(context.sourceNames(['boards', 'filings', 'nowhere'])).toBe('The boards, The filings and nowhere');
  });
});

it('a sentence begins with a capital', () => {
  expect([capitalise('posted pay'), capitalise('Éa'), capitalise('')]).toEqual(['Posted pay', 'Éa', '']);
});

it('the evidence of nothing names its place and no source', async () => {
  const evidence = (await smallContext({ question: IN_CALIFORNIA })).emptyEvidence('scope', 'method');
  expect(evidence).toMatchObject({ n: 0, employers: null, sources: [], period: null, place: 'US-CA', basis: null });
});
