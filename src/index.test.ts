import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparedReport, TEXAS } from '../test/fixtures/compared-reports.js';
import * as program from './index.js';

const read = (path: string) => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');
const importedIn = (text: string) =>
  [...text.matchAll(/import \{([^}]*)\} from 'goingrate';/g)].flatMap(([, names]) =>
    names!.split(',').map((name) => name.trim()),
  );

describe('what other programs import', () => {
  it.each(['README.md', 'docs/comparing.md', 'docs/own-data-in-reports.md'])('is there as %s says', (path) => {
    const names = importedIn(read(path));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !(name in program))).toEqual([]);
  });

  it('compares reports', () => {
    const reports: program.ComparedReport[] = [comparedReport(), comparedReport({ place: TEXAS })];
    const comparison: program.Comparison = program.compareReports(reports);
    expect([comparison.schema, comparison.differences.length]).toEqual(['goingrate.comparison/1', 1]);
  });
});
