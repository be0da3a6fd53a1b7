import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../capabilities.js';
import { hasEmptyName, lineCount, looksLikeRawData, MAX_SOURCE_LINES, machinePaths, repositoryFiles } from './tree.js';

const root = resolve(import.meta.dirname, '..', '..');
const files = repositoryFiles(root);
const read = (path: string) => readFileSync(join(root, path), 'latin1');
const bytes = (path: string) => statSync(join(root, path)).size;

describe('the repository', () => {
  it('is read whole', () => {
    expect(files).toEqual(expect.arrayContaining(['package.json', '.editorconfig', 'src/core/errors.ts', '.ci/run']));
  });

  it(`has no source file over ${MAX_SOURCE_LINES} lines`, () => {
    const long = files.filter((path) => path.startsWith('src/') && lineCount(read(path)) > MAX_SOURCE_LINES);
    expect(long).toEqual([]);
  });

  it('names every file and folder after what is in it', () => {
    expect(files.filter(hasEmptyName)).toEqual([]);
  });

  it('holds no raw data', () => {
    expect(files.filter((path) => looksLikeRawData(path, bytes(path)))).toEqual([]);
  });

  it("holds no path of somebody's machine", () => {
    const found = files.flatMap((path) => machinePaths(read(path)).map((hit) => `${path}: ${hit}`));
    expect(found).toEqual([]);
  });

  it('skips tests only through capabilities, which name the reason', () => {
    const tests = files.filter((path) => path.endsWith('.test.ts'));
    const pattern = /\b(?:describe|it|test)\.(?:skip|only|todo|fails)\b/;
    expect(tests.filter((path) => pattern.test(read(path)))).toEqual([]);
  });
});

describe('the packages', () => {
  const lockfile = JSON.parse(read('package-lock.json'));
  const entries: [string, Record<string, unknown>][] = Object.entries(lockfile.packages);
  const manifest = JSON.parse(read('package.json'));

  it('are locked without the address of a registry', () => {
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.filter(([, entry]) => 'resolved' in entry).map(([path]) => path)).toEqual([]);
  });

  it('are locked for every platform, or npm ci fails', () => {
    const optional = entries.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).map((name) => [
        `${path}/node_modules/${name}`,
        `node_modules/${name}`,
      ]),
    );
    const missing = optional.filter((places) => !places.some((place) => place in lockfile.packages));
    expect(missing.map(([place]) => place)).toEqual([]);
  });

  it('are pinned to one version', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
  });

  it('name a command that the system can start', () => {
    const source = manifest.bin.goingrate.replace(/^dist\/(.*)\.js$/, 'src/$1.ts');
    expect(read(source).split('\n')[0]).toBe('#!/usr/bin/env node');
  });
});

describe('the checks of the repository', () => {
  it('know an empty name', () => {
    expect(['src/utils/a.ts', 'src/text/helpers.ts', 'src/common/x.ts', 'misc.md'].every(hasEmptyName)).toBe(true);
    expect(['src/text/titles.ts', 'src/stats/common-support.ts', 'docs/miscoding.md'].some(hasEmptyName)).toBe(false);
  });

  it('know raw data', () => {
    expect(looksLikeRawData('data/oews.csv', 10)).toBe(true);
    expect(looksLikeRawData('test/hostile/postings.csv', 100_000)).toBe(true);
    expect(looksLikeRawData('test/hostile/postings.csv', 1_000)).toBe(false);
    expect(looksLikeRawData('market/pay/filings.parquet', 5_000_000)).toBe(false);
    expect(looksLikeRawData('src/text/titles.ts', 100_000)).toBe(false);
  });

  it('know a path of a machine', () => {
    for (const folder of ['work', 'home', 'root', 'Users']) {
      const path = ['', folder, 'ada', 'x.ts'].join('/');
      expect(machinePaths(`see ${path}`)).toHaveLength(1);
      expect(machinePaths(`"${path}"`)).toHaveLength(1);
      expect(machinePaths(`file://${path}`)).toHaveLength(1);
      expect(machinePaths(`https://example.org${path} a${path} .${path}`)).toEqual([]);
    }
  });

  it('count lines', () => {
    expect([lineCount('a\nb\n'), lineCount('a\nb'), lineCount('a\n')]).toEqual([2, 2, 1]);
  });
});

describeNeeding(['data'], 'no file of a publisher is copied into the repository', () => {
  it('by its content', () => {
    const names = readdirSync(sharedData!, { recursive: true, withFileTypes: true });
    const raw = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(raw.length).toBeGreaterThan(10);
    const bySize = groupBySize(raw);
    const copied = files.filter((path) => {
      const alike = bytes(path) > 1_000 ? (bySize.get(bytes(path)) ?? []) : [];
      return alike.some((original) => digest(original) === digest(join(root, path)));
    });
    expect(copied).toEqual([]);
  });
});

function groupBySize(paths: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const path of paths) {
    const { size } = statSync(path);
    groups.set(size, [...(groups.get(size) ?? []), path]);
  }
  return groups;
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
