import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connector, SourceReading } from '../../src/ingest/connector.js';
import { GatheredRows } from '../../src/ingest/gathered-rows.js';
import { RawReader } from '../../src/ingest/raw-reader.js';
import { buildReaders } from '../../src/ingest/readers.js';
import { connectors } from '../../src/ingest/registry.js';
import { readReviewedLists } from '../../src/ingest/reviewed.js';
import { openWorkshop } from '../../src/store/duckdb/workshop.js';
import type { Workshop } from '../../src/store/port.js';
import { describeNeeding, sharedData } from '../capabilities.js';

const REVIEWED = join(resolve(import.meta.dirname, '..', '..'), 'reviewed');
const IDS = [
  'oflc-areas',
  'fed-h10',
  'onet',
  'oflc-wages',
  'bea-rpp',
  'jolts',
  'indeed-postings',
  'indeed-ai',
  'indeed-transparency',
  'it-certifications',
  'tech-salary-radar',
  'ashby-boards',
  'uber-careers',
  'usajobs',
];
/** Milliseconds that reading may take on a busy machine: a guard against hanging, not a target. */
const READING = 600_000;

describeNeeding(['data'], 'the US and board sources, read whole', () => {
  let workshop: Workshop;
  const readings = new Map<string, SourceReading>();

  beforeAll(async () => {
    workshop = await openWorkshop({ threads: 2 });
    const lists = await readReviewedLists(REVIEWED);
    const gathered = new GatheredRows();
    const readers = buildReaders(lists, () => gathered.all('places'));
    const all = new Map<string, Connector>(connectors(lists).map((connector) => [connector.id, connector]));
    for (const id of IDS) {
      const connector = all.get(id)!;
      const raw = new RawReader(sharedData!, workshop);
      const reading = await connector.read({ raw, readers, gathered: gathered.for(connector) });
      gathered.add(id, reading.tables);
      readings.set(id, reading);
    }
  }, READING);

  afterAll(() => workshop.close());

  const of = (id: string) => readings.get(id)!;
  const excluded = (id: string, reason: string) => of(id).excluded.find((entry) => entry.reason === reason)?.count ?? 0;

  it('account for every record', () => {
    for (const [id, { rowsIn, rowsKept, excluded: left }] of readings) {
      expect([id, left.reduce((sum, { count }) => sum + count, rowsKept)]).toEqual([id, rowsIn]);
    }
  });

  it.each([
    ['ashby-boards', 8_237 + 3_320],
    ['usajobs', 2_215],
    ['tech-salary-radar', 2 * 8_313],
    ['oflc-wages', 449_440],
    ['indeed-postings', 1_007_279],
    ['indeed-ai', 24_642],
    ['indeed-transparency', 3_774],
    ['bea-rpp', 524 + 1_930],
    ['jolts', 4 * 65 + 3 * 301],
    ['it-certifications', 24 + 77 + 18],
  ])('reads as many records of %s as its publisher gives', (id, rowsIn) => {
    expect(of(id).rowsIn).toBe(rowsIn);
  });

  it('reads the tiers of Ashby boards apart and leaves on-target earnings out', () => {
    const { pay, postings } = of('ashby-boards').tables;
    expect(excluded('ashby-boards', 'salary: on-target or total earnings, not base pay')).toBeGreaterThan(200);
    expect(excluded('ashby-boards', 'salary: tier of no place of the posting')).toBeGreaterThan(30);
    expect(excluded('ashby-boards', 'posting: not regular full-time work')).toBeGreaterThan(427);
    expect(pay!.length).toBeGreaterThan(2_400);
    expect(pay!.filter(({ country }) => country === 'US').every(({ currency }) => currency === 'USD')).toBe(true);
    expect(postings!.length).toBeGreaterThan(6_900);
    expect(postings!.filter(({ skills }) => skills !== '').length / postings!.length).toBeGreaterThan(0.8);
  });

  it('keeps no text, address or link of a posting', () => {
    for (const id of ['ashby-boards', 'uber-careers', 'tech-salary-radar', 'usajobs']) {
      const words = JSON.stringify(of(id).tables);
      expect([id, /https?:|@|<\/?\w/.exec(words)?.[0] ?? null]).toEqual([id, null]);
      const longest = Math.max(...(of(id).tables.pay ?? []).map(({ title }) => title.length));
      expect(longest).toBeLessThan(301);
    }
  });

  it('reproduces the pay ladder of machine-learning engineers at Uber in California', () => {
    const bands = new Map(
      of('uber-careers')
        .tables.pay!.filter(({ region, role }) => region === 'US-CA' && role === 'machine-learning-engineer')
        .map(({ title, annualLow, annualHigh }) => [title, [annualLow, annualHigh]]),
    );
    expect(bands.get('machine learning engineer ii')).toEqual([167_000, 185_500]);
    expect(bands.get('senior machine learning engineer')).toEqual([198_000, 220_000]);
    expect(bands.get('staff machine learning engineer')).toEqual([223_000, 248_000]);
  });

  it('tells hourly from yearly federal pay and drops the repeats', () => {
    expect(excluded('usajobs', 'exact repeat')).toBe(26);
    const units = of('usajobs').tables.pay!.map(({ unit, annualLow }) => [unit, annualLow > 15_080]);
    expect(new Set(units.map(String))).toEqual(new Set(['year,true', 'hour,true']));
  });

  it('finds the borrowed cells of prevailing wages', () => {
    const { prevailing } = of('oflc-wages').tables;
    const share = (least: number) => prevailing!.filter(({ sharing }) => sharing >= least).length / prevailing!.length;
    expect(share(1)).toBeCloseTo(0.268, 2);
    expect(share(4)).toBeCloseTo(0.201, 2);
    const cell = prevailing!.find(({ place, soc }) => place === 'US-41940' && soc === '15-2051');
    expect(cell).toEqual({
      place: 'US-41940',
      soc: '15-2051',
      year: 2025,
      mean: 225_597,
      level1: 123_531,
      level4: 275_850,
      sharing: 0,
    });
  });

  it('never joins editions of the postings tracker', () => {
    const ends = new Map<string, string>();
    for (const { series, month } of of('indeed-postings').tables.series!) {
      if (month > (ends.get(series) ?? '')) ends.set(series, month);
    }
    expect(ends.get('postings-index-us')).toBe('2026-08-01');
    expect(ends.get('postings-index-us:sector:Software Development')).toBe('2026-03-01');
    expect(ends.get('postings-index-us:sector:Software Development:to-2024-09')).toBe('2024-09-01');
    expect([...ends.keys()].filter((name) => name.includes(':metro:US-') && !name.endsWith(':to-2022-03'))).toEqual([]);
    expect([...ends.keys()].filter((name) => name.startsWith('postings-index-us:state:'))).toHaveLength(51);
  });

  it('has price levels of all states and of the metropolitan areas that places know', () => {
    const { priceLevels } = of('bea-rpp').tables;
    expect(priceLevels).toContainEqual({ place: 'US-CA', year: 2023, item: 'housing', value: 157.839 });
    expect(new Set(priceLevels!.map(({ place }) => place)).size).toBe(52 + 371);
  });

  it('counts activities and related occupations of published occupations', () => {
    const { activities, relatedOccupations } = of('onet').tables;
    const own = activities!.filter(({ soc }) => soc === '15-2051');
    expect(own.map(({ tasks }) => tasks).sort((a, b) => b - a)[0]).toBe(3);
    expect(relatedOccupations!.filter(({ soc }) => soc === '15-2051').length).toBeGreaterThan(15);
    expect(relatedOccupations!.every(({ soc, related }) => soc !== related)).toBe(true);
  });

  it('reads the labels of the radar and until when its postings were open', () => {
    const { postings } = of('tech-salary-radar').tables;
    expect(excluded('tech-salary-radar', 'posting: never read for skills')).toBe(8_313 - 8_038);
    expect(postings!.some(({ seenTo }) => seenTo === '2026-08-08')).toBe(true);
    expect(postings!.filter(({ seenFrom, seenTo }) => seenFrom > seenTo)).toEqual([]);
    expect(postings!.filter(({ skills }) => skills === 'go')).toEqual([]);
  });
});
