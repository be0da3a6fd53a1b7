/** `goingrate market build` and `goingrate market train` */
import type { Command } from 'commander';
import { buildMarketFrom } from '../../app/build-market.js';
import { type ModelManifest, trainTitles } from '../../app/train-titles.js';
import { formatCount } from '../../core/format.js';
import { writeAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';

interface BuildFlags {
  readonly from: string;
  readonly out?: string;
  readonly threads?: string;
}

interface TrainFlags {
  readonly from: string;
  readonly out?: string;
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
  market
    .command('train')
    .description('train the title model from the publishers’ own files and score it on employers left out')
    .requiredOption('--from <dir>', 'folder with one folder of raw files per source')
    .option('--out <dir>', 'market directory to write models/ into; the shipped market when left out')
    .action(async (flags: TrainFlags) => {
      const started = performance.now();
      const manifest = await trainTitles({ from: flags.from, out: flags.out, progress: terminalProgress() });
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      await writeAnswer(`${[...trainingLines(manifest), `${seconds} s`].join('\n')}\n`, undefined);
    });
}

function trainingLines({ titles }: ModelManifest): string[] {
  const { evaluation, sources } = titles;
  const { seen, unseen, calibrationError, abstained } = evaluation;
  const share = (value: number) => value.toFixed(3);
  return [
    ...sources.map(
      ({ id, rowsIn, rowsKept }) =>
        `  ${id.padEnd(28)} ${formatCount(rowsIn).padStart(9)} read ${formatCount(rowsKept).padStart(9)} kept`,
    ),
    `Employers left out: ${formatCount(evaluation.pairs)} employer x title pairs, ${formatCount(evaluation.seenPairs)} of them with a title that training saw`,
    `  titles seen      right ${share(seen.model)}  modal look-up ${share(seen.modalLookup)}`,
    `  titles not seen  right ${share(unseen.model)}  naive Bayes ${share(unseen.naiveBayes)}  nearest titles ${share(unseen.nearestTitles)}  longest ending ${share(unseen.suffixLookup)}`,
    `  calibration error ${share(calibrationError.equalWidth)} (bins of equal width), ${share(calibrationError.equalSize)} (of equal size)`,
    `  abstains on ${share(abstained.unseen)} of the titles not seen, on ${share(abstained.randomLetters)} of random letters`,
    `models/${titles.file}: ${formatCount(titles.bytes)} bytes, version ${titles.version}, trained on ${formatCount(titles.pairs)} pairs`,
  ];
}
