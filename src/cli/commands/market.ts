/** `goingrate market build` */
import type { Command } from 'commander';
import { buildMarketFrom } from '../../app/build-market.js';
import { formatCount } from '../../core/format.js';
import { writeAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';

interface BuildFlags {
  readonly from: string;
  readonly out?: string;
  readonly threads?: string;
}

export function registerMarket(program: Command): void {
  const market = program.command('market').description('the market that ships with the program');
  market
    .command('build')
    .description('rebuild it from the publishers’ own files, read in place')
    .requiredOption('--from <dir>', 'folder with one folder of raw files per source')
    .option('--out <dir>', 'where to write it; the shipped market when left out')
    .action(async (flags: BuildFlags) => {
      const started = performance.now();
      const manifest = await buildMarketFrom({ from: flags.from, out: flags.out, progress: terminalProgress() });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      const lines = manifest.sources.map(
        (source) =>
          `  ${source.id.padEnd(28)} ${formatCount(source.rowsIn).padStart(9)} read ${formatCount(source.rowsKept).padStart(9)} kept`,
      );
      const summary = `${formatCount(manifest.files.length)} tables, ${formatCount(bytes)} bytes, as of ${manifest.asOf}, ${seconds} s`;
      await writeAnswer(`${[...lines, summary].join('\n')}\n`, undefined);
    });
}
