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

  /** A screen of 24 lines; the pager is one that marks what went through it. */
  const onScreen = (args: string, env: Record<string, string> = {}) =>
    run(
      'script',
      ['-qec', `stty rows 24 cols 80; exec ${quoted(process.execPath)} ${quoted(ENTRY)} ${args}`, '/dev/null'],
      {
        env: { GOINGRATE_PAGER: "sed 's/^/PAGED/'", ...env },
      },
    );
  const linesPaged = (text: string): number => text.split('\n').filter((line) => line.startsWith('PAGED')).length;

  it('hands a long report to the pager, whole and in colour, and ends with its code', async () => {
    const { stdout, code } = await onScreen("report 'Data Scientist'");
    expect(linesPaged(stdout)).toBeGreaterThan(100);
    expect(linesPaged(stdout)).toBe(stdout.trimEnd().split('\n').length);
    expect(stdout).toMatch(COLOUR);
    expect(code).toBe(0);
    expect((await onScreen("report 'Zorblax Wrangler'")).code).toBe(3);
  });

  it.each<[string, string, Record<string, string>]>([
    ['what fits the screen', "report 'Plumber' --brief", {}],
    ['when told not to', "report 'Plumber' --no-pager", {}],
    ['in CI', "report 'Plumber'", { CI: 'true' }],
    ['for programs', "report 'Plumber' --format json", {}],
    ['into a file', "report 'Plumber' -o /dev/null", {}],
  ])('does not page %s', async (_what, args, env) => {
    const { stdout, code } = await onScreen(args, env);
    expect(linesPaged(stdout)).toBe(0);
    expect(code).toBe(0);
  });

  it('shows the report itself where there is no such pager', async () => {
    const { stdout, code } = await onScreen("report 'Plumber'", { GOINGRATE_PAGER: 'no-such-pager' });
    expect(stdout).toContain('Strategic Checklist');
    expect(code).toBe(0);
  });

  it('ends quietly when the reader leaves early', async () => {
    const { stdout, code } = await onScreen("report 'Plumber'", { GOINGRATE_PAGER: 'head -n 3' });
    expect(stdout.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(code).toBe(0);
  });

  it('leaves Ctrl-C to the pager', async () => {
    const pager =
      'sh -c \'trap "echo heard" INT; kill -INT -$$ 2>/dev/null || kill -INT 0; cat > /dev/null; echo left\'';
    const { stdout, code } = await onScreen("report 'Plumber'", { GOINGRATE_PAGER: pager });
    expect(stdout).toContain('left');
    expect(code).toBe(0);
  });

  it('writes a file without escape codes', async () => {
    const { stdout } = await onTerminal("report 'Plumber' --format md -o -");
    expect(stdout).not.toMatch(COLOUR);
  });
});
