import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../core/errors.js';
import { writeAnswer } from './output.js';

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  return { ...real, rename: vi.fn(real.rename) };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "goingrate output's "));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refusal = async (target: string): Promise<UsageError> => {
  const failure = await writeAnswer('new', target).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  expect((failure as UsageError).code).toBe('UNWRITABLE_OUTPUT');
  return failure as UsageError;
};

describe('an answer to a file', () => {
  it('is written whole, over what was there, and leaves nothing beside it', async () => {
    const target = join(folder, 'report.txt');
    await writeAnswer('first, and longer', target);
    await writeAnswer('second \u2026 £', target);
    expect(await readFile(target, 'utf8')).toBe('second \u2026 £');
    expect(await readdir(folder)).toEqual(['report.txt']);
  });

  it('is whole whoever writes at the same time', async () => {
    const target = join(folder, 'report.txt');
    const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(50_000));
    await Promise.all(texts.map((text) => writeAnswer(text, target)));
    expect(texts).toContain(await readFile(target, 'utf8'));
    expect(await readdir(folder)).toEqual(['report.txt']);
  });

  it('does not disturb an older answer when it cannot be written', async () => {
    const target = join(folder, 'report.txt');
    await writeFile(target, 'old');
    await refusal(join(target, 'below.txt'));
    expect(await readFile(target, 'utf8')).toBe('old');
  });

  it('leaves the older answer and nothing half-written when the disk fails in the end', async () => {
    const target = join(folder, 'report.txt');
    await writeAnswer('old', target);
    vi.mocked(rename).mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    expect((await refusal(target)).message).toContain('the disk is full');
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['report.txt']);
  });

  it('goes into a device and never takes its place', async () => {
    const target = join(folder, 'device');
    await symlink(devNull, target);
    await writeAnswer('new', target);
    expect((await lstat(target)).isSymbolicLink()).toBe(true);
    expect(await readFile(target, 'utf8')).toBe('');
    expect(await readdir(folder)).toEqual(['device']);
  });

  it('says why it cannot be written, in one line', async () => {
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'directory'));
    expect((await refusal(join(folder, 'missing', 'report.txt'))).message).toContain('folder does not exist');
    expect((await refusal(join(folder, 'file', 'report.txt'))).message).toContain('folder is a file');
    expect((await refusal(join(folder, 'directory'))).message).toContain('it is a folder');
    expect((await refusal(join(folder, 'directory'))).message).not.toContain('\n');
    expect((await readdir(folder)).sort()).toEqual(['directory', 'file']);
    expect(await readdir(join(folder, 'directory'))).toEqual([]);
  });
});

describe('an answer to standard output', () => {
  it.each([undefined, '-'])('goes there for %s, and a failure is passed on', async (target) => {
    const write = vi.spyOn(process.stdout, 'write');
    const finish = (result?: Error) => (_text: unknown, done: unknown) => {
      (done as (error?: Error) => void)(result);
      return true;
    };
    try {
      write.mockImplementation(finish() as typeof process.stdout.write);
      await writeAnswer('the answer', target);
      expect(write).toHaveBeenCalledWith('the answer', expect.any(Function));
      write.mockImplementation(finish(new Error('EPIPE')) as typeof process.stdout.write);
      await expect(writeAnswer('the answer', target)).rejects.toThrow('EPIPE');
    } finally {
      write.mockRestore();
    }
    expect(await readdir(folder)).toEqual([]);
  });
});
