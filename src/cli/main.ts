#!/usr/bin/env node
/** The command line: wires commands, turns every failure into one line and an exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { PACKAGE_ROOT } from '../app/paths.js';
import { GoingRateError, UsageError } from '../core/errors.js';

const REGISTRARS = {
  report: async () => (await import('./commands/report.js')).registerReport,
  compare: async () => (await import('./commands/compare.js')).registerCompare,
  benchmark: async () => (await import('./commands/benchmark.js')).registerBenchmark,
  import: async () => (await import('./commands/import.js')).registerImport,
  export: async () => (await import('./commands/export.js')).registerExport,
  classify: async () => (await import('./commands/classify.js')).registerClassify,
  'parse-pay': async () => (await import('./commands/parse-pay.js')).registerParsePay,
  'extract-skills': async () => (await import('./commands/extract-skills.js')).registerExtractSkills,
  correction: async () => (await import('./commands/correction.js')).registerCorrection,
  backtest: async () => (await import('./commands/backtest.js')).registerBacktest,
  site: async () => (await import('./commands/site.js')).registerSite,
  serve: async () => (await import('./commands/serve.js')).registerServe,
  sources: async () => (await import('./commands/sources.js')).registerSources,
  market: async () => (await import('./commands/market.js')).registerMarket,
} as const;

/** Groups that do something without the name of a command. */
const WITH_DEFAULT: ReadonlySet<string> = new Set(['sources']);

/** Runs one command line; sets the exit code and never throws. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', report);
  try {
    const program = await buildProgram(args);
    const group = args.length === 1 ? program.commands.find((command) => command.name() === args[0]) : undefined;
    if (args.length === 0) return program.outputHelp();
    if (group !== undefined && group.commands.length > 0 && !WITH_DEFAULT.has(group.name())) {
      throw new UsageError(
        'MISSING_COMMAND',
        `"${group.name()}" needs a command: ${group.commands.map((command) => command.name()).join(', ')}.`,
        `See goingrate ${group.name()} --help.`,
      );
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (failure) {
    report(failure);
  }
}

/** Only the command asked for is loaded; help and unknown words load all. */
async function buildProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('goingrate')
    .description('The honest answer to: what is the going rate for this job, here, now, and what moves it?')
    .version(readVersion(), '--version')
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .showSuggestionAfterError();
  const asked = Object.entries(REGISTRARS).filter(([name]) => name === args[0]);
  const chosen = asked.length === 1 ? asked : Object.entries(REGISTRARS);
  for (const [, load] of chosen) (await load())(program);
  return program;
}

function report(failure: unknown): void {
  if (failure instanceof CommanderError) {
    if (failure.exitCode === 0) return;
    const message = failure.message
      .replace(/^error: /, '')
      .replace(/\s*\n\(?/, ' (')
      .replace(/\.$/, '');
    say(`${message}.`, 'See goingrate --help.');
    process.exitCode = 2;
    return;
  }
  if (failure instanceof GoingRateError) {
    say(failure.message, failure.remedy);
    process.exitCode = failure.exitCode;
    return;
  }
  if (isClosedPipe(failure)) process.exit(process.exitCode ?? 0);
  if (isLostOutput(failure)) {
    say(`the answer could not be written: ${(failure as Error).message}.`, 'Make room, or write elsewhere with -o.');
    process.exit(1);
  }
  say(`unexpected failure: ${failure instanceof Error ? failure.message : String(failure)}`, 'Please report it.');
  if (process.env.GOINGRATE_DEBUG !== undefined) console.error(failure);
  process.exitCode = 1;
}

function say(message: string, remedy: string): void {
  const line = `goingrate: ${message} ${remedy}`.replace(/\s+/g, ' ').trim();
  process.stderr.write(`${line}\n`);
}

function isClosedPipe(failure: unknown): boolean {
  return (failure as NodeJS.ErrnoException | null)?.code === 'EPIPE';
}

/** A full disk or a broken device behind standard output. */
function isLostOutput(failure: unknown): boolean {
  return (failure as NodeJS.ErrnoException | null)?.syscall === 'write';
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}

await main(process.argv.slice(2));
