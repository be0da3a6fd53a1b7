import { describe, expect, it } from 'vitest';
import { employerRows } from './employer-names.js';

const READERS = { employerKey: (name: string) => name.toLowerCase().replace(/ inc$/, '') };

describe('employerRows', () => {
  it('names employers that stand in the tables, under the shortest spelling, whatever the order', () => {
    const rows = [{ employer: 'acme' }, { employer: 'acme' }, { employer: null }, { employer: 'beta' }];
    const expected = [
      { employer: 'acme', name: 'ACME' },
      { employer: 'beta', name: 'beta' },
    ];
    expect(employerRows(['acme', 'Acme Inc', 'ACME', 'Gamma', 'beta'], rows, READERS)).toEqual(expected);
    expect(employerRows(['ACME', 'Gamma', 'Acme Inc', 'acme', 'beta'], rows, READERS)).toEqual(expected);
  });
});
