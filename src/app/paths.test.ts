import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STYLE_FILES } from '../render/html/style-files.js';
import { readStyles } from './page-files.js';
import { PACKAGE_ROOT, REVIEWED_LISTS, SHIPPED_MARKET, STYLES } from './paths.js';

describe('what the package ships', () => {
  it('is found from the root of the package', () => {
    expect(JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')).name).toBe('goingrate');
    for (const folder of [SHIPPED_MARKET, REVIEWED_LISTS, STYLES]) expect(statSync(folder).isDirectory()).toBe(true);
  });
});

describe('the style sheet', () => {
  it('is all its files in order', async () => {
    const styles = await readStyles();
    const parts = STYLE_FILES.map((file) => readFileSync(join(STYLES, file), 'utf8'));
    expect(parts.length).toBeGreaterThan(1);
    const places = parts.map((part) => styles.indexOf(part));
    expect(places[0]).toBe(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(styles.length).toBe(parts.join('\n').length);
  });

  it('can stand in a page and loads nothing from elsewhere', async () => {
    expect(await readStyles()).not.toMatch(/<\/style|@import|url\(\s*['"]?(?:https?:)?\/\//i);
  });
});
