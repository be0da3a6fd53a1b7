import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.js';
import { writeFolder } from './package-output.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goingrate-package-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const THIN = [
  { path: 'report.json', content: '{}' },
  { path: 'datapackage.json', content: '{"resources":[]}' },
];

describe('writeFolder', () => {
  it('takes away what another report left, and nothing else', async () => {
    const ours = ['findings.csv', 'ranges.csv', 'report.json'];
    const theirs = ['notes.txt', 'my-ranges.csv', 'index.html'];
    for (const name of [...ours, ...theirs]) writeFileSync(join(folder, name), 'old');
    await writeFolder(THIN, folder);
    expect(readdirSync(folder).sort()).toEqual(['datapackage.json', 'report.json', ...theirs].sort());
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('{}');
    for (const name of theirs) expect(readFileSync(join(folder, name), 'utf8')).toBe('old');
  });

  it('makes a folder', async () => {
    await writeFolder(THIN, join(folder, 'new'));
    expect(readdirSync(join(folder, 'new')).sort()).toEqual(['datapackage.json', 'report.json']);
  });

  it('does not empty a folder of the name of a file', async () => {
    mkdirSync(join(folder, 'ranges.csv'));
    writeFileSync(join(folder, 'ranges.csv', 'kept'), '');
    await expect(writeFolder(THIN, folder)).rejects.toThrow(UsageError);
    expect(existsSync(join(folder, 'ranges.csv', 'kept'))).toBe(true);
  });
});
