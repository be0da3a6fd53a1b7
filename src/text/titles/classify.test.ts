import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyWith, MATCHED_FROM } from './classify.js';
import { buildVocabulary } from './mend.js';
import { TITLE_LIMIT } from './normalise.js';
import { findOfficialTitle, indexOfficialTitles } from './official-title.js';
import { buildCatalogue, type RolesFile, rolePhrases } from './roles.js';
import { ABSTAIN_BELOW, type OccupationEstimate } from './title-model.js';

const file = JSON.parse(readFileSync(new URL('../../../reviewed/roles.json', import.meta.url), 'utf8')) as RolesFile;
const catalogue = buildCatalogue(rolePhrases(file));

const NOTHING: OccupationEstimate = { occupations: [], broader: null, support: 0, seen: false };
const estimateOf = (shares: Record<string, number>, more: Partial<OccupationEstimate> = {}): OccupationEstimate => ({
  occupations: Object.entries(shares).map(([soc, p]) => ({ soc, title: `Title of ${soc}`, p })),
  broader: null,
  support: 1,
  seen: true,
  ...more,
});
const KNOWN: Record<string, OccupationEstimate> = {
  'registered nurse': estimateOf({ '29-1141': 0.97 }),
  'software engineer': estimateOf({ '15-1252': 0.93, '15-1299': 0.03 }),
  'machine learning engineer': estimateOf({ '15-1252': 0.41, '15-2051': 0.34, '15-1221': 0.2 }),
  'operations specialist': estimateOf({ '13-1199': 0.3, '13-1111': 0.2 }, { broader: { code: '13-1000', p: 0.71237 } }),
  'field person': estimateOf({ '41-4012': 0.2, '47-2061': 0.15, '47-2111': 0.14 }),
  'barely known': estimateOf({ '29-1141': 0.9 }, { support: ABSTAIN_BELOW / 2 }),
};
const known = (key: string): OccupationEstimate | undefined => (Object.hasOwn(KNOWN, key) ? KNOWN[key] : undefined);
const isSeen = (key: string) => known(key) !== undefined;
const vocabulary = () => buildVocabulary(['registered nurse', 'data engineer', 'operations specialist', 'senior']);
const classify = (title: string) =>
  classifyWith(title, { catalogue, vocabulary, isSeen, estimate: (key) => known(key) ?? NOTHING });

describe('classifyWith', () => {
  it('gives role, level, occupations and how sure it is', () => {
    expect(classify('Machine Learning Engineer')).toEqual({
      input: 'Machine Learning Engineer',
      role: { id: 'machine-learning-engineer', name: 'Machine Learning Engineer' },
      level: null,
      occupations: [
        { soc: '15-1252', title: 'Title of 15-1252', p: 0.41 },
        { soc: '15-2051', title: 'Title of 15-2051', p: 0.34 },
        { soc: '15-1221', title: 'Title of 15-1221', p: 0.2 },
      ],
      broader: { code: '15-0000', p: 0.95 },
      status: 'matched',
    });
    expect(classify('RN')).toMatchObject({ role: null, level: null, broader: null, status: 'matched' });
  });

  it('backs off to a group where no occupation is likely enough', () => {
    expect(classify('Operations Specialist')).toMatchObject({
      status: 'backed-off',
      broader: { code: '13-1000', p: 0.7123 },
    });
    expect(classify('Field Person')).toMatchObject({ status: 'backed-off', broader: { code: '47-0000', p: 0.29 } });
    expect(KNOWN['operations specialist']!.occupations[0]!.p).toBeLessThan(MATCHED_FROM);
  });

  it('reads a catalogued title that the model does not know by its role', () => {
    expect(classify('Senior Member of Technical Staff, Agents Quux')).toMatchObject({
      level: { id: 'senior', track: 'ic' },
      status: 'matched',
    });
    const { role, occupations } = classify('Founding Engineer');
    expect([role?.id, occupations[0]?.soc]).toEqual(['software-engineer', '15-1252']);
  });

  it('keeps a catalogued role even where no occupation is known for it', () => {
    expect(classify('Scrum Master')).toMatchObject({
      role: { id: 'scrum-master' },
      occupations: [],
      status: 'matched',
    });
  });

  it.each([
    '',
    '   ',
    '\n\t',
    '12345',
    '🦄',
    '\ud800',
    '__proto__',
    'constructor',
    'Barely Known',
    'purple monkey dishwasher',
  ])('abstains on %j', (title) => {
    expect(classify(title)).toEqual({
      input: title,
      role: null,
      level: null,
      occupations: [],
      broader: null,
      status: 'abstained',
    });
  });

  it('still gives a level that an unknown title names', () => {
    expect(classify('Lead Quuxer')).toMatchObject({ level: { id: 'lead', track: 'ic' }, status: 'abstained' });
  });

  it('keeps probabilities in order and their sum at most 1', () => {
    const third = estimateOf({ '11-1011': 1 / 3, '11-1021': 1 / 3, '11-1031': 1 / 3 });
    const { occupations } = classifyWith('Boss', { catalogue, vocabulary, isSeen, estimate: () => third });
    expect(occupations.map(({ p }) => p)).toEqual([0.3333, 0.3333, 0.3333]);
  });

  it('reads no more of a huge title than its beginning, in a bounded number of steps', () => {
    const steps = (title: string): number => {
      const meter = { steps: 0 };
      classifyWith(title, { catalogue, vocabulary, isSeen, estimate: () => NOTHING, meter });
      return meter.steps;
    };
    const head = 'lead data engineer / '.repeat(20);
    expect(steps(head.repeat(1_000))).toBe(steps(head.slice(0, TITLE_LIMIT)));
    expect(steps('data engineer '.repeat(20))).toBeLessThan(3 * steps('data engineer '.repeat(10)));
  });
});

describe('classifyWith, for titles of the official list', () => {
  const nurses = { soc: '29-1141', title: 'Registered Nurses' };
  const scientists = { soc: '15-2051', title: 'Data Scientists' };
  const managers = { soc: '11-9041', title: 'Architectural and Engineering Managers' };
  const people = { soc: '41-4012', title: 'Field Persons' };
  const titles = indexOfficialTitles([nurses, scientists, managers, people]);
  const official = (title: string) =>
    classifyWith(title, {
      catalogue,
      vocabulary,
      isSeen,
      estimate: (key) => known(key) ?? NOTHING,
      official: (text) => findOfficialTitle(text, titles),
    });

  it('is the occupation for certain, by its title or its code', () => {
    for (const title of ['Registered Nurses', '29-1141', 'SOC 29-1141', '29-1141.00']) {
      expect(official(title)).toEqual({
        input: title,
        role: null,
        level: null,
        occupations: [{ ...nurses, p: 1 }],
        broader: null,
        status: 'matched',
      });
    }
  });

  it('keeps a role whose phrase is the whole title, and no other', () => {
    expect(official('Data Scientists')).toMatchObject({ role: { id: 'data-scientist' }, occupations: [{ p: 1 }] });
    expect(official('15-2051')).toMatchObject({ role: null, occupations: [{ soc: '15-2051', p: 1 }] });
    expect(classify('Architectural and Engineering Managers')).toMatchObject({ role: { id: 'engineering-manager' } });
    expect(official('Architectural and Engineering Managers')).toMatchObject({
      role: null,
      level: null,
      occupations: [{ soc: '11-9041' }],
    });
  });

  it('in the singular believes the model where it is sure, and the list where it is not', () => {
    expect(official('Registered Nurse').occupations).toEqual([{ soc: '29-1141', title: 'Title of 29-1141', p: 0.97 }]);
    expect(classify('Field Person').status).toBe('backed-off');
    expect(official('Field Person')).toMatchObject({ status: 'matched', occupations: [{ soc: '41-4012', p: 1 }] });
  });

  it('says nothing for a code that is not on the list', () => {
    expect(official('15-1256')).toMatchObject({ role: null, occupations: [], status: 'abstained' });
  });
});
