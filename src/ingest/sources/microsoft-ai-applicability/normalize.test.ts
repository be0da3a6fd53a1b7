import { describe, expect, it } from 'vitest';
import { PublishedOccupations } from '../../published-occupations.js';
import { normalizeApplicability } from './normalize.js';

const PUBLISHED = new PublishedOccupations([]);

describe('normalizeApplicability', () => {
  it('keeps one score an occupation', () => {
    const reading = normalizeApplicability(
      [{ 'SOC Code': '99-1011', ai_applicability_score: '0.12345678901' }],
      PUBLISHED,
    );
    expect(reading.tables.exposure).toEqual([{ measure: 'microsoft-applicability', soc: '99-1011', value: 0.123457 }]);
  });

  it('refuses a score that is none', () => {
    expect(() =>
      normalizeApplicability([{ 'SOC Code': '99-1011', ai_applicability_score: 'high' }], PUBLISHED),
    ).toThrow(/high/);
  });
});
