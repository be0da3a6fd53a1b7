/** `goingrate backtest` */
import type { Command } from 'commander';
import { runBacktest, scoreIds } from '../../app/backtest/backtest.js';
import { openMarket } from '../../app/market.js';
import { UsageError } from '../../core/errors.js';
import { renderScoreboardJson } from '../../render/json/render-scoreboard.js';
import { renderScoreboard } from '../../render/terminal/scoreboard/scoreboard.js';
import { chosenMarket } from '../open-market.js';
import { openAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';
import { terminalAbilities } from '../terminal.js';

interface BacktestFlags {
  readonly only?: readonly string[];
  readonly from?: string;
  readonly format: string;
  readonly output?: string;
  readonly ascii?: true;
}

export function registerBacktest(program: Command): void {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  program
    .command('backtest')
    .description('score the figures of this program against what is known, misses included')
    .option('--only <id>', 'only this score; may be repeated', collect)
    .option('--from <dir>', 'folder with one folder of raw files per source: measure the text engines anew (minutes)')
    .option('--format <format>', 'terminal or json', 'terminal')
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('--ascii', 'only ASCII characters, for --format terminal')
    .addHelpText('after', HELP)
    .action(backtest);
}

const HELP = `
Takes some minutes; --only answers sooner. A missed score is an answer: the exit
code is 0.
Scores of the text engines are measured on the publishers' files; without --from
they are printed from the record with its date.`;

async function backtest(flags: BacktestFlags): Promise<void> {
  const only = flags.only === undefined ? undefined : scoreIds(flags.only);
  const json = isJson(flags);
  const answer = await openAnswer(flags.output);
  try {
    const directory = await chosenMarket();
    const market = await openMarket(directory);
    try {
      const progress = terminalProgress();
      const scoreboard = await runBacktest({ market, directory, only, from: flags.from ?? null, progress });
      await answer.write(json ? renderScoreboardJson(scoreboard) : renderScoreboard(scoreboard, abilities(flags)));
    } finally {
      await market.close();
    }
    await answer.finish();
  } catch (failure) {
    await answer.abandon();
    throw failure;
  }
}

function isJson({ format, ascii }: BacktestFlags): boolean {
  if (format !== 'terminal' && format !== 'json') {
    throw new UsageError('UNKNOWN_FORMAT', `"${format}" is not a format.`, 'Formats: terminal, json.');
  }
  if (ascii === true && format === 'json') {
    const remedy = 'Leave out --ascii, or ask for --format terminal.';
    throw new UsageError('CONTRADICTORY_FLAGS', '--ascii belongs to the terminal format, not to json.', remedy);
  }
  return format === 'json';
}

function abilities({ ascii, output }: BacktestFlags) {
  const stream = output === undefined || output === '-' ? process.stdout : { isTTY: false };
  return { ...terminalAbilities(stream, process.env, ascii === true), brief: false };
}
