import { describe, expect, it } from 'vitest';
import type { Scoreboard } from '../../../report/scoreboard.js';
import { textWidth } from '../text-width.js';
import { renderScoreboard } from './scoreboard.js';

const row: Scoreboard['scoreboard'][number] = {
  id: 'pinball.cv.filed',
  metric: 'pinball loss of log filed pay from title and state, mean over P10 to P90, employers weighing the same',
  value: 0.0712,
  reference: 'ridge on words of titles .0705-.072',
  hold: 'at most 0.07; 80% band covers 0.78 to 0.82',
  limits: { low: null, high: 0.07 },
  met: false,
  n: 71_127,
  counted: 'offers',
  parts: [{ name: 'share of offers inside the 80% band', value: 0.775, n: 71_127, hold: '0.78 to 0.82', met: false }],
};
const board: Scoreboard = {
  schema: 'goingrate.scoreboard/1',
  asOf: '2026-08-08',
  summary: { met: 2, missed: 1, reported: 1 },
  scoreboard: [
    {
      ...row,
      id: 'coverage.sim.median',
      value: 0.893,
      met: true,
      hold: 'at least 0.88',
      parts: [],
      standardError: 0.0069,
    },
    row,
    { ...row, id: 'forecast.oews.coverage', value: 0.9743, met: null, hold: null, parts: [], reference: null },
    { ...row, id: 'defects.site', value: 0, met: true, hold: 'at most 0', parts: [], recordedOn: '2026-11-23' },
  ],
  notes: ['skills.precision is from the record: the labelled passages are in the repository only.'],
};
const shown = (columns: number, more = {}, model = board) =>
  renderScoreboard(model, { columns, colour: false, unicode: true, brief: false, ...more });

describe('the scoreboard on a terminal', () => {
  it.each([60, 80, 120])('fits %i columns', (columns) => {
    for (const line of shown(columns).split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  });

  it('has a line a score with value, hold, n and verdict, in columns', () => {
    const lines = shown(80).split('\n');
    const of = (id: string) => lines.find((line) => line.trimStart().startsWith(`${id} `))!;
    expect(of('coverage.sim.median')).toMatch(/ 0\.8930 {2}at least 0\.88 +71,127 {2}met$/);
    expect(of('forecast.oews.coverage')).toMatch(/ 0\.9743 {2}none +71,127 {2}reported$/);
    expect(of('defects.site')).toMatch(/ 0 {2}at most 0 +71,127 {2}met$/);
    expect(lines.some((line) => line.trim() === 'recorded 2026-11-23')).toBe(true);
    const columnOf = (id: string) => of(id).indexOf(/(met|missed|reported)$/.exec(of(id))![0]!);
    expect(new Set(['coverage.sim.median', 'pinball.cv.filed', 'defects.site'].map(columnOf)).size).toBe(1);
  });

  it('says what was missed, the figures behind it, and the notes', () => {
    const text = shown(120).replaceAll(/\s+/g, ' ');
    expect(text).toContain('2 met, 1 missed, 1 reported without a hold');
    expect(text).toContain('pinball.cv.filed is 0.0712; hold: at most 0.07; 80% band covers 0.78 to 0.82.');
    expect(text).toContain('share of offers inside the 80% band: 0.7750 (n 71,127); hold: 0.78 to 0.82.');
    expect(text).toContain('Monte Carlo standard error 0.0069.');
    expect(text).toContain('the labelled passages are in the repository only.');
  });

  it('names only the part where the value itself is within its limits', () => {
    const text = shown(120, {}, { ...board, scoreboard: [{ ...row, value: 0.069 }] });
    expect(text).not.toContain('pinball.cv.filed is');
    expect(text).toContain('inside the 80% band: 0.7750');
  });

  it('keeps to ASCII and to plain text where asked', () => {
    expect(shown(80, { unicode: false })).toMatch(/^[\x20-\x7e\n]*$/);
    expect(shown(80)).not.toContain('\u001b');
    expect(shown(80, { colour: true })).toContain('\u001b[');
  });

  it('lets no text steer the terminal', () => {
    const hostile = { ...row, metric: 'a\u001b[2Jb\u202e', reference: '\u0007x' };
    const text = shown(80, {}, { ...board, scoreboard: [hostile], notes: ['\u001b]0;t\u0007'] });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('of nothing is a heading', () => {
    const empty = { ...board, summary: { met: 0, missed: 0, reported: 0 }, scoreboard: [], notes: [] };
    expect(shown(80, {}, empty)).toContain('0 met, 0 missed');
  });
});
