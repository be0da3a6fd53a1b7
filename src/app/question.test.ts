import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { AS_OF, PARAMETERS } from '../../test/fixtures/question.js';
import { newCohorts } from '../analysis/cohort.js';
import { UsageError } from '../core/errors.js';
import { buildCatalogue, TITLE_LIMIT, type TitleClassification, type TitleStanding } from '../text/index.js';
import type { Market } from './market.js';
import { type ReportRequest, understandQuestion } from './question.js';

const phrase = (role: string, name: string, text: string) => ({
  role,
  name,
  family: 'data',
  familyName: 'Data',
  match: 'exact' as const,
  phrase: text,
});
const CATALOGUE = buildCatalogue([
  phrase('data-engineer', 'Data Engineer', 'data engineer'),
  phrase('data-scientist', 'Data Scientist', 'data scientist'),
]);

const place = (id: string, name: string, kind: string, states: string, key: string, currency = 'USD') => ({
  place: id,
  name,
  kind,
  country: id.slice(0, 2),
  states,
  currency,
  key,
});
const PLACES = [
  place('US', 'United States', 'country', '', 'us'),
  place('US-CA', 'California', 'state', 'US-CA', 'california'),
  place('US-41940', 'San Jose-Sunnyvale', 'metro', 'US-CA', 'san jose, ca'),
  place('GB', 'United Kingdom', 'country', '', 'gb', 'GBP'),
];
const occupation = (soc: string, title: string) => ({
  source: 'soc',
  soc,
  title,
  major: `${soc.slice(0, 2)}-0000`,
  majorTitle: `Major group of ${title}`,
  broad: `${soc.slice(0, 6)}0`,
  broadTitle: `Broad group of ${title}`,
  jobZone: null,
});
const store = memoryStore({
  occupationTitles: [{ source: 'ca-noc', taxonomy: 'NOC 2021', code: '21102', title: 'geologue', language: 'fr' }],
  occupations: [occupation('15-1252', 'Software Developers'), occupation('29-1141', 'Registered Nurses')],
});

const likely = (shares: Record<string, number>): TitleClassification['occupations'] =>
  Object.entries(shares).map(([soc, p]) => ({ soc, title: `Title of ${soc}`, p }));
const ENGINEER = { role: { id: 'data-engineer', name: 'Data Engineer' }, status: 'matched' as const };
const MIX = likely({ '15-1252': 0.6, '15-2051': 0.2, '15-1299': 0.02 });
const CLASSIFIED: Record<string, Partial<TitleClassification>> = {
  'Senior Data Engineer': { ...ENGINEER, level: { id: 'senior', track: 'ic' }, occupations: MIX },
  'Data Engineer': { ...ENGINEER, occupations: MIX },
  'Registered Nurse': { status: 'matched', occupations: likely({ '29-1141': 0.97 }) },
  '29-1141': { status: 'matched', occupations: [{ soc: '29-1141', title: 'Registered Nurses', p: 1 }] },
  'Account Person': {
    status: 'backed-off',
    occupations: likely({ '41-3091': 0.3 }),
    broader: { code: '41-0000', p: 0.7 },
  },
  'Operations Person': {
    status: 'backed-off',
    occupations: likely({ '13-1199': 0.2 }),
    broader: { code: '15-1250', p: 0.6 },
  },
};
const UNSURE = { status: 'backed-off' as const, broader: { code: '11-0000', p: 0.7 } };
CLASSIFIED['Chief Fun Officer'] = {
  ...UNSURE,
  occupations: likely({ '11-1011': 0.4, '11-3021': 0.2, '11-1021': 0.1 }),
};
CLASSIFIED['Chief Odd Officer'] = { ...UNSURE, occupations: likely({ '11-1011': 0.29, '11-3021': 0.2 }) };
CLASSIFIED['<script>alert(1)</script>'] = { ...UNSURE, occupations: likely({ '27-3041': 0.45 }) };
CLASSIFIED.Géologue = { ...UNSURE, occupations: likely({ '19-2042': 0.3 }) };
const STANDINGS: Record<string, TitleStanding> = {
  'Chief Fun Officer': 'of-work',
  'Chief Odd Officer': 'of-work',
  '<script>alert(1)</script>': 'of-nothing',
  Géologue: 'of-nothing',
};
const classifyTitle = async (title: string): Promise<TitleClassification> => ({
  input: title,
  role: null,
  level: null,
  occupations: [],
  broader: null,
  status: 'abstained',
  ...CLASSIFIED[title.trim()],
});
const MARKET: Market = {
  directory: 'market',
  store,
  parameters: PARAMETERS,
  catalogue: CATALOGUE,
  classifyTitle,
  standingOf: async (title) => STANDINGS[title.trim()] ?? 'known',
  places: PLACES,
  cohorts: newCohorts(1),
  payModel: async () => null,
  asOf: AS_OF,
  hasOwnData: false,
  close: async () => {},
};

const ask = (request: Partial<ReportRequest>) =>
  understandQuestion(MARKET, { title: 'Senior Data Engineer', place: 'US', ...request });
const refusal = async (request: Partial<ReportRequest>): Promise<UsageError> => {
  const failure = await ask(request).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(UsageError);
  return failure as UsageError;
};

describe('a question that is refused', () => {
  it.each([
    ['EMPTY_TITLE', { title: ' \t' }],
    ['TITLE_TOO_LONG', { title: 'x'.repeat(TITLE_LIMIT + 1) }],
    ['EMPTY_PLACE', { place: '  ' }],
    ['UNKNOWN_PLACE', { place: 'Calfornia' }],
    ['REMOTE_PLACE', { place: 'Remote' }],
    ['UNKNOWN_LEVEL', { level: 'guru' }],
    ['CONTRADICTORY_LEVEL', { level: 'lead' }],
    ['UNKNOWN_BASIS', { basis: 'gross' }],
    ['UNKNOWN_SELECTION', { only: 'yours' }],
    ['UNKNOWN_SELECTION', { only: '' }],
    ['NO_OWN_DATA', { only: 'mine' }],
    ['INVALID_AS_OF', { asOf: 'yesterday' }],
    ['INVALID_AS_OF', { asOf: '2025-02-29' }],
    ['INVALID_AS_OF', { asOf: '2025-2-1' }],
    ['INVALID_AS_OF', { asOf: '2026-04-16' }],
    ['INVALID_OFFER', { offer: 0 }],
    ['INVALID_OFFER', { offer: -5 }],
    ['INVALID_OFFER', { offer: Number.NaN }],
    ['INVALID_OFFER', { offer: Number.POSITIVE_INFINITY }],
  ] as const)('%s for %j, in one line with a remedy', async (code, request) => {
    const failure = await refusal(request);
    expect([failure.code, failure.exitCode]).toEqual([code, 2]);
    expect(`${failure.message} ${failure.remedy}`).not.toContain('\n');
    expect(failure.remedy).not.toBe('');
  });

  it('names what would have been known', async () => {
    expect((await refusal({ place: 'Calfornia' })).remedy).toContain('California');
    expect((await refusal({ level: 'guru' })).remedy).toContain('principal');
    expect((await refusal({ basis: 'gross' })).remedy).toContain('official');
    expect((await refusal({ asOf: '2027-01-01' })).message).toContain(AS_OF);
  });
});

describe('a question that is understood', () => {
  it('of a catalogued role has its family and its likely occupations', async () => {
    const { question, notes } = await ask({ title: '  Senior Data Engineer ' });
    expect(notes).toEqual([
      '"Senior Data Engineer" is read as the role Data Engineer, senior level. Likely occupations: Title of 15-1252 60% and Title of 15-2051 20%.',
    ]);
    expect(question).toMatchObject({
      title: 'Senior Data Engineer',
      role: { id: 'data-engineer', family: 'data' },
      familyRoles: ['data-engineer', 'data-scientist'],
      familyName: 'Data',
      statePlaceId: null,
      countryName: 'United States',
      asOf: AS_OF,
      basis: null,
    });
    expect(question.level?.id).toBe('senior');
    expect(question.occupations.map(({ soc, share }) => [soc, share])).toEqual([
      ['15-1252', 0.6],
      ['15-2051', 0.2],
    ]);
  });

  it('of an occupation has no family', async () => {
    const { question, notes } = await ask({ title: 'Registered Nurse' });
    expect(question).toMatchObject({ familyRoles: [], familyName: null, level: null });
    expect(question.role).toEqual({ id: 'soc-29-1141', name: 'Title of 29-1141', family: null });
    expect(question.occupations).toEqual([{ soc: '29-1141', title: 'Title of 29-1141', share: 0.97 }]);
    expect(notes).toEqual(['"Registered Nurse" is read as the occupation Title of 29-1141, no level named.']);
  });

  it('of the code of an occupation is asked under its title', async () => {
    const { question, notes } = await ask({ title: ' 29-1141 ' });
    expect(question).toMatchObject({ title: 'Registered Nurses', titleKey: 'registered nurse', level: null });
    expect([question.asksOccupation, (await ask({ title: 'Registered Nurse' })).question.asksOccupation]).toEqual([
      true,
      undefined,
    ]);
    expect(question.role).toEqual({ id: 'soc-29-1141', name: 'Registered Nurses', family: null });
    expect(question.occupations).toEqual([{ soc: '29-1141', title: 'Registered Nurses', share: 1 }]);
    expect(notes).toEqual(['"29-1141" is read as the occupation Registered Nurses, no level named.']);
  });

  it('of a code that is not on the list says so', async () => {
    const { question, notes } = await ask({ title: '15-1256' });
    expect(question).toMatchObject({ title: '15-1256', occupations: [] });
    expect(notes).toEqual([
      '"15-1256" is no code of a detailed occupation of the official survey (SOC 2018 as in OEWS).',
    ]);
  });

  it('of an unsure title is answered by its first occupation, and says what is sure', async () => {
    const { question, notes } = await ask({ title: 'Account Person' });
    expect(question.role.id).toBe('soc-41-3091');
    expect(notes).toEqual([
      '"Account Person" names no single occupation for sure, no level named. Likely occupations: Title of 41-3091 30%. It is most likely in the group 41-0000 (70%).',
    ]);
  });

  it('of an unsure title that employers use says at the answer what it most often is', async () => {
    const { question, doubt } = await ask({ title: 'Account Person' });
    expect(question.isGuess).toBeUndefined();
    expect(doubt).toBe(
      '"Account Person" names no single occupation: it is most often Title of 41-3091 (41-3091, 30%). For one of these alone, ask by its name or code.',
    );
    for (const title of ['Registered Nurse', 'Data Engineer', 'qqqqq zzzzz', 'Operations Person']) {
      expect((await ask({ title })).doubt).toBeNull();
    }
  });

  it('of an unknown title with an unsure reading is a guess, with what else it may be', async () => {
    const { question, doubt } = await ask({ title: 'Chief Fun Officer' });
    expect(question).toMatchObject({ isGuess: true, role: { id: 'soc-11-1011' } });
    expect(doubt).toBe(
      'A guess: "Chief Fun Officer" is not a title we know, and by its words most likely Title of 11-1011 (11-1011, 40%), next Title of 11-3021 (11-3021, 20%) and Title of 11-1021 (11-1021, 10%). For one of these alone, ask by its name or code.',
    );
  });

  it('of an unknown title is not answered by a weaker guess, nor where no word names work', async () => {
    const weak = await ask({ title: 'Chief Odd Officer' });
    expect(weak.question).toMatchObject({ role: { id: 'unknown' }, occupations: [] });
    expect([weak.question.isGuess, weak.doubt]).toEqual([undefined, null]);
    const none = await ask({ title: '<script>alert(1)</script>' });
    expect(none.question).toMatchObject({ role: { id: 'unknown' }, occupations: [] });
    expect(none.notes).toEqual(['"<script>alert(1)</script>" fits no role and no occupation in the market.']);
  });

  it('of a title that a publisher lists is no guess, whatever its words say here', async () => {
    const { question, doubt } = await ask({ title: 'Géologue' });
    expect(question.role.id).toBe('soc-19-2042');
    expect([question.isGuess, doubt?.startsWith('"Géologue" names no single occupation')]).toEqual([undefined, true]);
  });

  it('of a title that is too broad names the group and answers nothing', async () => {
    const { question, notes } = await ask({ title: 'Operations Person' });
    expect(question).toMatchObject({ role: { id: 'unknown', family: null }, occupations: [] });
    expect(notes).toEqual([
      '"Operations Person" fits no role, and no single occupation is likely enough. It is most likely in the group 15-1250 Broad group of Software Developers (60%): too broad for one answer.',
    ]);
  });

  it('of nothing known is still a question, and says so', async () => {
    const { question, notes } = await ask({ title: 'qqqqq zzzzz' });
    expect(question).toMatchObject({ role: { id: 'unknown', family: null }, occupations: [], level: null });
    expect(notes).toEqual(['"qqqqq zzzzz" fits no role and no occupation in the market.']);
  });

  it('takes a level that the title leaves open or repeats, in any case', async () => {
    expect((await ask({ title: 'Data Engineer', level: 'LEAD' })).question.level?.id).toBe('lead');
    expect((await ask({ level: 'senior' })).question.level?.id).toBe('senior');
    expect((await ask({ title: 'Data Engineer' })).question.level).toBeNull();
  });

  it('of a metropolitan area is answered by its state, and says so', async () => {
    const { question, notes } = await ask({ place: 'San Jose, CA' });
    expect(question).toMatchObject({ place: { id: 'US-41940' }, statePlaceId: 'US-CA', statePlaceName: 'California' });
    expect(notes.at(-1)).toContain('California answers');
    expect((await ask({ place: 'California' })).question.statePlaceId).toBe('US-CA');
  });

  it('takes the basis, an earlier date and the currency of the place', async () => {
    const { question } = await ask({ basis: 'filed', asOf: '2024-02-29', place: 'GB' });
    expect([question.basis, question.asOf, question.place.currency]).toEqual(['filed', '2024-02-29', 'GBP']);
    expect((await ask({ asOf: AS_OF })).question.asOf).toBe(AS_OF);
  });
});

describe('a question with own data', () => {
  const OPEN: Market = { ...MARKET, hasOwnData: true };
  const request = { title: 'Senior Data Engineer', place: 'US' };

  it('may be asked of them alone', async () => {
    expect((await understandQuestion(OPEN, request)).question.only).toBeNull();
    expect((await understandQuestion(OPEN, { ...request, only: 'mine' })).question.only).toBe('mine');
    expect((await understandQuestion(OPEN, { ...request, only: 'mine', basis: 'paid' })).question.basis).toBe('paid');
  });

  it('says that own data moved the as-of date, unless an earlier one is asked for', async () => {
    const newer = memoryStore({}, { asOf: AS_OF, publicAsOf: '2026-01-31' });
    const { notes } = await understandQuestion({ ...OPEN, store: newer }, request);
    expect(notes.at(-1)).toMatch(/^Your own data reach to 15 April 2026 and the public data to 31 January 2026: /);
    const earlier = await understandQuestion({ ...OPEN, store: newer }, { ...request, asOf: '2026-01-31' });
    expect(earlier.notes.join()).not.toContain('Your own data');
    const older = memoryStore({}, { asOf: AS_OF, publicAsOf: AS_OF });
    expect((await understandQuestion({ ...OPEN, store: older }, request)).notes.join()).not.toContain('own data');
  });
});
