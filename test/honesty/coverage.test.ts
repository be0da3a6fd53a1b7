/** Every occupation of the official statistics can be asked for, in the nation and every state. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialPay } from '../../src/analysis/official.js';
import { gatherPay, type PayAnswers } from '../../src/analysis/pay-answers.js';
import { type Market, openMarket } from '../../src/app/market.js';
import { understandQuestion } from '../../src/app/question.js';
import { answerReport } from '../../src/app/report.js';
import { readTitleIn } from '../../src/app/title-reading.js';
import { select } from '../../src/query/plan.js';
import { type RowOf, TABLES } from '../../src/query/tables.js';
import { seededRng } from '../../src/stats/index.js';

interface Occupation {
  readonly soc: string;
  readonly title: string;
}

/** `Registered Nurses` as one of them: every noun that ends a part of the title loses its plural. */
const singular = (title: string): string =>
  title
    .replace(/(\w+?)(ies|s)(?=,|$| and )/g, (word, stem: string, end: string) =>
      /(?:ss|ous|ics|sis)$/.test(word) ? word : end === 'ies' ? `${stem}y` : stem,
    )
    .replace(/men\b/g, 'man');

describe('the occupations of the official statistics', () => {
  let market: Market;
  let occupations: readonly Occupation[];
  /** Newest published median by occupation and place. */
  const published = new Map<string, number>();
  const states = new Set<string>();

  beforeAll(async () => {
    market = await openMarket();
    occupations = await market.store.read(select('occupations', ['soc', 'title']));
    const rows = await market.store.read(select('official', ['soc', 'place', 'year', 'p50']));
    const known = new Set(occupations.map(({ soc }) => soc));
    for (const { soc, place, p50 } of [...rows].sort((a, b) => a.year - b.year)) {
      if (place !== 'US') states.add(place);
      if (p50 !== null && known.has(soc)) published.set(`${soc} ${place}`, p50);
    }
  });
  afterAll(() => market.close());

  const ask = async (title: string, place: string, basis?: string): Promise<PayAnswers> => {
    const { question } = await understandQuestion(market, { title, place, basis });
    const { parameters, cohorts } = market;
    return gatherPay(market.store, question, { parameters, cohorts, payModel: await market.payModel() });
  };

  it('are more than eight hundred, in the nation and 51 states', () => {
    expect(occupations.length).toBeGreaterThan(800);
    expect(states.size).toBe(51);
  });

  it('are read as exactly themselves, by title and by code', async () => {
    const wrong: string[] = [];
    for (const { soc, title } of occupations) {
      for (const asked of [title, title.toUpperCase(), soc, `${soc}.00`]) {
        const { occupations: read, level, role } = await readTitleIn(market, asked);
        const [first] = read;
        const exact = read.length === 1 && first?.soc === soc && first.share === 1 && level === null && role !== null;
        if (!exact) wrong.push(`${asked}: ${read.map((share) => `${share.soc} ${share.share}`).join(', ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lead the reading of their titles in the singular', async () => {
    const wrong: string[] = [];
    for (const { soc, title } of occupations) {
      const { occupations: read } = await readTitleIn(market, singular(title));
      if (read[0]?.soc !== soc) wrong.push(`${singular(title)}: ${read[0]?.title}`);
    }
    expect(wrong).toEqual([]);
  });

  it('are classified as they are read', async () => {
    for (const { soc, title } of occupations.filter((_, index) => index % 25 === 0)) {
      const { occupations: classified, status } = await market.classifyTitle(title);
      expect(classified).toEqual([{ soc, title, p: 1 }]);
      expect(status).toBe('matched');
    }
  });

  it('stay roles where the catalogue has the whole title', async () => {
    const role = async (title: string) => (await readTitleIn(market, title)).role?.id;
    expect(await role('Data Scientists')).toBe('data-scientist');
    expect(await role('Software Developers')).toBe('software-engineer');
    expect(await role('Architectural and Engineering Managers')).toBe('soc-11-9041');
  });

  it('have a headline wherever a median is published, at random places too', async () => {
    const rng = seededRng(20_260_808);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(rng() * from.length)]!;
    const places = [...states].sort();
    const asked = Array.from({ length: 60 }, (_, index) => ({
      ...pick(occupations),
      place: index % 3 === 0 ? 'US' : pick(places),
    }));
    for (const { soc, place } of asked) {
      const { headline, question } = await ask(soc, place, 'official');
      expect(question.occupations).toMatchObject([{ soc, share: 1 }]);
      const answering = published.has(`${soc} ${place}`) ? place : 'US';
      const median = headline?.percentiles['50'];
      expect([soc, place, headline?.official?.place ?? null]).toEqual([
        soc,
        place,
        published.has(`${soc} ${answering}`) ? answering : null,
      ]);
      if (median !== undefined) {
        expect(median.low).toBeLessThan(median.value);
        expect(median.high).toBeGreaterThan(median.value);
      }
    }
  });

  it('have the published median of their own in every place that has one', async () => {
    const columns = Object.keys(TABLES.official.columns) as (keyof RowOf<'official'>)[];
    const rows = (await market.store.read(select('official', columns))) as unknown as readonly RowOf<'official'>[];
    const cells = new Map<string, RowOf<'official'>[]>();
    for (const row of rows)
      cells.set(`${row.soc} ${row.place}`, [...(cells.get(`${row.soc} ${row.place}`) ?? []), row]);
    const wrong: string[] = [];
    let figures = 0;
    for (const { soc } of occupations) {
      const { question } = await understandQuestion(market, { title: soc, place: 'US' });
      for (const place of ['US', ...states]) {
        const cell = `${soc} ${place}`;
        const pay = officialPay({ rows: cells.get(cell) ?? [] }, question, place, market.parameters);
        const median = pay?.percentiles['50'];
        // The postal service is counted whole: its figures have no sampling error.
        const ordered = median === undefined || (median.low! <= median.value && median.value <= median.high!);
        if (median?.value !== published.get(cell) || !ordered) wrong.push(cell);
        if (median !== undefined) figures += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(figures).toBe(published.size);
  });

  it('of which no median is published say what is missing', async () => {
    const silent = occupations.filter(({ soc }) => !published.has(`${soc} US`));
    expect(silent.length).toBeGreaterThan(0);
    for (const { soc, title } of silent.slice(0, 6)) {
      const { headline } = await answerReport(market, { title: soc, place: 'US', basis: 'official' });
      expect(headline).toMatchObject({ status: 'insufficient', quantity: null });
      expect(headline.statement).toContain(title);
      expect(headline.missing).toMatch(/\w/);
    }
  });
});
