import { expect, it } from 'vitest';
import { observation } from '../../test/fixtures/market-rows.js';
import { cohortSources } from './cohort-sources.js';

it('tells sources that name employers from those that do not, basis by basis', () => {
  const rows = [
    observation({ source: 'boards', employer: 1 }),
    observation({ source: 'board-index', employer: null }),
    observation({ source: 'boards', employer: null }),
    observation({ source: 'filings', employer: 2, basis: 'filed' }),
  ];
  expect(cohortSources(rows, 'posted')).toEqual({ naming: ['boards'], unnaming: ['board-index', 'boards'] });
  expect(cohortSources(rows, 'filed')).toEqual({ naming: ['filings'], unnaming: [] });
  expect(cohortSources([], 'posted')).toEqual({ naming: [], unnaming: [] });
});
