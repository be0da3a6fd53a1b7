/** What a reader can do with a report: take its numbers, cite it, say what is wrong. */
import type { Report } from '../../report/model.js';
import { citationBlock } from './citation.js';
import { correctionBlock } from './correction-block.js';
import { downloadsBlock } from './downloads-block.js';
import type { PageFrame } from './frame.js';
import { html, type Markup } from './markup.js';

export interface UseOptions {
  readonly frame: PageFrame;
  readonly scripted: boolean;
}

export function useSection(report: Report, { frame, scripted }: UseOptions): Markup {
  const downloads = frame.kind === 'site' && frame.path.endsWith('/') ? downloadsBlock(report) : null;
  return html`<section class="section use" aria-labelledby="use"><h2 id="use">Use this report</h2><div class="use-parts">${
    downloads && html`<div><h3>Download</h3>${downloads}</div>`
  }<div><h3>Cite</h3>${citationBlock(report, frame)}</div></div>${scripted && correctionBlock()}</section>`;
}
