import { describe, expect, it } from 'vitest';
import { decide } from './capabilities.js';

describe('a suite that needs something of the machine', () => {
  const absence = { chromium: 'no browser', data: null };

  it('runs where it is there', () => {
    expect(decide(['data'], absence, undefined)).toEqual({ action: 'run' });
    expect(decide([], absence, 'chromium')).toEqual({ action: 'run' });
  });

  it('is skipped with the reason where it is not', () => {
    expect(decide(['chromium', 'data'], absence, undefined)).toEqual({ action: 'skip', reason: 'no browser' });
    expect(decide(['chromium'], absence, 'data')).toEqual({ action: 'skip', reason: 'no browser' });
  });

  it('fails where it was required', () => {
    expect(decide(['chromium'], absence, 'data, chromium')).toEqual({ action: 'fail', reason: 'no browser' });
  });
});
