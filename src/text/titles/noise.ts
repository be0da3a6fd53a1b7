/** Parts of an advertised title that say nothing about the work: places, contract form, working arrangement, pay. */
import { WORKER_NOUNS } from './abbreviations.js';

const ARRANGEMENT =
  'remote hybrid onsite on site office in-office wfh home based telecommute relocation virtual anywhere hibrido ' +
  'presencial remoto worldwide full part time fulltime parttime permanent perm temporary temp contract contractor ' +
  'contractual fixed term ftc freelance freelancer seasonal casual interim cdi cdd vie teilzeit vollzeit temporario ' +
  'month months year years maternity paternity parental leave cover secondment w2 c2c 1099 h1b visa sponsorship hire ' +
  'shift shifts 1st 2nd 3rd first second third night nights day days evening evenings overnight overnights weekend ' +
  'weekends afternoon morning swing rotating prn per diem hourly weekly flexible schedule monday tuesday wednesday ' +
  'thursday friday saturday sunday summer spring fall winter autumn ' +
  'pay salary rate bonus sign signing signon starting up earn ote hour hr available provided';

const GENDER = 'm f d w x mfd fmd h all gender genders gn div mwd mfx fmx mensch pcd she he they';

const PLACES =
  'us usa u s america american americas amer americans united states uk gb kingdom eu europe european emea apac latam ' +
  'latin apj anz dach mena uae benelux nordics nordic canada india germany france spain ireland mexico brazil poland portugal ' +
  'netherlands israel singapore australia japan china korea philippines argentina colombia romania ukraine sweden ' +
  'switzerland italy denmark norway finland taiwan indonesia malaysia thailand vietnam bangladesh turkey egypt chile ' +
  'austria belgium czech republic hungary greece saudi arabia zealand africa asia hong kong middle ' +
  'east west north south coast central eastern western northern southern northeast northwest southeast southwest midwest ' +
  'region area pst est cst gmt san francisco sf bay new york nyc ny city los angeles la seattle austin boston chicago ' +
  'denver atlanta dallas houston miami phoenix portland philadelphia washington dc d.c diego jose antonio charlotte ' +
  'pittsburgh cleveland columbus nashville tampa orlando detroit minneapolis baltimore raleigh sacramento brooklyn ' +
  'manhattan cincinnati indianapolis jacksonville milwaukee memphis louisville richmond omaha tulsa tucson scottsdale ' +
  'vegas las salt lake palo alto mountain view sunnyvale cupertino redmond bellevue santa monica clara fort worth ' +
  'california texas arizona florida georgia illinois ohio colorado virginia maryland pennsylvania michigan wisconsin ' +
  'minnesota oregon nevada utah iowa kansas oklahoma alabama tennessee kentucky massachusetts connecticut indiana ' +
  'missouri carolina jersey louisiana arkansas mississippi idaho montana nebraska hawaii alaska delaware hampshire maine ' +
  'vermont dakota wyoming london dublin berlin munich munchen hamburg cologne koln frankfurt paris lyon amsterdam ' +
  'rotterdam brussels madrid barcelona lisbon porto warsaw krakow toronto vancouver montreal ottawa calgary bangalore ' +
  'bengaluru hyderabad pune mumbai delhi gurgaon gurugram noida chennai tokyo sydney melbourne brisbane auckland tel aviv ' +
  'zurich geneva lausanne vienna stockholm copenhagen oslo helsinki belgrade bucharest sofia athens milan rome prague ' +
  'budapest istanbul cairo dubai seoul shanghai beijing shenzhen taipei bangkok jakarta manila kuala lumpur hanoi ' +
  'sao paulo rio janeiro bogota santiago buenos aires lima manchester edinburgh leeds bristol birmingham oxford cambridge';

const FORMALITIES =
  'or and the of in at from within only immediate start urgent hiring now open req requisition id job posting position ' +
  'vacancy confidential';

/** A segment made of these words alone is dropped. */
export const NOISE_WORDS: ReadonlySet<string> = new Set(`${ARRANGEMENT} ${GENDER} ${PLACES} ${FORMALITIES}`.split(' '));

/** Noise words that never stand alone as the whole of a real segment (`office`, `home`, `home office`). */
const KEEP_ALONE: ReadonlySet<string> = new Set(
  'office home site time job position posting d h x pay bonus rate leave cover hire first second third casual'.split(
    ' ',
  ),
);

/** Whole segments that speak of the vacancy, not the work. */
const NOISE_SEGMENTS: ReadonlySet<string> = new Set([
  'freelance project',
  'talent pool',
  'talent pipeline',
  'talent community',
  'talent network',
  'banco de talentos',
  'general application',
  'expression of interest',
  'future opening',
  'future opportunity',
  'future opportunities',
  'waitlist',
  'evergreen',
  'multiple sites',
  'multiple locations',
  'vaga afirmativa para pessoas com deficiencia',
  'vaga exclusiva para pessoas com deficiencia',
  'vaga afirmativa para pessoas negras',
]);

const LANGUAGES: ReadonlySet<string> = new Set(
  (
    'english french german spanish italian dutch portuguese polish czech danish swedish norwegian finnish greek turkish ' +
    'arabic hebrew hindi mandarin cantonese chinese japanese korean thai vietnamese russian ukrainian romanian hungarian'
  ).split(' '),
);
const SPEAKING: ReadonlySet<string> = new Set('speaking speaker speakers fluent bilingual native'.split(' '));

const STATE_CODES: ReadonlySet<string> = new Set(
  (
    'al ak az ar ca co ct de fl ga hi ia il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa ri ' +
    'sc sd tn tx ut va vt wa wi wv wy'
  ).split(' '),
);
/** State codes that mean nothing else and are dropped at a segment's end too: `Security Officer, Houston TX`. */
const PLAIN_STATE_CODES: ReadonlySet<string> = new Set('az fl ks ky mn nc nh nj nm nv tn tx ut wi wv wy'.split(' '));

/**
 * Whether a segment's words are all noise.
 *
 * @param first whether it is the title's first segment, where a state's code is more likely a word of the title
 */
export function isNoiseSegment(words: readonly string[], first: boolean): boolean {
  if (words.length === 0) return true;
  if (words.length === 1 && KEEP_ALONE.has(words[0] as string)) return false;
  if (NOISE_SEGMENTS.has(words.join(' '))) return true;
  const spoken = words.some((word) => SPEAKING.has(word));
  return words.every(
    (word) =>
      NOISE_WORDS.has(word) ||
      isRequisition(word) ||
      (!first && STATE_CODES.has(word)) ||
      (spoken && (SPEAKING.has(word) || LANGUAGES.has(word))) ||
      (words.length > 1 && /^\d{1,2}$/.test(word)),
  );
}

/** Contract forms that stand before a title: `Part Time Cashier`, `Remote Nurse`. */
const LEADING_NOISE: ReadonlySet<string> = new Set(
  'remote onsite ft fulltime parttime temporary freelance seasonal prn us usa uk emea apac latam'.split(' '),
);
const LEADING_PAIRS: ReadonlySet<string> = new Set(['full time', 'part time', 'per diem', 'on site']);

/** Words of contract form at a place, 0 when there are none. */
function leadingNoise(words: readonly string[], at: number): 0 | 1 | 2 {
  if (LEADING_NOISE.has(words[at] ?? '')) return 1;
  return LEADING_PAIRS.has(`${words[at]} ${words[at + 1]}`) ? 2 : 0;
}

/** Where `remote` and the like belong to the work: `remote sensing scientist`, `remote pilot`. */
const BOUND_TO_NOISE: ReadonlySet<string> = new Set('sensing pilot control monitoring army navy marine'.split(' '));

/**
 * A segment without the contract forms before its title and the places, forms and shifts after it. Both are dropped
 * only where a kind of worker is left at that end, so that `home health aide` and `office manager` stay whole.
 */
export function trimNoise(words: readonly string[]): readonly string[] {
  let from = 0;
  for (let width = leadingNoise(words, from); width > 0; width = leadingNoise(words, from)) from += width;
  if (
    from > 0 &&
    (BOUND_TO_NOISE.has(words[from] ?? '') || !words.slice(from).some((word) => WORKER_NOUNS.has(word)))
  ) {
    from = 0;
  }
  let to = words.length;
  while (to > from && isTrailingNoise(words[to - 1] as string)) to -= 1;
  if (to < words.length && !endsTitle(words[to - 1])) to = words.length;
  return from === 0 && to === words.length ? words : words.slice(from, to);
}

function isTrailingNoise(word: string): boolean {
  return NOISE_WORDS.has(word) || PLAIN_STATE_CODES.has(word);
}

function endsTitle(word: string | undefined): boolean {
  if (word === undefined) return false;
  const stem = word.endsWith('s') ? word.slice(0, -1) : word;
  return WORKER_NOUNS.has(word) || WORKER_NOUNS.has(stem) || /^(?:i{1,3}|iv|v)$/.test(word);
}

/**
 * Whether a token is a requisition or job-code number rather than part of the title: four or more digits
 * (`r12345`, `017040`), or a job-code prefix with digits (`jc50`). `365`, `as400` and `web3` are kept.
 */
export function isRequisition(word: string): boolean {
  let digits = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits >= 4 || (digits >= 2 && /^(?:jc|req|job|jr)\d{2,}$/.test(word));
}
