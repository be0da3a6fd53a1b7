/** `goingrate compare TITLE... --in PLACE --in PLACE` */
import type { Command } from 'commander';
import { compareQuestions, requireCount } from '../../app/compare.js';
import { UsageError } from '../../core/errors.js';
import type { Comparison } from '../../report/comparison-model.js';
import { askedFormat } from '../asked-format.js';
import { openMarketWithOwnData } from '../open-market.js';
import { writeAnswer } from '../output.js';
import { terminalAbilities } from '../terminal.js';

interface CompareFlags {
  readonly in: readonly string[];
  readonly level: readonly string[];
  readonly format?: string;
  readonly output?: string;
  readonly basis?: string;
  readonly asOf?: string;
  readonly only?: string;
  readonly ascii?: true;
}

const FORMATS = ['terminal', 'html', 'md', 'json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

const DEFAULT_PLACE = 'US';

const gathered = (value: string, before: readonly string[]): string[] => [...before, value];

export function registerCompare(program: Command): void {
  program
    .command('compare')
    .description('two to four jobs, places or levels side by side, each difference with its interval')
    .argument('<title...>', 'one job title or several, for example "Data Scientist" "Data Engineer"')
    .option(
      '--in <place>',
      'country, state or metropolitan area; give it more than once to compare places',
      gathered,
      [],
    )
    .option('--level <level>', 'a level, as in report; give it more than once to compare levels', gathered, [])
    .option(
      '--basis <basis>',
      'posted, filed, official, market or paid; one for all, chosen by the evidence when left out',
    )
    .option('--as-of <date>', 'answer from data up to this day, YYYY-MM-DD')
    .option('--only <data>', 'mine: answer from the data you imported alone, without public sources')
    .option('--format <format>', 'terminal, html, md, json or csv')
    .option('-o, --output <file>', 'write to a file; its ending chooses the format')
    .option('--ascii', 'draw with plain ASCII characters')
    .action(runCommand);
}

async function runCommand(titles: readonly string[], flags: CompareFlags): Promise<void> {
  const format = chooseFormat(flags);
  const requests = questionsOf(titles, flags);
  requireCount(requests.length);
  const market = await openMarketWithOwnData();
  try {
    const comparison = await compareQuestions(market, requests);
    await writeAnswer(await renderAs(comparison, format, flags), flags.output);
    if (comparison.status === 'insufficient') process.exitCode = 3;
  } finally {
    await market.close();
  }
}

/** Every title in every place at every level that is named. */
function questionsOf(titles: readonly string[], { in: places, level, basis, asOf, only }: CompareFlags) {
  const levels = level.length === 0 ? [undefined] : level;
  return titles.flatMap((title) =>
    (places.length === 0 ? [DEFAULT_PLACE] : places).flatMap((place) =>
      levels.map((one) => ({ title, place, level: one, basis, asOf, only })),
    ),
  );
}

function chooseFormat({ format, output, ascii }: CompareFlags): Format {
  const found = askedFormat(FORMATS, { format, output });
  if (ascii && found !== 'terminal') {
    const remedy = 'Leave out --ascii, or ask for --format terminal.';
    throw new UsageError('CONTRADICTORY_FLAGS', `--ascii belongs to the terminal format, not to ${found}.`, remedy);
  }
  return found;
}

async function renderAs(comparison: Comparison, format: Format, flags: CompareFlags): Promise<string> {
  if (format === 'json') return (await import('../../render/json/comparison.js')).renderComparisonJson(comparison);
  if (format === 'csv') return (await import('../../render/csv/comparison.js')).renderComparisonCsv(comparison);
  if (format === 'md') {
    return (await import('../../render/markdown/comparison.js')).renderComparisonMarkdown(comparison);
  }
  if (format === 'html') {
    const { renderComparison } = await import('../../render/html/comparison-page.js');
    const { fileFrame } = await import('../../app/page-files.js');
    return renderComparison(comparison, await fileFrame());
  }
  const { renderComparisonText } = await import('../../render/terminal/comparison.js');
  const toFile = flags.output !== undefined && flags.output !== '-';
  const abilities = terminalAbilities(toFile ? {} : process.stdout, process.env, flags.ascii === true);
  return renderComparisonText(comparison, { ...abilities, brief: false });
}
