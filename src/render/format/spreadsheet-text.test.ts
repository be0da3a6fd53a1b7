import { describe, expect, it } from 'vitest';
import { spreadsheetText } from './spreadsheet-text.js';

describe('a text in a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['\r=1', "' =1"],
    ['\tplain', "' plain"],
    ['  =1', "' =1"],
    ['\u200b=1', "'=1"],
    ['＝1', "'＝1"],
    ['a\nb', 'a b'],
    ['Sales - EMEA', 'Sales - EMEA'],
    ["'quoted", "'quoted"],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(spreadsheetText(text)).toBe(expected);
  });

  it('fits a cell', () => {
    expect(spreadsheetText('='.repeat(100_000))).toHaveLength(32_767);
    expect(spreadsheetText('a'.repeat(100_000))).toHaveLength(32_767);
  });
});
