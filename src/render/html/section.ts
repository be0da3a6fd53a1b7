/** One of the nine sections: what leads, the figures, then the further findings as dense lists. */
import { remembered } from '../../core/remembered.js';
import { type Report, SECTION_HEADINGS, type SectionId } from '../../report/model.js';
import { figureBlock } from './figure.js';
import { findingBlock } from './finding.js';
import { type FindingGroup, planSection } from './finding-groups.js';
import { html, type Markup } from './markup.js';
import { offerBlock } from './offer-block.js';
import { rangesBlock } from './ranges.js';

export interface SectionOptions {
  readonly id: SectionId;
  readonly report: Report;
  /** The figure that stands with the answer. */
  readonly leadId: string | undefined;
  /** Whether the page has a script. */
  readonly scripted: boolean;
}

/** The id at which a section stands. */
export const sectionDomId: (id: SectionId) => string = remembered((id) =>
  id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
);

export function sectionBlock({ id, report, leadId, scripted }: SectionOptions): Markup {
  const { findings, figures, ranges } = report.sections[id];
  const shown = figures.filter((figure, index) => !(id === 'overview' && index === 0 && figure.id === leadId));
  const { leading, further } = planSection(
    id,
    findings.filter((finding) => finding.id !== report.headline.id),
  );
  const domName = sectionDomId(id);
  const empty = findings.length === 0 && shown.length === 0;
  const nothing = shown.length > 0 && shown.every(({ kind }) => kind === 'empty');
  const top = html`${leading.length > 0 && html`<div class="findings leading">${leading.map((finding) => findingBlock(finding, report))}</div>`}${
    id === 'negotiation' && scripted && offerBlock(report)
  }${shown.length > 0 && html`<div class="figures${nothing && ' nothing'}">${shown.map((figure) => figureBlock(figure))}</div>`}`;
  return html`<section class="section" aria-labelledby="${domName}">
<h2 id="${domName}">${SECTION_HEADINGS[id]}</h2>
${nothing && shown.length === 1 ? html`<div class="abstains">${top}</div>` : top}${further.map((group) => groupBlock(group, report))}${ranges && rangesBlock(ranges, report)}${
  empty && html`<p class="quiet">Nothing can be said here from the data at hand.</p>`
}
</section>
`;
}

function groupBlock({ heading, findings }: FindingGroup, report: Report): Markup {
  return html`${heading !== null && html`<h3>${heading}</h3>`}<div class="findings further">${findings.map((finding) => findingBlock(finding, report))}</div>`;
}
