import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, documentPaths, linksOf, ROOT, readDocument } from './documents.js';

const paths = documentPaths();

/** Links of one document that lead nowhere. */
function brokenLinks(path: string): string[] {
  return linksOf(readDocument(path)).filter((link) => {
    if (/^(?:https?|mailto):/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(readDocument(target)).has(anchor);
  });
}

describe('documents', () => {
  it('are found', () => {
    expect(paths).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'docs/methods.md', 'examples/twelve-rows/README.md']),
    );
  });

  it.each(paths)('%s: every link leads somewhere', (path) => {
    expect(brokenLinks(path)).toEqual([]);
  });

  it.each(['docs', 'docs/decisions'])('%s: the list names every document of the folder', (folder) => {
    const listed = linksOf(readDocument(`${folder}/README.md`)).map((link) => posix.join(folder, link));
    const present = paths.filter((path) => posix.dirname(path) === folder && !path.endsWith('README.md'));
    expect(present.filter((path) => !listed.includes(path))).toEqual([]);
  });
});

describe('the link check', () => {
  it('reads links of prose and no code', () => {
    expect(linksOf('[a](b.md#c "d") ![e](f.png) `[g](h)`\n```\n[i](j)\n```')).toEqual(['b.md#c', 'f.png']);
  });

  it('knows the anchors of headings', () => {
    expect(anchorsOf('# Growth of official pay\n\n## `x`, y & z!\n')).toEqual(
      new Set(['growth-of-official-pay', 'x-y--z']),
    );
  });
});
