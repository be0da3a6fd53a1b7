import { describe, expect, it } from 'vitest';
import { DisclosureReader, type DisclosureRecord, dayOf, disclosureFiles } from './disclosure.js';

const RECORD: DisclosureRecord = {
  CASE_NUMBER: 'I-200-00001-000001',
  CASE_STATUS: 'Certified',
  RECEIVED_DATE: '2025-03-10',
  FULL_TIME_POSITION: 'Y',
  EMPLOYER_NAME: 'Acme, Inc.',
  JOB_TITLE: 'Senior Welder',
  SOC_CODE: '98-2011.00',
  SOC_TITLE: 'Welders',
  WAGE_RATE_OF_PAY_FROM: '95000.5',
  WAGE_UNIT_OF_PAY: 'Year',
  WORKSITE_STATE: 'CA',
};

function read(...records: readonly Partial<DisclosureRecord>[]) {
  const reader = new DisclosureReader();
  reader.add(records.map((change, index) => ({ ...RECORD, CASE_NUMBER: `I-${index}`, ...change })));
  return reader.result();
}

describe('DisclosureReader', () => {
  it('reads certified full-time filings with their day', () => {
    expect(read({}).filings).toEqual([
      {
        employer: 'Acme, Inc.',
        title: 'Senior Welder',
        socCode: '98-2011',
        socTitle: 'Welders',
        wage: 95_000.5,
        unit: 'Year',
        state: 'CA',
        received: '2025-03-10',
      },
    ]);
  });

  it('counts what is no certified full-time filing', () => {
    const set = read(
      {},
      { CASE_STATUS: 'Certified - Withdrawn' },
      { CASE_STATUS: 'Denied' },
      { CASE_STATUS: 'Withdrawn' },
      { FULL_TIME_POSITION: 'N' },
      { JOB_TITLE: ' ' },
      { RECEIVED_DATE: null },
    );
    expect(set.filings).toHaveLength(2);
    expect(set.rowsIn).toBe(7);
    expect(set.excluded).toEqual([
      { reason: 'not certified', count: 2 },
      { reason: 'without employer, title, occupation, wage, state or date', count: 2 },
      { reason: 'not full time', count: 1 },
    ]);
  });

  it('counts an application of two files once', () => {
    const reader = new DisclosureReader();
    reader.add([RECORD]);
    reader.add([
      { ...RECORD, CASE_STATUS: 'Certified - Withdrawn' },
      { ...RECORD, CASE_NUMBER: 'I-2' },
    ]);
    expect(reader.result()).toMatchObject({
      rowsIn: 3,
      excluded: [{ reason: 'application that another file, or an earlier row, holds', count: 1 }],
    });
  });

  it('reads wages with a sign and separators', () => {
    expect(read({ WAGE_RATE_OF_PAY_FROM: '$95,000.00' }).filings[0]!.wage).toBe(95_000);
  });

  it('refuses statuses, units and wages that are not documented', () => {
    expect(() => read({ CASE_STATUS: 'Pending' })).toThrow(/CASE_STATUS/);
    expect(() => read({ FULL_TIME_POSITION: 'maybe' })).toThrow(/FULL_TIME_POSITION/);
    expect(() => read({ WAGE_UNIT_OF_PAY: 'Fortnight' })).toThrow(/WAGE_UNIT_OF_PAY/);
    expect(() => read({ WAGE_RATE_OF_PAY_FROM: 'market' })).toThrow(/WAGE_RATE_OF_PAY_FROM/);
  });
});

describe('dayOf', () => {
  it('reads days and the numbers Excel counts days by', () => {
    expect(dayOf('2025-03-10')).toBe('2025-03-10');
    expect(dayOf('45726')).toBe('2025-03-10');
  });

  it('refuses other texts and numbers that are no day of our time', () => {
    for (const value of ['3/10/2025', '12', 'soon', null]) expect(() => dayOf(value)).toThrow(/RECEIVED_DATE/);
  });
});

describe('disclosureFiles', () => {
  it('finds the quarters in order and nothing else', () => {
    const names = [
      'lca.parquet',
      'LCA_Disclosure_Data_FY2026_Q1.xlsx',
      'LCA_Disclosure_Data_FY2025_Q4.xlsx',
      'LCA_Worksites_FY2025_Q4.xlsx',
    ];
    expect(disclosureFiles(names)).toEqual([
      'LCA_Disclosure_Data_FY2025_Q4.xlsx',
      'LCA_Disclosure_Data_FY2026_Q1.xlsx',
    ]);
  });
});
