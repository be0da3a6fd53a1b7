import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payTruthOf, readRawPostings, textsOf } from './raw-postings.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postings-'));
  await mkdir(join(folder, 'ashby-boards-2025-10'));
  await mkdir(join(folder, 'uber-careers-2025-12'));
});
afterEach(() => rm(folder, { recursive: true }));

const ashby = (content: Uint8Array) => writeFile(join(folder, 'ashby-boards-2025-10', 'jobs.jsonl.gz'), content);
const uber = (content: Uint8Array) => writeFile(join(folder, 'uber-careers-2025-12', 'uber.json.gz'), content);
const posting = { _board: 'b', id: 'x', descriptionPlain: 'Python' };

describe('postings of the publishers', () => {
  it('are read with their texts', async () => {
    await ashby(gzipSync(`${JSON.stringify(posting)}\n\n${JSON.stringify({ _board: 'b', id: 'y' })}\n`));
    await uber(
      gzipSync(
        JSON.stringify({
          jobs: [
            { id: 7, description: 'SQL' },
            { id: 8, description: null },
          ],
        }),
      ),
    );
    const postings = await readRawPostings(folder);
    expect([...textsOf(postings)]).toEqual([
      ['ashby/x', 'Python'],
      ['ashby/y', ''],
      ['uber/7', 'SQL'],
      ['uber/8', ''],
    ]);
    expect(payTruthOf(postings).uber).toEqual(['SQL', '']);
  });

  it.each<[string, string, () => Promise<void>]>([
    ['MISSING_RAW_FILE', 'are not there', async () => {}],
    ['UNREADABLE_RAW_FILE', 'are not packed', () => ashby(Buffer.from('{}'))],
    ['UNREADABLE_RAW_FILE', 'are cut short', () => ashby(gzipSync(JSON.stringify(posting)).subarray(0, 20))],
    ['UNREADABLE_RAW_FILE', 'are no JSON', () => ashby(gzipSync('<html>'))],
  ])('%s when they %s', async (code, _, happens) => {
    await happens();
    await expect(readRawPostings(folder)).rejects.toMatchObject({ code, exitCode: 1 });
  });

  it('UNREADABLE_RAW_FILE when there are no jobs in them', async () => {
    await ashby(gzipSync(JSON.stringify(posting)));
    await uber(gzipSync('{"positions":[]}'));
    await expect(readRawPostings(folder)).rejects.toMatchObject({ code: 'UNREADABLE_RAW_FILE' });
  });

  it('MISSING_RAW_FOLDER when the folder is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(readRawPostings(join(folder, 'file'))).rejects.toMatchObject({ code: 'MISSING_RAW_FOLDER' });
  });
});
