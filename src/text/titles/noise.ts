/** Parts of an advertised title that say nothing about the work: places, contract form, working arrangement. */

/** A segment made of these words alone is dropped. */
export const NOISE_WORDS: ReadonlySet<string> = new Set(
  (
    'remote hybrid onsite on site office in-office wfh home based telecommute relocation virtual anywhere ' +
    'full part time fulltime parttime permanent perm temporary temp contract contractor contractual fixed term freelance ' +
    'w2 c2c 1099 h1b visa sponsorship m f d w x mfd fmd h all genders gn div mwd mfx fmx only or and the of in at from within ' +
    'us usa u s america american americas amer americans united states uk gb kingdom eu europe european emea apac latam ' +
    'canada india germany france spain ireland mexico brazil poland portugal netherlands israel singapore australia japan ' +
    'china korea philippines argentina colombia romania ukraine sweden switzerland italy denmark norway finland ' +
    'san francisco sf bay area new york nyc ny city los angeles la seattle austin boston chicago denver atlanta dallas ' +
    'houston miami phoenix portland philadelphia washington dc california texas arizona florida ' +
    'london dublin berlin munich paris amsterdam madrid barcelona lisbon warsaw toronto vancouver montreal ottawa ' +
    'bangalore bengaluru hyderabad pune mumbai delhi gurgaon gurugram noida chennai tokyo sydney melbourne tel aviv ' +
    'zurich stockholm copenhagen belgrade bucharest krakow prague seoul shanghai beijing taipei ' +
    'east west north south coast central eastern western pst est cst immediate start urgent hiring now open req ' +
    'requisition id job posting position vacancy confidential'
  ).split(' '),
);

/** Noise words that never stand alone as the whole of a real segment (`office`, `home`, `home office`). */
const KEEP_ALONE: ReadonlySet<string> = new Set([
  'office',
  'home',
  'site',
  'time',
  'start',
  'job',
  'position',
  'posting',
  'd',
  'h',
  'x',
]);

/** Whether a segment's words are all noise. */
export function isNoiseSegment(words: readonly string[]): boolean {
  if (words.length === 0) return true;
  if (words.length === 1 && KEEP_ALONE.has(words[0] as string)) return false;
  return words.every((word) => NOISE_WORDS.has(word) || isRequisition(word));
}

/**
 * Whether a token is a requisition or job-code number rather than part of the title: four or more digits
 * (`r12345`, `017040`), or a job-code prefix with digits (`jc50`). `365`, `as400` and `web3` are kept.
 */
export function isRequisition(word: string): boolean {
  let digits = 0;
  for (const char of word) if (char >= '0' && char <= '9') digits += 1;
  return digits >= 4 || /^(?:jc|req|job|jr)\d{2,}$/.test(word);
}
