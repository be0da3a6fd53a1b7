/** `goingrate export --out FILE` */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { exportCells } from '../../app/export-cells.js';
import { locateHome } from '../../app/home.js';
import { UsageError } from '../../core/errors.js';
import { renderCellsCsv } from '../../render/csv/cells.js';
import { renderCellsJson, renderCellsJsonLines } from '../../render/json/cells.js';
import { renderExportSummary } from '../../render/terminal/export/summary.js';
import type { Publication } from '../../report/publication.js';
import { openMarketWithOwnData } from '../open-market.js';
import { openAnswer, writeAnswer } from '../output.js';
import { terminalAbilities } from '../terminal.js';

interface ExportFlags {
  readonly out: string;
  readonly format: string;
  readonly ascii?: true;
}

const RENDERERS: Readonly<Record<string, (publication: Publication) => string>> = {
  csv: ({ cells }) => renderCellsCsv(cells),
  json: renderCellsJson,
  jsonl: renderCellsJsonLines,
};

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write the figures of your own pay records that may be published: groups large enough, nothing else')
    .requiredOption('--out <file>', 'file to write; its ending chooses the format: .csv, .json or .jsonl')
    .option('--format <format>', 'of the summary: terminal or json', 'terminal')
    .option('--ascii', 'draw with plain ASCII characters')
    .action(runCommand);
}

async function runCommand(flags: ExportFlags): Promise<void> {
  const render = rendererOf(flags);
  const market = await openMarketWithOwnData();
  try {
    const answer = await openAnswer(flags.out);
    try {
      const say = (message: string) => void process.stderr.write(`goingrate: ${message}\n`);
      const { publication, summary } = await exportCells(market, { home: locateHome(), say });
      const written = publication.cells.length > 0;
      if (written) {
        await answer.write(render(publication));
        await answer.finish();
      } else {
        await answer.abandon();
        process.exitCode = 3;
      }
      await writeSummary(summary(written ? resolve(flags.out) : null), flags);
    } catch (failure) {
      await answer.abandon();
      throw failure;
    }
  } finally {
    await market.close();
  }
}

async function writeSummary(summary: Parameters<typeof renderExportSummary>[0], flags: ExportFlags): Promise<void> {
  if (flags.format === 'json') return writeAnswer(`${JSON.stringify(summary)}\n`, undefined);
  const abilities = terminalAbilities(process.stdout, process.env, flags.ascii === true);
  await writeAnswer(renderExportSummary(summary, { ...abilities, brief: false }), undefined);
}

function rendererOf({ out, format, ascii }: ExportFlags): (publication: Publication) => string {
  const ending = /\.(csv|json|jsonl)$/i.exec(out)?.[1]?.toLowerCase();
  if (ending === undefined) {
    throw new UsageError(
      'UNKNOWN_FORMAT',
      `The name of the file to write, "${out}", does not say its format.`,
      'Give --out a name that ends in .csv, .json or .jsonl.',
    );
  }
  if (format !== 'terminal' && format !== 'json') {
    throw new UsageError('UNKNOWN_FORMAT', `"${format}" is not a format.`, 'Formats: terminal, json.');
  }
  if (ascii === true && format !== 'terminal') {
    const remedy = 'Leave out --ascii, or ask for --format terminal.';
    throw new UsageError('CONTRADICTORY_FLAGS', `--ascii belongs to the terminal format, not to ${format}.`, remedy);
  }
  return RENDERERS[ending]!;
}
