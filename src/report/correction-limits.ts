/** How much a correction may say: a maintainer reads it. Characters, as UTF-16 code units. */
export const CORRECTION_LIMITS = {
  /** Of the longest question that is answered. */
  title: 300,
  id: 200,
  place: 40,
  statement: 4000,
  unit: 60,
  claimText: 2000,
  evidenceText: 2000,
  address: 500,
  contact: 200,
  method: 20,
  /** The whole file, in bytes. */
  file: 65_536,
} as const;
