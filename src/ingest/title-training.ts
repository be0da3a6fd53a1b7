/** Gathers what the title model is trained on from the publishers' files. */
import type { Progress } from '../core/ports.js';
import type { InputFile, Workshop } from '../store/port.js';
import type { Connector, DraftRow, DraftTables, ReadContext } from './connector.js';
import { RawReader } from './raw-reader.js';
import { buildReaders } from './readers.js';
import { type ReviewedLists, readReviewedLists } from './reviewed.js';
import { OccupationCodes } from './sources/h1b-lca/occupation-code.js';
import { oewsNational } from './sources/oews-national/connector.js';
import { onet } from './sources/onet/connector.js';
import { soc } from './sources/soc/connector.js';
import { parseSoc } from './sources/soc/parse.js';
import { minorGroups } from './sources/title-training/groups.js';
import {
  type CodedTitle,
  directMatches,
  type FiledTitleRow,
  filedTitles,
  onetTitles,
  type TitleListing,
} from './sources/title-training/normalize.js';
import { parseDirectMatches, parseOnetTitles, parseTitleCounts } from './sources/title-training/parse.js';

export interface TitleTrainingOptions {
  /** Folder that holds one folder of raw files per source. */
  readonly from: string;
  /** Folder of the reviewed lists. */
  readonly reviewed: string;
  readonly workshop: Workshop;
  readonly progress: Progress;
}

export interface TrainingSource {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string | null;
  readonly rowsIn: number;
  readonly rowsKept: number;
  /** rowsIn = rowsKept + the sum of the counts. */
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly inputs: readonly InputFile[];
}

export interface TitleTraining {
  /** In order of their minor groups, then of their codes. */
  readonly occupations: readonly (CodedTitle & { readonly minor: string; readonly broad: string })[];
  readonly filed: readonly FiledTitleRow[];
  readonly listed: readonly TitleListing[];
  readonly sources: readonly TrainingSource[];
}

/**
 * @throws {SourceError} when a raw file or column is missing or holds what the publisher does not document
 */
export async function gatherTitleTraining(options: TitleTrainingOptions): Promise<TitleTraining> {
  const { from, reviewed, workshop, progress } = options;
  const raw = new RawReader(from, workshop);
  const lists = await readReviewedLists(reviewed);
  progress.step('Reading the occupational classification');
  const { published, tables } = await readClassification(raw, lists);
  await raw.takeInputs();
  const classification = await parseSoc(raw);
  const minor = minorGroups(classification.definitions, published);
  const occupations = tables.occupations
    .map(({ soc: code, title, broad }) => ({ soc: code, title, broad, minor: minor.get(code)! }))
    .sort((a, b) => (a.minor + a.soc < b.minor + b.soc ? -1 : 1));
  const known = new Set(occupations.map(({ soc: code }) => code));

  const direct = directMatches(await parseDirectMatches(raw), occupations, published);
  const socSource = { ...identity(soc), ...direct.account, inputs: await raw.takeInputs() };

  progress.step('Reading published titles');
  const listings = onetTitles(await parseOnetTitles(raw), published, known);
  const onetSource = { ...identity(onet(lists.commonNames)), ...listings.account, inputs: await raw.takeInputs() };

  progress.step('Reading filings');
  const codes = new OccupationCodes({ published, ...tables });
  const filings = filedTitles(await parseTitleCounts(raw), codes, lists.aliases);
  const filingSource = { ...FILINGS, ...filings.account, inputs: await raw.takeInputs() };
  return {
    occupations,
    filed: filings.rows,
    listed: [...direct.rows, ...listings.rows],
    sources: [filingSource, onetSource, socSource],
  };
}

const FILINGS = {
  id: 'h1b-lca-title-counts',
  name: 'US labour condition applications, certified filings by employer, title and occupation, fiscal years 2022-2025',
  publisher: 'US Department of Labor, Office of Foreign Labor Certification',
  licence: 'Public domain (work of the US federal government)',
  attribution: null,
};

function identity({ id, name, publisher, licence, attribution }: Connector) {
  return { id, name, publisher, licence, attribution };
}

/** Occupations and crosswalks as the market has them; jobs of split codes come from the official figures. */
async function readClassification(raw: RawReader, lists: ReviewedLists) {
  const readings: DraftTables[] = [];
  const gathered: ReadContext['gathered'] = (table) =>
    readings.flatMap((tables) => (tables[table] ?? []) as DraftRow<typeof table>[]);
  const readers = buildReaders(lists, () => []);
  for (const connector of [oewsNational, soc]) {
    readings.push((await connector.read({ raw, readers, gathered })).tables);
  }
  const tables = { occupations: gathered('occupations'), crosswalk: gathered('crosswalk') };
  return { published: readers.published, tables };
}
