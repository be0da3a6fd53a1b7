import { readFileSync } from 'node:fs';

// Read once, and out of the data that Eleventy copies from page to page.
const { views } = JSON.parse(readFileSync(process.env.GOINGRATE_PAGES ?? '', 'utf8'));

// The fastest kind of template that Eleventy has: a function.
export const data = {
  pagination: { data: 'pages', size: 1, alias: 'subject' },
  permalink: (/** @type {any} */ { subject }) => `${subject.path}/index.html`,
};

/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (/** @type {string} */ value) => value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** @param {any} finding */
const findingHtml = ({ id, status, statement, count, evidence, caveats }) =>
  `<div class="finding ${text(status)}" id="${text(id)}"><p class="statement">${text(statement)}</p><details class="evidence"><summary><span class="status ${text(status)}">${text(status)}</span> <span class="count">${text(count)}</span></summary><dl>${evidence.map((/** @type {any} */ row) => `<dt>${text(row.term)}</dt><dd>${text(row.text)}</dd>`).join('')}</dl>${caveats.length === 0 ? '' : `<ul class="caveats">${caveats.map((/** @type {string} */ caveat) => `<li>${text(caveat)}</li>`).join('')}</ul>`}</details></div>`;

/** @param {string[][]} rows */
const rowsHtml = (rows) =>
  `<table><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

/** @param {any} section */
const sectionHtml = ({ id, heading, findings, figures, ranges }) =>
  `<section class="section" aria-labelledby="${text(id)}"><h2 id="${text(id)}">${text(heading)}</h2><div class="findings">${findings.map(findingHtml).join('')}</div><div class="figures">${figures.join('')}</div>${ranges.length === 0 ? '' : rowsHtml(ranges)}</section>`;

/** @param {any} data */
export function render({ subject }) {
  const view = views[subject.view];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${text(view.title)}</title><meta name="description" content="${text(view.description)}"><link rel="stylesheet" href="../../style.css"></head><body><article class="report"><h1>${text(view.title)}</h1><p class="lead">${text(view.description)}</p>${view.sections.map(sectionHtml).join('')}<section><h2>Sources</h2>${rowsHtml(view.sources)}</section></article></body></html>`;
}
