/** Answers of real job boards, as an import opens them. */
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleTable } from '../../src/ingest/imports/mapping/sample-table.js';
import { openInput } from '../../src/ingest/imports/open-input.js';
import { readParquetHead } from '../../src/store/duckdb/imports/parquet-head.js';
import { describeNeeding, sharedData } from '../capabilities.js';

type Row = Readonly<Record<string, string>>;

describeNeeding(['data'], 'answers of job boards', () => {
  let folder: string;
  let count = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'goingrate-boards-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function rowsOf(path: string, most = 10_000): Promise<{ form: string; rows: Row[] }> {
    count += 1;
    const scratch = join(folder, String(count));
    mkdirSync(scratch);
    const { tables } = await openInput(path, { scratch, readParquetHead });
    const { columns, rows } = await sampleTable(tables[0]!, readParquetHead, most);
    const named = rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at]!])));
    return { form: tables[0]!.form, rows: named };
  }

  const sample = (name: string) => rowsOf(join(sharedData!, 'ats-api-samples', name));

  it('of Ashby', async () => {
    const { form, rows } = await sample('sample_ashby_linear.json');
    expect(form).toBe('Ashby postings, JSON');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      employer: 'linear',
      place: 'North America',
      country: 'United States',
      date: '2021-08-18',
    });
  });

  it('of Greenhouse, with text out of escaped HTML', async () => {
    const { form, rows } = await sample('sample_greenhouse_gitlab.json');
    expect(form).toBe('Greenhouse postings, JSON');
    expect(rows.map(({ title }) => title)).toEqual(['Account Executive - Italy', 'AI Engineer']);
    expect(rows[1]).toMatchObject({ employer: 'GitLab', place: 'Remote, US', date: '2026-05-29' });
    expect(rows[1]!.description!.length).toBeGreaterThan(1000);
    expect(rows[1]!.description).not.toMatch(/&(?:lt|gt|quot|nbsp|amp);|<\/?(?:p|div|li)\b/);
  });

  it('of Lever, with its pay', async () => {
    const { form, rows } = await sample('sample_lever_matchgroup.json');
    expect(form).toBe('Lever postings, JSON');
    expect(rows[0]).toMatchObject({
      title: 'Android Engineer III',
      payLow: '150000',
      payHigh: '180000',
      currency: 'USD',
      unit: 'year',
      date: '2026-05-19',
    });
    expect(rows[1]).toMatchObject({ payLow: '', country: 'KR' });
  });

  it('of many Ashby boards, a posting a line', async () => {
    const slice: string[] = [];
    const path = join(sharedData!, 'ashby-boards-2025-10', 'jobs.jsonl.gz');
    const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
    for await (const line of lines) if (slice.push(line) === 600) break;
    lines.close();
    const file = join(folder, 'boards.jsonl');
    writeFileSync(file, slice.join('\n'));
    const { form, rows } = await rowsOf(file);
    expect(form).toBe('Ashby postings, JSON lines');
    const jobs = slice.map((line) => JSON.parse(line)).filter((job) => job.isListed !== false);
    expect(rows.length).toBeGreaterThanOrEqual(jobs.length);
    expect(new Set(rows.map(({ title }) => title))).toEqual(new Set(jobs.map(({ title }) => title.trim())));
    const paid = rows.filter(({ payLow }) => payLow !== '');
    const stated = jobs.flatMap((job) =>
      (job.compensation?.compensationTiers ?? []).flatMap(
        (tier: { components: { compensationType: string; minValue: number }[] }) =>
          tier.components.filter((part) => part.compensationType === 'Salary' && part.minValue !== null),
      ),
    );
    expect(paid.length).toBeGreaterThan(50);
    expect(paid.length).toBeLessThanOrEqual(stated.length);
    expect(stated.length - paid.length).toBeLessThan(stated.length * 0.1);
    for (const { payLow, payHigh, unit } of paid) {
      expect(Number(payLow)).toBeLessThanOrEqual(Number(payHigh));
      expect(['year', 'month', 'week', 'hour']).toContain(unit);
    }
  });
});
