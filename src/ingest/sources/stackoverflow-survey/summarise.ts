/** Medians of survey answers by country, years of experience and role. */
import type { Exclusion } from '../../../store/port.js';
import type { CountriesFile } from '../../../text/index.js';
import { Exclusions } from '../../exclusions.js';
import type { Answer } from './answers.js';
import { FEWEST_ANSWERS, type SurveyCell } from './cell.js';
import type { SurveyYear } from './parse.js';

/** Pay outside is taken for a slip of the keyboard or a wrong unit, as the makers of the tables of medians do. */
const LOWEST_PAY = 5000;
const HIGHEST_PAY = 1_000_000;

export interface Summary {
  readonly cells: readonly SurveyCell[];
  /** Answers that stand in a median. */
  readonly kept: number;
  readonly excluded: readonly Exclusion[];
}

export function summarise({ year, answers }: SurveyYear, countries: CountriesFile['countries']): Summary {
  const codes = codesByName(countries);
  const excluded = new Exclusions();
  const byCountry = new Map<string, (Answer & { readonly pay: number })[]>();
  for (const answer of answers) {
    const country = answer.country === null ? undefined : codes.get(answer.country.toLowerCase());
    const { pay } = answer;
    if (!answer.developer) excluded.add('not a developer by profession');
    else if (pay === null) excluded.add('no pay stated');
    else if (pay < LOWEST_PAY || pay > HIGHEST_PAY) excluded.add('pay outside US$5,000 to US$1,000,000');
    else if (country === undefined) excluded.add('country under a name that is not known');
    else {
      const known = byCountry.get(country) ?? [];
      known.push({ ...answer, pay });
      byCountry.set(country, known);
    }
  }
  const cells: SurveyCell[] = [];
  let kept = 0;
  for (const [country, list] of byCountry) {
    if (list.length < FEWEST_ANSWERS) {
      excluded.add(`country with fewer than ${FEWEST_ANSWERS} answers`, list.length);
      continue;
    }
    kept += list.length;
    for (const { band, role, pays } of groupsOf(list)) {
      if (pays.length >= FEWEST_ANSWERS) cells.push({ country, year, band, role, ...quartilesOf(pays) });
    }
  }
  return { cells, kept, excluded: excluded.list() };
}

interface Group extends Pick<SurveyCell, 'band' | 'role'> {
  readonly pays: number[];
}

function groupsOf(answers: readonly (Answer & { readonly pay: number })[]): Group[] {
  const groups = new Map<string, Group>();
  const add = (band: SurveyCell['band'], role: string | null, pay: number) => {
    const key = JSON.stringify([band, role]);
    const group = groups.get(key) ?? { band, role, pays: [] };
    group.pays.push(pay);
    groups.set(key, group);
  };
  for (const { pay, band, roles } of answers) {
    add('all', null, pay);
    if (band !== null) add(band, null, pay);
    for (const role of new Set(roles)) add('all', role, pay);
  }
  return [...groups.values()];
}

/** Quartiles by linear interpolation between order statistics (definition 7 of Hyndman and Fan), in whole dollars. */
function quartilesOf(pays: readonly number[]): Pick<SurveyCell, 'p25' | 'p50' | 'p75'> {
  const sorted = [...pays].sort((a, b) => a - b);
  const at = (share: number) => {
    const position = (sorted.length - 1) * share;
    const below = Math.floor(position);
    const low = sorted[below]!;
    const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return Math.round(low + (high - low) * (position - below));
  };
  return { p25: at(0.25), p50: at(0.5), p75: at(0.75) };
}

function codesByName(countries: CountriesFile['countries']): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { code, name, aliases = [] } of countries) {
    for (const spelling of [name, ...aliases]) codes.set(spelling.toLowerCase(), code);
  }
  return codes;
}
