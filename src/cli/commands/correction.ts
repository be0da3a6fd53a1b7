/** `goingrate correction check FILE` and `goingrate correction new TITLE --in PLACE ...` */
import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { UsageError } from '../../core/errors.js';
import { CORRECTION_LIMITS } from '../../report/correction-limits.js';
import { openPublicMarket } from '../open-market.js';
import { writeAnswer } from '../output.js';
import { terminalAbilities } from '../terminal.js';

interface CheckFlags {
  readonly format?: string;
  readonly ascii?: true;
}

interface NewFlags {
  readonly in: string;
  readonly finding: string;
  readonly says: string;
  readonly evidence: string;
  readonly link?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly level?: string;
  readonly basis?: string;
  readonly asOf?: string;
  readonly page?: string;
  readonly contact?: string;
  readonly on?: string;
  readonly output?: string;
}

export function registerCorrection(program: Command): void {
  const group = program.command('correction').description('say what is wrong in a report, and judge what others say');
  group
    .command('check')
    .description('whether a correction is whole, signed, and about a report that this market gives')
    .argument('<file>', 'the file that "report a mistake" made')
    .option('--format <format>', 'terminal or json', 'terminal')
    .option('--ascii', 'plain ASCII characters')
    .action(check);
  group
    .command('new')
    .description('make a correction, signed with a key of its own')
    .argument('<title>', 'job title of the report')
    .option('--in <place>', 'country, state or metropolitan area', 'US')
    .requiredOption('--finding <id>', 'the finding that is wrong; the column id of report --format csv')
    .requiredOption('--says <text>', 'what it should say')
    .option('--value <number>', 'what the figure should be')
    .option('--unit <unit>', 'unit of that number; that of the finding when left out')
    .requiredOption('--evidence <text>', 'where this can be seen: an https address, or words')
    .option('--link <address>', 'an https address beside the words')
    .option('--level <level>', 'as for report')
    .option('--basis <basis>', 'as for report')
    .option('--as-of <date>', 'as for report')
    .option('--page <address>', 'https address of the page where it was seen')
    .option('--contact <text>', 'how to reach you; the file is public once you send it')
    .option('--on <date>', 'day of the correction, YYYY-MM-DD; today when left out')
    .option('-o, --output <file>', 'write to a file')
    .action(make);
}

async function check(file: string, { format, ascii }: CheckFlags): Promise<void> {
  if (format !== 'terminal' && format !== 'json') {
    throw new UsageError('UNKNOWN_FORMAT', `"${format}" is not a format.`, 'Formats: terminal, json.');
  }
  const { readCorrection, reviewCorrection } = await import('../../app/correction.js');
  const correction = readCorrection(await textOf(file));
  const market = await openPublicMarket();
  try {
    const review = await reviewCorrection(market, correction);
    if (format === 'json') return await writeAnswer(`${JSON.stringify(review, null, 2)}\n`, undefined);
    const { renderCorrectionReview } = await import('../../render/terminal/correction/review.js');
    const abilities = terminalAbilities(process.stdout, process.env, ascii === true);
    await writeAnswer(renderCorrectionReview(review, { ...abilities, brief: false }), undefined);
  } finally {
    await market.close();
  }
}

async function make(title: string, flags: NewFlags): Promise<void> {
  const { writeCorrection } = await import('../../app/correction.js');
  const { correctionText } = await import('../../report/correction.js');
  const { in: place, finding, says, unit, level, basis, asOf, page, contact } = flags;
  const value = flags.value === undefined ? undefined : numberOf(flags.value);
  const createdOn = flags.on ?? new Date().toISOString().slice(0, 10);
  const evidence = evidenceOf(flags);
  const market = await openPublicMarket();
  try {
    const request = {
      title,
      place,
      level,
      basis,
      asOf,
      finding,
      says,
      value,
      unit,
      evidence,
      contact,
      page,
      createdOn,
    };
    await writeAnswer(correctionText(await writeCorrection(market, request)), flags.output);
  } finally {
    await market.close();
  }
}

/** An address alone is evidence too. */
function evidenceOf({ evidence, link }: NewFlags): { text: string; link: string | null } {
  return { text: evidence, link: link ?? (/^https:\/\/\S+$/.test(evidence) ? evidence : null) };
}

function numberOf(text: string): number {
  const value = /^-?\d+(?:,\d{3})*(?:\.\d+)?$/.test(text.trim()) ? Number(text.replaceAll(',', '')) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new UsageError('INVALID_VALUE', `"${text}" is not a number.`, 'Give one like 185000 or 2.5.');
}

async function textOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    // One byte more than allowed is enough to be refused; a larger file is not read.
    return size > CORRECTION_LIMITS.file ? ' '.repeat(CORRECTION_LIMITS.file + 1) : await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError('UNREADABLE_INPUT', `Cannot read "${file}".`, 'Give the file of a correction.', { cause });
  }
}
