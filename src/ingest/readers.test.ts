import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildReaders } from './readers.js';
import { readReviewedLists } from './reviewed.js';

const REVIEWED = join(import.meta.dirname, '..', '..', 'reviewed');

describe('skillsIn', () => {
  it('gives ids once each, in order, skills and credentials apart', async () => {
    const readers = buildReaders(await readReviewedLists(REVIEWED), () => []);
    const text = 'Requirements:\n- SQL and Python; Python again\n- AWS\n- CISSP preferred';
    expect(readers.skillsIn(text)).toEqual({ skills: 'aws,python,sql', credentials: 'cissp' });
    expect(readers.skillsIn('')).toEqual({ skills: '', credentials: '' });
  });

  it('says what is missing when it was set up without lists', () => {
    const readers = buildReaders({ phrases: [], aliases: {}, merged: [] }, () => []);
    expect(() => readers.skillsIn('Python')).toThrow(/without the lists/);
  });
});

describe('readReviewedLists', () => {
  it('tells which labels of the radar are common words', async () => {
    const { radarLabels, ashbyBoards } = await readReviewedLists(REVIEWED);
    const guarded = [...radarLabels].filter(([, label]) => label.guarded).map(([name]) => name);
    expect(guarded.sort()).toEqual(['Excel', 'Go', 'Spark', 'Spring']);
    expect(radarLabels.get('Python')).toEqual({ id: 'python', guarded: false });
    expect(ashbyBoards).toEqual([...new Set(ashbyBoards)].sort());
    for (const board of ashbyBoards) expect(encodeURI(decodeURI(board))).toBe(board);
  });
});
