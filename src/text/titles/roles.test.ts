import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normaliseTitle } from './normalise.js';
import { buildCatalogue, type RolesFile, recogniseTitle, rolePhrases } from './roles.js';

const file = JSON.parse(readFileSync(new URL('../../../reviewed/roles.json', import.meta.url), 'utf8')) as RolesFile;
const phrases = rolePhrases(file);
const catalogue = buildCatalogue(phrases);
const read = (title: string) => {
  const { role, level } = recogniseTitle(title, catalogue);
  return [role?.id ?? null, level];
};

describe('the reviewed roles', () => {
  it('have families that are named, unique ids, and phrases in key form', () => {
    const families = new Set(file.families.map(({ id }) => id));
    const ids = file.roles.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(file.roles.filter(({ family }) => !families.has(family))).toEqual([]);
    expect(phrases.filter(({ phrase }) => normaliseTitle(phrase) !== phrase)).toEqual([]);
  });

  it('share no phrase', () => {
    const owners = new Map<string, Set<string>>();
    for (const { match, phrase, role } of phrases) {
      if (match === 'except') continue;
      const key = `${match} ${phrase}`;
      owners.set(key, (owners.get(key) ?? new Set()).add(role));
    }
    expect([...owners].filter(([, roles]) => roles.size > 1).map(([key, roles]) => [key, ...roles])).toEqual([]);
  });
});

describe('recogniseTitle', () => {
  it.each([
    ['Machine Learning Lead', 'machine-learning-engineer', 'lead'],
    ['ML Engineer', 'machine-learning-engineer', null],
    ['Software Engineer, Machine Learning', 'machine-learning-engineer', null],
    ['Machine Learning Engineering Manager, Personalization', 'machine-learning-engineer', 'manager'],
    ['AI/ML Engineer', 'machine-learning-engineer', null],
    ['Head of AI', 'ai-engineer', 'director'],
    ['AI Research Scientist', 'ai-researcher', null],
    ['Applied Scientist II', 'applied-scientist', 'mid'],
    ['Sr. Data Scientist', 'data-scientist', 'senior'],
    ['Scientist 3, Data Science', 'data-scientist', 'senior'],
    ['Manager, Data Science', 'data-scientist', 'manager'],
    ['Data Analytics Lead', 'data-analyst', 'lead'],
    ['Data Manager', 'data-manager', null],
    ['BIG DATA SNOWFLAKE DEVELOPER', 'data-engineer', null],
    ['Software Development Engineer II', 'software-engineer', 'mid'],
    ['SOFTWARE DEVELOPERS', 'software-engineer', null],
    ['Java Developer', 'software-engineer', null],
    ['Member of Technical Staff (Backend Software Engineer, Search Crawler)', 'backend-engineer', null],
    ['Software Engineer II - Full Stack - Web Engineering', 'full-stack-engineer', 'mid'],
    ['Software Engineer in Test', 'qa-engineer', null],
    ['Senior Site Reliability Engineer- Remote', 'site-reliability-engineer', 'senior'],
    ['Engineering Manager, Data Platform', 'engineering-manager', 'manager'],
    ['Software Engineering Manager - Core & Resilience Engineering', 'engineering-manager', 'manager'],
    ['Senior Engineering Manager', 'engineering-manager', 'manager'],
    ['Director of Engineering, AI Platform', 'engineering-manager', 'director'],
    ['Senior Product Manager', 'product-manager', 'senior'],
    ['Director of Product Management', 'product-manager', 'director'],
    ['Technical Program Manager III', 'technical-program-manager', 'senior'],
    ['Product Manager, Machine Learning', 'ai-product-manager', null],
    ['IT Manager', 'it-manager', 'manager'],
    ['Staff Data Scientist, Marketing', 'data-scientist', 'staff'],
    ['Engineering Manager, ML', 'machine-learning-engineer', 'manager'],
    ['ML Engineering Manager', 'machine-learning-engineer', 'manager'],
    ['Engineering Manager, AI', 'ai-engineer', 'manager'],
    ['Engineering Manager, Data', 'data-engineer', 'manager'],
    ['MLE', 'machine-learning-engineer', null],
    ['ML Lead (Responsable ML)', 'machine-learning-engineer', 'lead'],
    ['Head of Data', 'data-manager', 'director'],
    ['Data Lead', 'data-manager', 'lead'],
    ['Member of Technical Staff', 'software-engineer', null],
    ['Member of Technical Staff, ML Systems', 'machine-learning-engineer', null],
    ['Member of Technical Staff, Research', 'research-engineer', null],
    ['Senior Member of Technical Staff', 'software-engineer', 'senior'],
    ['Founding Engineer', 'software-engineer', null],
    ['Forward Deployed Engineer', 'forward-deployed-engineer', null],
    ['Applied Scientist', 'applied-scientist', null],
    ['Prompt Engineer', 'ai-engineer', null],
    ['GenAI Engineer', 'ai-engineer', null],
    ['Platform Engineer', 'platform-engineer', null],
    ['SRE', 'site-reliability-engineer', null],
    ['Reliability Engineer', null, null],
    ['Senior Engineer, Backend', 'backend-engineer', 'senior'],
    ['Data Science - Growth', 'data-scientist', null],
    ['Tech Lead Manager', 'engineering-manager', 'manager'],
    ['Group Product Manager', 'product-manager', 'manager'],
  ])('%s is %s', (title, role, level) => {
    expect(read(title)).toEqual([role, level]);
  });

  it.each([
    'Engineer',
    'Manager',
    'Analyst',
    'Associate',
    'Consultant',
    'Developer',
    'Architect',
    'Director',
    'Technical Lead',
    'Staff Engineer',
    'Technical Recruiter - Machine Learning Engineers',
    'Assistant Professor, Data Science',
    'Executive Assistant, Engineering',
    'Mechanical Engineering Manager',
    'Construction Project Manager',
    'Mechanical Engineer',
    'Chief Product Officer',
    'After-Sales Engineer',
    'Registered Nurse',
    'constructor',
    '',
  ])('%s is no catalogued role', (title) => {
    expect(read(title)[0]).toBeNull();
  });

  it('lets an exception veto and the longest phrase win', () => {
    const row = { family: 'f', familyName: 'F' };
    const small = buildCatalogue([
      { ...row, role: 'a', name: 'A', match: 'contains', phrase: 'data engineer' },
      { ...row, role: 'a', name: 'A', match: 'except', phrase: 'centre' },
      { ...row, role: 'b', name: 'B', match: 'contains', phrase: 'big data engineer' },
      { ...row, role: 'c', name: 'C', match: 'exact', phrase: 'big data engineer' },
    ]);
    const match = (title: string, list: typeof small) => recogniseTitle(title, list).role;
    expect(match('cloud data engineer', small)?.id).toBe('a');
    expect(match('data engineer centre', small)).toBeNull();
    expect(match('principled big data engineer', small)?.id).toBe('b');
    expect(match('big data engineer', small)?.id).toBe('c');
  });
});
