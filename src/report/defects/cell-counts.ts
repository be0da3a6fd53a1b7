/** Defect: an n that belongs to another cell than the one shown. Counted here anew from the rows of the market. */
import { LEVELS } from '../../core/level.js';
import { findingsOf, nameOf, type Page } from './page.js';

/** What of an offer says to which cells it belongs. */
export interface CountedOffer {
  readonly source: string;
  readonly role: string | null;
  readonly level: string | null;
  readonly region: string | null;
  readonly soc: string | null;
  readonly employer: number | null;
  readonly currency: string;
  /** `YYYY-MM-DD`, last day on which the offer may have been first seen. */
  readonly seenTo: string;
}

/** All rows of pay and what roles are called. */
export interface CountableOffers {
  /** By country and basis. */
  readonly pay: ReadonlyMap<string, readonly CountedOffer[]>;
  readonly sources: ReadonlySet<string>;
  /** Role ids by the name of the role, and by the name of its family. */
  readonly rolesNamed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** As reports do; stated again, because this count must not lean on theirs. */
const WINDOW_YEARS = 3;

interface Cell {
  /** As the finding names it: `Data Scientist jobs at senior level`. */
  readonly scope: string;
  readonly place: string;
  readonly basis: string;
  /** Counts only these sources; every source when absent. */
  readonly sources?: readonly string[];
}

export interface Recount {
  readonly n: number;
  readonly employers: number | null;
  readonly sources: readonly string[];
}

/** Counts a cell by its name, or null when the name cannot be read. */
export function recount(page: Page, cell: Cell, rows: CountableOffers): Recount | null {
  const { question } = page.report;
  const subject = /^(.+?) jobs(?: at (.+?) levels?)?$/.exec(cell.scope);
  if (subject === null) return null;
  const [, what = '', levelWords = 'all'] = subject;
  const levels = levelWords === 'all' ? null : levelsNamed(levelWords);
  const roles = rows.rolesNamed.get(what);
  const soc = question.role.id.startsWith('soc-') ? question.role.id.slice('soc-'.length) : null;
  if (levels?.size === 0 || (roles === undefined && (soc === null || cell.basis === 'posted'))) return null;
  const [country = '', state] = cell.place.split('-');
  const oldest = `${Number(question.asOf.slice(0, 4)) - WINDOW_YEARS}${question.asOf.slice(4)}`;
  const counted = (rows.pay.get(`${country} ${cell.basis}`) ?? []).filter(
    (row) =>
      (roles === undefined ? row.soc === soc : row.role !== null && roles.has(row.role)) &&
      (levels === null || (row.level !== null && levels.has(row.level))) &&
      (state === undefined || row.region === cell.place) &&
      row.currency === question.currency &&
      row.seenTo >= oldest &&
      row.seenTo <= question.asOf &&
      (cell.sources === undefined || cell.sources.includes(row.source)),
  );
  const employers = new Set(counted.map((row) => row.employer));
  return {
    n: counted.length,
    employers: employers.has(null) ? null : employers.size,
    sources: [...new Set(counted.map((row) => row.source))].sort(),
  };
}

function levelsNamed(words: string): Set<string> {
  const names = new Set(words.split(/, | and /));
  return new Set(LEVELS.filter((level) => names.has(level.name.toLowerCase())).map((level) => level.id));
}

/** Observations of this page left out as implausible: a recount without that rule may hold up to so many more. */
function leftOutAsImplausible(page: Page): number {
  const { exclusions } = page.report;
  return exclusions.find(({ reason }) => reason.includes('interquartile'))?.count ?? 0;
}

export interface CountCheck {
  /** Findings whose count was checked. */
  readonly checked: number;
  /** Of these, how many were held to the exact number. */
  readonly exact: number;
  readonly wrong: readonly string[];
}

/** Bases that are counts of offers; a market figure tells of the advertised ranges behind its model. */
const OFFERS_BEHIND: Readonly<Record<string, string>> = { posted: 'posted', filed: 'filed', market: 'posted' };
const BEHIND_MODEL = /, behind the fitted model$/;

/** Checks the counts of headlines and of what each basis says of the cell asked about and of each source. */
export function checkCounts(page: Page, rows: CountableOffers): CountCheck {
  const slack = leftOutAsImplausible(page);
  const wrong: string[] = [];
  let checked = 0;
  for (const finding of findingsOf(page.report)) {
    const { evidence } = finding;
    const isPay = finding.id === 'headline' || /^overview\.(?:posted|filed)\./.test(finding.id);
    const basis = OFFERS_BEHIND[evidence.basis ?? ''];
    if (!isPay || basis === undefined || evidence.place === null) continue;
    const isCell = finding.id.endsWith('.cell');
    const cited = evidence.sources.filter((source) => rows.sources.has(source));
    if (finding.status === 'insufficient' && finding.id === 'headline') continue;
    const cell = { scope: evidence.scope.replace(BEHIND_MODEL, ''), place: evidence.place, basis };
    const found = recount(page, isCell ? cell : { ...cell, sources: cited }, rows);
    if (found === null) continue;
    checked += 1;
    const where = `${nameOf(page)}: ${finding.id} (${evidence.scope}, ${evidence.place})`;
    if (evidence.n > found.n || evidence.n < found.n - slack)
      wrong.push(`${where} says n ${evidence.n}, not ${found.n}`);
    if (slack === 0 && isCell && evidence.employers !== found.employers)
      wrong.push(`${where} says ${evidence.employers} employers, not ${found.employers}`);
    const contributing = found.sources.join();
    if (evidence.n > 0 && slack === 0 && cited.toSorted().join() !== contributing)
      wrong.push(`${where} cites ${cited.join(', ')}, but the rows come from ${contributing}`);
  }
  return { checked, exact: slack === 0 ? checked : 0, wrong: [...wrong, ...wrongAsked(page)] };
}

/** The count of the asked cell beside a headline must be the one that the overview gives for it. */
function wrongAsked(page: Page): string[] {
  const { headline } = page.report;
  const { asked, basis } = headline.evidence;
  if (asked === undefined || (basis !== 'posted' && basis !== 'filed')) return [];
  const cell = findingsOf(page.report).find((finding) => finding.id === `overview.${basis}.cell`);
  return cell?.evidence.n === asked.n
    ? []
    : [`${nameOf(page)}: the headline says ${asked.n} in the asked cell, the overview ${cell?.evidence.n}`];
}
