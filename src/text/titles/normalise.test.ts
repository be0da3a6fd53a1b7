import { describe, expect, it } from 'vitest';
import { normaliseTitle, TITLE_LIMIT } from './normalise.js';

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
    ['Développeur Sénior (H/F)', 'developer senior'],
    ['Power BI Developer', 'power bi developer'],
    ['BI Developer', 'business intelligence developer'],
    ['Artificial Intelligence Engineer', 'ai engineer'],
    ['Business Dev Manager', 'business development manager'],
    ['Microsoft Office 365 Engineer', 'microsoft office 365 engineer'],
    ['Registered Nurses', 'registered nurse'],
    ['Software (DevOps) Engineer', 'software devops engineer'],
    ['ＳＯＦＴＷＡＲＥ　Engineer', 'software engineer'],
    ['Seasonal FT Warehouse Associate - Start $16/hr & Weekly Pay', 'warehouse associate'],
    ['Maintenance Technician - $1,500 Sign-On Bonus!', 'maintenance technician'],
    ['Psychiatrist- $130-150/hour', 'psychiatrist'],
    ['Security Officer, Houston TX $18/hr', 'security officer'],
    ['Data Engineer (12 month FTC)', 'data engineer'],
    ['Machinist - 2nd Shift', 'machinist'],
    ['Sales Engineer - Austin, TX', 'sales engineer'],
    ['Account Executive - German Speaking', 'account executive'],
    ['Software Engineer India', 'software engineer'],
    ['Part-Time Cashier', 'cashier'],
    ['Remote Sensing Scientist', 'remote sensing scientist'],
    ['Full Stack Engineer', 'full stack engineer'],
    ['Home Health Aide', 'home health aide'],
    ['Office Manager', 'office manager'],
    ['PA', 'pa'],
    ['Data Scientist F/H', 'data scientist'],
    ['Werkstudent:in Data Science (m/w/d)', 'werkstudent data science'],
    ['Ingénieur(e) de données', 'data engineer'],
    ['Engenheiro(a) de Dados Sênior', 'data engineer senior'],
    ['Senior/Staff Software Engineer', 'senior or staff software engineer'],
    ['Senior / Staff Software Engineer', 'senior or staff software engineer'],
    ['Sales/Marketing Manager', 'sales marketing manager'],
    ['Engineer II/III', 'engineer ii or iii'],
    ['MLE', 'machine learning engineer'],
    ['SDE2 - Alexa', 'software development engineer 2 alexa'],
    ['Member of the Technical Staff', 'member of technical staff'],
    ['U.S. Sales Manager', 'sales manager'],
    ['R & D Engineer', 'research development engineer'],
    ['FP&A Analyst', 'financial planning and analysis analyst'],
    ['C ++ Developer', 'c++ developer'],
    ['', ''],
    ['12345', ''],
    ['!!! ???', ''],
  ])('%s', (raw, key) => {
    expect(normaliseTitle(raw)).toBe(key);
  });

  it('takes steps in proportion to the title', () => {
    const steps = (title: string): number => {
      const meter = { steps: 0 };
      normaliseTitle(title, meter);
      return meter.steps;
    };
    for (const piece of ['data engineer ', '$1,000 ', '(a)', '1234-', '/', "o'", 'é ']) {
      const short = piece.repeat(Math.floor(100 / piece.length));
      expect(steps(short + short)).toBeLessThan(2.5 * steps(short));
    }
    expect(steps('x'.repeat(10 * TITLE_LIMIT))).toBe(steps('x'.repeat(TITLE_LIMIT)));
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
