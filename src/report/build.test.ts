import { describe, expect, it } from 'vitest';
import { AS_OF, IN_BRITAIN, IN_CALIFORNIA, IN_SAN_JOSE, levelOf } from '../../test/fixtures/question.js';
import { SMALL_MARKET, SMALL_SOURCES } from '../../test/fixtures/small-market.js';
import { type SmallQuestion, smallAnswers, smallReport } from '../../test/fixtures/small-report.js';
import type { Finding } from '../core/finding.js';
import { renderHtml } from '../render/html/report.js';
import { renderMarkdown } from '../render/markdown/report.js';
import { renderTerminal } from '../render/terminal/render-terminal.js';
import { buildReport } from './build.js';
import { type Report, SECTION_HEADINGS, SECTION_ORDER } from './model.js';
import { reportSchema } from './schema.js';

/** Ample, thin, foreign, unknown, forced and dated questions. */
const CASES: readonly [string, SmallQuestion][] = [
  ['a supported level', { question: { level: levelOf('senior') }, offer: 110_000 }],
  ['no level', {}],
  ['a level without evidence', { question: { level: levelOf('vp') }, offer: 1 }],
  ['a state', { question: IN_CALIFORNIA, offer: 1e9 }],
  ['a metropolitan area', { question: { ...IN_SAN_JOSE, level: levelOf('lead') } }],
  ['another country', { question: IN_BRITAIN, offer: 50_000 }],
  ['filed pay', { question: { basis: 'filed' } }],
  ['official pay', { question: { basis: 'official' }, offer: 60_000 }],
  ['market pay', { question: { basis: 'market' } }],
  ['an earlier date', { question: { asOf: '2025-04-30' } }],
  ['a date before everything', { question: { asOf: '2015-01-31' }, offer: 60_000 }],
  ['a title that fits nothing', { question: { occupations: [], familyRoles: [], familyName: null } }],
  ['an empty market', { market: {}, offer: 60_000 }],
  ['pay without official figures', { market: { pay: SMALL_MARKET.pay } }],
  ['official figures without pay', { market: { official: SMALL_MARKET.official }, offer: 60_000 }],
];

const bodyOf = (report: Report) => SECTION_ORDER.flatMap((id) => report.sections[id].findings) as readonly Finding[];
const allOf = (report: Report) => [report.headline as Finding, ...bodyOf(report)];

describe('an unsure reading of the title', () => {
  const doubt = 'A guess: it is most likely another (11-1011, 41%).';
  const build = async (question: SmallQuestion['question']) => {
    const answers = await smallAnswers({ question: { level: levelOf('senior'), ...question } });
    return buildReport({ answers, sources: SMALL_SOURCES, notes: [], doubt, stateNames: new Map() });
  };

  it('stands at an answer that rests on the occupations, in every format', async () => {
    const report = await build({ basis: 'official' });
    expect(report.question.doubt).toBe(doubt);
    expect(reportSchema.safeParse(report).success).toBe(true);
    const options = { columns: 100, colour: false, unicode: true };
    const outputs = [
      renderTerminal(report, { ...options, brief: false }),
      renderTerminal(report, { ...options, brief: true }),
      renderMarkdown(report),
      renderHtml(report, { frame: { kind: 'file', styles: '', script: '' } }),
    ].map((output) => output.replaceAll('\\', '').replace(/^[\s\S]*<h1>/, ''));
    for (const output of outputs) {
      expect(output.indexOf(doubt)).toBeGreaterThan(0);
      expect(output.indexOf(doubt)).toBeLessThan(output.indexOf('The middle is about'));
    }
  });

  it('does not where offers of the title itself answer', async () => {
    expect((await build({})).question).not.toHaveProperty('doubt');
  });
});

describe.each(CASES)('the report of %s', (_name, asked) => {
  const promise = smallReport(asked);

  it('has the shape of the schema and says nothing that is no number or no word', async () => {
    const report = await promise;
    expect(reportSchema.safeParse(report).error?.issues).toBeUndefined();
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('has the nine sections under their headings, each with something to say', async () => {
    const { sections } = await promise;
    expect(Object.keys(sections)).toEqual(SECTION_ORDER);
    for (const id of SECTION_ORDER) {
      expect(sections[id].heading).toBe(SECTION_HEADINGS[id]);
      expect(sections[id].findings.length).toBeGreaterThan(0);
    }
  });

  it('has findings with ids of their own that begin with their section', async () => {
    const report = await promise;
    const ids = allOf(report).map((finding) => finding.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const id of SECTION_ORDER) {
      for (const finding of report.sections[id].findings) expect(finding.id.split('.')[0]).toBe(id);
    }
  });

  it('gives every number its sources, and every gap what would fill it', async () => {
    const known = new Set(SMALL_SOURCES.map((source) => source.id));
    for (const { id, status, quantity, evidence, missing } of allOf(await promise)) {
      if (status === 'insufficient') {
        expect([id, quantity, (missing ?? '').length > 5]).toEqual([id, null, true]);
      } else {
        expect([id, evidence.sources.length > 0]).toEqual([id, true]);
      }
      for (const source of evidence.sources) expect(known).toContain(source);
    }
  });

  it('has every value inside its interval', async () => {
    for (const { id, quantity } of allOf(await promise)) {
      if (quantity?.interval == null) continue;
      const { low, high, level } = quantity.interval;
      expect([id, low <= quantity.value && quantity.value <= high && level > 0.5]).toEqual([id, true]);
    }
  });

  it('names as sources those that a finding cites, in the order of the manifest', async () => {
    const report = await promise;
    const cited = new Set(allOf(report).flatMap((finding) => finding.evidence.sources));
    const listed = report.sources.map((source) => source.id);
    expect(listed).toEqual(SMALL_SOURCES.map((source) => source.id).filter((id) => cited.has(id)));
    expect(listed).not.toContain('unused');
  });

  it('has a checklist whose items follow from findings of the report', async () => {
    const report = await promise;
    const byId = new Map(allOf(report).map((finding) => [finding.id, finding]));
    for (const item of report.sections.checklist.findings) {
      const source = byId.get(/^follows from (\S+)$/.exec(item.evidence.method)?.[1] ?? '');
      expect(source?.id.startsWith('checklist')).toBe(false);
      expect([item.status, item.evidence.sources]).toEqual([source!.status, source!.evidence.sources]);
    }
  });

  it('forecasts only what comes after the as-of date', async () => {
    const report = await promise;
    for (const finding of bodyOf(report).filter(({ id, quantity }) => id.startsWith('overview.forecast') && quantity)) {
      expect(finding.evidence.period!.from > report.question.asOf).toBe(true);
    }
  });

  it('is the same when it is asked again', async () => {
    expect(await smallReport(asked)).toEqual(await promise);
  });
});

describe('the question of a report', () => {
  it('is repeated as it was understood', async () => {
    const { question, exclusions } = await smallReport({ question: { level: levelOf('senior') }, offer: 110_000 });
    expect(question).toMatchObject({
      text: 'Data Engineer in the United States',
      level: { id: 'senior', name: 'Senior' },
      asOf: AS_OF,
      currency: 'USD',
      offer: 110_000,
      basis: null,
      notes: ['A note.'],
    });
    expect(exclusions).toEqual([{ reason: 'pay not in USD', count: 1 }]);
  });
});

describe('the sources of a report', () => {
  it('count the rows used and say what they are used for', async () => {
    const { sources } = await smallReport({ question: { level: levelOf('senior') } });
    const rows = Object.fromEntries(sources.map((source) => [source.id, source]));
    expect(rows.boards).toMatchObject({ observations: 40, employers: 40, role: 'headline, posted pay, forecast' });
    expect(rows.filings).toMatchObject({ observations: 30, employers: 30, role: 'filed pay' });
    expect(rows.tools!.role).toBe('required skills');
    expect(rows['gpts-are-gpts']).toMatchObject({ employers: null, role: 'AI exposure' });
    expect(rows.projections!.role).toBe('demand');
  });
});
