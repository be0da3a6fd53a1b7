/** `goingrate site build` */
import type { Command } from 'commander';
import { buildReportSite } from '../../app/site.js';
import { UsageError } from '../../core/errors.js';
import { openPublicMarket } from '../open-market.js';
import { writeAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';
import { siteNotes, siteSummaryJson, siteSummaryText } from '../site-summary.js';

interface SiteFlags {
  readonly out: string;
  readonly roles?: readonly string[];
  readonly places?: readonly string[];
  readonly limit?: string;
  readonly baseUrl?: string;
  readonly force?: boolean;
  readonly prune?: boolean;
  readonly shareImages?: boolean;
  readonly jobs?: string;
  readonly format: string;
}

/** More threads than this only wait for each other. */
const MOST_JOBS = 64;

export function registerSite(program: Command): void {
  const site = program.command('site').description('static pages, one per role and place');
  site
    .command('build')
    .description('build a site of report pages with all that leads to them; only what changed is made again')
    .requiredOption('--out <dir>', 'folder to write to; it or its parent must exist')
    .option('--roles <titles>', 'titles with commas between, @file with one a line, or all; repeatable', collect)
    .option('--places <places>', 'places with commas between, @file with one a line, or all; repeatable', collect)
    .option('--limit <n>', 'only the first so many pages')
    .option('--base-url <url>', 'address the site will stand at; adds site map, feed and canonical addresses')
    .option('--force', 'make every page again, also where nothing has changed')
    .option('--prune', 'remove pages of earlier builds that the site has no more')
    .option('--share-images', 'draw a picture per page for shared links; needs --base-url')
    .option('--jobs <n>', 'threads that make pages; as many as there are processors when left out')
    .option('--format <format>', 'text or json', 'text')
    .action(async (flags: SiteFlags) => {
      const limit = parseNumber(flags.limit, PAGES);
      const jobs = parseNumber(flags.jobs, JOBS);
      const json = parseFormat(flags.format);
      const { out, roles: titles, places, baseUrl, force, prune, shareImages } = flags;
      const market = await openPublicMarket();
      try {
        const summary = await buildReportSite(market, {
          ...{ out, titles, places, limit, baseUrl, force, prune, shareImages, jobs },
          progress: terminalProgress(),
        });
        if (!json) process.stderr.write(siteNotes(summary));
        await writeAnswer(json ? siteSummaryJson(summary) : siteSummaryText(summary, out), undefined);
      } finally {
        await market.close();
      }
    });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function parseFormat(format: string): boolean {
  if (format === 'json') return true;
  if (format === 'text') return false;
  throw new UsageError('UNKNOWN_FORMAT', `"${format}" is not a format of this command.`, 'Formats: text, json.');
}

interface NumberRule {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
  readonly most: number;
}

const PAGES: NumberRule = {
  code: 'INVALID_LIMIT',
  what: 'number of pages',
  remedy: 'Give --limit a whole number from 1.',
  most: Number.MAX_SAFE_INTEGER,
};

const JOBS: NumberRule = {
  code: 'INVALID_JOBS',
  what: 'number of threads',
  remedy: `Give --jobs a whole number from 1 to ${MOST_JOBS}.`,
  most: MOST_JOBS,
};

function parseNumber(text: string | undefined, { code, what, remedy, most }: NumberRule): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d*$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(code, `"${text}" is not a ${what}.`, remedy);
}
