/** `goingrate import FILE|DIR` */
import type { Command } from 'commander';
import { type ImportOptions, type PreparedImport, prepareImport } from '../../app/import.js';
import { previewOf } from '../../app/preview-import.js';
import { UsageError } from '../../core/errors.js';
import { formatCounted } from '../../core/format.js';
import { renderImportPreview } from '../../render/terminal/import/preview.js';
import { renderImportSummary } from '../../render/terminal/import/summary.js';
import type { TerminalOptions } from '../../render/terminal/page.js';
import { confirmed } from '../confirm.js';
import { writeAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';
import { terminalAbilities } from '../terminal.js';

interface ImportFlags {
  readonly map: readonly string[];
  readonly set: readonly string[];
  readonly saveMap?: string;
  readonly kind?: string;
  readonly encoding?: string;
  readonly allowPersonal?: true;
  readonly preview?: true;
  readonly yes?: true;
  readonly format: string;
  readonly ascii?: true;
}

export function registerImport(program: Command): void {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  program
    .command('import')
    .description('add your own offers, postings or payroll to what reports are made from')
    .argument('<path>', 'a file (CSV, JSON, Parquet, Excel, a saved job page, gzip or zip of these) or a folder')
    .option('--map <columns>', 'title="Job Title",payLow=Min; or a saved mapping, by name or file', collect, [])
    .option('--set <value>', 'a value for all rows: currency=EUR, country=DE, date=2026-03-31', collect, [])
    .option('--kind <kind>', 'advertised (offers of open jobs) or paid (what persons are paid)')
    .option('--save-map <name>', 'keep the mapping under a name, for --map')
    .option('--encoding <name>', 'encoding of a text file, where it is not told right')
    .option('--allow-personal', 'let --map name a column that looks as if it told about persons')
    .option('--preview', 'show how the file would be read, and import nothing')
    .option('--yes', 'import without a question')
    .option('--format <format>', 'terminal or json', 'terminal')
    .option('--ascii', 'draw with plain ASCII characters')
    .action(runCommand);
}

/** An interrupt ends the program as it is: an import is there as a whole or not at all, and the next one clears up. */
async function runCommand(path: string, flags: ImportFlags): Promise<void> {
  const options = optionsOf(flags);
  const prepared = await prepareImport(path, options);
  try {
    if (flags.yes === true && flags.preview !== true) return await importAll(prepared, flags);
    await writePreview(prepared, flags);
    if (flags.preview === true) return;
    if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) {
      throw new UsageError('NOT_CONFIRMED', 'Nothing was imported yet.', 'Add --yes to import it as shown.');
    }
    const files = prepared.isFolder ? `these ${formatCounted(prepared.files.length, 'files')}` : 'this file';
    if (await agreed(`Import ${files} as shown?`)) return await importAll(prepared, flags);
    await writeAnswer('Nothing was imported.\n', undefined);
  } finally {
    await prepared.close();
  }
}

/** An interrupt of the question is a no. */
async function agreed(question: string): Promise<boolean> {
  try {
    return await confirmed(question, new AbortController().signal);
  } catch (failure) {
    if ((failure as Error).name !== 'AbortError') throw failure;
    process.stderr.write('\n');
    return false;
  }
}

function optionsOf(flags: ImportFlags): ImportOptions {
  const { format, kind, ascii } = flags;
  if (format !== 'terminal' && format !== 'json') {
    throw new UsageError('UNKNOWN_FORMAT', `"${format}" is not a format.`, 'Formats: terminal, json.');
  }
  if (kind !== undefined && kind !== 'advertised' && kind !== 'paid') {
    throw new UsageError('UNKNOWN_KIND', `"${kind}" is not a kind of data.`, 'Kinds: advertised, paid.');
  }
  if (ascii === true && format !== 'terminal') {
    const remedy = 'Leave out --ascii, or ask for --format terminal.';
    throw new UsageError('CONTRADICTORY_FLAGS', `--ascii belongs to the terminal format, not to ${format}.`, remedy);
  }
  return {
    map: flags.map,
    set: flags.set,
    kind,
    saveMap: flags.saveMap,
    encoding: flags.encoding,
    allowPersonal: flags.allowPersonal === true,
    progress: terminalProgress(),
    say: (message) => void process.stderr.write(`goingrate: ${message}\n`),
  };
}

async function writePreview(prepared: PreparedImport, flags: ImportFlags): Promise<void> {
  const preview = await previewOf(prepared);
  const text =
    flags.format === 'json' ? `${JSON.stringify(preview)}\n` : renderImportPreview(preview, abilities(flags));
  await writeAnswer(text, undefined);
}

async function importAll(prepared: PreparedImport, flags: ImportFlags): Promise<void> {
  const answer = await prepared.run();
  const text =
    flags.format === 'json'
      ? `${JSON.stringify(answer)}\n`
      : renderImportSummary(answer, { ids: prepared.ids() }, abilities(flags));
  await writeAnswer(text, undefined);
}

function abilities(flags: ImportFlags): TerminalOptions {
  return { ...terminalAbilities(process.stdout, process.env, flags.ascii === true), brief: false };
}
