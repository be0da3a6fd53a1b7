import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEXT_VERSION } from '../../text/version.js';
import { SHIPPED_MARKET, TITLE_MODEL } from '../paths.js';
import { readScores, requireScoredModel, SCORES_FILE, type ScoresRecord, writeScores } from './record.js';

let folder: string;
let shipped: ScoresRecord;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-'));
  await mkdir(join(folder, 'models'));
  shipped = await readScores(SHIPPED_MARKET);
});
afterEach(() => rm(folder, { recursive: true }));

const put = (content: string) => writeFile(join(folder, SCORES_FILE), content);
const edited = (edit: (record: Record<string, Record<string, unknown>>) => void): string => {
  const record = JSON.parse(JSON.stringify(shipped));
  edit(record);
  return JSON.stringify(record);
};

describe('the shipped record', () => {
  it('belongs to these text engines and to the shipped title model, and has its scores', async () => {
    expect(shipped.textVersion).toBe(TEXT_VERSION);
    await requireScoredModel(SHIPPED_MARKET, shipped);
    const manifest = JSON.parse(await readFile(join(SHIPPED_MARKET, 'models', 'manifest.json'), 'utf8'));
    const { recordedOn, model, ...scores } = shipped.titles;
    expect(recordedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(model).toBe(manifest.titles.sha256);
    expect(manifest.titles.evaluation).toMatchObject(scores);
  });
});

describe('a record', () => {
  it('is read as it was written', async () => {
    await writeScores(folder, shipped);
    expect(await readScores(folder)).toEqual(shipped);
  });

  it.each<[string, () => string]>([
    ['cut short', () => JSON.stringify(shipped).slice(0, -1)],
    ['empty', () => ''],
    ['null', () => 'null'],
    ['with a share above one', () => edited(({ titles }) => Object.assign(titles!, { seen: { model: 2 } }))],
    ['without a count', () => edited(({ skills }) => delete skills!.right)],
    ['with a word for a count', () => edited(({ payStrings }) => Object.assign(payStrings!, { exact: '6590' }))],
    ['with a day that never was', () => edited(({ skills }) => Object.assign(skills!, { recordedOn: '2026-02-30' }))],
    ['with more than is known', () => edited((record) => Object.assign(record, { more: {} }))],
    ['of no strings', () => edited(({ payStrings }) => Object.assign(payStrings!, { n: 0 }))],
  ])('%s is damaged', async (_, content) => {
    await put(content());
    await expect(readScores(folder)).rejects.toMatchObject({ code: 'MARKET_DAMAGED', exitCode: 1 });
  });

  it('that is not there is missing', async () => {
    await expect(readScores(folder)).rejects.toMatchObject({ code: 'MARKET_MISSING' });
  });

  it('of other text engines is of another version', async () => {
    await put(JSON.stringify({ ...shipped, textVersion: 'other' }));
    await expect(readScores(folder)).rejects.toMatchObject({ code: 'MARKET_VERSION' });
  });

  it('of another title model is refused for titles', async () => {
    await cp(join(SHIPPED_MARKET, TITLE_MODEL), join(folder, TITLE_MODEL));
    await requireScoredModel(folder, shipped);
    await writeFile(join(folder, TITLE_MODEL), 'another');
    await expect(requireScoredModel(folder, shipped)).rejects.toMatchObject({ code: 'MARKET_VERSION' });
  });

  it('is never written with what it may not hold', async () => {
    const bad = { ...shipped, payStrings: { ...shipped.payStrings, exact: -1 } };
    await expect(writeScores(folder, bad)).rejects.toThrow();
    await expect(readScores(folder)).rejects.toMatchObject({ code: 'MARKET_MISSING' });
  });
});
