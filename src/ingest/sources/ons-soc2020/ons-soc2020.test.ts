import { describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import {
  accountedFor,
  readSharedSource,
  tiedRows,
  withSharedData,
} from '../../../../test/fixtures/read-shared-source.js';
import { onsSoc2020 } from './connector.js';
import { normalizeRelatedTitles } from './normalize.js';
import { parseTitleCopy, parseTitleWorkbook } from './parse.js';

describe('normalizeRelatedTitles', () => {
  it('gives each title under the key by which titles are compared', () => {
    const reading = normalizeRelatedTitles([
      { code: '9991', title: 'Loom hand (computing/IT)' },
      { code: '9992', title: 'Loom hand (computing/IT)' },
      { code: '9991', title: 'LOOM HAND (computing / IT)' },
    ]);
    expect(reading.tables.occupationTitles!.map(({ taxonomy, code }) => `${taxonomy} ${code}`)).toEqual([
      'UK SOC 2020 9991',
      'UK SOC 2020 9992',
    ]);
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 2 });
  });

  it('refuses a title without a group', () => {
    expect(() => normalizeRelatedTitles([{ code: null, title: 'Loom hand' }])).toThrow(/soc2020/);
  });
});

describeNeeding(['data'], 'ons-soc2020 on the published files', () => {
  it('lists the related titles of all unit groups', async () => {
    const reading = await readSharedSource(onsSoc2020);
    expect([reading.rowsIn, accountedFor(reading)]).toEqual([2091, 2091]);
    const rows = reading.tables.occupationTitles!;
    expect(tiedRows('occupationTitles', rows)).toEqual([]);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(412);
    const codesOf = (title: string) => rows.filter((row) => row.title === title).map(({ code }) => code);
    expect([codesOf('software engineer'), codesOf('data analyst')]).toEqual([['2134'], ['3544']]);
    expect(rows.filter(({ title }) => /data engineer|machine learning/.test(title))).toEqual([]);
  });

  it("reads the publisher's own workbook to the same titles", async () => {
    const { copy, workbook } = await withSharedData(async (raw) => ({
      copy: await parseTitleCopy(raw),
      workbook: await parseTitleWorkbook(raw, 'soc2020_volume1_unit_groups_2025-12.xlsx'),
    }));
    expect(workbook).toEqual(copy);
  });
});
