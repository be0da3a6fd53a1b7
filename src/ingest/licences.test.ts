import { describe, expect, it } from 'vitest';
import { licencesText } from './licences.js';
import { connectors } from './registry.js';

const LISTS = {
  phrases: [],
  countries: { countries: [] },
  states: { states: [], metros: [], towns: [], cityNamesSharedAbroad: [] },
  aliases: {},
  merged: [],
  commonNames: new Map<string, string>(),
};

describe('licencesText', () => {
  const all = connectors(LISTS);
  const text = licencesText(all);

  it('names every source with publisher, licence and address', () => {
    for (const { id, publisher, licence, address } of all) {
      expect(text).toContain(`(\`${id}\`)`);
      for (const part of [publisher, licence, address]) expect(text).toContain(part);
    }
  });

  it('shows the attribution that O*NET asks for, word for word', () => {
    expect(text).toContain(
      'This product includes information from the O*NET 30.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET(R) is a trademark of USDOL/ETA.',
    );
  });

  it('keeps the terms of the MIT License, which two sources are under', () => {
    expect(all.filter(({ licence }) => licence.startsWith('MIT'))).toHaveLength(2);
    expect(text).toContain('The above copyright notice and this permission notice shall be included');
  });

  it('states the changes made to every source', () => {
    expect(text.match(/^- Changes: .+/gm)).toHaveLength(all.length);
  });

  it('gives every source an id of its own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
