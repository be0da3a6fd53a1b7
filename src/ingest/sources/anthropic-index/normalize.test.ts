import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { parseSoc } from '../soc/parse.js';
import { normalizeIndex } from './normalize.js';
import { parseIndex } from './parse.js';

const use = (task_name: string, pct: string) => ({ task_name, pct });
const statement = (code: string, Task: string) => ({ 'O*NET-SOC Code': code, Task });
const way = (task_name: string, directive: string, learning: string, filtered: string) => ({
  task_name,
  directive,
  feedback_loop: '0',
  task_iteration: '0',
  validation: '0',
  learning,
  filtered,
});
const link = (fromTaxonomy: string, fromCode: string, toCode: string, weight: number) => ({
  fromTaxonomy,
  fromCode,
  toCode,
  weight,
});

const CROSSWALK = [
  link('SOC 2010', '97-1010', '98-1010', 0.25),
  link('SOC 2010', '97-1010', '98-1020', 0.75),
  link('SOC 2010', '97-2010', '98-2010', 1),
  link('O*NET-SOC 2010', '97-2010.01', '98-2020', 1),
];

const RECORDS = {
  uses: [use('weave.', '8'), use('weld the seam.', '4'), use('none', '2'), use('sing.', '1')],
  ways: [way('weave.', '0.6', '0.2', '0.2'), way('weld the seam.', '0', '0', '1')],
  statements: [
    statement('97-1010.00', 'Weave. '),
    statement('97-2010.01', 'Weave.'),
    statement('97-2010.00', 'Weld the seam.'),
    statement('97-2010.00', 'Sweep.'),
  ],
};

describe('normalizeIndex', () => {
  const reading = normalizeIndex(RECORDS, CROSSWALK);
  const of = (measure: string) =>
    Object.fromEntries(
      reading.tables.exposure!.filter((row) => row.measure === measure).map(({ soc, value }) => [soc, value]),
    );

  it('shares a task among the occupations that have it, and an old code among its successors', () => {
    expect(of('anthropic-use')).toEqual({ '98-1010': 1, '98-1020': 3, '98-2020': 4, '98-2010': 4 });
  });

  it('says how the known conversations went, and nothing where all are withheld', () => {
    expect(of('anthropic-automation')).toEqual({ '98-1010': 0.75, '98-1020': 0.75, '98-2020': 0.75 });
    expect(of('anthropic-augmentation')).toEqual({ '98-1010': 0.25, '98-1020': 0.25, '98-2020': 0.25 });
  });

  it('counts what belongs to no occupation', () => {
    expect(reading).toMatchObject({
      rowsIn: 4,
      rowsKept: 2,
      excluded: [
        { reason: 'conversations that fit no task', count: 1 },
        { reason: 'task of no occupation', count: 1 },
      ],
    });
  });

  it('gives nought to an occupation whose tasks nobody asked for', () => {
    const { tables } = normalizeIndex({ ...RECORDS, uses: [] }, CROSSWALK);
    expect(tables.exposure!.map(({ value }) => value)).toEqual([0, 0, 0, 0]);
  });

  it('stores no sentence', () => {
    expect(JSON.stringify(reading)).not.toMatch(/seam|weave/i);
  });
});

describeNeeding(['data'], 'the published shares', () => {
  let workshop: Workshop;

  beforeAll(async () => {
    workshop = await openWorkshop({ threads: 1 });
  });

  afterAll(() => workshop.close());

  it('find an occupation for every task, and add up to all conversations', async () => {
    const raw = new RawReader(sharedData!, workshop);
    const { socCrosswalk, onetCrosswalk } = await parseSoc(raw);
    const soc = new Map<string, string>(socCrosswalk.map(({ soc10, soc18 }) => [soc10!, soc18!]));
    const crosswalk = [
      ...[...soc].map(([from, to]) => link('SOC 2010', from, to, 1)),
      ...onetCrosswalk
        .filter((record) => !record['O*NET-SOC 2010 Code']!.endsWith('.00'))
        .map((record) => [record['O*NET-SOC 2010 Code']!, record['O*NET-SOC 2019 Code']!.slice(0, 7)] as const)
        .filter(([from], index, all) => all.findIndex(([first]) => first === from) === index)
        .map(([from, to]) => link('O*NET-SOC 2010', from, to, 1)),
    ];
    const reading = normalizeIndex(await parseIndex(raw), crosswalk);
    expect(reading).toMatchObject({ rowsIn: 3365, rowsKept: 3364 });
    expect(reading.excluded).toEqual([{ reason: 'conversations that fit no task', count: 1 }]);
    const uses = reading.tables.exposure!.filter(({ measure }) => measure === 'anthropic-use');
    expect(uses.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(100 - 1.78, 1);
    expect([...uses].sort((a, b) => b.value - a.value)[0]!.soc.slice(0, 2)).toBe('15');
  });
});
