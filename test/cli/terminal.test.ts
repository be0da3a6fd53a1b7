import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ENTRY, quoted, run } from './command-line.js';

/** `script` of util-linux gives a command a terminal of its own. */
const hasScript =
  process.platform === 'linux' &&
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

const COLOUR = /\u001b\[[0-9;]*m/;
const NAME = hasScript ? 'on a terminal' : 'on a terminal (no script command of util-linux on this machine)';

describe.skipIf(!hasScript)(NAME, { concurrent: true }, () => {
  const onTerminal = (args: string, env: Record<string, string> = {}) =>
    run('script', ['-qec', `${quoted(process.execPath)} ${quoted(ENTRY)} ${args}`, '/dev/null'], { env });

  it('uses colour, and says the same without it', async () => {
    const [coloured, plain] = await Promise.all([
      onTerminal("report 'Data Scientist' --in GB", { COLUMNS: '80' }),
      onTerminal("report 'Data Scientist' --in GB", { COLUMNS: '80', NO_COLOR: '1' }),
    ]);
    expect(coloured.code).toBe(0);
    expect(coloured.stdout).toMatch(COLOUR);
    expect(plain.stdout).not.toMatch(COLOUR);
    expect(coloured.stdout.replaceAll(new RegExp(COLOUR, 'g'), '')).toBe(plain.stdout);
  });

  it('uses none on a terminal that shows none', async () => {
    const { stdout } = await onTerminal("report 'Plumber' --brief", { TERM: 'dumb' });
    expect(stdout).not.toMatch(COLOUR);
  });

  it('uses colour again when NO_COLOR is set to nothing', async () => {
    const { stdout } = await onTerminal("report 'Plumber' --brief", { NO_COLOR: '' });
    expect(stdout).toMatch(COLOUR);
  });

  it('ends with the same codes', async () => {
    expect((await onTerminal("report 'Zorblax Wrangler' --brief")).code).toBe(3);
    expect((await onTerminal("report 'Plumber' --in Narnia")).code).toBe(2);
  });

  it('writes a file without escape codes', async () => {
    const { stdout } = await onTerminal("report 'Plumber' --format md -o -");
    expect(stdout).not.toMatch(COLOUR);
  });
});
