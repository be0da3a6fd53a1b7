/** `goingrate market build` and `goingrate market train` */
import { type Command, Option } from 'commander';
import { buildMarketFrom } from '../../app/build-market.js';
import type { PayModelEntry, TitleModelEntry } from '../../app/model-manifest.js';
import { trainPay } from '../../app/train-pay.js';
import { trainTitles } from '../../app/train-titles.js';
import { UsageError } from '../../core/errors.js';
import { formatCount } from '../../core/format.js';
import { writeAnswer } from '../output.js';
import { terminalProgress } from '../progress.js';

interface BuildFlags {
  readonly from: string;
  readonly out?: string;
  readonly threads?: string;
}

interface TrainFlags {
  readonly from?: string;
  readonly out?: string;
  readonly only?: 'titles' | 'pay';
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
    .description(
      'train the title model from the publishers’ own files, then the pay models from the market, and score both on employers left out',
    )
    .option('--from <dir>', 'folder with one folder of raw files per source; not needed with --only pay')
    .option('--out <dir>', 'market directory to write models/ into; the shipped market when left out')
    .addOption(new Option('--only <model>', 'train one of the two').choices(['titles', 'pay']))
    .action(async (flags: TrainFlags) => {
      const started = performance.now();
      const lines = [
        ...(flags.only === 'pay' ? [] : titleLines(await trainTitlesFrom(flags))),
        ...(flags.only === 'titles'
          ? []
          : payLines((await trainPay({ out: flags.out, progress: terminalProgress() })).pay)),
      ];
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      await writeAnswer(`${[...lines, `${seconds} s`].join('\n')}\n`, undefined);
    });
}

async function trainTitlesFrom({ from, out }: TrainFlags): Promise<TitleModelEntry> {
  if (from === undefined) {
    throw new UsageError(
      'MISSING_RAW_FOLDER',
      'The title model is trained from the publishers’ own files, and no folder of them is named.',
      'Give --from, or --only pay to fit the pay models from the market alone.',
    );
  }
  return (await trainTitles({ from, out, progress: terminalProgress() })).titles;
}

function payLines({ evaluation, filed, posted, ...file }: PayModelEntry): string[] {
  const { sparse } = evaluation;
  const employers = (basis: typeof filed) =>
    basis === null ? 'none' : `${formatCount(basis.n)} offers, ${formatCount(basis.employers)} employers`;
  return [
    basisLine('filed', evaluation.filed),
    basisLine('posted', evaluation.posted),
    `  loss over that of a cell’s own quantiles: ${sparse.ratio.toFixed(3)} below 10 rows, ${sparse.ratioLarge.toFixed(3)} from 50 rows`,
    `models/${file.file}: ${formatCount(file.bytes)} bytes, version ${file.version}, fitted on filed pay (${employers(filed)}) and posted pay (${employers(posted)})`,
  ];
}

function basisLine(basis: string, scores: PayModelEntry['evaluation']['filed']): string {
  const { pinball, baselinePinball, band80, coverage90, employers } = scores;
  const share = (value: number) => value.toFixed(3);
  return `  ${basis.padEnd(7)} ${formatCount(employers)} employers left out: pinball loss ${pinball.toFixed(4)} (by occupation and state ${baselinePinball.toFixed(4)}), inside the 80% band ${share(band80)}, inside the 90% band ${share(coverage90)}`;
}

function titleLines(titles: TitleModelEntry): string[] {
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
