const { viewOf } = await import(process.env.GOINGRATE_VIEW_MODULE ?? '');

// The fastest kind of template that Eleventy has: a function.
export const data = {
  pagination: { data: 'views', size: 1, alias: 'subject' },
  permalink: (/** @type {any} */ { subject }) => `${subject.path}/index.html`,
};

/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (/** @type {string} */ value) => value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** @param {any} finding */
const findingHtml = ({ id, status, statement, count, evidence, caveats }) =>
  `<div class="finding ${status}" id="${text(id)}"><p class="statement">${text(statement)}</p><details class="evidence"><summary><span class="status ${status}">${status}</span> <span class="count">${text(count)}</span> <span class="open">Evidence</span></summary><dl>${evidence.map((/** @type {any} */ row) => `<dt>${text(row.term)}<dd>${text(row.text)}`).join('')}</dl>${caveats.length === 0 ? '' : `<ul class="caveats">${caveats.map((/** @type {string} */ caveat) => `<li>${text(caveat)}`).join('')}</ul>`}</details></div>`;

/** @param {any} section */
const sectionHtml = ({ id, heading, findings, figures, ranges }) =>
  `<section class="section" aria-labelledby="${id}"><h2 id="${id}">${text(heading)}</h2><div class="findings">${findings.map(findingHtml).join('')}</div><div class="figures">${figures.join('')}</div>${ranges.length === 0 ? '' : `<table><tbody>${ranges.map((/** @type {string[]} */ cells) => `<tr>${cells.map((cell) => `<td>${text(cell)}`).join('')}`).join('')}</table>`}</section>`;

/** @param {any} data */
export function render({ subject }) {
  const view = viewOf(subject.report);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${text(view.title)}</title><meta name="description" content="${text(view.description)}"><link rel="stylesheet" href="../../style.css"></head><body><article class="report"><h1>${text(view.title)}</h1><p class="lead">${text(view.description)}</p>${view.sections.map(sectionHtml).join('')}<section><h2>Sources</h2><table><tbody>${view.sources.map((/** @type {string[]} */ cells) => `<tr>${cells.map((cell) => `<td>${text(cell)}`).join('')}`).join('')}</table></section></article></body></html>`;
}
