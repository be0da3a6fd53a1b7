import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  currentBuildStamp,
  isReady,
  markBuilt,
  markInstalled,
  sourceFiles,
  wantedInstall,
} from '../../scripts/launch/readiness.mjs';

describe('whether a clone is ready', () => {
  let root: string;
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'goingrate-clone-'));
    write('package-lock.json', '{}');
    write('tsconfig.json', '{}');
    write('src/cli/main.ts', 'one');
    write('src/cli/main.test.ts', 'test');
    write('dist/cli/main.js', 'one');
    mkdirSync(join(root, 'node_modules'));
    markInstalled(root, wantedInstall(root));
    markBuilt(root, currentBuildStamp(root, wantedInstall(root)));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('yes, when nothing changed', () => {
    expect(isReady(root)).toBe(true);
  });

  it('yes, when a source was touched but not changed, and a test was changed', () => {
    utimesSync(join(root, 'src/cli/main.ts'), 1, 1);
    write('src/cli/main.test.ts', 'another test');
    expect(isReady(root)).toBe(true);
  });

  it('no, when the lockfile changed', () => {
    write('package-lock.json', '{ }');
    expect(isReady(root)).toBe(false);
  });

  it.each([
    ['changed', () => write('src/cli/main.ts', 'two')],
    ['added', () => write('src/cli/other.ts', 'two')],
    ['removed', () => rmSync(join(root, 'src/cli/main.ts'))],
  ])('no, when a source was %s', (_, change) => {
    change();
    expect(isReady(root)).toBe(false);
  });

  it.each(['node_modules', 'dist', 'dist/cli/main.js', 'dist/.build.json'])('no, when %s is gone', (path) => {
    rmSync(join(root, path), { recursive: true });
    expect(isReady(root)).toBe(false);
  });

  it('by the files that are compiled', () => {
    expect(sourceFiles(root)).toEqual(['src/cli/main.ts', 'tsconfig.json']);
  });
});
