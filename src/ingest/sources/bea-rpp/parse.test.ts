import { expect, it } from 'vitest';
import { withRawFiles } from '../../../../test/fixtures/raw-folder.js';
import { METRO_COPY, METRO_TABLE, parsePriceLevels, STATE_TABLE } from './parse.js';

const YEARS = Array.from({ length: 17 }, (_, index) => 2008 + index);
const table = (years: readonly number[], ...lines: string[]) =>
  [
    `GeoFIPS,GeoName,Region,Description,Unit,${years.join(',')}`,
    ...lines,
    '"Note: See the included footnote file."',
    '',
  ].join('\n');
const line = (area: string, name: string, years: readonly number[], last: string) =>
  ` "${area}","${name}",5,"RPPs: All items ","Index",${years.map((year) => (year === years.at(-1) ? last : '90.5')).join(',')}`;
const COPY = 'GeoFIPS,GeoName,Description,RPP 2023\n999,Weldon,RPPs: Goods ,88.22\n';

it('reads as many years as an edition has, and notes below the table', async () => {
  const known = YEARS.slice(0, 16);
  const files = {
    [STATE_TABLE]: table(YEARS, line('01000', 'Alabama', YEARS, '(NA)')),
    [METRO_TABLE]: table(known, line('99100', 'Weldon, TX (Metropolitan Statistical Area)', known, '101.5')),
    [METRO_COPY]: COPY,
  };
  const { states, metros } = await withRawFiles(files, parsePriceLevels);
  expect(states).toHaveLength(2);
  expect(states[0]).toMatchObject({ area: '01000', item: 'RPPs: All items' });
  expect([...states[0]!.values].slice(-2)).toEqual([
    [2023, 90.5],
    [2024, null],
  ]);
  expect(states[1]!.item).toBeNull();
  expect([metros[0]!.area, metros[0]!.values.get(2023), metros[0]!.values.has(2024)]).toEqual(['99100', 101.5, false]);
});

it('reads the copy where the metropolitan table is not there', async () => {
  const files = { [STATE_TABLE]: table(YEARS, line('01000', 'Alabama', YEARS, '91')), [METRO_COPY]: COPY };
  const { metros } = await withRawFiles(files, parsePriceLevels);
  expect(metros).toEqual([{ area: '00999', item: 'RPPs: Goods', values: new Map([[2023, 88.22]]) }]);
});

it('names a table that lacks its columns', async () => {
  const files = { [STATE_TABLE]: 'GeoFIPS,GeoName\n01000,Alabama\n', [METRO_COPY]: COPY };
  await expect(withRawFiles(files, parsePriceLevels)).rejects.toMatchObject({ code: 'SOURCE_COLUMN_MISSING' });
});
