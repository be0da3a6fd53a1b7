import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf, documentPaths, ROOT, readDocument, splitArguments } from './documents.js';

const ENTRY = join(ROOT, 'dist', 'cli', 'main.js');
const commands = documentPaths().flatMap((path) => commandsOf(readDocument(path)));
const unique = [...new Map(commands.map((args) => [args.join(' '), args])).values()];
/** Commands that answer at once and change nothing: they are run; of the others only the help is read. */
const ANSWERED: readonly string[] = ['report', 'classify', 'parse-pay', 'extract-skills'];
const isAnswered = ([name = '']: readonly string[]) => ANSWERED.includes(name);
const answered = unique.filter(isAnswered);
const others = unique.filter((args) => !isAnswered(args));

describe('commands in the documents', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'goingrate-docs-'));
    // Files the examples read.
    writeFileSync(join(folder, 'posting.txt'), 'Requirements:\n- Python and SQL\nPay: $150,000 to $190,000 a year\n');
    writeFileSync(join(folder, 'titles.txt'), 'Data Engineer\nRegistered Nurse\n');
    // Own data, for commands that answer from them.
    const offers = Array.from(
      { length: 30 },
      (_, at) => `Data Scientist,Firm ${at},"Austin, TX",${150 + at}000,USD,2026-05-04`,
    );
    writeFileSync(join(folder, 'own.csv'), ['title,company,location,salary,currency,posted', ...offers, ''].join('\n'));
    run(['import', 'own.csv', '--yes']);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, [ENTRY, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GOINGRATE_HOME: join(folder, 'home') },
    });

  it('are found', () => {
    expect(answered.filter(([name]) => name === 'report').length).toBeGreaterThanOrEqual(4);
    expect(new Set(answered.map(([name]) => name))).toEqual(new Set(ANSWERED));
  });

  it.each(answered.map((args) => [args.join(' '), args] as const))('%s: is answered', (_line, args) => {
    const { status, stdout, stderr } = run(args);
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
