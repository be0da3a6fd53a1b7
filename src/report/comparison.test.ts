import { describe, expect, it } from 'vitest';
import { BRITAIN, comparedReport, figureFinding, TEXAS } from '../../test/fixtures/compared-reports.js';
import { HOSTILE_TEXTS } from '../../test/golden/sample-report.js';
import { DomainError } from '../core/errors.js';
import { compareReports } from './comparison.js';
import { comparisonSchema } from './comparison-schema.js';

const texas = comparedReport({ place: TEXAS, median: [150_000, 140_000, 165_000] });

describe('compareReports', () => {
  it('gives the difference and its share with their intervals', () => {
    const { differences, status, statement, basis, currency } = compareReports([comparedReport(), texas]);
    // Arms of 20,000 and 15,000 down, 30,000 and 10,000 up.
    expect(differences[0]!.finding.quantity).toEqual({
      value: 50_000,
      unit: 'USD/year',
      interval: { level: 0.9, low: 25_000, high: Math.round(50_000 + 10_000 * Math.sqrt(10)) },
    });
    const up = Math.hypot(Math.log(230 / 200), Math.log(150 / 140));
    expect(differences[0]!.percent).toMatchObject({ value: 33.3, unit: 'percent' });
    expect(differences[0]!.percent!.interval!.high).toBeCloseTo(100 * ((4 / 3) * Math.exp(up) - 1), 1);
    expect(statement).toMatch(
      /^The middle for Data Scientist in Washington is about US\$50,000 a year above that for Data Scientist in Texas \(90% interval: US\$25,000 to US\$80,000\): 33% more, between 1\d% and 5\d% more\.$/,
    );
    expect([status, basis, currency]).toEqual(['supported', 'posted', 'USD']);
  });

  it('says what it cannot tell apart, and calls nothing zero percent', () => {
    const near = comparedReport({ place: TEXAS, median: [200_100, 181_000, 229_000], evidence: { scope: 'others' } });
    const { statement, figures } = compareReports([comparedReport(), near]);
    expect(statement).toMatch(/cannot be told apart: .* about the same, between \d+% less and \d+% more\.$/);
    expect(figures[1]!.title).toBe('Washington and Texas cannot be told apart');
  });

  it('titles the picture as the sentence decides, which asks amount and percentage', () => {
    const wide = comparedReport({ median: [200_000, 121_000, 210_000] });
    const low = comparedReport({ place: TEXAS, median: [60_000, 50_000, 177_000] });
    const none = comparedReport({ place: BRITAIN, median: null });
    const { differences, figures } = compareReports([none, wide, low]);
    const { finding, percent } = differences[2]!;
    expect([percent!.interval!.low > 0, finding.quantity!.interval!.low > 0]).toEqual([true, false]);
    expect(finding.statement).toContain('cannot be told apart');
    expect(figures[1]!.title).toBe('Washington and Texas cannot be told apart');
    expect(compareReports([none, comparedReport(), texas]).figures[1]!.title).toBe('Washington against Texas: +33%');
  });

  it('counts the bases of figures, not of questions without one', () => {
    const empty = comparedReport({ place: BRITAIN, median: null });
    const evidence = { ...empty.headline.evidence, basis: 'official' as const };
    const none = { ...empty, headline: { ...empty.headline, evidence } };
    const { basis, figures, questions } = compareReports([comparedReport(), texas, none]);
    expect([basis, questions.map((question) => question.basis)]).toEqual(['posted', ['posted', 'posted', null]]);
    expect(figures[0]!.title).toBe('From US$150k (Texas) to US$200k (Washington)');
    expect(compareReports([none, none]).basis).toBeNull();
    const official = comparedReport({ place: BRITAIN, evidence: { basis: 'official' } });
    const mixed = compareReports([comparedReport(), official, none]);
    expect(mixed.basis).toBeNull();
    expect(mixed.figures[0]!.title).toBe('The figures measure different things: posted and official pay');
  });

  it('keeps the weaker evidence: fewer observations, lower grade, modelled', () => {
    const weak = comparedReport({
      place: TEXAS,
      median: [150_000, 140_000, 165_000],
      status: 'modelled',
      evidence: { n: 12, employers: 7, grade: 'D', gradeReason: 'few', sources: ['boards', 'letters'] },
    });
    const { finding } = compareReports([comparedReport(), weak]).differences[0]!;
    expect(finding).toMatchObject({
      status: 'modelled',
      evidence: { n: 12, employers: 7, grade: 'D', gradeReason: 'few', sources: ['boards', 'index', 'letters'] },
    });
    expect(finding.caveats.join(' ')).toMatch(
      /rest on boards .*only the first rests on index, only the second on letters/,
    );
  });

  it.each([
    ['bases', texas, { evidence: { basis: 'official' } }, /posted pay, .* official pay of employees/],
    ['no-figure', texas, { median: null }, /no figure for Data Scientist in the United Kingdom\.$/],
    ['dates', texas, { asOf: '2026-07-01' }, /8 August 2026 .* 1 July 2026/],
    ['currencies', texas, { currency: 'GBP' }, /USD and .* GBP/],
    [
      'same-figure',
      comparedReport({ evidence: { place: 'US', scope: 's' } }),
      { evidence: { place: 'US', scope: 's' } },
      /one figure answers both \(s\)/,
    ],
  ] as const)('gives no difference: %s', (obstacle, first, changes, words) => {
    const comparison = compareReports([first, comparedReport({ place: BRITAIN, ...changes })]);
    const [{ finding, obstacle: found, percent }] = comparison.differences as [(typeof comparison.differences)[number]];
    expect([found, comparison.status, finding.status, finding.quantity, percent]).toEqual([
      obstacle,
      'insufficient',
      'insufficient',
      null,
      null,
    ]);
    expect(finding.statement).toMatch(words);
    expect(finding.missing).not.toBe('');
    expect(comparison.figures.map(({ kind }) => kind)).not.toContain('differences');
    comparisonSchema.parse(comparison);
  });

  it('tells a question asked twice, whatever its letters', () => {
    const { differences, questions } = compareReports([comparedReport(), comparedReport({ title: 'data SCIENTIST ' })]);
    expect(differences[0]!.obstacle).toBe('same-question');
    expect(new Set(questions.map(({ name }) => name)).size).toBe(2);
  });

  it('compares other currencies in the dollars of their reports', () => {
    const dollars = figureFinding('overview.dollars', [80_000, 75_000, 88_000], { unit: 'USD/year' });
    const british = comparedReport({
      place: BRITAIN,
      currency: 'GBP',
      median: [60_000, 56_000, 66_000],
      overview: [dollars],
    });
    const { differences, currency, figures, measures } = compareReports([comparedReport(), british]);
    expect(differences[0]!.finding.quantity).toMatchObject({ value: 120_000, unit: 'USD/year' });
    expect(differences[0]!.finding.caveats.join(' ')).toContain('not a cost of living');
    expect(currency).toBe('USD');
    expect(figures[0]!.rows.map(({ at }) => at?.label)).toEqual(['US$200k', 'US$80k']);
    const cells = (id: string) => measures.find((measure) => measure.id === id)?.cells.map(({ text }) => text);
    expect(cells('median')).toEqual(['US$200,000', '£60,000']);
    expect(cells('dollars')).toEqual(['US$200,000', 'US$80,000']);
  });

  it('draws no common axis where there is no common currency', () => {
    const british = comparedReport({ place: BRITAIN, currency: 'GBP' });
    expect(compareReports([comparedReport(), british])).toMatchObject({ currency: null, figures: [] });
  });

  it('holds every pair of four and says that many intervals are less sure together', () => {
    const all = [1, 2, 3, 4].map((at) =>
      comparedReport({
        title: `Job ${at}`,
        median: [at * 50_000, at * 45_000, at * 60_000],
        evidence: { scope: `s${at}` },
      }),
    );
    const { differences, caveats, statement, questions } = compareReports(all);
    expect(differences.map(({ first, second }) => [first, second])).toEqual([
      [1, 2],
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
      [3, 4],
    ]);
    expect(caveats[0]).toMatch(/6 intervals .* at least 40%/);
    expect(statement).toMatch(/Job 1 .* Job 4/);
    expect(questions.map(({ name }) => name)).toEqual(['Job 1', 'Job 2', 'Job 3', 'Job 4']);
  });

  it('names levels that the title does not say', () => {
    const [senior, staff] = [
      { id: 'senior', name: 'Senior' },
      { id: 'staff', name: 'Staff' },
    ];
    const { questions, differences } = compareReports([
      comparedReport({ level: senior!, evidence: { scope: 'a' } }),
      comparedReport({
        level: staff!,
        title: 'Data Scientist',
        evidence: { scope: 'b' },
        median: [250_000, 240_000, 260_000],
      }),
    ]);
    expect(questions.map(({ label, name }) => [label, name])).toEqual([
      ['Data Scientist in Washington, senior level', 'Senior level'],
      ['Data Scientist in Washington, staff level', 'Staff level'],
    ]);
    expect(differences[0]!.finding.caveats.join(' ')).toContain('across employers');
  });

  it('shows skills where different postings speak, and not where the same do', () => {
    const skill = (id: string, share: number, n: number) =>
      figureFinding(`requiredSkills.asked.${id}`, [share, share - 5, share + 5], {
        unit: 'percent',
        statement: `${n} postings: ${id.toUpperCase()} is named in ${share}%.`,
        evidence: { n },
      });
    const first = comparedReport({ skills: [skill('sql', 80, 40), skill('r', 30, 40)] });
    const other = comparedReport({ title: 'Nurse', median: [90_000, 85_000, 99_000], skills: [skill('sql', 20, 55)] });
    const rows = compareReports([first, other]).measures.filter(({ id }) => id.startsWith('requiredSkills'));
    expect(rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)])).toEqual([
      ['Postings that name SQL', '80%', '20%'],
      ['Postings that name R', '30%', 'not among the most named'],
    ]);
    const same = comparedReport({ place: TEXAS, skills: [skill('sql', 80, 40)] });
    expect(compareReports([first, same]).measures.some(({ id }) => id.startsWith('requiredSkills'))).toBe(false);
  });

  it('stands hostile and very long titles', () => {
    for (const title of [...HOSTILE_TEXTS, 'x'.repeat(300)]) {
      const comparison = compareReports([comparedReport({ title }), texas]);
      comparisonSchema.parse(comparison);
      expect(comparison.questions[0]!.title).toBe(title);
    }
  });

  it('does not change the reports and gives the same again', () => {
    const reports = [comparedReport(), texas];
    const before = structuredClone(reports);
    expect(compareReports(reports)).toEqual(compareReports(before));
    expect(reports).toEqual(before);
  });

  it('refuses one report and five', () => {
    expect(() => compareReports([texas])).toThrow(DomainError);
    expect(() => compareReports([texas, texas, texas, texas, texas])).toThrow(/not 5/);
  });
});
