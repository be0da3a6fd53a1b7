/** What a page says, from its model: for templates of other generators. */
import { evidenceRows, observations } from '../dist/render/format/evidence-rows.js';
import { figureBlock } from '../dist/render/html/figure.js';
import { SECTION_HEADINGS, SECTION_ORDER } from '../dist/report/model.js';

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
        ranges: (ranges?.rows ?? []).map((row) => Object.values(row).map((value) => String(value ?? ''))),
      };
    }),
    sources: report.sources.map(({ name, publisher, vintage, licence }) => [name, publisher, vintage, licence]),
  };
}
