import { expect, it } from 'vitest';
import { withRawFiles } from '../../../../test/fixtures/raw-folder.js';
import { OFFICIAL_TABLE, parseWages, YEARLY_COPY } from './parse.js';

const OFFICIAL =
  '"Area","SocCode","GeoLvl","Level1","Level2","Level3","Level4","Average","Label"\r\n' +
  '"99100","98-2011","1","20","25","30","35","28",""\r\n' +
  '"0100001","98-2012","3","42000","45000","48000","51000","47000","Annual Wage"\r\n';

it("reads the publisher's table, hourly, before the yearly copy", async () => {
  const wages = await withRawFiles({ [OFFICIAL_TABLE]: OFFICIAL }, parseWages);
  expect(wages).toEqual([
    { area: '99100', soc: '98-2011', level1: 41_600, level4: 72_800, mean: 58_240 },
    { area: '100001', soc: '98-2012', level1: 42_000, level4: 51_000, mean: 47_000 },
  ]);
});

it('names the copy where neither is there', async () => {
  await expect(withRawFiles({}, parseWages)).rejects.toThrow(YEARLY_COPY);
});
