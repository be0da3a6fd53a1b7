import { describe, expect, it, vi } from 'vitest';
import { BRITAIN, comparedReport, TEXAS } from '../../test/fixtures/compared-reports.js';
import { UsageError } from '../core/errors.js';
import type { Report } from '../report/model.js';
import { type CompareRequest, compareAnswers, requireCount } from './compare.js';

type Median = readonly [number, number, number] | null;

/** Answers a title by the bases it has, the first one when none is asked for. */
function answering(bases: Readonly<Record<string, Readonly<Record<string, Median>>>>) {
  return vi.fn(async ({ title, place, basis }: CompareRequest): Promise<Report> => {
    const known = bases[title]!;
    const chosen = basis ?? Object.keys(known)[0]!;
    const median = known[chosen] ?? null;
    const at = place === 'US-TX' ? TEXAS : BRITAIN;
    return comparedReport({
      title,
      place: at,
      median,
      evidence: { basis: chosen as 'posted', scope: `${title} ${chosen}` },
    });
  });
}

const A: Median = [100_000, 90_000, 110_000];
const B: Median = [140_000, 130_000, 150_000];
const ask = (...titles: string[]): CompareRequest[] => titles.map((title) => ({ title, place: 'US-TX' }));

describe('compareAnswers', () => {
  it('takes headlines of one basis as they are', async () => {
    const answer = answering({ nurse: { official: A }, cook: { official: B } });
    const { differences, notes } = await compareAnswers(answer, ask('nurse', 'cook'));
    expect([differences[0]!.finding.quantity?.value, notes]).toEqual([-40_000, []]);
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it('asks again on the basis that one had to fall back on', async () => {
    const answer = answering({
      nurse: { official: A },
      analyst: { posted: B, market: B, official: [120_000, 110_000, 130_000] },
    });
    const { differences, basis, notes } = await compareAnswers(answer, ask('nurse', 'analyst'));
    expect([differences[0]!.finding.quantity?.value, basis]).toEqual([-20_000, 'official']);
    expect(notes).toEqual([expect.stringMatching(/posted pay and official pay.* here all are official pay\.$/)]);
  });

  it('goes on to another basis where that one does not answer all', async () => {
    const answer = answering({ lead: { market: B, posted: A }, british: { posted: B } });
    const { basis, differences } = await compareAnswers(answer, ask('lead', 'british'));
    expect([basis, differences[0]!.finding.quantity?.value]).toEqual(['posted', -40_000]);
  });

  it('gives no difference where no basis answers all', async () => {
    const answer = answering({ nurse: { official: A }, poet: { posted: B } });
    const { differences, basis, notes } = await compareAnswers(answer, ask('nurse', 'poet'));
    expect([differences[0]!.obstacle, basis, notes]).toEqual(['bases', null, []]);
  });

  it('does not change a basis that was asked for', async () => {
    const answer = answering({ nurse: { official: A }, analyst: { posted: B } });
    await compareAnswers(answer, [
      { title: 'nurse', place: 'US-TX', basis: 'official' },
      { title: 'analyst', place: 'US-TX' },
    ]);
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it('does not let a question without any figure choose the basis', async () => {
    const answer = answering({
      zorblax: { posted: null },
      nurse: { official: A },
      analyst: { posted: B, official: B },
    });
    const { differences } = await compareAnswers(answer, ask('zorblax', 'nurse', 'analyst'));
    expect(differences.map(({ obstacle }) => obstacle)).toEqual(['no-figure', 'no-figure', null]);
  });

  it('hands on what a question fails with', async () => {
    const answer = async () => {
      throw new UsageError('UNKNOWN_PLACE', 'There is no Atlantis.', 'Name another place.');
    };
    await expect(compareAnswers(answer, ask('a', 'b'))).rejects.toThrow('Atlantis');
  });

  it.each([0, 1, 5])('refuses %i questions before it asks any', async (count) => {
    const answer = answering({});
    await expect(compareAnswers(answer, ask(...Array<string>(count).fill('nurse')))).rejects.toBeInstanceOf(UsageError);
    expect(answer).not.toHaveBeenCalled();
    expect(() => requireCount(4)).not.toThrow();
  });
});
