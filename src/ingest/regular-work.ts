/** Tells regular full-time posts from contracts, internships and part-time work by what boards say of them. */

/** Employment types that say full time; boards that give none list regular posts. */
const FULL_TIME = /^(?:(?:full[\s-]?time|permanent|cdi|regular|salaried)\b)/i;
const NOT_REGULAR = /contract|temporary|fixed|intern|part[\s-]?time|freelance|casual|apprentice/i;
const NOT_REGULAR_TITLE = [
  /\bpart[\s-]?time\b|\bfreelance\b|\btemporary\b|\bapprentice(?:ship)?\b|\bfixed[\s-]term\b/i,
  /\bmonth temp\b|\b\d+[\s-]months?\b/i,
  /\bintern(?:ship)?s?\b/i,
  /\bcontract[\s-]to[\s-]hire\b|\b1099\b|(?<!\bsmart )\bcontract(?:or)?\)?\s*$|\((?:contract|contractor)\b/i,
];

export interface StatedWork {
  readonly title: string;
  /** As the board words it, or null where it says nothing. */
  readonly employmentType: string | null;
}

/**
 * False for contracts, part-time and temporary work, internships and apprenticeships, by the employment type or by
 * the words of the title; many boards file those as full time.
 *
 * @example isRegularPost({ title: 'Smart Contracts Engineer', employmentType: 'FullTime' }) // true
 * @example isRegularPost({ title: 'Recruiter (contract to hire)', employmentType: 'FullTime' }) // false
 */
export function isRegularPost({ title, employmentType }: StatedWork): boolean {
  if (NOT_REGULAR_TITLE.some((pattern) => pattern.test(title))) return false;
  if (employmentType === null) return true;
  const stated = employmentType.trim().replace(/([a-z])([A-Z])/g, '$1 $2');
  return FULL_TIME.test(stated) && !NOT_REGULAR.test(stated);
}
