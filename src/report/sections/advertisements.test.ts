import { describe, expect, it } from 'vitest';
import { smallContext } from '../../../test/fixtures/small-report.js';
import { advertisementFindings } from './advertisements.js';

const INDEX = { source: 'postings', place: 'US', month: '2026-07-01', value: 104.25, yearBefore: 110 };

describe('advertised jobs', () => {
  it('are told with their change over a year and what they are not', async () => {
    const context = await smallContext({}, { advertisements: [INDEX] });
    expect(advertisementFindings(context)).toMatchObject([
      {
        id: 'demand.advertised.US',
        statement:
          'Advertised jobs of all kinds in the United States stood at 104.3 in July 2026 (February 2020 is 100), 5.2% fewer than a year before.',
        quantity: { value: -5.23, unit: 'percent/year' },
        evidence: { sources: ['postings'], place: 'US', period: { from: '2025-07-01', to: '2026-07-01' }, n: 2 },
        caveats: [expect.stringContaining('not this role')],
      },
    ]);
  });

  it('stand alone where the year before is missing', async () => {
    const context = await smallContext({}, { advertisements: [{ ...INDEX, yearBefore: null }] });
    const [finding] = advertisementFindings(context);
    expect(finding).toMatchObject({ quantity: { value: 104.25, unit: 'index' }, evidence: { n: 1 } });
    expect(finding!.statement).not.toContain('year before');
  });

  it('are left out where no index is published', async () => {
    expect(advertisementFindings(await smallContext())).toEqual([]);
  });
});
