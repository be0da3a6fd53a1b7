/** What an import needs to know of the world: the text engines and lists, as an open market gives them. */
import type { PlaceFacts, Readers } from '../../readers.js';

export interface SkillIds {
  /** Ids of reviewed/skills.json. */
  readonly skills: readonly string[];
  /** Ids of reviewed/credentials.json. */
  readonly credentials: readonly string[];
}

/**
 * Every function is asked once for each distinct text of a file; answers must not be remembered, because a file may
 * hold millions of texts.
 */
export interface OwnReading extends Pick<Readers, 'readTitle' | 'employerKey'> {
  /** Country and state of a place as people write it, or null. */
  readPlace(raw: string): PlaceFacts | null;
  /** What the text of a posting asks for: `extractSkills`. */
  skillsIn(text: string): SkillIds;
  /** What a name in a list of skills stands for: `listedIds`, split by list; empty where it is not listed. */
  skillNamed(name: string): SkillIds;
  /** ISO 4217 code of a country's currency, or null where the country is not known. */
  currencyOf(country: string): string | null;
  /**
   * Units of a currency per US dollar in a month, else in the nearest earlier one; null without a rate.
   *
   * @param month `YYYY-MM`
   */
  rate(currency: string, month: string): number | null;
  /** Whether a code is a SOC 2018 occupation: `15-1252`. */
  isOccupation(soc: string): boolean;
  /** Last day an observation can be of, `YYYY-MM-DD`: the user's today. */
  readonly today: string;
}
