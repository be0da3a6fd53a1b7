/** What follows the nine sections: the sources, the method, what was left out. */
import { BASES, BASIS_MEANINGS } from '../../core/basis.js';
import { formatCount, formatPercent } from '../../core/format.js';
import { remembered } from '../../core/remembered.js';
import { METHOD_HEADING, type Report, SECTION_ORDER, SOURCES_HEADING } from '../../report/model.js';
import { countOf, STATUS_MEANINGS } from '../format/evidence-rows.js';
import { sourceId } from './answer.js';
import { statusMark } from './finding.js';
import { html, type Markup, opened } from './markup.js';

type Source = Report['sources'][number];

/** An address that may be followed: encrypted web pages only. */
export function safeAddress(address: string): string | null {
  return checkedAddress(address) || null;
}

/** Empty for what may not be followed. */
const checkedAddress = remembered((address) => {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return '';
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' ? url.href : '';
});

export function sourcesSection({ sources }: Report): Markup {
  const list =
    sources.length === 0
      ? html`<p class="quiet">No source holds observations for this question.</p>`
      : html`<ul class="sources">${sources.map(sourceItem)}</ul>`;
  return html`<section class="section" aria-labelledby="sources"><h2 id="sources">${SOURCES_HEADING}</h2>${list}</section>`;
}

function sourceItem(source: Source): Markup {
  const address = safeAddress(source.address);
  const name = address === null ? source.name : html`<a href="${address}" rel="noopener noreferrer">${source.name}</a>`;
  const employers = source.employers === null ? null : html` from ${countOf(source.employers, 'employer')}`;
  return html`<li id="${sourceId(source.id)}"><p class="source-name">${name}<p class="source-role">${source.role}<p class="source-facts">${source.publisher}; ${source.vintage}; n ${formatCount(source.observations)}${employers}; ${source.licence}${source.attribution !== null && html`<p class="source-facts">${source.attribution}`}`;
}

const ITEM = html`<li>`;

export function methodSection(report: Report): Markup {
  const { method, question, exclusions } = report;
  return html`<section class="section" aria-labelledby="method"><h2 id="method">${METHOD_HEADING}</h2>${
    method.steps.length > 0 && html`<ol class="steps">${opened(ITEM, method.steps)}</ol>`
  }${words(report)}${occupations(question)}${leftOut(exclusions)}<p class="quiet small">Method version ${method.version}.</p></section>`;
}

/** What the words beside the findings mean: each status, and each basis that this report uses. */
function words({ headline, sections }: Report): Markup {
  const used = new Set([headline.evidence.basis]);
  for (const id of SECTION_ORDER) for (const { evidence } of sections[id].findings) used.add(evidence.basis);
  return html`<dl class="words">${STATUS_ITEMS}${BASES.filter((basis) => used.has(basis)).map((basis) => html`<dt>${basis}<dd>${BASIS_MEANINGS[basis]}`)}</dl>`;
}

const STATUS_ITEMS = (['supported', 'modelled', 'insufficient'] as const).map(
  (status) => html`<dt>${statusMark(status)}<dd>${STATUS_MEANINGS[status]}`,
);

function occupations({ occupations: shares }: Report['question']): Markup | null {
  if (shares.length === 0) return null;
  return html`<details class="aside"><summary>Official occupations behind the title</summary><ul>${shares.map(
    ({ soc, title, share }) => html`<li>${title} (${soc}): ${formatPercent(share * 100)}`,
  )}</ul></details>`;
}

function leftOut(exclusions: Report['exclusions']): Markup | null {
  if (exclusions.length === 0) return null;
  return html`<details class="aside"><summary>Observations left out, and why</summary><ul>${exclusions.map(
    ({ reason, count }) => html`<li>${formatCount(count)}: ${reason}`,
  )}</ul></details>`;
}
