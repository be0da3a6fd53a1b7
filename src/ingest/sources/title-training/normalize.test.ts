import { describe, expect, it } from 'vitest';
import { PublishedOccupations } from '../../published-occupations.js';
import { OccupationCodes } from '../h1b-lca/occupation-code.js';
import { minorGroups } from './groups.js';
import { directMatches, filedTitles, onetTitles } from './normalize.js';

const published = new PublishedOccupations([
  { code: '98-1020', title: 'Loom and Spindle Hands', members: ['98-1021', '98-1022'] },
]);
const occupations = [
  { soc: '98-1020', title: 'Loom and Spindle Hands' },
  { soc: '99-1011', title: 'Ferry Pilots' },
];
const codes = new OccupationCodes({
  published,
  occupations,
  crosswalk: [
    { fromTaxonomy: 'SOC 2010', fromCode: '99-9011', toCode: '99-1011', weight: 0.8 },
    { fromTaxonomy: 'SOC 2010', fromCode: '99-9011', toCode: '98-1020', weight: 0.2 },
  ],
});

const accounted = ({ rowsIn, rowsKept, excluded }: ReturnType<typeof filedTitles>['account']) =>
  rowsIn - rowsKept - excluded.reduce((sum, { count }) => sum + count, 0);

describe('filedTitles', () => {
  const filing = (employer: string | null, title: string | null, code: string, n = '1') => ({
    employer,
    job_title: title,
    soc_code: code,
    soc_title: 'x',
    n_certified: n,
  });

  it('brings employers, titles and codes to one spelling, codes of two editions and of specialities to published ones', () => {
    const { rows, account } = filedTitles(
      [
        filing('ACME INC', 'SR FERRY PILOT', '99-9011', '3'),
        filing('Acme, Inc.', 'Senior Ferry Pilot', '99-1011.04'),
        filing('OTHER LLC', 'LOOM HAND', '98-1022'),
      ],
      codes,
      {},
    );
    expect(rows).toEqual([
      { employer: 'acme', key: 'senior ferry pilot', soc: '99-1011', filings: 3 },
      { employer: 'acme', key: 'senior ferry pilot', soc: '99-1011', filings: 1 },
      { employer: 'other', key: 'loom hand', soc: '98-1020', filings: 1 },
    ]);
    expect(accounted(account)).toBe(0);
  });

  it('counts why rows are left out', () => {
    const { rows, account } = filedTitles(
      [filing('ACME', 'PILOT', '00-0001'), filing('ACME', '---', '99-1011'), filing(null, 'PILOT', '99-1011')],
      codes,
      {},
    );
    expect(rows).toEqual([]);
    expect(account).toEqual({
      rowsIn: 3,
      rowsKept: 0,
      excluded: [
        { reason: 'employer without a name', count: 1 },
        { reason: 'occupation code of no edition', count: 1 },
        { reason: 'title that holds no word', count: 1 },
      ],
    });
  });
});

describe('listed titles', () => {
  it('are those of the direct-match list and the names of the occupations', () => {
    const match = { '2018 SOC Code': '98-1021', '2018 SOC Direct Match Title': 'Loom Operator' };
    const { rows, account } = directMatches([match], occupations, published);
    expect(rows).toContainEqual({ key: 'loom operator', soc: '98-1020', reported: false });
    expect(rows).toHaveLength(3);
    expect(accounted(account)).toBe(0);
  });

  it('say which of them workers reported, and leave codes without a published occupation out', () => {
    const { rows, account } = onetTitles(
      {
        jobTitles: [{ 'O*NET-SOC Code': '99-1011.00', 'Job Title': 'Ferryman' }],
        occupationNames: [{ 'O*NET-SOC Code': '55-1011.00', Title: 'Air Crew Officers' }],
        reportedTitles: [{ 'O*NET-SOC Code': '98-1021.03', 'Reported Job Title': 'Spinner' }],
      },
      published,
      new Set(occupations.map(({ soc }) => soc)),
    );
    expect(rows).toEqual([
      { key: 'ferryman', soc: '99-1011', reported: false },
      { key: 'spinner', soc: '98-1020', reported: true },
    ]);
    expect(account.excluded).toEqual([{ reason: 'occupation without a published code', count: 1 }]);
    expect(accounted(account)).toBe(0);
  });
});

describe('minorGroups', () => {
  it('gives an occupation the minor heading that precedes it', () => {
    const row = (group: string, code: string) => ({ 'SOC Group': group, 'SOC Code': code, 'SOC Title': 't' });
    const definitions = [
      row('Major', '98-0000'),
      row('Minor', '98-1200'),
      row('Broad', '98-1020'),
      row('Detailed', '98-1021'),
      row('Minor', '98-2000'),
      row('Detailed', '98-2011'),
    ];
    expect([...minorGroups(definitions, published)]).toEqual([
      ['98-1020', '98-1200'],
      ['98-2011', '98-2000'],
    ]);
  });
});
