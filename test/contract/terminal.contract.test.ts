import { describe, expect, it } from 'vitest';
import { asciiText } from '../../src/render/format/ascii-text.js';
import { renderTerminal, type TerminalOptions } from '../../src/render/terminal/render-terminal.js';
import { textWidth } from '../../src/render/terminal/text-width.js';
import { emptyReport, hostileReport, sampleReport, thinReport } from '../golden/sample-report.js';
import { numbersNotInModel } from './numbers-in-model.js';
import { describeRenderer } from './renderer.contract.js';
import { visibleText } from './visible-text.js';

const PLAIN: TerminalOptions = { columns: 80, colour: false, unicode: true, brief: false };

/** A heading stands alone on a line over a rule. */
function headings(output: string): string[] {
  const lines = visibleText(output).split('\n');
  return lines.filter((_line, index) => /^ {2}={30,}$/.test(lines[index + 1] ?? '')).map((line) => line.trim());
}

for (const columns of [40, 60, 80, 120]) {
  describeRenderer({
    name: `terminal, ${columns} columns,`,
    render: (report) => renderTerminal(report, { ...PLAIN, columns }),
    headings,
  });
}
describeRenderer({
  name: 'terminal in colour',
  render: (report) => renderTerminal(report, { ...PLAIN, colour: true }),
  headings,
});
describeRenderer({
  name: 'terminal in ASCII',
  render: (report) => renderTerminal(report, { ...PLAIN, unicode: false }),
  headings,
  written: asciiText,
});

const REPORTS = Object.entries({ sampleReport, thinReport, emptyReport, hostileReport });

describe.each(REPORTS)('terminal output of %s', (_name, report) => {
  it.each([40, 41, 55, 56, 60, 61, 79, 80, 100, 120, 400])('fits %i columns', (columns) => {
    for (const brief of [false, true]) {
      const lines = renderTerminal(report, { ...PLAIN, columns, brief }).split('\n');
      expect(lines.filter((line) => textWidth(line) > columns)).toEqual([]);
    }
  });

  it('says the same with and without colour', () => {
    const coloured = renderTerminal(report, { ...PLAIN, colour: true });
    expect(visibleText(coloured)).toBe(renderTerminal(report, PLAIN));
  });

  it('is ASCII where only ASCII can be shown', () => {
    for (const brief of [false, true]) {
      expect(renderTerminal(report, { ...PLAIN, unicode: false, brief })).toMatch(/^[\n\x20-\x7e]*$/);
    }
  });

  it('has no trailing spaces', () => {
    expect(renderTerminal(report, PLAIN)).not.toMatch(/ \n/);
  });
});

describe.each(REPORTS)('brief terminal output of %s', (name, report) => {
  const output = renderTerminal(report, { ...PLAIN, brief: true });

  it.each([40, 60, 80, 120])('fits one screen of %i by 24 with its prompt', (columns) => {
    for (const unicode of [true, false]) {
      const text = renderTerminal(report, { ...PLAIN, columns, unicode, brief: true });
      expect(text.split('\n').length - 1).toBeLessThan(24);
    }
  });

  it('prints no number that is not in the model', () => {
    expect(numbersNotInModel(report, output)).toEqual([]);
  });

  if (name === 'hostileReport') return;
  it('answers the question in full', () => {
    const words = output.replace(/\s+/g, ' ');
    expect(words).toContain(report.question.text);
    expect(words).toContain(report.headline.statement);
  });
});

it('the brief report tells the offer, the ask, the forecast and the next step, and where the rest is', () => {
  const words = renderTerminal(sampleReport, { ...PLAIN, brief: true }).replace(/\s+/g, ' ');
  expect(words).toContain('Offer Your offer of US$185,000');
  expect(words).toContain('Ask Asking for US$196,000 to US$212,000');
  expect(words).toContain('Forecast In August 2027');
  expect(words).toContain('More: leave out --brief');
});
