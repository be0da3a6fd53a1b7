/** Paragraphs, headings and lists of terms. */
import { BLANK, indent, type Line, line, span, type Tone } from '../line.js';
import { MARGIN, type Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padEnd, wrap } from '../wrap.js';

/** A text in lines of the page's measure. */
export function paragraph(text: string, page: Page, tone: Tone = 'plain'): Line[] {
  return wrap(text, page.width).map((words) => line(words, tone));
}

/** A heading, word for word and alone on its line, over a rule. */
export function heading(text: string, page: Page): Line[] {
  return [BLANK, BLANK, line(text, 'accent-strong'), line(page.glyphs.rule.repeat(page.width), 'dim')];
}

/** What the rule under the heading of a part is made of: a character that can be typed, so a pager finds the parts with `/==`. */
const PART_RULE = '=';

/** A part of the report: the heading word for word and alone on its line, a rule under it, then the text. */
export function titledPart(text: string, body: readonly Line[], page: Page): Line[] {
  const rule = line(PART_RULE.repeat(page.width), 'dim');
  return [BLANK, BLANK, ...indent([line(text, 'accent-strong'), rule, ...body], MARGIN)];
}

export interface Term {
  readonly name: string;
  /** Each begins a line of its own. */
  readonly values: readonly string[];
  readonly tone?: Tone;
  /** Sentences that stand apart: each gets a mark. */
  readonly marked?: boolean;
}

/** Names in one column and values in another; terms without a value are left out. */
export function termList(terms: readonly Term[], page: Page): Line[] {
  const shown = terms.map((term) => ({ ...term, values: term.values.filter((value) => value !== '') }));
  const width = Math.max(0, ...shown.filter(({ values }) => values.length > 0).map(({ name }) => textWidth(name))) + 2;
  return shown.flatMap(({ name, values, tone = 'plain', marked = false }) => {
    const mark = marked && values.length > 1 ? page.glyphs.separator.trimStart() : '';
    return values
      .flatMap((value) =>
        wrap(value, page.width - width - textWidth(mark)).map(
          (text, line) => padEnd(line === 0 ? mark : '', textWidth(mark)) + text,
        ),
      )
      .map((text, index) => [span(padEnd(index === 0 ? name : '', width), 'dim'), span(text, tone)]);
  });
}
