/** The page of `site-view.mjs` in our own markup, as the templates of the other generators have it. */
import { html, trusted } from '../dist/render/html/markup.js';

/** @typedef {import('./site-view.mjs').PageView} PageView */

/** @param {PageView} view @returns {string} */
export function drawView(view) {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${view.title}</title><meta name="description" content="${view.description}"><link rel="stylesheet" href="../../style.css"></head><body><article class="report"><h1>${view.title}</h1><p class="lead">${view.description}</p>${view.sections.map(section)}<section><h2>Sources</h2>${rows(view.sources)}</section></article></body></html>`
    .value;
}

/** @param {PageView['sections'][number]} section */
function section({ id, heading, findings, figures, ranges }) {
  return html`<section class="section" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><div class="findings">${findings.map(finding)}</div><div class="figures">${figures.map(trusted)}</div>${ranges.length > 0 && rows(ranges)}</section>`;
}

/** @param {PageView['sections'][number]['findings'][number]} finding */
function finding({ id, status, statement, count, evidence, caveats }) {
  return html`<div class="finding ${status}" id="${id}"><p class="statement">${statement}</p><details class="evidence"><summary><span class="status ${status}">${status}</span> <span class="count">${count}</span></summary><dl>${evidence.map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>${caveats.length > 0 && html`<ul class="caveats">${caveats.map((caveat) => html`<li>${caveat}</li>`)}</ul>`}</details></div>`;
}

/** @param {readonly (readonly string[])[]} table */
function rows(table) {
  return html`<table><tbody>${table.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
}
