/** The salary index to posted pay. */
import type { LevelId } from '../../../core/level.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import type { Readers, TitleFacts } from '../../readers.js';
import { joinRepeats, type KeyedOffer, keyedOffer } from '../../repeats.js';
import { dollarDoubtful, implausible, payColumns } from '../../stated-pay.js';
import type { SalaryRow, Snapshot } from './parse.js';
import { type AdvertisedRange, advertisedRanges } from './ranges.js';
import { SnapshotClock } from './snapshot-clock.js';

/**
 * The publisher's experience codes. EX stands for executive or director, yet most of its rows carry titles of
 * individual contributors at about a fifth above the senior figure: without a level in the title it says too
 * little, and the level stays open.
 */
const CODED_LEVELS: Readonly<Record<SalaryRow['experienceLevel'], LevelId | null>> = {
  EN: 'entry',
  MI: 'mid',
  SE: 'senior',
  EX: null,
};

/** A level in the title beats the publisher's code. */
export function levelOf(title: TitleFacts, code: SalaryRow['experienceLevel']): LevelId | null {
  return title.level ?? CODED_LEVELS[code];
}

export function normalizeSalaries(
  rows: readonly SalaryRow[],
  snapshots: readonly Snapshot[],
  readers: Readers,
): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const clock = new SnapshotClock(snapshots);
  const ranges = advertisedRanges(rows);
  excluded.add('second row of a range given as two rows', rows.length - ranges.length);

  const offers: KeyedOffer[] = [];
  for (const range of ranges) {
    const reason = reasonToExclude(range);
    if (reason === null) offers.push(offer(range, clock, readers));
    else excluded.add(reason);
  }
  const pay = joinRepeats(offers);
  excluded.add(
    'same range of the same title, level and country first seen in the same month',
    offers.length - pay.length,
  );
  return { tables: { pay }, rowsIn: rows.length, rowsKept: pay.length, excluded: excluded.list() };
}

/** US territories, which the publisher lists as countries. */
const TERRITORIES: ReadonlySet<string> = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);

function placeOf(country: string): { readonly country: string; readonly region: string | null } {
  return TERRITORIES.has(country) ? { country: 'US', region: `US-${country}` } : { country, region: null };
}

function reasonToExclude({ row, lowUsd, highUsd }: AdvertisedRange): string | null {
  if (row.employmentType !== 'FT') return 'not full time';
  if (dollarDoubtful(row.country, row.currency)) return 'US dollars stated in a country with a dollar of its own';
  return implausible({ country: placeOf(row.country).country, annualLowUsd: lowUsd, annualHighUsd: highUsd });
}

function offer({ row, low, high, rank }: AdvertisedRange, clock: SnapshotClock, readers: Readers): KeyedOffer {
  const title = readers.readTitle(row.title);
  const seen = clock.seen(rank, row.workYear);
  const stated: DraftRow<'pay'> = {
    basis: 'posted',
    ...placeOf(row.country),
    role: title.role,
    level: levelOf(title, row.experienceLevel),
    title: title.title,
    soc: null,
    employer: null,
    currency: row.currency,
    ...payColumns({ unit: 'year', low, high }),
    seenFrom: seen.from,
    seenTo: seen.to,
    repeats: 1,
  };
  return keyedOffer(stated, seen.period);
}
