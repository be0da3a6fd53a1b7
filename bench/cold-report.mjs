/** A report from a cold start, against the floor of the same run. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { verify } from './measurement.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const HOLD = 2.5;
const REPETITIONS = 11;

/**
 * @param {string} root
 * @returns {import('./measurement.mjs').Measurement[]}
 */
export function measureColdReport(root) {
  const floor = [join(root, 'bench', 'floor.mjs'), join(root, 'market', 'pay', 'ai-jobs.parquet')];
  const entry = join(root, 'dist', 'cli', 'main.js');
  const report = [entry, 'report', 'Machine Learning Lead', '--in', 'US', '--format', 'json'];
  verify(JSON.parse(run(floor).output).ranges === 6, 'the floor finds 6 advertised ranges');
  const model = JSON.parse(run(report).output);
  verify(model.schema === 'goingrate.report/1', 'the report is of goingrate.report/1');
  verify(model.headline.quantity.value > 0, 'its headline has a figure');
  verify(model.question.place.id === 'US', 'it is about the United States');

  /** @type {number[]} */
  const floorSeconds = [];
  /** @type {number[]} */
  const reportSeconds = [];
  const expected = model.headline.quantity.value;
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    floorSeconds.push(run(floor).seconds);
    const { seconds, output } = run(report);
    verify(JSON.parse(output).headline.quantity.value === expected, 'every run gives the same headline');
    reportSeconds.push(seconds);
  }
  const [floored, reported] = [spreadOf(floorSeconds), spreadOf(reportSeconds)];
  const ratio = reported.median / floored.median;
  return [
    {
      what: 'cold `report ... --format json`, seconds',
      value: spreadText(reported, 2),
      reference: `${ratio.toFixed(2)} x the floor (start Node, open DuckDB, one query): ${spreadText(floored, 2)}`,
      hold: `at most ${HOLD} x the floor`,
      met: ratio <= HOLD,
      miss: `${ratio.toFixed(1)} x the floor`,
    },
  ];
}

/** @param {readonly string[]} args */
function run(args) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  const seconds = (performance.now() - started) / 1000;
  verify(status === 0, `${args.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, output: stdout };
}
