import { describe, expect, it } from 'vitest';
import { scoreLine } from '../../bench/backtest.mjs';
import { calibrationTable, readCalibration } from '../../bench/calibration.mjs';
import { growthTable } from '../../bench/growth.mjs';
import { parametersTable } from '../../bench/parameters.mjs';
import { blockOf, withBlock } from '../../bench/scoreboard.mjs';
import { sourcesDoc } from '../../scripts/sources-doc.mjs';
import { readScores } from '../../src/app/backtest/record.js';
import { openMarket } from '../../src/app/market.js';
import { SHIPPED_MARKET } from '../../src/app/paths.js';
import { SCORE_IDS } from '../../src/core/score.js';
import { payStringsScore } from '../../src/models/backtest/pay-strings.js';
import { skillsScore } from '../../src/models/backtest/skill-score.js';
import { titleRows } from '../../src/models/backtest/title-scores.js';
import { backtestGrowth, loadOccupationYears } from '../../src/models/growth.js';
import { ROOT, readDocument } from './documents.js';

const scoreboard = readDocument('docs/scoreboard.md');
const RENEW = 'renew it: npm run bench -- --only truth --write';

describe('docs/sources.md', () => {
  it('is what the shipped market gives (renew it: node scripts/sources-doc.mjs)', async () => {
    expect(readDocument('docs/sources.md')).toBe(await sourcesDoc(ROOT));
  });

  it('accounts for every row of every source', () => {
    const shipped = readDocument('docs/sources.md').split('\n# Optional sources')[0]!;
    const parts = shipped.split(/^## /m).slice(1);
    expect(parts.length).toBeGreaterThanOrEqual(37);
    for (const part of parts) {
      const number = (text: string | undefined) => Number(text?.replaceAll(',', ''));
      const rows = /^- Rows: ([\d,]+) read, ([\d,]+) kept$/m.exec(part);
      const left = [...part.matchAll(/^ {2}- ([\d,]+) left out or merged/gm)].map((match) => number(match[1]));
      expect(number(rows?.[1]), part.split('\n')[0]).toBe(left.reduce((sum, n) => sum + n, number(rows?.[2])));
    }
  });
});

describe('docs/scoreboard.md', () => {
  const BACKTEST = 'npm run bench -- --only backtest --write';
  const block = blockOf(scoreboard, 'backtest');

  it(`has every score of the back-test, in order (renew it: ${BACKTEST})`, () => {
    const ids = [...block.matchAll(/^\| `([a-z0-9.-]+)` \|/gm)].map((match) => match[1]);
    expect(ids).toEqual([...SCORE_IDS]);
  });

  it(`has the recorded scores as they are recorded (renew it: ${BACKTEST})`, async () => {
    const { titles, payStrings, skills } = await readScores(SHIPPED_MARKET);
    const { exact, n, invented } = payStrings;
    const rows = [
      ...titleRows(titles).map((score) => ({ ...score, recordedOn: titles.recordedOn })),
      { ...payStringsScore(exact, n, invented), recordedOn: payStrings.recordedOn },
      { ...skillsScore(skills), recordedOn: skills.recordedOn },
    ];
    for (const row of rows) expect(block).toContain(scoreLine(row));
  });

  it('says of every miss what was tried', () => {
    const [, tried = ''] = scoreboard.split('### Missed, with what was tried');
    const told = tried.split('\n## ')[0]!;
    for (const [, id] of block.matchAll(/^- `([^`]+)` is /gm)) expect(told).toContain(`\`${id}\``);
  });

  it(`has the growth back-test of the shipped market (${RENEW})`, async () => {
    const market = await openMarket();
    try {
      const rows = backtestGrowth(await loadOccupationYears(market.store));
      expect(blockOf(scoreboard, 'growth')).toBe(growthTable(rows));
    } finally {
      await market.close();
    }
  });

  it(`has the calibration record (${RENEW})`, () => {
    expect(blockOf(scoreboard, 'calibration')).toBe(calibrationTable(readCalibration(ROOT)));
  });

  it(`has the fitted values of the shipped market (${RENEW})`, async () => {
    expect(blockOf(scoreboard, 'parameters')).toBe(await parametersTable());
  });

  it('names machine, versions and date of its timings', () => {
    expect(blockOf(scoreboard, 'environment')).toMatch(/^Machine: \d+ x .+\nNode \d+\..+\nData to \d{4}-\d\d-\d\d\./);
    expect(blockOf(scoreboard, 'speed')).toContain('| cold `report ... --format json`, seconds |');
  });
});

describe('blocks of the scoreboard', () => {
  it('are replaced between their markers', () => {
    const text = 'a\n<!-- x -->\n\nold\n\n<!-- /x -->\nb';
    expect(withBlock(text, 'x', 'new')).toBe('a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb');
    expect(blockOf(text, 'x')).toBe('old');
  });

  it('must be there', () => {
    expect(() => withBlock('a', 'x', 'new')).toThrow('no block "x"');
  });
});
