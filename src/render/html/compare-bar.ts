/** From a report to the same question one level or one place further. */
import { LEVELS } from '../../core/level.js';
import type { Report } from '../../report/model.js';
import type { SiteFrame } from './frame.js';
import { html, type Markup } from './markup.js';

export interface RelatedPage {
  /** Relative to the page. */
  readonly href: string;
  readonly name: string;
}

type Question = Report['question'];

/**
 * Links to comparisons with neighbouring levels and, where a server answers, a form that asks for any other.
 *
 * @param related further pages of the site that exist
 */
export function compareBar(report: Report, frame: SiteFrame, related: readonly RelatedPage[] = []): Markup {
  const { question } = report;
  const others = [...related.map(({ href, name }) => html`<li><a href="${href}">${name}</a>`)];
  return html`<section class="compare-bar" aria-labelledby="compare-bar" data-island="compare"><h2 id="compare-bar">Compare</h2><ul class="links">${levelLinks(question, frame)}${others}${!frame.live && html`<li><a href="${compareAddress(frame, question)}">Another job, level or place</a>`}</ul>${frame.live && compareForm(question, frame)}</section>`;
}

function compareAddress(
  { root }: SiteFrame,
  question: Question,
  second: Readonly<Record<string, string>> = {},
): string {
  const first = { title1: question.title, in1: question.place.id, level1: question.level?.id ?? '' };
  const given = Object.entries({ ...first, ...second }).filter(([, value]) => value !== '');
  return `${root}compare/index.html?${new URLSearchParams(given)}`;
}

/** The nearest levels below and above within the same track. */
function levelLinks(question: Question, frame: SiteFrame): Markup[] {
  const own = LEVELS.find(({ id }) => id === question.level?.id);
  if (own === undefined) return [];
  const track = LEVELS.filter((level) => level.track === own.track && level.rank !== own.rank);
  const below = track.filter(({ rank }) => rank < own.rank).at(-1);
  const above = track.find(({ rank }) => rank > own.rank);
  return [below, above]
    .filter((level) => level !== undefined)
    .map(({ id, name }) => {
      const second = { title2: question.role.name, in2: question.place.id, level2: id };
      return html`<li><a href="${compareAddress(frame, question, second)}">${name} level</a>`;
    });
}

function compareForm(question: Question, { root }: SiteFrame): Markup {
  const { title, place, level } = question;
  return html`<details class="aside"><summary>Another job, level or place</summary><form class="compare-form" action="${root}compare/index.html" method="get"><input type="hidden" name="title1" value="${title}"><input type="hidden" name="in1" value="${place.id}">${level && html`<input type="hidden" name="level1" value="${level.id}">`}<label class="field">Job<input name="title2" value="${title}" maxlength="300" required autocomplete="off"></label><label class="field">Level<select name="level2"><option value="">as the title says</option>${LEVELS.map(
    ({ id, name }) => html`<option value="${id}">${name}</option>`,
  )}</select></label><label class="field">Place<input name="in2" value="${place.name}" maxlength="100" autocomplete="off"></label><button>Compare</button></form></details>`;
}
