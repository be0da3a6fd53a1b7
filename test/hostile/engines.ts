/** The text engines as the tests of strength see them: what they read, and what must hold of any answer. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SHIPPED_MARKET, TITLE_MODEL } from '../../src/app/paths.js';
import type { CountriesFile, CredentialsFile, RolesFile, SkillsFile, UsStatesFile } from '../../src/text/index.js';
import { type Engine, engine, shapeFaults, spanFaults } from './engine.js';
import { isWritten, plainest } from './number-literals.js';
import { EMPLOYER_SEEDS, PAY_SEEDS, PLACE_SEEDS, realTexts, SKILL_SEEDS, TITLE_SEEDS } from './seeds.js';
import { engines } from './shipped-engines.js';

const {
  buildCatalogue,
  buildLocationIndex,
  buildSkillIndex,
  classifyTitle,
  employerKey,
  normaliseTitle,
  parseLevel,
  parsePay,
  placeRows,
  plainText,
  readPlaces,
  readSkillMentions,
  readTitleModel,
  recogniseTitle,
  rolePhrases,
} = engines;

const REVIEWED = resolve(import.meta.dirname, '..', '..', 'reviewed');
const reviewed = <T>(name: string): T => JSON.parse(readFileSync(join(REVIEWED, name), 'utf8')) as T;
const real = realTexts();

const catalogue = buildCatalogue(rolePhrases(reviewed<RolesFile>('roles.json')));
const model = readTitleModel(readFileSync(join(SHIPPED_MARKET, TITLE_MODEL)));
const titleSeeds = [...TITLE_SEEDS, ...real.titles];

const levels = engine({
  name: 'keys, levels and roles of titles',
  reads: engines.TITLE_LIMIT,
  seeds: titleSeeds,
  steps: { perUnit: 100, base: 1000 },
  read: (text, meter) => ({
    key: normaliseTitle(text, meter),
    level: parseLevel(normaliseTitle(text), meter),
    recognised: recogniseTitle(text, catalogue, meter),
  }),
  faults: (_text, { key, level, recognised }) => {
    const words = new Set(key.split(' '));
    const parts = `${level.rest} ${level.occupationKey}`.split(' ');
    return [
      ...(/^(?:\S+(?: \S+)*)?$/u.test(key) ? [] : [`key ${JSON.stringify(key)}`]),
      ...(parts.every((word) => word === '' || words.has(word)) ? [] : ['a rest with words the key has not']),
      ...(recognised.key === key && recognised.rest === level.rest ? [] : ['two readings of one title']),
    ];
  },
});

const CLASSIFICATION = ['input', 'role', 'level', 'occupations', 'broader', 'status'];
const STATUSES = ['matched', 'backed-off', 'abstained'];

const titles = engine({
  name: 'title classification',
  seeds: titleSeeds,
  steps: { perUnit: 120, base: 20_000 },
  read: (text, meter) => classifyTitle(text, { catalogue, model }, meter),
  faults: (text, answer) => {
    const { occupations, broader, status } = answer;
    const ps = [...occupations.map(({ p }) => p), ...(broader === null ? [] : [broader.p])];
    const codes = [...occupations.map(({ soc }) => soc), ...(broader === null ? [] : [broader.code])];
    const sum = occupations.reduce((total, { p }) => total + p, 0);
    return [
      ...shapeFaults(answer, CLASSIFICATION),
      ...(answer.input === text ? [] : ['another input']),
      ...(STATUSES.includes(status) ? [] : [`status ${status}`]),
      ...(status === 'abstained' && (occupations.length > 0 || answer.role !== null)
        ? ['abstained, with an answer']
        : []),
      ...(ps.every((p) => p >= 0 && p <= 1) && sum <= 1 + 1e-9 ? [] : [`probabilities ${ps}`]),
      ...(occupations.every(({ p }, at) => at === 0 || p <= occupations[at - 1]!.p) ? [] : ['out of order']),
      ...(codes.every((code) => /^\d\d-\d{4}$/.test(code)) ? [] : [`codes ${codes}`]),
      ...(new Set(codes).size === codes.length ? [] : ['an occupation twice']),
    ];
  },
});

const RANGE = ['kind', 'low', 'high', 'currency', 'unit', 'annualLow', 'annualHigh', 'span', 'confidence'];
const KINDS = ['base', 'bonus', 'equity', 'on-target', 'total', 'unknown'];
const UNITS = ['hour', 'day', 'week', 'month', 'year'];
/** Most payments of a unit in a year: hours, days, weeks, months with two more salaries. */
const MOST_A_YEAR: Readonly<Record<string, number>> = { hour: 2600, day: 365, week: 53, month: 16, year: 1.001 };

const pay = engine({
  name: 'pay strings',
  seeds: [...PAY_SEEDS, ...real.pay],
  steps: { perUnit: 60, base: 500 },
  read: (text, meter) => parsePay(text, meter),
  faults: (text, answer) => [
    ...shapeFaults(answer, ['input', 'ranges']),
    ...(answer.input === text ? [] : ['another input']),
    ...spanFaults(
      text,
      answer.ranges.map(({ span }) => span),
    ),
    ...answer.ranges.flatMap((range) => [
      ...shapeFaults(range, RANGE),
      ...(KINDS.includes(range.kind) && UNITS.includes(range.unit) ? [] : [`${range.kind} a ${range.unit}`]),
      ...(range.currency === null || /^[A-Z]{3}$/.test(range.currency) ? [] : [`currency ${range.currency}`]),
      ...(range.confidence > 0 && range.confidence <= 1 ? [] : [`confidence ${range.confidence}`]),
      ...amountFaults(range, text.slice(...range.span)),
    ]),
  ],
});

interface Amounts {
  readonly low: number | null;
  readonly high: number | null;
  readonly annualLow: number | null;
  readonly annualHigh: number | null;
  readonly unit: string;
  readonly kind: string;
}

const CENT = 0.01;

/** Kinds that may be paid once, so that they are nothing a year. */
const PAID_ONCE = ['bonus', 'equity', 'unknown'];

function amountFaults({ kind, low, high, annualLow, annualHigh, unit }: Amounts, words: string): string[] {
  const most = MOST_A_YEAR[unit] ?? 1;
  const ordered = low === null || high === null || low <= high;
  const faults = low === null && high === null ? ['no amount'] : ordered ? [] : [`${low} to ${high}`];
  for (const [amount, yearly] of [
    [low, annualLow],
    [high, annualHigh],
  ] as const) {
    if (amount !== null && !(amount >= 0 && Number.isFinite(amount))) faults.push(`amount ${amount}`);
    if (amount !== null && !isWritten(amount, words)) faults.push(`${amount} is not in the text`);
    if (yearly === null && (amount === null || PAID_ONCE.includes(kind))) continue;
    const plausible = amount !== null && yearly !== null && yearly >= amount - CENT && yearly <= amount * most + CENT;
    if (!plausible) faults.push(`${amount} is ${yearly} a year`);
  }
  return faults;
}

const skillsList = reviewed<SkillsFile>('skills.json');
const credentialsList = reviewed<CredentialsFile>('credentials.json');
const skillIndex = buildSkillIndex(skillsList, credentialsList);

/** Letters, digits and the signs that part C, C++ and C#, in lower case. */
const squashed = (text: string): string => plainest(text).replace(/[^\p{L}\p{N}+#]/gu, '');
const spellings: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...skillsList.skills, ...credentialsList.credentials].map(({ id, forms }) => [
    id,
    new Set(Object.values(forms).flat().map(squashed)),
  ]),
);

const skills = engine({
  name: 'skills and credentials',
  seeds: [...SKILL_SEEDS, ...PAY_SEEDS, ...real.passages],
  steps: { perUnit: 100, base: 500 },
  read: (text, meter) => readSkillMentions(text, skillIndex, meter),
  faults: (text, answer) => [
    ...shapeFaults(answer, ['input', 'mentions']),
    ...(answer.input === text ? [] : ['another input']),
    ...spanFaults(
      text,
      answer.mentions.map(({ span }) => span),
    ),
    ...answer.mentions.flatMap((mention) => [
      ...shapeFaults(mention, ['type', 'id', 'name', 'span', 'section', 'use', 'need']),
      ...(spellings.get(mention.id)?.has(squashed(text.slice(...mention.span))) === true
        ? []
        : [`${mention.id} read from ${JSON.stringify(text.slice(...mention.span))}`]),
    ]),
  ],
});

const rows = placeRows({
  geography: [],
  countries: reviewed<CountriesFile>('countries.json'),
  states: reviewed<UsStatesFile>('us-states.json'),
});
const locations = buildLocationIndex(rows);
const placeIds = new Set(rows.map(({ place }) => place));

const places = engine({
  name: 'places',
  reads: 1000,
  seeds: [...PLACE_SEEDS, ...real.places],
  steps: { perUnit: 60, base: 1000 },
  read: (text, meter) => readPlaces(text, locations, meter),
  faults: (text, { places: found }) => [
    ...spanFaults(
      text,
      found.map(({ span }) => span),
    ),
    ...found.flatMap(({ place, country, state, span }) => [
      ...(place === null || placeIds.has(place) ? [] : [`place ${place}`]),
      ...(state === null || (placeIds.has(state) && country === 'US') ? [] : [`state ${state} in ${country}`]),
      ...(/\p{L}/u.test(plainest(text.slice(...span))) ? [] : ['a place read from no letter']),
    ]),
  ],
});

const employers = engine({
  name: 'employers',
  reads: 200,
  seeds: [...EMPLOYER_SEEDS, ...real.employers],
  steps: { perUnit: 60, base: 500 },
  read: (text, meter) => employerKey(text, {}, meter),
  faults: (_text, key) => (/\s/.test(key) || key.length > 4 * 200 ? [`key ${JSON.stringify(key)}`] : []),
});

const plain = engine({
  name: 'plain text',
  reads: 300,
  seeds: [...titleSeeds, ...PAY_SEEDS],
  steps: { perUnit: 1, base: 20 },
  read: (text, meter) => {
    meter.steps += Math.min(text.length, 300);
    return plainText(text, 300);
  },
  faults: (_text, answer) => (answer.length <= 300 ? [] : [`${answer.length} units`]),
});

export const ENGINES: readonly Engine[] = [plain, levels, titles, pay, skills, places, employers];
