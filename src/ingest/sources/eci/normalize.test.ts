import { expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import { withRawFiles } from '../../../../test/fixtures/raw-folder.js';
import { readSharedSource, theRow } from '../../../../test/fixtures/read-shared-source.js';
import { eci } from './connector.js';
import { normalizeIndex } from './normalize.js';
import { INDEX_PATH, parseIndex } from './parse.js';

const parse = (text: string) => withRawFiles({ [INDEX_PATH]: text }, parseIndex);

it.each(['DATE', 'observation_date'])('reads files whose days are called %s', async (day) => {
  expect(await parse(`${day},ECIWAG\n2025-04-01,7.5\n2025-07-01,.\n2025-10-01,\n`)).toEqual([
    { month: '2025-04-01', value: 7.5 },
    { month: '2025-07-01', value: null },
    { month: '2025-10-01', value: null },
  ]);
});

it.each([
  ['SOURCE_COLUMN_MISSING', 'month,ECIWAG\n2025-04-01,7\n', /'observation_date'/],
  ['SOURCE_COLUMN_MISSING', 'DATE,CPI\n2025-04-01,7\n', /'ECIWAG'/],
  ['SOURCE_VALUE', 'DATE,ECIWAG\n2025-05-01,7\n', /'2025-05-01' where the first day of a quarter belongs/],
  ['SOURCE_VALUE', 'DATE,ECIWAG\n2025-04-01,n.a.\n', /'n\.a\.' where a number belongs/],
])('refuses with %s: %j', async (code, text, message) => {
  await expect(parse(text)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

it('can say where a value stands, whatever the days are called', async () => {
  const cell = await withRawFiles({ [INDEX_PATH]: 'observation_date,ECIWAG\n2025-04-01,n.a.\n' }, async (raw) => {
    await expect(parseIndex(raw)).rejects.toMatchObject({ code: 'SOURCE_VALUE' });
    return raw.find('ECIWAG', 'n.a.');
  });
  expect(cell).toEqual({ path: INDEX_PATH, row: 2 });
});

it('keeps gaps as gaps and ends with the last day of the newest quarter', () => {
  const reading = normalizeIndex([
    { month: '2025-01-01', value: 5 },
    { month: '2025-07-01', value: null },
    { month: '2025-10-01', value: 6 },
  ]);
  expect(reading).toEqual({
    tables: {
      series: [
        { series: 'eci-wages-private', month: '2025-01-01', value: 5, n: null },
        { series: 'eci-wages-private', month: '2025-10-01', value: 6, n: null },
      ],
    },
    rowsIn: 3,
    rowsKept: 2,
    excluded: [{ reason: 'no figure', count: 1 }],
    newest: '2025-12-31',
    vintage: 'first quarter of 2025 to fourth quarter of 2025',
  });
});

it('refuses a file without a figure', () => {
  expect(() => normalizeIndex([{ month: '2025-01-01', value: null }])).toThrow(/no dated rows/);
});

describeNeeding(['data'], 'the whole file', () => {
  it('gives every quarter, the first and the last as published', async () => {
    const { tables, ...facts } = await readSharedSource(eci);
    expect(facts).toEqual({ rowsIn: 39, rowsKept: 39, excluded: [], newest: '2022-09-30', vintage: eci.vintage });
    expect(theRow(tables.series, { month: '2013-01-01' }).value).toBe(117.4);
    expect(theRow(tables.series, { month: '2022-07-01' }).value).toBe(155.9);
  });
});
