// Measures what we hold ourselves to: npm run bench -- [--only truth|speed] [--from DIR] [--write]
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { calibrationTable, readCalibration } from './calibration.mjs';
import { measureColdReport } from './cold-report.mjs';
import { growthTable, runGrowthBacktest } from './growth.mjs';
import { measureMarketBuild, measureMarketSize } from './market.mjs';
import { parametersTable } from './parameters.mjs';
import { environmentLine, measurementTable, writeScoreboard } from './scoreboard.mjs';
import { measureSite } from './site-pages.mjs';

const ROOT = resolve(import.meta.dirname, '..');

const { values } = parseArgs({
  options: { only: { type: 'string' }, from: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const raw = values.from ?? process.env.GOINGRATE_RAW_DATA ?? resolve(ROOT, '..', 'shared', 'data');
const wanted = (/** @type {string} */ part) => values.only === undefined || values.only === part;

/** @type {Record<string, string>} */
const blocks = {};
if (wanted('truth')) {
  blocks.growth = growthTable(await runGrowthBacktest());
  blocks.calibration = calibrationTable(readCalibration(ROOT));
  blocks.parameters = await parametersTable();
}
if (wanted('speed')) {
  const rows = [
    ...measureColdReport(ROOT),
    ...(await measureSite()),
    ...measureMarketBuild(ROOT, raw),
    measureMarketSize(ROOT),
  ];
  blocks.environment = environmentLine(ROOT);
  blocks.speed = measurementTable(rows);
}
for (const [name, body] of Object.entries(blocks)) process.stdout.write(`${name}\n\n${body}\n\n`);
if (values.write) writeScoreboard(ROOT, blocks);
