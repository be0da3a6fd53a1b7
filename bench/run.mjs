// Measures what we hold ourselves to: npm run bench -- [--only backtest|truth|text|speed|site|served|import] [--from DIR] [--peers] [--write]
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backtestTable, measureBacktest } from './backtest.mjs';
import { measureBenchmark } from './benchmark.mjs';
import { calibrationTable, readCalibration } from './calibration.mjs';
import { measureColdReport } from './cold-report.mjs';
import { growthTable, runGrowthBacktest } from './growth.mjs';
import { measureImport } from './import.mjs';
import { measureMarketBuild, measureMarketSize } from './market.mjs';
import { parametersTable } from './parameters.mjs';
import { payStringsOf, payStringsTable } from './pay-strings.mjs';
import { environmentLine, measurementTable, writeScoreboard } from './scoreboard.mjs';
import { measureServed } from './served.mjs';
import { measureSite } from './site-pages.mjs';
import { installPeers } from './site-peers.mjs';
import { skillsOf, skillsTables } from './skills.mjs';
import { measureTextEngines } from './text-speed.mjs';

const ROOT = resolve(import.meta.dirname, '..');

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    from: { type: 'string' },
    write: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
  },
});
const raw = values.from ?? process.env.GOINGRATE_RAW_DATA ?? resolve(ROOT, '..', 'shared', 'data');
const wanted = (/** @type {string} */ part) => values.only === undefined || values.only === part;

if (values.peers) installPeers(ROOT);

/** @type {Record<string, string>} */
const blocks = {};
if (wanted('backtest')) {
  const scoreboard = await measureBacktest({ from: existsSync(raw) ? raw : null, record: values.write });
  blocks.backtest = backtestTable(scoreboard);
}
if (wanted('truth')) {
  blocks.growth = growthTable(await runGrowthBacktest());
  blocks.calibration = calibrationTable(readCalibration(ROOT));
  blocks.parameters = await parametersTable();
}
if (wanted('text')) {
  if (existsSync(raw)) {
    blocks['pay-strings'] = payStringsTable(await payStringsOf(raw));
    blocks.skills = skillsTables(await skillsOf(raw)).total;
  } else {
    process.stderr.write(`The publishers' files are not in ${raw}: pay strings and skills are timed and not scored.\n`);
  }
  blocks['text-speed'] = measurementTable(await measureTextEngines(raw));
}
if (['speed', 'site', 'served'].some(wanted)) blocks.environment = environmentLine(ROOT);
if (wanted('speed')) {
  const rows = [
    ...measureColdReport(ROOT),
    ...(await measureBenchmark(ROOT)),
    ...measureMarketBuild(ROOT, raw),
    measureMarketSize(ROOT),
  ];
  blocks.speed = measurementTable(rows);
}
if (wanted('site')) blocks.site = measurementTable(await measureSite(ROOT));
if (wanted('served')) blocks.served = measurementTable(await measureServed(ROOT));
if (wanted('import')) blocks.import = measurementTable(await measureImport(ROOT));
for (const [name, body] of Object.entries(blocks)) process.stdout.write(`${name}\n\n${body}\n\n`);
if (values.write) writeScoreboard(ROOT, blocks);
