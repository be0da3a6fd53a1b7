import { beforeAll, describe, expect, it } from 'vitest';
import { wilson } from '../../bench/skills.mjs';
import { readGold } from '../../src/app/backtest/gold.js';
import { readRawPostings, textsOf } from '../../src/app/backtest/raw-postings.js';
import { readScores } from '../../src/app/backtest/record.js';
import { openExtractor } from '../../src/app/backtest/skill-extractor.js';
import { SHIPPED_MARKET } from '../../src/app/paths.js';
import { measureSkills } from '../../src/models/backtest/skill-score.js';
import { agreement, evaluateSkills, isSameText } from '../../src/models/backtest/skill-truth.js';
import { describeNeeding, sharedData } from '../capabilities.js';

const engine = await openExtractor();
const gold = (await readGold())!;

describe('the gold set of skills', () => {
  it('has at least 400 passages, none twice, in two parts', () => {
    expect(gold.length).toBeGreaterThanOrEqual(400);
    expect(new Set(gold.map(({ source, id, from }) => `${source}/${id}/${from}`)).size).toBe(gold.length);
    expect(new Set(gold.map(({ part }) => part))).toEqual(new Set(['development', 'test']));
  });

  it('has every label within its passage', () => {
    const outside = gold.filter(({ from, to, labels, again }) =>
      [...labels, ...(again ?? [])].some((label) => label.from < from || label.to > to || label.from >= label.to),
    );
    expect(outside).toEqual([]);
  });

  it('holds no text of a posting but names', () => {
    const names = gold.flatMap(({ labels, again }) => [...labels, ...(again ?? [])].map(({ name }) => name));
    expect(names.filter((name) => name.length > 60)).toEqual([]);
    expect(Object.keys(gold[0]!)).not.toContain('text');
  });
});

describe('the comparison with labels', () => {
  const label = (from: number, to: number, name: string, use = 'required' as const) => ({
    from,
    to,
    name,
    kind: 'tool' as const,
    use,
  });
  const passage = {
    source: 'uber' as const,
    id: '1',
    from: 0,
    to: 40,
    sha256: '',
    part: 'test' as const,
    stratum: 'random' as const,
  };
  const texts = new Map([['uber/1', 'Python, Kafka and Fortnight; beyond: SQL.']]);

  it('counts what is right, what is found, and what is on the list', () => {
    const labels = [
      label(0, 6, 'Python'),
      { ...label(8, 13, 'Kafka'), use: 'not-skill' as const },
      label(18, 27, 'Fort'),
    ];
    const { total, bySkill } = evaluateSkills([{ ...passage, to: 28, labels }], texts, engine);
    expect(total).toEqual({
      passages: 1,
      extracted: 2,
      right: 1,
      listed: 1,
      foundListed: 1,
      named: 2,
      foundNamed: 1,
    });
    expect(bySkill.get('apache-kafka')).toMatchObject({ extracted: 1, right: 0, listed: 0 });
  });

  it('counts a skill that another was taken for as wrong', () => {
    const { total } = evaluateSkills(
      [{ ...passage, labels: [label(0, 6, 'Kafka')] }],
      new Map([['uber/1', 'Kotlin']]),
      {
        ...engine,
        idsOf: (name) => (name === 'Kafka' ? ['apache-kafka'] : []),
      },
    );
    expect(total).toMatchObject({ extracted: 1, right: 0, listed: 1, foundListed: 0 });
  });

  it('knows the text that was labelled', () => {
    const sha256 = 'b94d27b9934d3e08'; // of 'hello world'
    expect(isSameText({ ...passage, from: 2, to: 13, sha256 }, '> hello world')).toBe(true);
    expect(isSameText({ ...passage, from: 2, to: 13, sha256 }, '> hello there')).toBe(false);
    expect(isSameText({ ...passage, sha256 }, undefined)).toBe(false);
  });

  it('measures how far readers agree', () => {
    const again = [label(0, 6, 'Python'), label(8, 13, 'Kafka')];
    expect(agreement([{ ...passage, labels: [label(0, 6, 'Python')], again }])).toEqual({
      passages: 1,
      first: 1,
      second: 2,
      both: 1,
      f1: 2 / 3,
      sameUse: 1,
    });
  });

  it('gives the interval of R prop.test(8, 20, correct = FALSE)', () => {
    const [low, high] = wilson(8, 20);
    expect(low).toBeCloseTo(0.2188, 4);
    expect(high).toBeCloseTo(0.6134, 4);
  });
});

describeNeeding(['data'], 'skills extracted from the gold set', () => {
  let texts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    texts = textsOf(await readRawPostings(sharedData!));
  });

  it('are read from the very texts that were labelled', () => {
    expect(gold.filter((passage) => !isSameText(passage, texts.get(`${passage.source}/${passage.id}`)))).toEqual([]);
  });

  it('are counted as in the shipped record', async () => {
    const { recordedOn, ...counts } = (await readScores(SHIPPED_MARKET)).skills;
    expect(recordedOn).toMatch(/^20/);
    expect(measureSkills(gold, texts, engine).parts.test.total).toEqual(counts);
  });

  it.each(['development', 'test'])('are right in at least nine of ten: %s boards', (part) => {
    const { total } = evaluateSkills(
      gold.filter((passage) => passage.part === part),
      texts,
      engine,
    );
    expect(total.extracted).toBeGreaterThan(400);
    expect(total.right / total.extracted).toBeGreaterThanOrEqual(0.9);
    expect(total.foundListed / total.listed).toBeGreaterThanOrEqual(0.85);
  });
});
