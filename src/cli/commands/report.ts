/** `goingrate report TITLE --in PLACE` */
import type { Command } from 'commander';
import { answerReport } from '../../app/report.js';
import type { Report } from '../../report/model.js';
import { parseAmount } from '../amount.js';
import { openMarketWithOwnData } from '../open-market.js';
import { writeAnswer } from '../output.js';
import { type ReportFormat, reportFormat } from '../report-format.js';
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
  /** False with --no-pager. */
  readonly pager: boolean;
}

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
    .option('--format <format>', 'terminal, html, md, json, csv, parquet or package (a folder)')
    .option('-o, --output <file>', 'write to a file; its ending chooses the format')
    .option('--brief', 'one screen: the answer, the forecast, what to ask for and what to do next')
    .option('--ascii', 'draw with plain ASCII characters')
    .option('--no-pager', 'a long report on a terminal without a pager (GOINGRATE_PAGER, PAGER, else less)')
    .action(runCommand);
}

async function runCommand(title: string, flags: ReportFlags): Promise<void> {
  const format = reportFormat(flags, process.stdout.isTTY === true);
  const report = await answer(title, flags);
  if (format === 'terminal') await showReport(report, flags);
  else if (format === 'package') await writePackage(report, flags.output ?? '');
  else await writeAnswer(await renderedAs(report, format), flags.output);
  if (report.headline.status === 'insufficient') process.exitCode = 3;
}

/** The market is closed before anything is shown: a reader may stay in the pager for long. */
async function answer(title: string, { in: place, level, offer, basis, asOf, only }: ReportFlags): Promise<Report> {
  const amount = offer === undefined ? undefined : parseAmount(offer);
  const market = await openMarketWithOwnData();
  try {
    return await answerReport(market, { title, place, level, offer: amount, basis, asOf, only });
  } finally {
    await market.close();
  }
}

async function renderedAs(
  report: Report,
  format: Exclude<ReportFormat, 'terminal' | 'package'>,
): Promise<string | Uint8Array> {
  if (format === 'json') return (await import('../../render/json/render-json.js')).renderJson(report);
  if (format === 'md') return (await import('../../render/markdown/report.js')).renderMarkdown(report);
  if (format === 'html') {
    const { renderHtml } = await import('../../render/html/report.js');
    const { fileFrame } = await import('../../app/page-files.js');
    return renderHtml(report, { frame: await fileFrame() });
  }
  const { reportPackageFile } = await import('../../render/package/report-package.js');
  return reportPackageFile(report, `findings.${format}`, { ownData: true })?.content ?? '';
}

async function writePackage(report: Report, folder: string): Promise<void> {
  const { reportPackage } = await import('../../render/package/report-package.js');
  const { writeFolder } = await import('../package-output.js');
  await writeFolder(reportPackage(report, { ownData: true }), folder);
}

async function showReport(report: Report, flags: ReportFlags): Promise<void> {
  const { renderTerminal } = await import('../../render/terminal/render-terminal.js');
  const toFile = flags.output !== undefined && flags.output !== '-';
  const abilities = terminalAbilities(toFile ? {} : process.stdout, process.env, flags.ascii === true);
  const text = renderTerminal(report, { ...abilities, brief: flags.brief === true });
  if (!toFile && flags.pager && process.stdout.isTTY === true) {
    const { choosePager, showInPager } = await import('../pager.js');
    const pager = choosePager(text, process.stdout, process.env);
    if (pager !== null && (await showInPager(text, pager))) return;
  }
  await writeAnswer(text, flags.output);
}
