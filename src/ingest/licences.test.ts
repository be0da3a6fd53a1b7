import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licencesText } from './licences.js';
import { connectors } from './registry.js';
import { readReviewedLists } from './reviewed.js';

const REVIEWED = join(import.meta.dirname, '..', '..', 'reviewed');

describe('licencesText', async () => {
  const all = connectors(await readReviewedLists(REVIEWED));
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

  it('keeps the terms of the MIT License and the copyright notices of the sources under it', () => {
    const under = all.filter(({ licence }) => licence.startsWith('MIT'));
    expect(under.map(({ id }) => id)).toEqual(expect.arrayContaining(['tech-salary-radar', 'ashby-boards']));
    for (const { attribution } of under) expect(attribution).toMatch(/copyright/i);
    expect(text).toContain('The above copyright notice and this permission notice shall be included');
  });

  it('states the changes made to every source', () => {
    expect(text.match(/^- Changes: .+/gm)).toHaveLength(all.length);
  });

  it('gives every source an id of its own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
