import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf, documentPaths, ROOT, readDocument, splitArguments } from './documents.js';

const ENTRY = join(ROOT, 'dist', 'cli', 'main.js');
const commands = documentPaths().flatMap((path) => commandsOf(readDocument(path)));
const unique = [...new Map(commands.map((args) => [args.join(' '), args])).values()];
const reports = unique.filter(([name]) => name === 'report');
const others = unique.filter(([name]) => name !== 'report');

describe('commands in the documents', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'goingrate-docs-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are found', () => {
    expect(reports.length).toBeGreaterThanOrEqual(4);
  });

  it.each(reports.map((args) => [args.join(' '), args] as const))('%s: is answered', (_line, args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [ENTRY, ...args], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect([0, 3]).toContain(status);
    const toFile = args.some((arg) => arg === '-o' || arg === '--output');
    expect(stdout.length > 0).toBe(!toFile);
  });

  it.each(others.map((args) => [args.join(' '), args] as const))('%s: exists with its flags', (_line, args) => {
    const words = args.filter((arg, index) => /^[a-z]+$/.test(arg) && index < 2);
    const help = execFileSync(process.execPath, [ENTRY, ...words, '--help'], { encoding: 'utf8' });
    expect(help).toContain(`goingrate ${words.join(' ')}`);
    for (const flag of args.filter((arg) => arg.startsWith('--'))) expect(help).toContain(flag);
  });
});

describe('the command check', () => {
  it('reads commands of shell blocks alone', () => {
    const text =
      '`goingrate no`\n```sh\nnpx goingrate report "A B" --in US  # note\nls\n```\n```ts\ngoingrate no\n```\n';
    expect(commandsOf(text)).toEqual([['report', 'A B', '--in', 'US']]);
  });

  it('splits as a shell does', () => {
    expect(splitArguments(`report "New York" 'b c' --in US`)).toEqual(['report', 'New York', 'b c', '--in', 'US']);
  });
});
