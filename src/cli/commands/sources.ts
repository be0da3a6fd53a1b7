/** `goingrate sources`: what the market is made of, and how it is brought up to date. */
import type { Command } from 'commander';
import { locateHome } from '../../app/home.js';
import { listSources, showSource } from '../../app/list-sources.js';
import { removalOf, removeSource } from '../../app/remove-source.js';
import { type UpdateSummary, updateSources } from '../../app/update-sources.js';
import { UsageError } from '../../core/errors.js';
import { harmlessText } from '../../render/format/harmless-text.js';
import { confirmed } from '../confirm.js';
import { interruptible } from '../interruptible.js';
import { writeAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';
import { listText } from '../sources/list-text.js';
import { showText } from '../sources/show-text.js';
import { updateText } from '../sources/update-text.js';

interface FormatFlags {
  readonly format: string;
}

interface UpdateFlags extends FormatFlags {
  readonly from?: string;
  readonly dryRun?: true;
}

export function registerSources(program: Command): void {
  const sources = program.command('sources').description('what the market is made of; bring it up to date');
  sources
    .command('list', { isDefault: true })
    .description('public sources, your own imports, and sources that could be added')
    .option('--format <format>', 'text or json', 'text')
    .action(async ({ format }: FormatFlags) => {
      const json = isJson(format);
      const list = await listSources({ home: locateHome(), note: warn });
      await writeAnswer(json ? `${JSON.stringify(list)}\n` : listText(list), undefined);
    });
  sources
    .command('show <id>')
    .description('all that is known of one source')
    .option('--format <format>', 'text or json', 'text')
    .action(async (id: string, { format }: FormatFlags) => {
      const json = isJson(format);
      const details = await showSource(id, { home: locateHome(), note: warn });
      await writeAnswer(json ? `${JSON.stringify(details)}\n` : showText(details), undefined);
    });
  sources
    .command('update [id]')
    .description('fetch what has changed from the publishers and read it; all sources when no id is given')
    .option(
      '--from <path>',
      'read these files instead: a folder of source folders, or the folder or file of the source',
    )
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--format <format>', 'text or json', 'text')
    .action((id: string | undefined, flags: UpdateFlags) =>
      interruptible(
        (signal) => update(id ?? null, { ...flags, version: program.version() ?? '' }, signal),
        'stopped; the market is as it was.',
      ),
    );
  sources
    .command('remove <id>')
    .description('take out an import of your own, or go back to what ships for a public source')
    .option('--yes', 'do not ask')
    .action((id: string, { yes }: { readonly yes?: true }) =>
      interruptible((signal) => remove(id, yes === true, signal), 'stopped; nothing was removed.'),
    );
}

async function update(
  id: string | null,
  flags: UpdateFlags & { readonly version: string },
  signal: AbortSignal,
): Promise<void> {
  const json = isJson(flags.format);
  const dryRun = flags.dryRun === true;
  if ((process.env.GOINGRATE_MARKET ?? '') !== '') {
    warn('GOINGRATE_MARKET names another market: reports will not read what is updated here.');
  }
  const summary = await updateSources({
    home: locateHome(),
    id,
    from: flags.from ?? null,
    dryRun,
    version: flags.version,
    progress: terminalProgress(),
    signal,
    say: warn,
  });
  const text = json
    ? `${JSON.stringify(asJson(summary))}\n`
    : updateText(summary, { dryRun, given: flags.from !== undefined });
  await writeAnswer(text, undefined);
  if (summary.sources.some(({ status }) => status === 'failed')) process.exitCode = 1;
}

function asJson({ sources, written, asOf }: UpdateSummary) {
  return {
    schema: 'goingrate.update/1',
    sources: sources.map(({ failure, ...source }) => ({
      ...source,
      failure: failure && { code: failure.code, message: failure.message, remedy: failure.remedy },
    })),
    written,
    asOf,
  };
}

const QUESTIONS = {
  import: 'Remove your import',
  update: 'Go back to what ships for',
  added: 'Take out',
} as const;

async function remove(id: string, yes: boolean, signal: AbortSignal): Promise<void> {
  const home = locateHome();
  const removal = await removalOf({ home, id });
  const subject = harmlessText(`${removal.description.slice(0, 60)} (${id})`);
  if (!yes && !(await confirmed(`${QUESTIONS[removal.kind]} ${subject}?`, signal))) {
    await writeAnswer('Nothing was removed.\n', undefined);
    return;
  }
  await removeSource({ home, id, progress: terminalProgress(), signal, say: warn });
  const done = removal.kind === 'update' ? 'Back to what ships' : 'Removed';
  await writeAnswer(`${done}: ${subject}\n`, undefined);
}

function warn(message: string): void {
  process.stderr.write(`goingrate: ${message}\n`);
}

function isJson(format: string): boolean {
  if (format === 'json' || format === 'text') return format === 'json';
  throw new UsageError('UNKNOWN_FORMAT', `"${format}" is not a format of this command.`, 'Formats: text, json.');
}
