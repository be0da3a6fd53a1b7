/** What the commands share that answer one text or many: formats, output, one answer a text in order. */
import type { Command } from 'commander';
import { UsageError } from '../core/errors.js';
import type { TerminalOptions } from '../render/terminal/page.js';
import { type AnswerWriter, openAnswer } from './output.js';
import { terminalAbilities } from './terminal.js';
import { findTexts, type TextFlags, type TextInput } from './text-input.js';

export interface AnswerFlags extends TextFlags {
  readonly format?: string;
  readonly output?: string;
  readonly ascii?: true;
}

/** One engine as a command uses it. */
export interface TextEngine<A> {
  answer(text: string): A;
  /** The answer on one line of JSON; made from `answer` when left out. */
  line?(text: string): string;
  /** For a terminal, alone on the screen or among many. */
  render(answer: A, options: TerminalOptions, alone: boolean): string;
}

export interface TextCommand<A> {
  /** What a text is called in messages: `title`. */
  readonly noun: string;
  readonly argument: string | undefined;
  readonly flags: AnswerFlags;
  readonly open: () => Promise<TextEngine<A>>;
}

const FORMATS = ['terminal', 'json', 'jsonl'] as const;
type Format = (typeof FORMATS)[number];

/** Characters gathered before they are written. */
const WRITTEN_AT_ONCE = 2 ** 19;

/** Adds the argument and the flags these commands have in common. */
export function withTextOptions(command: Command, noun: string): Command {
  return command
    .argument('[text]', `the ${noun}; a file where it names one and has a folder, an ending like .txt, or --input`)
    .option('--file <path>', 'read a file, or standard input for -; gzip and UTF-16 are understood')
    .option('--input <form>', 'lines (one text a line), csv or jsonl')
    .option('--field <name>', 'the field with the text in csv or jsonl; "text" or "title" when left out')
    .option('--format <format>', 'terminal, json or jsonl (one answer a line, as they come)')
    .option('-o, --output <file>', 'write to a file; .json and .jsonl choose the format')
    .option('--ascii', 'draw with plain ASCII characters');
}

/**
 * Answers every text of a command line in order. Many texts are answered as they arrive; when one cannot be read, the
 * answers before it have been printed, and a file named with -o is left as it was.
 */
export async function answerTexts<A>({ noun, argument, flags, open }: TextCommand<A>): Promise<void> {
  const format = chooseFormat(flags);
  const input = await findTexts({ argument, flags, noun });
  const engine = await open();
  const toFile = flags.output !== undefined && flags.output !== '-';
  const abilities = terminalAbilities(toFile ? {} : process.stdout, process.env, flags.ascii === true);
  const options = { ...abilities, brief: false };
  const answer = await openAnswer(flags.output);
  try {
    await writeAnswers(answer, input, answersAs(engine, format, options));
  } catch (failure) {
    await answer.abandon();
    throw failure;
  }
  await answer.finish();
}

/** How an answer is written alone, and how among many. */
interface WrittenForm {
  alone(text: string): string;
  among(text: string): string;
  readonly opening: string;
  readonly between: string;
  readonly closing: string;
  /** Written where there was no text at all. */
  readonly none: string;
}

const NOTHING_AROUND = { opening: '', between: '', closing: '', none: '' };

function answersAs<A>(engine: TextEngine<A>, format: Format, options: TerminalOptions): WrittenForm {
  const line = engine.line?.bind(engine) ?? ((text: string) => JSON.stringify(engine.answer(text)));
  if (format === 'terminal') {
    const render = (alone: boolean) => (text: string) => engine.render(engine.answer(text), options, alone);
    return { alone: render(true), among: render(false), ...NOTHING_AROUND };
  }
  if (format === 'jsonl') {
    const ended = (text: string) => `${line(text)}\n`;
    return { alone: ended, among: ended, ...NOTHING_AROUND };
  }
  const alone = (text: string) => `${JSON.stringify(engine.answer(text), null, 2)}\n`;
  return { alone, among: line, opening: '[\n', between: ',\n', closing: '\n]\n', none: '[]\n' };
}

async function writeAnswers(answer: AnswerWriter, input: TextInput, form: WrittenForm): Promise<void> {
  if (input.kind === 'one') return answer.write(form.alone(input.text));
  let waiting = '';
  let count = 0;
  const write = async () => {
    const text = waiting;
    waiting = '';
    if (text !== '') await answer.write(text);
  };
  try {
    for await (const texts of input.texts) {
      for (const text of texts) {
        waiting += (count === 0 ? form.opening : form.between) + form.among(text);
        count += 1;
        if (waiting.length >= WRITTEN_AT_ONCE) await write();
      }
      await write();
    }
    waiting = count === 0 ? form.none : form.closing;
  } finally {
    await write();
  }
}

function chooseFormat({ format, output, ascii }: AnswerFlags): Format {
  const fromEnding = endingOf(output);
  const wanted = format ?? fromEnding ?? 'terminal';
  const found = FORMATS.find((entry) => entry === wanted);
  if (found === undefined) {
    throw new UsageError('UNKNOWN_FORMAT', `"${wanted}" is not a format.`, `Formats: ${FORMATS.join(', ')}.`);
  }
  if (format !== undefined && fromEnding !== undefined && fromEnding !== format) {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `--format says ${format} and the file is one for ${fromEnding}.`,
      'Leave out --format, or give the file the ending of its format.',
    );
  }
  if (ascii && found !== 'terminal') {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `--ascii belongs to the terminal format, not to ${found}.`,
      'Leave out --ascii, or ask for --format terminal.',
    );
  }
  return found;
}

function endingOf(output: string | undefined): Format | undefined {
  const ending = /\.(json|jsonl|ndjson)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  return ending === 'json' ? 'json' : 'jsonl';
}
