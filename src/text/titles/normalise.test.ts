import { describe, expect, it } from 'vitest';
import { normaliseTitle } from './normalise.js';

describe('normaliseTitle', () => {
  it.each([
    ['Sr. ML Eng (Remote) - R12345', 'senior machine learning engineer'],
    ['Machine Learning Lead', 'machine learning lead'],
    ['SWE II', 'software engineer ii'],
    ['Sr SRE', 'senior site reliability engineer'],
    ['RN', 'registered nurse'],
    ['R&amp;D Engineer', 'research development engineer'],
    ['Full-Stack Dev', 'full stack developer'],
    ['Fullstack Developer', 'full stack developer'],
    ['Front-End Engineer', 'frontend engineer'],
    ['Back End Developer', 'backend developer'],
    ['Dev Ops Engineer', 'devops engineer'],
    ['C++ Developer', 'c++ developer'],
    ['C# / .NET Developer', 'c# .net developer'],
    ['ASP.NET Developer', '.net developer'],
    ['Node.js Engineer', 'node.js engineer'],
    ['Software Developers - KBGFJG145969-5', 'software developer'],
    ['Senior Software Engineer (017040.001201)', 'senior software engineer'],
    ['Solution Architect [00058214]', 'solution architect'],
    ['MANAGER JC50 - COMPUTER SYSTEMS ENGINEERS/ARCHITECTS', 'manager computer systems engineer architect'],
    ['Consultant - US', 'consultant'],
    ['Forward Deployed Engineer - Dublin', 'forward deployed engineer'],
    ['AI Engineer - FDE (Forward Deployed Engineer)', 'ai engineer forward deployed engineer'],
    ['CEO (Chief Executive Officer)', 'chief executive officer'],
    ['Développeur Sénior (H/F)', 'developpeur senior'],
    ['Power BI Developer', 'power bi developer'],
    ['BI Developer', 'business intelligence developer'],
    ['Artificial Intelligence Engineer', 'ai engineer'],
    ['Business Dev Manager', 'business development manager'],
    ['Microsoft Office 365 Engineer', 'microsoft office 365 engineer'],
    ['Registered Nurses', 'registered nurse'],
    ['Software (DevOps) Engineer', 'software devops engineer'],
    ['ＳＯＦＴＷＡＲＥ　Engineer', 'software engineer'],
    ['', ''],
    ['12345', ''],
    ['!!! ???', ''],
  ])('%s', (raw, key) => {
    expect(normaliseTitle(raw)).toBe(key);
  });

  it('gives its own keys back', () => {
    for (const raw of [
      'Sr. ML Eng (Remote)',
      'C++ / C# Dev',
      'VP, Data Science',
      'Node.js SWE III',
      'MTS 1, Software Engineer',
    ]) {
      const key = normaliseTitle(raw);
      expect(normaliseTitle(key)).toBe(key);
    }
  });
});
