/** `goingrate benchmark FILE` */
import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { benchmark } from '../../app/benchmark/benchmark.js';
import { openPayroll, PAYROLL_FORMS, type PayrollForm } from '../../app/benchmark/open-payroll.js';
import { locateHome } from '../../app/home.js';
import { UsageError } from '../../core/errors.js';
import type { BenchmarkStream } from '../../report/benchmark-model.js';
import { openMarketWithOwnData } from '../open-market.js';
import { openAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';
import { terminalAbilities } from '../terminal.js';

interface BenchmarkFlags {
  readonly in?: string;
  readonly basis?: string;
  readonly only?: string;
  readonly asOf?: string;
  readonly input?: string;
  readonly field?: string;
  readonly encoding?: string;
  readonly format?: string;
  readonly output?: string;
  readonly ascii?: true;
}

const FORMATS = ['terminal', 'jsonl', 'csv', 'xlsx', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** Characters or bytes gathered before they are written. */
const WRITTEN_AT_ONCE = 2 ** 16;

export function registerBenchmark(program: Command): void {
  program
    .command('benchmark')
    .description('a payroll, or a list of titles and places: percentiles, grade and compa-ratio for each row')
    .argument('<file>', 'CSV, Excel (.xlsx) or JSON lines with title and place, or plain lines; - is standard input')
    .option('--in <place>', 'place of rows that name none, and of plain lines: US, US-CA, Texas, GB')
    .option('--basis <basis>', 'posted, filed, official, market or paid; chosen for each row when left out')
    .option('--only <data>', 'mine: answer from the data you imported alone, without public sources')
    .option('--as-of <date>', 'answer from data up to this day, YYYY-MM-DD')
    .option('--input <form>', 'lines, csv or jsonl; told by the file when left out')
    .option('--field <name>', 'the column of titles, where it is not called so')
    .option('--encoding <name>', 'encoding of a text file, where it is not told right')
    .option('--format <format>', 'terminal, jsonl, csv, xlsx or json')
    .option('-o, --output <file>', 'write to a file; its ending chooses the format')
    .option('--ascii', 'draw with plain ASCII characters')
    .action(runCommand);
}

async function runCommand(file: string, flags: BenchmarkFlags): Promise<void> {
  const format = chooseFormat(flags);
  const form = chooseForm(flags);
  const source = sourceOf(file);
  refuseInputAsOutput(file, flags.output);
  const progress = terminalProgress();
  const market = await openMarketWithOwnData();
  try {
    const { in: place, field, encoding } = flags;
    const payroll = await openPayroll(source, { market, home: locateHome(), form, field, place, encoding, progress });
    try {
      for (const note of payroll.notes) process.stderr.write(`goingrate: ${note}\n`);
      const { rows, columns } = payroll;
      const { basis, only, asOf } = flags;
      const stream = await benchmark(market, { rows, columns, place, basis, only, asOf, progress });
      await write(await renderedAs(format, stream, flags), flags.output);
    } finally {
      progress.done();
      await payroll.close();
    }
  } finally {
    await market.close();
  }
}

type Source = Parameters<typeof openPayroll>[0];

function sourceOf(file: string): Source {
  if (file !== '-') return file;
  if (process.stdin.isTTY === true) {
    throw new UsageError('MISSING_TEXT', 'Nothing is on standard input.', 'Give a file, or pipe rows in.');
  }
  return { name: 'standard input', bytes: process.stdin };
}

function chooseForm({ input }: BenchmarkFlags): PayrollForm | undefined {
  const form = PAYROLL_FORMS.find((entry) => entry === input);
  if (input === undefined || form !== undefined) return form;
  throw new UsageError('UNKNOWN_INPUT', `"${input}" is not a form of input.`, `Forms: ${PAYROLL_FORMS.join(', ')}.`);
}

/** The answer would take the place of the payroll before it is read. */
function refuseInputAsOutput(file: string, output: string | undefined): void {
  if (output === undefined || file === '-' || output === '-') return;
  const [read, written] = [file, output].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (read === undefined || written === undefined || read.ino !== written.ino || read.dev !== written.dev) return;
  throw new UsageError('OUTPUT_IS_INPUT', 'The file to write is the file that is read.', 'Give -o another name.');
}

function chooseFormat({ format, output, ascii }: BenchmarkFlags): Format {
  const ending = /\.(jsonl|ndjson|csv|xlsx|json)$/i
    .exec(output ?? '')?.[1]
    ?.toLowerCase()
    .replace('ndjson', 'jsonl');
  if (format === undefined && ending === undefined && /\.(?!txt$)\w+$/i.test(output ?? '')) {
    throw new UsageError(
      'UNKNOWN_FORMAT',
      `"${output}" has no ending of a format.`,
      'Let -o end in .csv, .jsonl, .json, .xlsx or .txt, or give --format.',
    );
  }
  const wanted = format ?? ending ?? 'terminal';
  const found = FORMATS.find((entry) => entry === wanted);
  if (found === undefined) {
    throw new UsageError('UNKNOWN_FORMAT', `"${wanted}" is not a format.`, `Formats: ${FORMATS.join(', ')}.`);
  }
  if (format !== undefined && ending !== undefined && ending !== format) {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `--format says ${format} and the file ends in .${ending}.`,
      'Leave out --format, or give the file the ending of its format.',
    );
  }
  if (ascii && found !== 'terminal') {
    const remedy = 'Leave out --ascii, or ask for --format terminal.';
    throw new UsageError('CONTRADICTORY_FLAGS', `--ascii belongs to the terminal format, not to ${found}.`, remedy);
  }
  if (found === 'xlsx' && (output ?? '-') === '-' && process.stdout.isTTY === true) {
    throw new UsageError('CONTRADICTORY_FLAGS', 'A workbook cannot be shown here.', 'Name a file: -o benchmark.xlsx.');
  }
  return found;
}

type Pieces = AsyncIterable<string | Uint8Array>;

async function renderedAs(format: Format, stream: BenchmarkStream, flags: BenchmarkFlags): Promise<Pieces> {
  if (format === 'csv') return (await import('../../render/csv/benchmark.js')).renderBenchmarkCsv(stream);
  if (format === 'xlsx') return (await import('../../render/xlsx/benchmark.js')).renderBenchmarkXlsx(stream);
  if (format !== 'terminal') {
    const { renderBenchmarkJson, renderBenchmarkLines } = await import('../../render/json/benchmark.js');
    return format === 'json' ? renderBenchmarkJson(stream) : renderBenchmarkLines(stream);
  }
  const { renderBenchmark } = await import('../../render/terminal/benchmark/benchmark.js');
  const toFile = flags.output !== undefined && flags.output !== '-';
  const abilities = terminalAbilities(toFile ? {} : process.stdout, process.env, flags.ascii === true);
  return renderBenchmark(stream, { ...abilities, brief: false });
}

/** Pieces in some thousands of characters; a file is there as a whole or not at all. */
async function write(pieces: Pieces, target: string | undefined): Promise<void> {
  const answer = await openAnswer(target);
  try {
    let waiting = '';
    for await (const piece of pieces) {
      if (typeof piece !== 'string') await answer.write(piece);
      else waiting += piece;
      if (waiting.length < WRITTEN_AT_ONCE) continue;
      await answer.write(waiting);
      waiting = '';
    }
    if (waiting !== '') await answer.write(waiting);
  } catch (failure) {
    await answer.abandon();
    throw failure;
  }
  await answer.finish();
}
