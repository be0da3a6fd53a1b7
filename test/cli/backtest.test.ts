import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SCORE_IDS } from '../../src/core/score.js';
import { textWidth } from '../../src/render/terminal/text-width.js';
import { scoreboardSchema } from '../../src/report/scoreboard.js';
import { goingrate, linesOf, SHIPPED_MARKET } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-backtest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const QUICK = ['--only', 'forecast.oews.pooled', '--only', 'levels.order'];
const RECORDED = ['--only', 'titles.seen', '--only', 'pay-strings.exact', '--only', 'skills.precision'];

describe('goingrate backtest', () => {
  it('gives the scores asked for as JSON, in their order, and nothing on standard error', async () => {
    const { code, stdout, stderr } = await goingrate([
      'backtest',
      ...[...QUICK].reverse().flatMap((word) => (word === '--only' ? [] : ['--only', word])),
      '--format',
      'json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const board = scoreboardSchema.strict().parse(JSON.parse(stdout));
    expect(Object.keys(JSON.parse(stdout) as object)[0]).toBe('schema');
    expect(board.scoreboard.map(({ id }) => id)).toEqual(['forecast.oews.pooled', 'levels.order']);
    const [forecast, levels] = board.scoreboard;
    expect(forecast).toMatchObject({ n: 1671, met: forecast!.value <= 0.92 && forecast!.parts[0]!.value <= 1 });
    expect(forecast!.value).toBeGreaterThan(0.5);
    expect(levels!.n).toBeGreaterThan(100);
    expect(levels).not.toHaveProperty('recordedOn');
  });

  it('gives recorded scores with their day', async () => {
    const { code, stdout } = await goingrate(['backtest', ...RECORDED, '--format', 'json']);
    expect(code).toBe(0);
    const { scoreboard } = scoreboardSchema.parse(JSON.parse(stdout));
    expect(scoreboard).toHaveLength(3);
    for (const { recordedOn } of scoreboard) expect(recordedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('draws a table of 80 columns', async () => {
    const { code, stdout, stderr } = await goingrate(['backtest', ...QUICK, ...RECORDED]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const line of linesOf(stdout)) expect(textWidth(line)).toBeLessThanOrEqual(80);
    expect(stdout).toContain('Scoreboard, data to 8 August 2026');
    expect(stdout).toMatch(/levels\.order +0\.\d{4}/);
    expect(stdout).toMatch(/recorded 20\d\d-/);
  });

  it('names every score when one is unknown', async () => {
    const { code, stdout, stderr } = await goingrate(['backtest', '--only', 'levels.order', '--only', 'premium']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(linesOf(stderr)).toHaveLength(1);
    for (const id of SCORE_IDS) expect(stderr).toContain(id);
  });

  it.each([
    [['--format', 'yaml']],
    [['--format', 'json', '--ascii']],
    [['--from', join(folder, 'none'), '--only', 'skills.precision']],
    [['levels.order']],
    [['--output', join(folder, 'no', 'such', 'folder')]],
  ])('refuses %j with code 2', async (args) => {
    const { code, stdout, stderr } = await goingrate(['backtest', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(linesOf(stderr)).toHaveLength(1);
  });

  it.each<[string, (path: string) => void]>([
    ['cut short', (path) => truncateSync(path, 100)],
    ['missing', (path) => rmSync(path)],
    [
      'of other text engines',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace(/"textVersion": "[^"]*"/, '"textVersion": "x"')),
    ],
  ])('prints no score from a record that is %s', async (name, happens) => {
    const market = join(folder, name);
    cpSync(SHIPPED_MARKET, market, { recursive: true, dereference: true });
    happens(join(market, 'models', 'scores.json'));
    const env = { GOINGRATE_MARKET: market };
    const refused = await goingrate(['backtest', '--only', 'pay-strings.exact', '--format', 'json'], { env });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(linesOf(refused.stderr)).toHaveLength(1);
    expect(refused.stderr).toContain('scores.json');
    expect((await goingrate(['backtest', ...QUICK, '--format', 'json'], { env })).code).toBe(0);
  });

  it('writes to a file', async () => {
    const file = join(folder, 'board.json');
    const { code, stdout } = await goingrate(['backtest', ...QUICK, '--format', 'json', '-o', file]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(scoreboardSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).scoreboard).toHaveLength(2);
  });
});
