/** Filings to filed pay. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import type { Readers } from '../../readers.js';
import { joinRepeats, type KeyedOffer, keyedOffer } from '../../repeats.js';
import { implausible, type PayUnit, payColumns } from '../../stated-pay.js';
import type { Filing, FilingSet } from './filing.js';
import type { OccupationCodes } from './occupation-code.js';

/** The copy of one quarter does not say which quarter of the fiscal year it holds. */
export const FILED_FROM = '2023-10-01';
export const FILED_TO = '2024-09-30';

export interface FilingContext {
  readonly readers: Readers;
  readonly codes: OccupationCodes;
}

export function normalizeFilings(
  { filings, rowsIn, excluded: setAside }: FilingSet,
  { readers, codes }: FilingContext,
): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  for (const { reason, count } of setAside) excluded.add(reason, count);
  const offers: KeyedOffer[] = [];
  for (const filing of filings) {
    const title = readers.readTitle(filing.title);
    const soc = codes.read(filing.socCode, filing.socTitle);
    const employer = readers.employerKey(filing.employer);
    const row = offer(filing, title, soc);
    const reason = implausible({ country: 'US', annualLowUsd: row.annualLow, annualHighUsd: row.annualHigh });
    if (reason === null) offers.push(keyedOffer({ ...row, employer }, filing.received?.slice(0, 7)));
    else excluded.add(reason);
  }
  const joined = joinRepeats(offers);
  const pay = withholdLoneTitles(joined);
  excluded.add('same employer, title, occupation, state and wage, counted on one row', offers.length - joined.length);
  return {
    tables: { pay },
    rowsIn,
    rowsKept: pay.length,
    excluded: excluded.list(),
  };
}

/** Stands for a wording that one employer alone filed: a wage with it could point at one person. */
export const WITHHELD_TITLE = 'withheld';

/** Employers among whose titles a word must stand to be kept of a withheld wording. */
export const FEWEST_EMPLOYERS_OF_WORD = 5;

function withholdLoneTitles(pay: readonly DraftRow<'pay'>[]): DraftRow<'pay'>[] {
  const employersOfTitle = employersBy(pay, ({ title }) => [title]);
  const employersOfWord = employersBy(pay, ({ title }) => title.split(' '));
  const isShared = (word: string) => employersOfWord.get(word)!.size >= FEWEST_EMPLOYERS_OF_WORD;
  return pay.map((row) => {
    if (employersOfTitle.get(row.title)!.size > 1) return row;
    const words = [...new Set(row.title.split(' '))].filter((word) => word !== '' && isShared(word)).sort();
    return { ...row, title: WITHHELD_TITLE, words: words.join(' ') };
  });
}

function employersBy(
  pay: readonly DraftRow<'pay'>[],
  keysOf: (row: DraftRow<'pay'>) => readonly string[],
): Map<string, Set<string | null>> {
  const employers = new Map<string, Set<string | null>>();
  for (const row of pay) {
    for (const key of keysOf(row)) {
      const known = employers.get(key);
      if (known === undefined) employers.set(key, new Set([row.employer]));
      else known.add(row.employer);
    }
  }
  return employers;
}

function offer(filing: Filing, title: ReturnType<Readers['readTitle']>, soc: string | null): DraftRow<'pay'> {
  const { unit, wage } = perUnit(filing);
  return {
    basis: 'filed',
    country: 'US',
    role: title.role,
    level: title.level,
    region: `US-${filing.state}`,
    title: title.title,
    soc,
    employer: null,
    currency: 'USD',
    ...payColumns({ unit, low: wage, high: wage }),
    seenFrom: filing.received ?? FILED_FROM,
    seenTo: filing.received ?? FILED_TO,
    repeats: 1,
  };
}

const UNITS: Readonly<Record<Filing['unit'], { readonly unit: PayUnit; readonly per: number }>> = {
  Year: { unit: 'year', per: 1 },
  Month: { unit: 'month', per: 1 },
  'Bi-Weekly': { unit: 'week', per: 2 },
  Week: { unit: 'week', per: 1 },
  Hour: { unit: 'hour', per: 1 },
};

/** Wages per two weeks are halved to wages per week. */
function perUnit(filing: Filing): { unit: PayUnit; wage: number } {
  const { unit, per } = UNITS[filing.unit];
  return { unit, wage: filing.wage / per };
}
