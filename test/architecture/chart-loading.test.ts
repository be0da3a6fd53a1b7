/** The chart packages are loaded to draw, not to answer: a cold report as JSON pays nothing for them. */
import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');

/** Modules that load with a file: its imports of values, and theirs; not what is imported later or as a type. */
function loadedWith(entry: string): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.ts')) return;
    const source = readFileSync(join(root, path), 'utf8');
    for (const [, clause = '', specifier = ''] of source.matchAll(/^(?:import|export)\b([^;']*)'([^']+)';/gm)) {
      const names = clause.replace(/\bfrom\s*$/, '').trim();
      const named = /^\{([\s\S]*)\}$/.exec(names)?.[1];
      const typesOnly =
        names.startsWith('type ') ||
        named?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
      if (typesOnly) continue;
      visit(specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts') : specifier);
    }
  };
  visit(entry);
  return found;
}

const drawing = (modules: Set<string>) =>
  [...modules].filter((path) => path.startsWith('d3-') || path === 'src/render/charts/scale.ts');

describe('the packages that draw', () => {
  it('load with the charts', () => {
    expect(drawing(loadedWith('src/render/charts/draw.ts')).sort()).toEqual([
      'd3-scale',
      'd3-shape',
      'src/render/charts/scale.ts',
    ]);
  });

  it.each(['src/cli/main.ts', 'src/cli/commands/report.ts', 'src/render/json/render-json.ts', 'src/report/build.ts'])(
    'do not load with %s',
    (entry) => {
      const modules = loadedWith(entry);
      expect(modules).toContain(entry);
      expect(drawing(modules)).toEqual([]);
    },
  );
});
