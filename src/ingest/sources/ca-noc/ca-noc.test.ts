import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import { accountedFor, readSharedSource, tiedRows } from '../../../../test/fixtures/read-shared-source.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import { RawReader } from '../../raw-reader.js';
import { caNoc } from './connector.js';
import { genderForms } from './gender-forms.js';
import { normalizeExampleTitles } from './normalize.js';
import { type ExampleTitle, parseExampleTitles } from './parse.js';

const entry = (title: string, language: 'en' | 'fr' = 'en', official = true): ExampleTitle => ({
  code: '99111',
  title,
  language,
  official,
});

describe('genderForms', () => {
  it.each([
    ['Monteur/monteuse de pipes', 'fr', ['Monteur de pipes', 'monteuse de pipes']],
    ['Boucher industriel/bouchère industrielle', 'fr', ['Boucher industriel', 'bouchère industrielle']],
    [
      'Apprenti tisserand/apprentie tisserande de rubans',
      'fr',
      ['Apprenti tisserand de rubans', 'apprentie tisserande de rubans'],
    ],
    ['Tisserand', 'fr', ['Tisserand']],
    ['Premier chef de métier/chef', 'fr', ['Premier chef de métier/chef']],
    ['a/b/c', 'fr', ['a/b/c']],
    ['Tram foreman/woman', 'en', ['Tram foreman', 'Tram forewoman']],
    ['Foreman/forewoman - looms', 'en', ['Foreman - looms', 'Forewoman - looms']],
    ['Designer/developer', 'en', ['Designer/developer']],
  ] as const)('%s', (title, language, forms) => {
    expect(genderForms(title, language)).toEqual(forms);
  });

  it('reads a long title of slashes at once', () => {
    expect(genderForms(`${'man/'.repeat(50_000)}x`, 'en')).toHaveLength(1);
  });
});

describe('normalizeExampleTitles', () => {
  it('gives each spelling once, in the form in which titles are compared', () => {
    const reading = normalizeExampleTitles([
      entry('Sr. Loom Hand'),
      entry('Senior loom hand'),
      entry('Tisserand/tisserande', 'fr'),
      entry('Added by hand', 'en', false),
      entry('---'),
    ]);
    expect(reading.tables.occupationTitles).toEqual([
      { taxonomy: 'NOC 2021', code: '99111', title: 'senior loom hand', language: 'en' },
      { taxonomy: 'NOC 2021', code: '99111', title: 'tisserand', language: 'fr' },
      { taxonomy: 'NOC 2021', code: '99111', title: 'tisserande', language: 'fr' },
    ]);
    expect(reading).toMatchObject({ rowsIn: 5, rowsKept: 2 });
    expect(reading.excluded.map(({ count }) => count)).toEqual([1, 1, 1]);
  });
});

describe("the publisher's own lists", () => {
  it('are read for their titles', async () => {
    const root = await mkdtemp(join(tmpdir(), 'noc-'));
    const workshop = await openWorkshop({ threads: 1 });
    try {
      await mkdir(join(root, 'ca-noc-2021'));
      const english = 'Level,Code - NOC 2021 V1.0,Class title,Element Type Label English,Element Description English';
      const lines = ['All examples,Loom hand', 'Main duties,Mind looms', 'Illustrative example(s),"Hand, loom"'];
      await writeFile(
        join(root, 'ca-noc-2021', 'noc_2021_version_1.0_-_elements.csv'),
        `\ufeff${english}\n${lines.map((line) => `5,99111,Looms,${line}`).join('\n')}\n`,
      );
      const french =
        "Niveau,Code dela CNP 2021 v1.0,Titres de classes,Nom du type d'élément Français,Description d'élément Français";
      await writeFile(
        join(root, 'ca-noc-2021', 'cnp_2021_version_1.0_-_elements.csv'),
        `${french}\n5,99111,Métiers,Tous les exemples,Tisserand\n`,
      );
      const titles = await parseExampleTitles(new RawReader(root, workshop));
      expect(titles.map(({ title, language }) => [title, language])).toEqual([
        ['Loom hand', 'en'],
        ['Hand, loom', 'en'],
        ['Tisserand', 'fr'],
      ]);
    } finally {
      await workshop.close();
      await rm(root, { recursive: true });
    }
  });
});

describeNeeding(['data'], 'ca-noc on the published files', () => {
  it('lists the titles of all groups and none of the added ones', async () => {
    const reading = await readSharedSource(caNoc);
    expect([reading.rowsIn, accountedFor(reading)]).toEqual([57_708, 57_708]);
    const rows = reading.tables.occupationTitles!;
    expect(tiedRows('occupationTitles', rows)).toEqual([]);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(516);
    const codesOf = (title: string) => [...new Set(rows.filter((row) => row.title === title).map(({ code }) => code))];
    expect(['data engineer', 'machine learning engineer', 'data scientist'].map(codesOf)).toEqual([
      ['21211'],
      ['21211'],
      ['21211'],
    ]);
    expect(codesOf('site reliability engineer')).toEqual(['21231']);
    expect(rows.filter(({ title }) => title.startsWith('political staff'))).toEqual([]);
  });
});
