import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePager, showInPager } from './pager.js';

const lines = (count: number): string => 'line\n'.repeat(count);
const SCREEN = { isTTY: true, rows: 24 };

describe('choosePager', () => {
  it('pages what is longer than the screen, with less unless another is wanted', () => {
    expect(choosePager(lines(100), SCREEN, {})).toBe('less -FRX');
    expect(choosePager(lines(100), SCREEN, { PAGER: 'more' })).toBe('more');
    expect(choosePager(lines(100), SCREEN, { PAGER: 'more', GOINGRATE_PAGER: 'less -S' })).toBe('less -S');
  });

  it('leaves a line for the prompt', () => {
    expect(choosePager(lines(23), SCREEN, {})).toBeNull();
    expect(choosePager(lines(24), SCREEN, {})).toBe('less -FRX');
  });

  it.each<[string, Parameters<typeof choosePager>[1], Record<string, string>]>([
    ['a pipe or a file', { rows: 24 }, {}],
    ['a screen of unknown height', { isTTY: true }, {}],
    ['a screen of no height', { isTTY: true, rows: 0 }, {}],
    ['CI', SCREEN, { CI: 'true' }],
    ['a dumb terminal', SCREEN, { TERM: 'dumb' }],
    ['an empty pager', SCREEN, { PAGER: '' }],
    ['cat', SCREEN, { PAGER: 'cat' }],
    ['our own empty pager', SCREEN, { PAGER: 'less', GOINGRATE_PAGER: '' }],
  ])('pages nothing on %s', (_where, stream, env) => {
    expect(choosePager(lines(100), stream, env)).toBeNull();
  });

  it('takes CI=false for no', () => expect(choosePager(lines(100), SCREEN, { CI: 'false' })).toBe('less -FRX'));
});

describe.skipIf(process.platform === 'win32')('showInPager', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'goingrate-pager-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('hands the whole text over', async () => {
    const file = join(folder, 'whole');
    const text = lines(50_000);
    expect(await showInPager(text, `cat > '${file}'`)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('tells less how to behave, unless LESS does', async () => {
    const file = join(folder, 'less');
    const env = { PATH: process.env.PATH };
    await showInPager('x\n', `printenv LESS > '${file}'`, env);
    expect(readFileSync(file, 'utf8')).toBe('FRX\n');
    await showInPager('x\n', `printenv LESS > '${file}'`, { ...env, LESS: '-S' });
    expect(readFileSync(file, 'utf8')).toBe('-S\n');
  });

  it('takes a reader who leaves early, or a pager that fails, for shown', async () => {
    expect(await showInPager(lines(200_000), 'head -n 1 > /dev/null')).toBe(true);
    expect(await showInPager('x\n', 'exit 3')).toBe(true);
  });

  it('says that there is no such pager', async () => {
    expect(await showInPager('x\n', 'no-such-pager-anywhere 2> /dev/null')).toBe(false);
    expect(await showInPager('x\n', 'less -FRX', { PATH: folder, SHELL: '/bin/sh' })).toBe(false);
  });

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('SIGINT');
    await showInPager('x\n', 'cat > /dev/null');
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
