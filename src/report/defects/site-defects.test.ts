import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../test/golden/sample-report.js';
import type { Report } from '../model.js';
import type { Page } from './page.js';
import { DEFECT_NAMES, type DefectFacts, findDefects } from './site-defects.js';

const NOTHING: DefectFacts = {
  offers: { pay: new Map(), sources: new Set(), rolesNamed: new Map() },
  tools: new Map(),
  credentials: new Map(),
};

/** The sample with nothing but a headline, so that each test puts in its one defect. */
const { asked: _, ...evidence } = sampleReport.headline.evidence;
const bare: Report = {
  ...sampleReport,
  headline: { ...sampleReport.headline, evidence, caveats: [], statement: 'The middle is known.' },
  sections: Object.fromEntries(
    Object.entries(sampleReport.sections).map(([id, section]) => [id, { ...section, findings: [], figures: [] }]),
  ) as unknown as Report['sections'],
};
const page = (report: Report, place = 'US'): Page => ({ title: 'Data Scientist', place, report });
const saying = (statement: string): Report => ({ ...bare, headline: { ...bare.headline, statement } });
const numbers = (pages: readonly Page[]) =>
  Object.fromEntries(Object.entries(findDefects(pages, NOTHING)).map(([name, found]) => [name, found.length]));
const NONE = Object.fromEntries(Object.keys(DEFECT_NAMES).map((name) => [name, 0]));

describe('defects of a site', () => {
  it('are none of a page that says nothing wrong, and none of no page', () => {
    expect(numbers([page(bare)])).toEqual(NONE);
    expect(numbers([])).toEqual(NONE);
  });

  it('count an amount without its currency', () => {
    expect(numbers([page(saying('The middle is 196,000 a year.'))])).toEqual({ ...NONE, namelessCurrencies: 1 });
  });

  it('count a credential that nobody asks for', () => {
    expect(numbers([page(saying('A CISSP protects this work.'))])).toEqual({ ...NONE, misfits: 1 });
  });

  it('count a projection of the past', () => {
    expect(numbers([page(saying('Pay is projected to rise.'))])).toEqual({ ...NONE, pastProjections: 1 });
  });

  it('count a figure that returns in three places, once', () => {
    const there = (place: string): Page => {
      const { question, headline } = bare;
      const evidence = { ...headline.evidence, place };
      const report = { ...bare, question: { ...question, place: { ...question.place, id: place } } };
      return page({ ...report, headline: { ...headline, evidence } }, place);
    };
    expect(numbers(['US', 'GB'].map(there))).toEqual(NONE);
    expect(numbers(['US', 'GB', 'DE'].map(there))).toEqual({ ...NONE, constants: 1 });
  });

  it('count an asked cell whose number the overview gives otherwise', () => {
    const evidence = { ...bare.headline.evidence, asked: { n: 6, employers: null } };
    expect(numbers([page({ ...bare, headline: { ...bare.headline, evidence } })])).toEqual({
      ...NONE,
      foreignCounts: 1,
    });
  });
});
