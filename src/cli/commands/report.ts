/** `goingrate report TITLE --in PLACE` */
import type { Command } from 'commander';
import { answerReport } from '../../app/report.js';
import { UsageError } from '../../core/errors.js';
import type { Report } from '../../report/model.js';
import { parseAmount } from '../amount.js';
import { openMarketWithOwnData } from '../open-market.js';
import { writeAnswer } from '../output.js';
import { terminalAbilities } from '../terminal.js';

interface ReportFlags {
  readonly in: string;
  readonly format?: string;
  readonly output?: string;
  readonly level?: string;
  readonly offer?: string;
  readonly basis?: string;
  readonly asOf?: string;
  readonly only?: string;
  readonly brief?: true;
  readonly ascii?: true;
}

const FORMATS = ['terminal', 'html', 'md', 'json'] as const;
type Format = (typeof FORMATS)[number];

export function registerReport(program: Command): void {
  program
    .command('report')
    .description('what a job pays in a place, how sure that is, and what moves it')
    .argument('<title>', 'job title, for example "Machine Learning Lead"')
    .option('--in <place>', 'country, state or metropolitan area: US, US-CA, Texas, "New York City", GB', 'US')
    .option('--level <level>', 'intern, entry, mid, senior, lead, staff, principal, manager, director, vp, executive')
    .option('--offer <amount>', 'a yearly offer in the currency of the place, to be placed in the distribution')
    .option('--basis <basis>', 'posted, filed, official, market or paid; chosen by the evidence when left out')
    .option('--as-of <date>', 'answer from data up to this day, YYYY-MM-DD')
    .option('--only <data>', 'mine: answer from the data you imported alone, without public sources')
    .option('--format <format>', 'terminal, html, md or json')
    .option('-o, --output <file>', 'write to a file; its ending chooses the format')
    .option('--brief', 'one screen: the answer and the three findings that matter most')
    .option('--ascii', 'draw with plain ASCII characters')
    .action(async (title: string, flags: ReportFlags) => {
      const format = chooseFormat(flags);
      const offer = flags.offer === undefined ? undefined : parseAmount(flags.offer);
      const market = await openMarketWithOwnData();
      try {
        const report = await answerReport(market, {
          title,
          place: flags.in,
          level: flags.level,
          offer,
          basis: flags.basis,
          asOf: flags.asOf,
          only: flags.only,
        });
        await writeAnswer(await renderAs(report, format, flags), flags.output);
        if (report.headline.status === 'insufficient') process.exitCode = 3;
      } finally {
        await market.close();
      }
    });
}

function chooseFormat(flags: ReportFlags): Format {
  const ending = endingOf(flags.output);
  const wanted = flags.format ?? ending ?? 'terminal';
  if (flags.format !== undefined && ending !== undefined && ending !== flags.format) {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `--format says ${flags.format} and the file ends in .${ending}.`,
      'Leave out --format, or give the file the ending of its format.',
    );
  }
  const format = FORMATS.find((entry) => entry === wanted);
  if (format === undefined) {
    throw new UsageError('UNKNOWN_FORMAT', `"${wanted}" is not a format.`, `Formats: ${FORMATS.join(', ')}.`);
  }
  if ((flags.brief || flags.ascii) && format !== 'terminal') {
    const flag = flags.brief ? '--brief' : '--ascii';
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `${flag} belongs to the terminal format, not to ${format}.`,
      `Leave out ${flag}, or ask for --format terminal.`,
    );
  }
  return format;
}

/** The format a file's ending names: html, md, json, or pdf, which is not one yet. */
function endingOf(output: string | undefined): string | undefined {
  return output === undefined ? undefined : /\.(html|md|json|pdf)$/i.exec(output)?.[1]?.toLowerCase();
}

async function renderAs(report: Report, format: Format, flags: ReportFlags): Promise<string> {
  if (format === 'json') return (await import('../../render/json/render-json.js')).renderJson(report);
  if (format === 'md') return (await import('../../render/markdown/report.js')).renderMarkdown(report);
  if (format === 'html') {
    const { renderHtml } = await import('../../render/html/report.js');
    const { readStyles } = await import('../../app/styles.js');
    return renderHtml(report, { styles: await readStyles() });
  }
  const { renderTerminal } = await import('../../render/terminal/render-terminal.js');
  const toFile = flags.output !== undefined && flags.output !== '-';
  const abilities = terminalAbilities(toFile ? {} : process.stdout, process.env, flags.ascii === true);
  return renderTerminal(report, { ...abilities, brief: flags.brief === true });
}
