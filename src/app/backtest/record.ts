/** What was measured where the publishers' files are, written down for machines where they are not. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MarketError } from '../../core/errors.js';
import { TEXT_VERSION } from '../../text/version.js';
import { readInstalled } from '../installed-file.js';
import { TITLE_MODEL } from '../paths.js';

/** Inside a market directory, beside the models that were scored. */
export const SCORES_FILE = 'models/scores.json';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const recordedOn = z.iso.date();

const recordSchema = z.strictObject({
  schema: z.literal('goingrate.scores/1'),
  textVersion: z.string(),
  titles: z.strictObject({
    recordedOn,
    /** SHA-256 of the title model that was scored. */
    model: z.string().regex(/^[0-9a-f]{64}$/),
    pairs: count,
    seenPairs: count,
    seen: z.strictObject({ model: share, modalLookup: share }),
    unseen: z.strictObject({
      model: share,
      naiveBayes: share,
      nearestTitles: share,
      suffixLookup: share,
      modalLookup: share,
    }),
    calibrationError: z.strictObject({ equalWidth: share, equalSize: share }),
  }),
  payStrings: z.strictObject({ recordedOn, exact: count, n: count.min(1), invented: count }),
  skills: z.strictObject({
    recordedOn,
    passages: count,
    extracted: count.min(1),
    right: count,
    listed: count.min(1),
    foundListed: count,
    named: count.min(1),
    foundNamed: count,
  }),
});

/** The measurements themselves: what they are held to is in the program. */
export type ScoresRecord = z.infer<typeof recordSchema>;

/**
 * @param directory a market
 * @throws {MarketError} MARKET_MISSING | MARKET_DAMAGED, and MARKET_VERSION when the record is of other text engines
 */
export async function readScores(directory: string): Promise<ScoresRecord> {
  const path = join(directory, SCORES_FILE);
  const record = await readInstalled(path, (bytes) => recordSchema.parse(JSON.parse(bytes.toString('utf8'))));
  if (record.textVersion === TEXT_VERSION) return record;
  throw new MarketError(
    'MARKET_VERSION',
    `${path} was recorded with text engines of version ${record.textVersion}; this program has ${TEXT_VERSION}.`,
    'Measure again with --from, or restore the file from the release.',
  );
}

/**
 * Whether the title scores are those of the market's own model.
 *
 * @throws {MarketError} MARKET_VERSION when they are of another one
 */
export async function requireScoredModel(directory: string, { titles }: ScoresRecord): Promise<void> {
  if ((await fingerprintOfTitleModel(directory)) === titles.model) return;
  throw new MarketError(
    'MARKET_VERSION',
    `${join(directory, SCORES_FILE)} holds the scores of another title model.`,
    'Measure again with --from, or restore the folder from the release.',
  );
}

/** @throws {MarketError} MARKET_MISSING */
export async function fingerprintOfTitleModel(directory: string): Promise<string> {
  return readInstalled(join(directory, TITLE_MODEL), (bytes) => createHash('sha256').update(bytes).digest('hex'));
}

export async function writeScores(directory: string, record: ScoresRecord): Promise<void> {
  await writeFile(join(directory, SCORES_FILE), `${JSON.stringify(recordSchema.parse(record), null, 2)}\n`);
}
