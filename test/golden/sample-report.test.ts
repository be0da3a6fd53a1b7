import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/schema.js';
import { emptyReport, hostileReport, sampleReport, thinReport } from './sample-report.js';

describe('sample reports', () => {
  it.each(Object.entries({ sampleReport, thinReport, emptyReport, hostileReport }))('%s is valid', (_name, report) => {
    expect(reportSchema.parse(report)).toEqual(report);
  });

  it('holds every kind of figure and every status', () => {
    const sections = Object.values(sampleReport.sections);
    const kinds = sections.flatMap((section) => section.figures.map((figure) => figure.kind));
    const statuses = sections.flatMap((section) => section.findings.map((finding) => finding.status));
    expect(new Set(kinds)).toEqual(
      new Set(['pay-band', 'by-source', 'ladder', 'fan', 'forest', 'dots', 'tiles', 'empty']),
    );
    expect(new Set(statuses)).toEqual(new Set(['supported', 'modelled', 'insufficient']));
  });
});
