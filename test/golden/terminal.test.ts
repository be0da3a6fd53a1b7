import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/render/json/render-json.js';
import { renderTerminal } from '../../src/render/terminal/render-terminal.js';
import { reportSchema } from '../../src/report/schema.js';
import { emptyReport, sampleReport } from './sample-report.js';

const OPTIONS = { columns: 80, colour: false, unicode: true, brief: false };

describe('terminal report, as kept', () => {
  it.each([
    ['sample-80.txt', sampleReport, OPTIONS],
    ['sample-120.txt', sampleReport, { ...OPTIONS, columns: 120 }],
    ['sample-brief.txt', sampleReport, { ...OPTIONS, brief: true }],
    ['sample-ascii.txt', sampleReport, { ...OPTIONS, unicode: false }],
    ['empty-80.txt', emptyReport, OPTIONS],
  ])('%s', async (file, report, options) => {
    await expect(renderTerminal(report, options)).toMatchFileSnapshot(`terminal/${file}`);
  });
});

describe('renderJson', () => {
  it('writes the model itself, ended by a line feed', () => {
    const output = renderJson(sampleReport);
    expect(reportSchema.parse(JSON.parse(output))).toEqual(sampleReport);
    expect(output.endsWith('}\n')).toBe(true);
    expect(output).toContain('\n  "headline": {');
  });
});
