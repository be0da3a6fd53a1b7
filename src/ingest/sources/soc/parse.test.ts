import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { parseDirectMatches } from '../title-training/parse.js';
import { parseSoc } from './parse.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop({ threads: 1 });
});

afterAll(() => workshop.close());

const COPIES = ['soc_2018_definitions.csv', 'bls_soc_2010_2018.csv', 'soc_2018_direct_match_title_file.csv'];

describeNeeding(['data'], 'workbooks of the classification', () => {
  const copies = () => new RawReader(sharedData!, workshop);
  const workbooks = () => {
    const hidden = (path: string) => COPIES.some((copy) => path.endsWith(copy));
    return new RawReader((path) => join(sharedData!, hidden(path) ? 'absent' : '', path), workshop);
  };

  it('give the records of the copies as text', async () => {
    const published = await parseSoc(workbooks());
    expect(published.definitions).toHaveLength(1447);
    expect(published.socCrosswalk).toHaveLength(900);
    expect(published).toEqual(await parseSoc(copies()));
  });

  it('give the direct-match titles of the copy', async () => {
    const published = await parseDirectMatches(workbooks());
    expect(published).toHaveLength(6539);
    expect(published).toEqual(await parseDirectMatches(copies()));
  });
});
