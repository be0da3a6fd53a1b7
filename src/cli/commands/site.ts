/** `goingrate site build` */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { buildReportSite } from '../../app/site.js';
import { UsageError } from '../../core/errors.js';
import { formatCount } from '../../core/format.js';
import { openPublicMarket } from '../open-market.js';
import { writeAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';

interface SiteFlags {
  readonly out: string;
  readonly roles?: string;
  readonly places?: string;
  readonly limit?: string;
  readonly baseUrl?: string;
  readonly format?: string;
}

export function registerSite(program: Command): void {
  const site = program.command('site').description('static pages, one per role and place');
  site
    .command('build')
    .description('build a site of report pages with an index')
    .requiredOption('--out <dir>', 'folder to write to; it or its parent must exist')
    .option('--roles <file>', 'titles, one a line; the 20 of the default site when left out')
    .option('--places <file>', 'places, one a line; the 10 of the default site when left out')
    .option('--limit <n>', 'only the first so many pages')
    .option('--base-url <url>', 'address the site will stand at; adds a site map')
    .option('--format <format>', 'text or json', 'text')
    .action(async (flags: SiteFlags) => {
      const limit = parseLimit(flags.limit);
      const titles = flags.roles === undefined ? undefined : await readList(flags.roles, '--roles');
      const places = flags.places === undefined ? undefined : await readList(flags.places, '--places');
      const json = parseFormat(flags.format);
      const market = await openPublicMarket();
      try {
        const summary = await buildReportSite(market, {
          titles,
          places,
          limit,
          out: flags.out,
          baseUrl: flags.baseUrl,
          progress: terminalProgress(),
        });
        const text = json
          ? `${JSON.stringify(summary)}\n`
          : `${formatCount(summary.pages)} pages, ${formatCount(summary.written)} written, ${summary.seconds.toFixed(1)} s, ${formatCount(summary.bytes)} bytes in ${flags.out}\n`;
        await writeAnswer(text, undefined);
      } finally {
        await market.close();
      }
    });
}

function parseFormat(format: string | undefined): boolean {
  if (format === 'json') return true;
  if (format === 'text') return false;
  throw new UsageError('UNKNOWN_FORMAT', `"${format}" is not a format of this command.`, 'Formats: text, json.');
}

function parseLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) {
    throw new UsageError('INVALID_LIMIT', `"${text}" is not a number of pages.`, 'Give --limit a whole number from 1.');
  }
  return Number(text);
}

/** Lines of a file, without blank ones and comments. */
async function readList(path: string, flag: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(
      'UNREADABLE_LIST',
      `Cannot read "${path}".`,
      `Give ${flag} a text file with one entry a line.`,
      { cause },
    );
  });
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) {
    throw new UsageError('EMPTY_LIST', `"${path}" has no entries.`, `Give ${flag} a text file with one entry a line.`);
  }
  return lines;
}
