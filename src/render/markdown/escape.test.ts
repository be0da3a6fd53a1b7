import { describe, expect, it } from 'vitest';
import { hostileReport } from '../../../test/golden/sample-report.js';
import { escapeMarkdown, markdownTable } from './escape.js';
import { renderMarkdown } from './report.js';

describe('escapeMarkdown', () => {
  it.each([
    ['<b>&', '&lt;b&gt;&amp;'],
    ['[a](javascript:x)', '\\[a\\](javascript:x)'],
    ['*b* _i_ `c` ~s~ | \\', '\\*b\\* \\_i\\_ \\`c\\` \\~s\\~ \\| \\\\'],
    ['see https://example.org', 'see https:\\/\\/example.org'],
    ['www.example.org', 'www\\.example.org'],
    ['a@example.org', 'a @ example.org'],
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['one\ntwo\r\n## three', 'one two ## three'],
    ['US$1,234.50 (2.3%)', 'US$1,234.50 (2.3%)'],
  ])('%j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));
});

it('a table keeps its columns whatever its cells hold', () => {
  const lines = markdownTable(['a', 'b'], [['x|y', 'line\nbreak']]).split('\n');
  expect(lines).toEqual(['| a | b |', '| --- | --- |', '| x\\|y | line break |']);
});

it('nothing in a hostile report becomes HTML or a link', () => {
  const output = renderMarkdown(hostileReport);
  expect(output).not.toMatch(/<[a-z/!]/i);
  expect(output).not.toMatch(/(?<!\\)\]\(/);
  expect(output).not.toMatch(/:\/\//);
});
