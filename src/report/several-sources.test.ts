import { describe, expect, it } from 'vitest';
import { levelOf } from '../../test/fixtures/question.js';
import { SMALL_MARKET, SMALL_SOURCES } from '../../test/fixtures/small-market.js';
import { smallReport } from '../../test/fixtures/small-report.js';
import type { Finding } from '../core/finding.js';
import { employersWords } from '../render/format/evidence-rows.js';
import type { Figure } from './model.js';

/** The offers of the small market once more in a source that names no employers and pays half as much again. */
const unnamed = SMALL_MARKET.pay
  .filter(({ basis }) => basis === 'posted')
  .map((row) => ({
    ...row,
    source: 'salaries',
    employer: null,
    lowMinor: Math.round(1.5 * row.lowMinor),
    highMinor: Math.round(1.5 * row.highMinor),
    annualLow: Math.round(1.5 * row.annualLow),
    annualHigh: Math.round(1.5 * row.annualHigh),
  }));
const market = { ...SMALL_MARKET, pay: [...SMALL_MARKET.pay, ...unnamed] };
const boards = SMALL_SOURCES.find(({ id }) => id === 'boards')!;
const sources = [...SMALL_SOURCES, { ...boards, id: 'salaries', name: 'Salaries' }];
const question = { level: levelOf('senior') };

describe('a headline of several sources', async () => {
  const report = await smallReport({ question, market, sources });
  const { headline, sections } = report;
  const wording = sections.negotiation.findings.find(({ id }) => id === 'negotiation.wording')!;
  const bySource = sections.overview.figures.find(({ id }) => id === 'by-source') as Extract<Figure, { kind: 'dots' }>;
  const rowOf = (source: string) => bySource.rows.find(({ name }) => name === `posted · ${source}`)!;

  it('is argued by what each source says, not by how many rows they hold together', () => {
    expect(wording.statement).not.toContain(`${headline.evidence.n} advertised ranges`);
    for (const source of ['boards', 'salaries']) expect(wording.statement).toContain(rowOf(source).at!.label);
    expect(wording.statement).toContain('Each source counted alike');
    expect(wording.status).toBe('modelled');
    expect(headline.caveats.join(' ')).toContain(rowOf('salaries').at!.label);
  });

  it('of one source is argued by its rows', async () => {
    const one = await smallReport({ question });
    const words = one.sections.negotiation.findings.find(({ id }) => id === 'negotiation.wording')!;
    expect(words.statement).toContain('I looked at 40 advertised ranges');
  });

  it('tells the employers that are known', () => {
    const { evidence } = headline as Finding;
    expect([evidence.employers, evidence.employersNamed]).toEqual([null, { atLeast: 40, sources: 1, of: 2 }]);
    expect(employersWords(evidence)).toBe('at least 40 employers, named in 1 of 2 sources');
    expect(employersWords({ ...evidence, employersNamed: undefined })).toBeNull();
    expect(employersWords({ ...evidence, employers: 1 })).toBe('1 employer');
  });
});
