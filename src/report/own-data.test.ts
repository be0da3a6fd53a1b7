import { describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../test/contract/numbers-in-model.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import { ownOffers, ownRecords, ownReport } from '../../test/fixtures/own-report.js';
import { levelOf } from '../../test/fixtures/question.js';
import { PLAIN_FRAME } from '../render/html/frame.js';
import { renderHtml } from '../render/html/report.js';
import { renderJson } from '../render/json/render-json.js';
import { renderMarkdown } from '../render/markdown/report.js';
import { renderTerminal } from '../render/terminal/render-terminal.js';
import { type Report, SECTION_ORDER } from './model.js';
import { DO_NOT_PUBLISH } from './own-data.js';
import { reportSchema } from './schema.js';

type Finding = Report['headline'];

const findingsOf = (report: Report): Finding[] => [
  report.headline,
  ...SECTION_ORDER.flatMap((id) => report.sections[id].findings),
];
const findingOf = (report: Report, id: string): Finding => findingsOf(report).find((finding) => finding.id === id)!;
const citingOwn = (report: Report): Finding[] =>
  findingsOf(report).filter(({ evidence }) => evidence.sources.includes('mine'));
const medianOf = ({ headline }: Report) => headline.quantity!.value;
const widthOf = ({ headline }: Report) => headline.quantity!.interval!.high - headline.quantity!.interval!.low;

const SENIOR = { level: levelOf('senior') };
const TERMINAL = { columns: 80, colour: false, unicode: true, brief: false };
const RENDERERS: readonly (readonly [string, (report: Report) => string])[] = [
  ['terminal', (report) => renderTerminal(report, TERMINAL)],
  ['brief', (report) => renderTerminal(report, { ...TERMINAL, brief: true })],
  ['HTML', (report) => renderHtml(report, { frame: PLAIN_FRAME })],
  ['Markdown', renderMarkdown],
];

describe('a report without own data', () => {
  it('says nothing of them', async () => {
    const report = await ownReport({ question: SENIOR });
    expect(renderJson(report)).not.toMatch(/your own (?:data|records)|"mine"|private data|pay record/i);
    expect(Object.hasOwn(report.question, 'only')).toBe(false);
    for (const [, render] of RENDERERS) expect(render(report)).not.toMatch(/your own (?:data|records)|private data|◆/i);
  });

  it('says what the basis "paid" would need when it is asked for', async () => {
    const { headline, sections } = await ownReport({ question: { ...SENIOR, basis: 'paid' } });
    expect(headline).toMatchObject({ status: 'insufficient', quantity: null, evidence: { basis: 'paid', n: 0 } });
    expect(headline.statement).toMatch(/on the paid basis: your own data hold no record of it\.$/);
    expect(headline.missing).toContain('goingrate import FILE');
    const cell = sections.overview.findings.find(({ id }) => id === 'overview.paid.cell');
    expect(cell).toMatchObject({ status: 'insufficient', evidence: { sources: [] } });
  });
});

describe('own advertised ranges beside the market', () => {
  const pay = ownOffers(30);

  it('are one more source in the pool, listed without names of files', async () => {
    const [report, without] = await Promise.all([
      ownReport({ question: SENIOR, pay }),
      ownReport({ question: SENIOR }),
    ]);
    expect(report.headline.evidence).toMatchObject({
      n: 70,
      employers: 70,
      sources: ['boards', 'mine', 'indeed-wages'],
    });
    expect(medianOf(report)).not.toBe(medianOf(without));
    expect(report.sources.at(-1)).toMatchObject({
      id: 'mine',
      name: 'Your own data',
      publisher: 'you',
      licence: 'private',
      vintage: 'March 2026, 3 imports',
      observations: 30,
      employers: 30,
    });
    expect(report.sources.at(-1)!.role).toContain('posted pay');
  });

  it('are marked in every finding that rests on them, and in the strip', async () => {
    const report = await ownReport({ question: SENIOR, pay, offer: 125_000 });
    expect(citingOwn(report).map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'headline',
        'overview.posted.cell',
        'overview.posted.mine',
        'negotiation.ask',
        'checklist.1',
      ]),
    );
    for (const { statement } of citingOwn(report)) expect(statement).toMatch(/your own data/i);
    expect(findingOf(report, 'headline').statement).toMatch(/It rests in part on your own data\.$/);
    expect(findingOf(report, 'overview.posted.mine').statement).toMatch(/^Posted pay in your own data: /);
    expect(findingOf(report, 'overview.posted.boards').statement).not.toMatch(/your own/);
    const strip = report.sections.overview.figures.find(({ kind }) => kind === 'by-source');
    expect(strip).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ name: 'posted · Your own data' })]),
    });
    expect(report.question.notes).toEqual([DO_NOT_PUBLISH, 'A note.']);
    expect(report.method.steps.at(-1)).toBe(DO_NOT_PUBLISH);
    expect(reportSchema.parse(report)).toEqual(report);
  });

  it.each(RENDERERS)('are marked in %s', async (_, render) => {
    const report = await ownReport({ question: SENIOR, pay, offer: 125_000 });
    const output = render(report);
    expect(output).toMatch(/◆ your own data|<span class="own-data">Your own data<\/span>|\*\*Your own data\*\*/);
    expect(numbersNotInModel(report, output)).toEqual([]);
  });

  it('keep a page out of search engines, and out of an ASCII terminal nothing but ASCII', async () => {
    const report = await ownReport({ question: SENIOR, pay });
    expect(renderHtml(report, { frame: PLAIN_FRAME })).toContain('<meta name="robots" content="noindex">');
    expect(renderHtml(await ownReport({ question: SENIOR }), { frame: PLAIN_FRAME })).not.toContain('noindex');
    const ascii = renderTerminal(report, { ...TERMINAL, unicode: false });
    expect(ascii).toContain('@ your own data');
    expect(ascii).toMatch(/^[\n -~]*$/);
  });

  it('change nothing where they are of other work', async () => {
    const without = await ownReport({ question: SENIOR });
    const unrelated = ownOffers(500, () => ({ role: 'plumber', title: 'plumber', annualHigh: 900_000 }));
    expect(await ownReport({ question: SENIOR, pay: unrelated })).toEqual(without);
    const untitled = ownOffers(50, () => ({ role: null, title: 'wizard' }));
    expect(await ownReport({ question: SENIOR, pay: untitled })).toEqual(without);
  });

  it('of one employer carry and move no figure, however many they are', async () => {
    const without = await ownReport({ question: SENIOR });
    const report = await ownReport({
      question: SENIOR,
      pay: ownOffers(2_000, () => ({ employer: 1_000, annualHigh: 400_000 })),
    });
    expect(report.headline.quantity).toEqual(without.headline.quantity);
    expect(report.headline.evidence).toEqual({ ...without.headline.evidence, asked: report.headline.evidence.asked });
    expect(findingOf(report, 'overview.posted.mine')).toMatchObject({ status: 'insufficient', quantity: null });
  });

  it('of which one employer holds more than a quarter say so', async () => {
    const pay = [...ownOffers(40), ...ownOffers(18, () => ({ employer: 1_000 }))];
    const report = await ownReport({ question: SENIOR, pay });
    expect(report.headline.caveats.join()).toMatch(/In your own data, one employer is 33% of the observations\./);
  });

  it('that repeat the public ones add no employer and no certainty', async () => {
    const without = await ownReport({ question: SENIOR });
    const copy = ownOffers(40, (i) => ({
      employer: i + 1,
      annualLow: 90_000 + 500 * i,
      annualHigh: 130_500 + 500 * i,
    }));
    const report = await ownReport({ question: SENIOR, pay: copy });
    expect(report.headline.evidence.employers).toBe(40);
    expect(medianOf(report)).toBe(medianOf(without));
    expect(widthOf(report)).toBeGreaterThanOrEqual(widthOf(without) - 1);
    expect(report.headline.evidence.grade).toBe(without.headline.evidence.grade);
    expect(report.headline.evidence.gradeReason).toContain('one source only');
  });

  it('in another currency are left out and counted', async () => {
    const without = await ownReport({ question: SENIOR });
    const report = await ownReport({ question: SENIOR, pay: ownOffers(30, () => ({ currency: 'INR' })) });
    expect(report.headline).toEqual(without.headline);
    expect(report.exclusions).toContainEqual({ reason: 'pay not in USD', count: 31 });
    expect(citingOwn(report)).toEqual([]);
  });

  it('of one row are counted and no more', async () => {
    const without = await ownReport({ question: SENIOR });
    const report = await ownReport({ question: SENIOR, pay: ownOffers(1) });
    expect(report.headline.quantity).toEqual(without.headline.quantity);
    expect(findingOf(report, 'overview.posted.mine').statement).toMatch(
      /^Your own data hold 1 distinct advertised range/,
    );
    expect(findingOf(report, 'overview.posted.cell').evidence.n).toBe(41);
  });

  it('lend no text of theirs to the report', async () => {
    const hostile = '</script><img src=x onerror=alert(1)>\u001b[2J\u202e=cmd()';
    const report = await ownReport({ question: SENIOR, pay: ownOffers(30, (i) => ({ title: `${hostile} ${i}` })) });
    expect(report.headline.evidence.sources).toContain('mine');
    for (const [, render] of RENDERERS) expect(render(report)).not.toMatch(/onerror|\u001b\[2J|\u202e|cmd\(\)/);
    expect(renderJson(report)).not.toMatch(/onerror|cmd\(\)/);
  });
});

describe('own pay records beside the market', () => {
  const pay = ownRecords(40);

  it('stand apart from offers and move none of them', async () => {
    const without = await ownReport({ question: SENIOR });
    const report = await ownReport({ question: SENIOR, pay });
    expect(report.headline).toEqual(without.headline);
    expect(findingOf(report, 'overview.posted.boards')).toEqual(findingOf(without, 'overview.posted.boards'));
    const paid = findingOf(report, 'overview.paid.mine');
    expect(paid).toMatchObject({
      status: 'supported',
      evidence: { n: 40, employers: 1, basis: 'paid', counts: 'pay records' },
    });
    expect(paid.statement).toMatch(
      /^Pay in your own data: the middle of 40 pay records for .* It describes these records, not a market\.$/,
    );
    expect(findingOf(report, 'overview.paid.cell').statement).toMatch(
      /^Your own data hold 40 pay records from 1 employer/,
    );
    expect(report.sources.find(({ id }) => id === 'mine')!.role).toBe('pay in your own records');
    expect(report.question.notes).toContain(DO_NOT_PUBLISH);
  });

  it('carry the headline when they are asked for, as a figure of these records', async () => {
    const report = await ownReport({ question: { ...SENIOR, basis: 'paid' }, pay, offer: 100_000 });
    expect(report.headline.statement).toMatch(
      /\(pay in your own records\) for .* Half are paid between .* It describes these records, not a market\.$/,
    );
    expect(report.headline.evidence).toMatchObject({ n: 40, basis: 'paid', sources: ['mine', 'indeed-wages'] });
    expect(report.headline.caveats.join(' ')).toContain('Each person is a sampling unit');
    expect(findingOf(report, 'negotiation.floor').statement).toContain('your own records do not support it');
    for (const [, render] of RENDERERS) expect(numbersNotInModel(report, render(report))).toEqual([]);
  });

  it('of several employers are drawn by employer', async () => {
    const several = ownRecords(40, (i) => ({ employer: 2_000 + (i % 20) }));
    const { headline } = await ownReport({ question: { ...SENIOR, basis: 'paid' }, pay: several });
    expect(headline.evidence).toMatchObject({ n: 40, employers: 20 });
    expect(headline.evidence.method).toContain('employer-grouped');
    expect(headline.statement).not.toContain('not a market');
  });

  it('of several people in one row count each of them', async () => {
    const pay = ownRecords(10, () => ({ repeats: 3 }));
    const { headline } = await ownReport({ question: { ...SENIOR, basis: 'paid' }, pay });
    expect(headline.evidence.n).toBe(30);
  });

  it('are not implausible for being far from the offers of the same source', async () => {
    const low = ownRecords(12, (i) => ({ annualLow: 20_001 + i, annualHigh: 20_001 + i }));
    const report = await ownReport({ question: { ...SENIOR, basis: 'paid' }, pay: [...ownOffers(200), ...low] });
    expect(report.headline.evidence.n).toBe(12);
  });

  it('that are too few say how many there are', async () => {
    const { headline } = await ownReport({ question: { ...SENIOR, basis: 'paid' }, pay: ownRecords(1) });
    expect(headline.statement).toMatch(/: 1 of your own records is too few\.$/);
    expect(headline).toMatchObject({ status: 'insufficient', evidence: { n: 1, sources: ['mine'] } });
  });

  it('answer for titles outside the catalogue by title or by occupation, each person once', async () => {
    const question = {
      ...SENIOR,
      level: null,
      basis: 'paid',
      familyRoles: [],
      role: { id: 'soc-15-1252', name: 'Software Developers', family: null },
    } as const;
    const stated = (title: string, soc: string | null) => (i: number) => ({
      title,
      soc,
      role: null,
      annualLow: 90_001 + i,
      annualHigh: 90_001 + i,
    });
    const records = [
      ...ownRecords(6, stated('data engineer', '15-1252')),
      ...ownRecords(5, stated('data engineer', null)),
      ...ownRecords(4, stated('coder', '15-1252')),
      ...ownRecords(3, stated('coder', null)),
    ];
    const { headline } = await ownReport({ question, pay: records });
    expect(headline.evidence.n).toBe(15);
  });
});

describe('a report from own data alone', () => {
  const only = { ...SENIOR, only: 'mine' } as const;

  it('says so first, in every format', async () => {
    const report = await ownReport({ question: only, pay: ownOffers(30) });
    expect(report.question).toMatchObject({
      only: 'mine',
      text: 'Data Engineer in the United States, from your own data only',
    });
    expect(report.question.notes.slice(0, 2)).toEqual([
      expect.stringMatching(/^This report uses your own data only/),
      DO_NOT_PUBLISH,
    ]);
    for (const [, render] of RENDERERS)
      expect(render(report).replace(/\s+/g, ' ')).toContain('from your own data only');
    expect(reportSchema.parse(report)).toEqual(report);
  });

  it('cites no public observation, and keeps what explains the work', async () => {
    const report = await ownReport({ question: only, pay: [...ownOffers(30), ...ownRecords(12)] });
    const cited = new Set(findingsOf(report).flatMap(({ evidence }) => evidence.sources));
    for (const id of ['boards', 'filings', 'oews-national', 'oews-state', 'projections'])
      expect(cited).not.toContain(id);
    expect([...cited]).toEqual(expect.arrayContaining(['mine', 'tools', 'gpts-are-gpts', 'indeed-wages']));
    expect(report.headline.evidence).toMatchObject({ n: 30, basis: 'posted' });
    expect(report.headline.statement).toMatch(/It rests on your own data alone\.$/);
    expect(findingsOf(report).filter(({ statement }) => /\bthe market holds\b/i.test(statement))).toEqual([]);
  });

  it('says of every part without own evidence what would show it', async () => {
    const report = await ownReport({ question: only, pay: ownOffers(30) });
    for (const id of ['overview.official', 'overview.filed.cell', 'overview.forecast.growth', 'demand.jobs']) {
      const finding = findingOf(report, id);
      expect(finding.status).toBe('insufficient');
      expect(finding.missing).toContain('ask without --only mine');
    }
  });

  it('takes pay records where no posted figure is supported', async () => {
    const report = await ownReport({ question: only, pay: [...ownOffers(3), ...ownRecords(30)] });
    expect(report.headline.evidence).toMatchObject({ n: 30, basis: 'paid' });
    expect(findingOf(report, 'overview.levels').evidence.basis).toBe('paid');
  });

  it('counts what there is when it is too little, and never falls back on the market', async () => {
    const { headline } = await ownReport({ question: only, pay: [...ownOffers(3), ...ownRecords(1)] });
    expect(headline).toMatchObject({ status: 'insufficient', quantity: null, evidence: { n: 4, sources: ['mine'] } });
    expect(headline.statement).toContain('3 advertised ranges and 1 pay record were found, which is too few');
    const nothing = await ownReport({ question: only, pay: [payRow({ source: 'mine', role: 'plumber' })] });
    expect(nothing.headline).toMatchObject({ status: 'insufficient', evidence: { n: 0, sources: [] } });
    expect(nothing.headline.missing).toContain('goingrate import FILE');
  });
});

describe('a hundred thousand own rows of one cell', () => {
  it('give a figure of all of them', async () => {
    const pay = ownRecords(100_000, (i) => ({ annualLow: 90_000 + (i % 20_000), annualHigh: 90_000 + (i % 20_000) }));
    const { headline } = await ownReport({ question: { ...SENIOR, basis: 'paid' }, pay });
    expect(headline.evidence.n).toBe(100_000);
    expect(headline.quantity!.value).toBeGreaterThan(99_000);
    expect(headline.quantity!.value).toBeLessThan(102_000);
  });
});
