/** What follows the nine sections: the sources, the method, what was left out. */
import { formatCount, formatPercent } from '../../core/format.js';
import { METHOD_HEADING, type Report, SOURCES_HEADING } from '../../report/model.js';
import { countOf } from '../format/evidence-rows.js';
import { sourceId } from './answer.js';
import { html, type Markup } from './markup.js';

type Source = Report['sources'][number];

/** An address that may be followed: encrypted web pages only. */
export function safeAddress(address: string): string | null {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' ? url.href : null;
}

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
  return html`<li id="${sourceId(source.id)}"><p class="source-name">${name}</p><p>${source.role}</p><p class="source-facts">${source.publisher}; ${source.vintage}; n ${formatCount(source.observations)}${employers}; ${source.licence}</p>${source.attribution !== null && html`<p class="source-facts">${source.attribution}</p>`}</li>`;
}

export function methodSection({ method, question, exclusions }: Report): Markup {
  return html`<section class="section" aria-labelledby="method"><h2 id="method">${METHOD_HEADING}</h2>${
    method.steps.length > 0 && html`<ol class="steps">${method.steps.map((step) => html`<li>${step}</li>`)}</ol>`
  }${occupations(question)}${leftOut(exclusions)}<p class="quiet">Method version ${method.version}.</p></section>`;
}

function occupations({ occupations: shares }: Report['question']): Markup | null {
  if (shares.length === 0) return null;
  return html`<details class="more"><summary>Official occupations behind the title</summary><ul>${shares.map(
    ({ soc, title, share }) => html`<li>${title} (${soc}): ${formatPercent(share * 100)}</li>`,
  )}</ul></details>`;
}

function leftOut(exclusions: Report['exclusions']): Markup | null {
  if (exclusions.length === 0) return null;
  return html`<details class="more"><summary>Observations left out, and why</summary><ul>${exclusions.map(
    ({ reason, count }) => html`<li>${formatCount(count)}: ${reason}</li>`,
  )}</ul></details>`;
}
