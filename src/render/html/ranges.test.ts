import { describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../../test/contract/numbers-in-model.js';
import { visibleText } from '../../../test/contract/visible-text.js';
import { levelOf } from '../../../test/fixtures/question.js';
import { smallReport } from '../../../test/fixtures/small-report.js';
import type { Report } from '../../report/model.js';
import { PAGE_RANGES, SCREEN_RANGES } from '../../report/ranges.js';
import { renderMarkdown } from '../markdown/report.js';
import { renderTerminal } from '../terminal/render-terminal.js';
import { PLAIN_FRAME } from './frame.js';
import { renderHtml } from './report.js';

const HOSTILE = '<img src=x onerror=alert(1)>|\u001b[31m\u202e=cmd';

async function reportOf(changes: { title?: string; employer?: string | null; repeats?: number } = {}): Promise<Report> {
  const report = await smallReport({ question: { level: levelOf('senior') } });
  const ranges = report.sections.overview.ranges!;
  const overview = {
    ...report.sections.overview,
    ranges: { ...ranges, rows: ranges.rows.map((row) => ({ ...row, ...changes })) },
  };
  return { ...report, sections: { ...report.sections, overview } };
}

const OUTPUTS = {
  HTML: (report: Report) => renderHtml(report, { frame: PLAIN_FRAME }),
  Markdown: renderMarkdown,
  terminal: (report: Report) => renderTerminal(report, { columns: 80, colour: false, unicode: true, brief: false }),
} as const;

const squeezed = (text: string) => visibleText(text).replace(/\s+/g, ' ');

describe('the list of advertised ranges', () => {
  it.each(Object.entries(OUTPUTS))('is in %s as the model has it, up to its limit', async (name, render) => {
    const report = await reportOf({ employer: 'Acme', repeats: 7 });
    const { rows, titleOnPage, titleOnScreen, statement, onPage, onScreen } = report.sections.overview.ranges!;
    const text = squeezed(render(report)).replaceAll('\\', '');
    const shown = name === 'terminal' ? SCREEN_RANGES : PAGE_RANGES;
    const words = name === 'terminal' ? [titleOnScreen!, onScreen!] : [titleOnPage!, onPage!];
    for (const part of [...words, statement]) expect(text).toContain(part);
    expect(text.split('(7 times)').length - 1).toBe(shown);
    expect(text).toContain(rows[shown - 1]!.pay.label);
    expect(numbersNotInModel(report, render(report))).toEqual([]);
  });

  it.each(Object.entries(OUTPUTS))('does no harm in %s', async (name, render) => {
    const output = render(await reportOf({ title: HOSTILE, employer: HOSTILE }));
    expect(output).not.toMatch(/[\u001b\u202e]/u);
    if (name !== 'terminal') expect(output).not.toContain('<img');
    expect(output).toContain('onerror');
  });

  it('is not on the short screen', async () => {
    const brief = renderTerminal(await reportOf(), { columns: 80, colour: false, unicode: true, brief: true });
    expect(brief).not.toContain('advertised ranges behind');
  });

  it('is left out of every output of a report without it', async () => {
    const report = await reportOf();
    const { ranges: _, ...overview } = report.sections.overview;
    const without = { ...report, sections: { ...report.sections, overview } };
    for (const render of Object.values(OUTPUTS)) expect(render(without)).not.toContain('advertised ranges behind');
  });
});
