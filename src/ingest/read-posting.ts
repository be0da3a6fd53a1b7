/** One posting whose text was read, as a row of postings. */
import type { DraftRow } from './connector.js';
import type { PlaceFacts, SkillFacts, TitleFacts } from './readers.js';

/** Full-time base pay of a year, or null where none is stated. */
export type AnnualBand = Pick<DraftRow<'pay'>, 'currency' | 'annualLow' | 'annualHigh'> | null;

export interface ReadPosting {
  readonly title: TitleFacts;
  readonly place: PlaceFacts;
  /** Key of the employer. */
  readonly employer: string;
  readonly seenFrom: string;
  readonly seenTo: string;
  readonly asked: SkillFacts;
  /** `text`: our engine read the whole posting; `labels`: a list somebody else made. */
  readonly readFrom: 'text' | 'labels';
  readonly pay: AnnualBand;
}

export function readPosting({ title, place, asked, pay, ...rest }: ReadPosting): DraftRow<'postings'> {
  return {
    ...rest,
    country: place.country,
    region: place.region,
    title: title.title,
    role: title.role,
    level: title.level,
    currency: pay?.currency ?? null,
    annualLow: pay?.annualLow ?? null,
    annualHigh: pay?.annualHigh ?? null,
    skills: asked.skills,
    credentials: asked.credentials,
    repeats: 1,
  };
}

/** The band that all offers share, or null where there is none or several: an envelope is nobody's offer. */
export function onlyBand(offers: readonly NonNullable<AnnualBand>[]): AnnualBand {
  const bands = new Set(offers.map(({ currency, annualLow, annualHigh }) => `${currency} ${annualLow} ${annualHigh}`));
  return bands.size === 1 ? offers[0]! : null;
}
