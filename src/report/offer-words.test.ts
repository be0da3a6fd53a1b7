import { describe, expect, it } from 'vitest';
import type { OfferPosition } from '../core/offer.js';
import type { Percentiles } from '../core/percentiles.js';
import { offerPosition } from '../stats/offer-position.js';
import { offerQuestion, offerWords } from './offer-words.js';

const PAY: Percentiles = {
  '10': { value: 150_000, low: 140_000, high: 160_000 },
  '25': { value: 170_000, low: 160_000, high: 180_000 },
  '50': { value: 200_000, low: 185_000, high: 215_000 },
  '75': { value: 235_000, low: 220_000, high: 250_000 },
  '90': { value: 265_000, low: 250_000, high: 280_000 },
};

const words = (offer: number) => offerWords(offerPosition(PAY, offer), { amount: `US$${offer}`, basis: 'posted' });

const POSITION: OfferPosition = {
  percentile: 50,
  low: 40,
  high: 60,
  belowProbability: 0.5,
  belowMarket: false,
  compaRatio: { value: 1, low: 0.9, high: 1.1 },
};
const said = (change: Partial<OfferPosition>) =>
  offerWords({ ...POSITION, ...change }, { amount: 'It', basis: 'posted' }).position;

describe('the words about an offer', () => {
  it('give an ordinary offer its percentile, range and chance', () => {
    expect(words(200_000).position).toMatch(
      /^US\$200000 is at about the 50th percentile of posted pay, between the \d\dth and the \d\d\w\w\. Not clearly .* is \d\d%\.$/,
    );
    expect(words(200_000).compaRatio).toMatch(/^The offer is 1\.00 times the middle of posted pay \(compa-ratio\), /);
  });

  it.each([1, 12_000, 90_500, 999_999, 999_999_999])('are never certain: %d', (offer) => {
    const { position, compaRatio } = words(offer);
    expect(position).not.toMatch(/\b(?:0|100)%|\b0th|\b100th/);
    expect(position).not.toMatch(/between the (\S+) and the \1/);
    expect(position).toMatch(/is (?:more than 99%|less than 1%)\.$/);
    expect(compaRatio).not.toMatch(/\d{3}\.\d\d times|0\.00 times/);
  });

  it('leave the far ends open', () => {
    expect(words(999_999_999).position).toMatch(
      /^US\$999999999 is above the 99th percentile of posted pay\. At or above/,
    );
    expect(words(999_999_999).compaRatio).toBe('The offer is more than ten times the middle of posted pay.');
    expect(words(1).position).toMatch(/^US\$1 is below the 1st percentile of posted pay\. Below the middle/);
    expect(words(1).compaRatio).toBe('The offer is less than a tenth of the middle of posted pay.');
    expect(said({ percentile: 98, low: 95.2, high: 99.7 })).toContain(
      'at about the 98th percentile of posted pay, anywhere from the 95th to above the 99th.',
    );
    expect(said({ percentile: 0.4, low: 0.1, high: 2 })).toContain(
      'below the 1st percentile of posted pay, anywhere from below the 1st to the 2nd.',
    );
  });

  it('keep a chance between the ends as it is', () => {
    expect(said({ belowProbability: 0.985 })).toMatch(/ is 9[89]%\.$/);
    expect(said({ belowProbability: 198 / 199 })).toMatch(/ is more than 99%\.$/);
    expect(said({ belowProbability: 1 / 199 })).toMatch(/ is less than 1%\.$/);
  });
});

describe('an amount that is hardly pay a year', () => {
  const ask = (offer: number, pay = PAY) => offerQuestion(pay, offer, { amount: 'US$9', sign: 'US$' });

  it('is asked about in one sentence', () => {
    expect(ask(2_650_001)).toBe('US$9 is more than ten times the 90th percentile: is it base pay a year in US$?');
    expect(ask(14_999)).toBe('US$9 is less than a tenth of the 10th percentile: is it base pay a year in US$?');
  });

  it('is none within ten times of the outer percentiles, or where these are unknown', () => {
    for (const offer of [15_000, 90_500, 200_000, 2_650_000]) expect(ask(offer)).toBeNull();
    expect(ask(1e8, { '50': PAY['50']! })).toBeNull();
  });
});
