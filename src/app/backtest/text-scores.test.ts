import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceError } from '../../core/errors.js';
import { silentProgress } from '../../core/ports.js';
import type { Score } from '../../core/score.js';
import { openMarket } from '../market.js';
import { SHIPPED_MARKET } from '../paths.js';
import { readGold } from './gold.js';
import type { Measurement } from './measurement.js';
import { readScores } from './record.js';
import { payStrings, skills, titles } from './text-scores.js';

async function measured({ measure }: Measurement, from: string | null): Promise<readonly Score[]> {
  const market = await openMarket();
  try {
    return await measure({ market, directory: SHIPPED_MARKET, from, progress: silentProgress, note: () => {} });
  } finally {
    await market.close();
  }
}

describe('scores of the text engines without the publishers’ files', () => {
  it('are the recorded ones, with their day', async () => {
    const record = await readScores(SHIPPED_MARKET);
    const scores = [
      ...(await measured(titles, null)),
      ...(await measured(payStrings, null)),
      ...(await measured(skills, null)),
    ];
    expect(scores.map(({ id, value, recordedOn }) => [id, value, recordedOn])).toEqual([
      ['titles.seen', record.titles.seen.model, record.titles.recordedOn],
      ['titles.unseen', record.titles.unseen.model, record.titles.recordedOn],
      ['titles.ece', Math.max(...Object.values(record.titles.calibrationError)), record.titles.recordedOn],
      [
        'pay-strings.exact',
        expect.closeTo(record.payStrings.exact / record.payStrings.n, 6),
        record.payStrings.recordedOn,
      ],
      ['skills.precision', expect.closeTo(record.skills.right / record.skills.extracted, 6), record.skills.recordedOn],
    ]);
  });
});

describe('scores of the text engines with the publishers’ files', () => {
  const salary = {
    compensationType: 'Salary',
    minValue: 150_000,
    maxValue: 190_000,
    currencyCode: 'USD',
    interval: '1 YEAR',
  };
  const posting = (summary: string) => ({
    _board: 'b',
    id: summary,
    compensation: { compensationTiers: [{ tierSummary: summary, components: [salary] }] },
  });
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'raw-'));
    await mkdir(join(folder, 'ashby-boards-2025-10'));
    await mkdir(join(folder, 'uber-careers-2025-12'));
    const lines = [posting('$150K – $190K'), posting('$999K – $1,999K')].map((one) => JSON.stringify(one));
    await writeFile(join(folder, 'ashby-boards-2025-10', 'jobs.jsonl.gz'), gzipSync(lines.join('\n')));
    await writeFile(join(folder, 'uber-careers-2025-12', 'uber.json.gz'), gzipSync('{"jobs":[]}'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are measured on them', async () => {
    const [score] = await measured(payStrings, folder);
    expect(score).toMatchObject({ id: 'pay-strings.exact', value: 0.5, n: 2, met: false });
    expect(score).not.toHaveProperty('recordedOn');
  });

  it('are not given for postings that nobody labelled', async () => {
    await expect(measured(skills, folder)).rejects.toMatchObject({ code: 'UNKNOWN_POSTING', exitCode: 1 });
  });

  it('are not given where a file of theirs is missing', async () => {
    await expect(measured(titles, folder)).rejects.toBeInstanceOf(SourceError);
    await expect(measured(titles, join(folder, 'none'))).rejects.toMatchObject({ code: 'MISSING_RAW_FOLDER' });
  });
});

describe('the labelled passages', () => {
  it('may be absent, and are never half read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gold-'));
    expect(await readGold(join(folder, 'none.json'))).toBeNull();
    await writeFile(join(folder, 'half.json'), '{"passages": [');
    await expect(readGold(join(folder, 'half.json'))).rejects.toMatchObject({ code: 'MARKET_DAMAGED' });
    await rm(folder, { recursive: true });
  });
});
