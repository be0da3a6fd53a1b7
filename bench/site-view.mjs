/**
 * The page that all generators draw: what a report says, in words, from its model. Charts are finished SVG, evidence is
 * worded, so that what is left is a template's own work: structure, lists, conditions, escaping.
 */
import { evidenceRows, observations } from '../dist/render/format/evidence-rows.js';
import { figureBlock } from '../dist/render/html/figure.js';
import { SECTION_HEADINGS, SECTION_ORDER } from '../dist/report/model.js';

/** @typedef {ReturnType<typeof viewOf>} PageView */

/** @param {import('../dist/index.js').Report} report */
export function viewOf(report) {
  return {
    title: `${report.question.title}, ${report.question.place.name}: the going rate`,
    description: report.headline.statement,
    sections: SECTION_ORDER.map((id) => {
      const { findings, figures, ranges } = report.sections[id];
      return {
        id,
        heading: SECTION_HEADINGS[id],
        findings: findings.map((finding) => ({
          id: finding.id,
          status: finding.status,
          statement: finding.statement,
          count: observations(finding.evidence),
          evidence: evidenceRows(finding, report),
          caveats: finding.caveats,
        })),
        figures: figures.map((figure) => figureBlock(figure).value),
        ranges: (ranges?.rows ?? []).map((row) => [row.title, row.employer ?? '', row.pay.label, row.seen.label]),
      };
    }),
    sources: report.sources.map(({ name, publisher, vintage, licence }) => [name, publisher, vintage, licence]),
  };
}
