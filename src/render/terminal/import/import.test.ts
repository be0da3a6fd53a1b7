import { describe, expect, it } from 'vitest';
import type { ImportPreview, PreviewedRow } from '../../../report/import-preview.js';
import type { ImportSummaryModel } from '../../../report/import-summary.js';
import { textWidth } from '../text-width.js';
import { renderImportPreview } from './preview.js';
import { renderImportSummary } from './summary.js';

const options = { columns: 80, colour: false, unicode: true, brief: false };
const HOSTILE = '\u001b[31mX\u0007\u202e\u009b2J 職種'.repeat(20);

const row = (more: Partial<PreviewedRow>): PreviewedRow => ({
  table: 't',
  row: 1,
  reason: null,
  title: 'nurse',
  level: null,
  employer: null,
  country: 'US',
  region: 'US-TX',
  currency: 'USD',
  unit: 'year',
  low: 60000,
  high: 80000.5,
  date: '2026-01-02',
  ...more,
});

function preview(text: string, rows: readonly PreviewedRow[]): ImportPreview {
  const column = { column: text, field: 'title', reason: text, personal: false };
  const unread = Array.from({ length: 50 }, () => ({ ...column, field: null }));
  const table = {
    name: text,
    form: 'text with commas, UTF-8',
    kind: 'advertised' as const,
    skipped: null,
    columns: [column, ...unread, { ...column, field: null, personal: true }],
    constants: { country: text },
    decimal: ',' as const,
    dateOrder: 'day-first' as const,
  };
  const counts = { rows: 1200, usable: 1198, quarantined: 2, reasons: [{ reason: text, count: 2 }] };
  const skipped = { ...table, name: 'Notes', skipped: 'it has no rows' };
  return {
    schema: 'goingrate.import-preview/1',
    files: [{ file: text, tables: [table, skipped], notes: [text], rows, counts }],
    leftOut: [{ file: text, reason: text }],
  };
}

const summary: ImportSummaryModel = {
  schema: 'goingrate.import/1',
  summary: { rows: 1300, imported: 1200, repeated: 60, quarantined: 40 },
  reasons: [{ reason: 'no title', count: 40 }],
  quarantine: '/data/own/quarantine/0123456789abcdef.csv',
};

describe('the preview', () => {
  it('says pay with its currency, unit and cents, and why a row would be set aside', () => {
    const rows = [
      row({}),
      row({ row: 1000, low: 30, high: 30, unit: 'hour', region: null }),
      row({ low: null, high: null }),
      row({ reason: 'no title', title: null }),
    ];
    const text = renderImportPreview(preview('Job Title', rows), { ...options, columns: 100 });
    expect(text).toContain('US$60,000 to 80,000.50 a year');
    expect(text).toMatch(/1,000 {2}nurse +US\$30 an hour +US +2026-01-02/);
    expect(text).toContain('no pay stated');
    expect(text).toContain('set aside: no title');
    expect(text).toContain('Rows looked at: 1,200. 1,198 can be used, 2 would be set aside:');
    expect(text).toContain('and 10 more');
    expect(text).toContain('Left out: it has no rows.');
    expect(text).toMatch(/Decimal sign {2}comma\n.*Dates +day first/);
  });

  it('names the fields of a format in one sentence', () => {
    const model = preview('title', []);
    const [file] = model.files;
    const [table] = file!.tables;
    const columns = ['title', 'pay'].map((name) => ({ column: name, field: name, reason: 'x', personal: false }));
    const known = { ...model, files: [{ ...file!, tables: [{ ...table!, columns }] }] };
    expect(renderImportPreview(known, options)).toContain('As the format defines them: title, pay.');
  });
});

describe('the summary', () => {
  it('says what was done, why rows were set aside, and what to do next', () => {
    const text = renderImportSummary(summary, { ids: ['0123456789abcdef'] }, options);
    expect(text).toContain('Imported 1,200 of 1,300 rows.');
    expect(text).toContain('/data/own/quarantine/0123456789abcdef.csv');
    expect(text).toContain('goingrate sources remove 0123456789abcdef');
  });

  it('says what to do when nothing could be used, and that nothing changed', () => {
    const none = { ...summary, summary: { rows: 40, imported: 0, repeated: 0, quarantined: 40 } };
    expect(renderImportSummary(none, { ids: [] }, options)).toContain('--map and --set');
    const same = { ...summary, summary: { rows: 40, imported: 0, repeated: 40, quarantined: 0 }, reasons: [] };
    expect(renderImportSummary(same, { ids: [] }, options)).toContain('Nothing has changed.');
    const empty = { ...same, summary: { rows: 0, imported: 0, repeated: 0, quarantined: 0 } };
    expect(renderImportSummary(empty, { ids: [] }, options)).toContain('There were no rows.');
  });
});

describe.each([60, 80, 120])('hostile text at %i columns', (columns) => {
  it.each([true, false])('neither steers the terminal nor leaves the page (unicode %s)', (unicode) => {
    const rows = [row({ title: HOSTILE }), row({ reason: HOSTILE }), row({ currency: 'XAF', unit: HOSTILE })];
    const file = { file: HOSTILE, id: null, kind: null, summary: null, reasons: [], quarantine: null, error: HOSTILE };
    const texts = [
      renderImportPreview(preview(HOSTILE, rows), { ...options, columns, unicode }),
      renderImportSummary({ ...summary, files: [file] }, { ids: [] }, { ...options, columns, unicode }),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      if (!unicode) expect(text).toMatch(/^[\n\u0020-\u007e]*$/);
      const lines = text.split('\n').filter((line) => !line.includes(summary.quarantine!));
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    }
  });
});
