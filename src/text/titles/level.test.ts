import { describe, expect, it } from 'vitest';
import { parseLevel } from './level.js';
import { normaliseTitle } from './normalise.js';

const parse = (title: string) => parseLevel(normaliseTitle(title));

describe('parseLevel', () => {
  it.each([
    ['Machine Learning Lead', 'lead', 'machine learning'],
    ['Lead Machine Learning Engineer', 'lead', 'machine learning engineer'],
    ['Machine Learning Tech Lead', 'lead', 'machine learning'],
    ['Data Team Lead', 'lead', 'data'],
    ['Senior Software Engineer', 'senior', 'software engineer'],
    ['Sr Engineer, Software', 'senior', 'engineer software'],
    ['Senior Software Engineer II', 'senior', 'software engineer'],
    ['Senior Staff Software Engineer', 'staff', 'software engineer'],
    ['Staff+ Software Engineer, GRC Platform', 'staff', 'software engineer grc platform'],
    ['Senior Principal Software Engineer', 'principal', 'software engineer'],
    ['Principal Data Scientist', 'principal', 'data scientist'],
    ['Distinguished Engineer', 'principal', 'engineer'],
    ['Software Engineer I', 'entry', 'software engineer'],
    ['Software Engineer 2', 'mid', 'software engineer'],
    ['Software Engineer III', 'senior', 'software engineer'],
    ['Software Engineer 3, Atlas API', 'senior', 'software engineer atlas api'],
    ['Software Engineer IV', 'senior', 'software engineer'],
    ['Software Engineer (L5)', 'senior', 'software engineer'],
    ['Software Engineer (L3)', null, 'software engineer'],
    ['Support Engineer Level 2', 'mid', 'support engineer'],
    ['Tier 2 Support Engineer', null, 'tier 2 support engineer'],
    ['Software Engineer, New Grad', 'entry', 'software engineer'],
    ['Entry-Level Data Analyst', 'entry', 'data analyst'],
    ['Junior Developer', 'entry', 'developer'],
    ['Graduate Software Engineer', 'entry', 'software engineer'],
    ['Apprentice Electrician', 'entry', 'electrician'],
    ['Mid-Level Java Developer', 'mid', 'java developer'],
    ['Software Engineering Intern', 'intern', 'software engineering'],
    ['Software Engineer, Internship', 'intern', 'software engineer'],
    ['Associate Product Manager', 'entry', 'product manager'],
    ['Associate, Software Engineer III', 'senior', 'software engineer'],
    ['Senior Associate, Data Science', 'senior', 'associate data science'],
    ['Site Reliability Engineer (Senior or Staff)', 'senior', 'site reliability engineer'],
    ['Engineering Manager', 'manager', 'engineering'],
    ['Data Science Manager', 'manager', 'data science'],
    ['Manager, Data Science', 'manager', 'data science'],
    ['Manager III, Software Development', 'manager', 'software development'],
    ['Machine Learning Manager', 'manager', 'machine learning'],
    ['Sr. Manager, Advanced Analytics', 'manager', 'advanced analytics'],
    ['Director of Machine Learning', 'director', 'machine learning'],
    ['Director of Nursing', 'director', 'nursing'],
    ['Associate Director, Biostatistics', 'director', 'biostatistics'],
    ['Head of AI', 'director', 'ai'],
    ['VP of Engineering', 'vp', 'engineering'],
    ['SVP, Product', 'vp', 'product'],
    ['Vice President, Lead Software Engineer', 'lead', 'software engineer'],
    ['Vice President, Software Engineer', null, 'software engineer'],
    ['Assistant Vice President, Developer', null, 'developer'],
    ['CTO', 'executive', 'technology'],
    ['Chief Marketing Officer', 'executive', 'marketing'],
    ['Chief Data Scientist', 'principal', 'data scientist'],
  ])('%s is %s', (title, level, rest) => {
    expect(parse(title)).toMatchObject({ level, rest });
  });

  it.each([
    'Member of Technical Staff',
    'Technical Staff, Systems',
    'Lead Generation Specialist',
    'Lead Gen Representative',
    'Chief of Staff',
    'Staff Nurse',
    'Staff Accountant',
    'Staff Attorney',
    'Staff Pharmacist',
    'Staff Scientist',
    'Principal',
    'High School Principal',
    'Assistant Principal',
    'Principal Investigator',
    'Product Manager',
    'Project Manager',
    'Technical Program Manager',
    'Account Manager',
    'Office Manager',
    'General Manager',
    'Associate',
    'Sales Associate',
    'Research Associate',
    'Associate Professor',
    'Associate Attorney',
    'Graduate Research Assistant',
    'Account Executive',
    'Executive Assistant',
    'Art Director',
    'Head Chef',
    'Head Nurse',
    'Senior Living Advisor',
    'Internal Auditor',
    'Civil Staff Engineer',
    'Title I Teacher',
  ])('%s names no level and keeps its words', (title) => {
    const key = normaliseTitle(title);
    expect(parseLevel(key)).toEqual({ level: null, rest: key, occupationKey: key });
  });

  it('keeps management words in the occupation key, because managing is another occupation', () => {
    expect(parse('Senior Software Engineering Manager').occupationKey).toBe('software engineering manager');
    expect(parse('Senior Director of Nursing').occupationKey).toBe('director of nursing');
    expect(parse('Lead Data Scientist').occupationKey).toBe('data scientist');
    expect(parse('Lead').occupationKey).toBe('lead');
  });
});
