import { expect, it } from 'vitest';
import { withRawFiles } from '../../../../test/fixtures/raw-folder.js';
import type { RawReader } from '../../raw-reader.js';
import { boardDownloads } from './fetch.js';
import { boardPath, readBoards } from './parse.js';

const BOARDS = ['acme', 'Beta%20Forge', 'gamma'];
const job = (title: string) => ({
  title,
  employmentType: 'FullTime',
  isListed: true,
  publishedAt: '2025-10-02T08:00:00.000+00:00',
  location: 'Texas',
  secondaryLocations: [],
  descriptionPlain: 'Welds.',
});
const titles = async (raw: RawReader) => {
  const found: string[] = [];
  for await (const { board, title } of readBoards(raw, BOARDS)) found.push(`${board}: ${title}`);
  return found;
};

it("reads the boards' own answers, as far as they are there", async () => {
  const files = {
    [boardPath('acme')]: JSON.stringify({ apiVersion: '1', jobs: [job('Welder'), job('Riveter')] }),
    [boardPath('Beta%20Forge')]: JSON.stringify({ jobs: [job('Smith')] }),
  };
  expect(await withRawFiles(files, titles)).toEqual(['acme: Welder', 'acme: Riveter', 'Beta Forge: Smith']);
});

it('names the collection where there are none, and an answer that is something else', async () => {
  await expect(withRawFiles({}, titles)).rejects.toThrow('ashby-boards-2025-10/jobs.jsonl.gz');
  const wrong = { [boardPath('acme')]: JSON.stringify({ error: 'Not found' }) };
  await expect(withRawFiles(wrong, titles)).rejects.toMatchObject({ code: 'SOURCE_VALUE' });
});

it('asks each board under its name as in addresses', () => {
  expect(boardDownloads(BOARDS).map(({ address, path }) => [address, path])[1]).toEqual([
    'https://api.ashbyhq.com/posting-api/job-board/Beta%20Forge?includeCompensation=true',
    'ashby-boards-2025-10/boards/Beta%20Forge.json',
  ]);
});
