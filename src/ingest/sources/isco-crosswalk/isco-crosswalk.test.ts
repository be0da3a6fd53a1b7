import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import {
  accountedFor,
  readSharedSource,
  tiedRows,
  withSharedData,
} from '../../../../test/fixtures/read-shared-source.js';
import type { DraftRow, ReadContext, SourceReading } from '../../connector.js';
import { auEarnings } from '../au-earnings/connector.js';
import { caWages } from '../ca-wages/connector.js';
import { deEarnings } from '../de-earnings/connector.js';
import { onsAshe } from '../ons-ashe/connector.js';
import { parseSoc } from '../soc/parse.js';
import { worldEarnings } from '../world-earnings/connector.js';
import { iscoCrosswalk } from './connector.js';
import type { ReviewedMatch } from './reviewed-matches.js';

const REVIEWED = resolve(import.meta.dirname, '..', '..', '..', '..', 'reviewed');
const matches: readonly ReviewedMatch[] = JSON.parse(
  readFileSync(resolve(REVIEWED, 'occupation-matches.json'), 'utf8'),
);

describe('the reviewed list of occupations', () => {
  it('says what every match rests on', () => {
    expect(matches.filter(({ because, label }) => because.trim() === '' || label.trim() === '')).toEqual([]);
  });

  it('has each class once', () => {
    const classes = matches.map(({ taxonomy, code }) => `${taxonomy} ${code}`);
    expect(classes.length).toBe(new Set(classes).size);
  });
});

describeNeeding(['data'], 'isco-crosswalk on the published files', () => {
  let reading: SourceReading;
  const rows = () => reading.tables.occupationMatches!;
  const classesOf = (soc: string, taxonomy = 'ISCO-08') =>
    rows()
      .filter((row) => row.soc === soc && row.taxonomy === taxonomy)
      .map(({ code }) => code)
      .sort();
  let socCodes: ReadonlySet<string>;

  beforeAll(async () => {
    const { socCrosswalk } = await withSharedData(parseSoc);
    socCodes = new Set(socCrosswalk.map(({ soc18 }) => soc18!));
    const crosswalk = socCrosswalk.map(({ soc10, soc18 }) => ({
      fromTaxonomy: 'SOC 2010',
      fromCode: soc10!,
      toCode: soc18!,
      weight: 1,
    }));
    reading = await readSharedSource(iscoCrosswalk(matches), {
      gathered: ((table: string) => (table === 'crosswalk' ? crosswalk : [])) as ReadContext['gathered'],
    });
  });

  it('accounts for every pair, has no ties and shares that sum to one', () => {
    expect(reading.rowsIn).toBe(1131 + matches.reduce((sum, { soc }) => sum + soc.length, 0));
    expect(accountedFor(reading)).toBe(reading.rowsIn);
    expect(tiedRows('occupationMatches', rows())).toEqual([]);
    const sums = new Map<string, number>();
    for (const { soc, taxonomy, share } of rows()) {
      sums.set(`${soc} ${taxonomy}`, (sums.get(`${soc} ${taxonomy}`) ?? 0) + share);
    }
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 4);
  });

  it('leads software developers, systems analysts and research scientists where the publisher does', () => {
    expect(classesOf('15-1252')).toEqual(['2512']);
    expect(classesOf('15-1221')).toEqual(['2511']);
    expect(classesOf('15-2041')).toEqual(['2120']);
  });

  it('does not make technicians of data scientists', () => {
    expect(classesOf('15-2051')).toEqual(['2511']);
    expect(rows().find(({ soc, taxonomy }) => soc === '15-2051' && taxonomy === 'ISCO-08')?.matchedBy).toBe(
      'reviewed by hand',
    );
    expect(classesOf('13-1082')).toEqual([]);
  });

  it('divides software developers of Canada between two classes', () => {
    const divided = rows().filter(({ soc, taxonomy }) => soc === '15-1252' && taxonomy === 'NOC 2021');
    expect(divided.map(({ code, share }) => [code, share])).toEqual([
      ['21231', 0.5],
      ['21232', 0.5],
    ]);
  });

  it('names occupations of SOC 2018 and no other codes', () => {
    const unknown = matches.flatMap(({ soc }) => soc.filter((code) => !socCodes.has(code)));
    expect(unknown).toEqual([]);
  });

  it('names each reviewed class as its publisher does', async () => {
    const readings = [];
    for (const source of [onsAshe, caWages, deEarnings, auEarnings, worldEarnings]) {
      readings.push(await readSharedSource(source));
    }
    const titles = await withSharedData((raw) =>
      raw.records('ca-noc-2021/noc2021_example_titles.csv.gz', ['noc2021', 'class_title_en']),
    );
    const spelt = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
    const known = new Set([
      ...readings
        .flatMap(({ tables }): readonly DraftRow<'earnings'>[] => tables.earnings ?? [])
        .map(({ taxonomy, code, label }) => `${taxonomy} ${code} ${spelt(label)}`),
      ...titles.map((record) => `NOC 2021 ${record.noc2021} ${spelt(record.class_title_en!)}`),
    ]);
    const strange = matches.filter(({ taxonomy, code, label }) => !known.has(`${taxonomy} ${code} ${spelt(label)}`));
    expect(strange.map(({ taxonomy, code, label }) => `${taxonomy} ${code} ${label}`)).toEqual([]);
  });
});
