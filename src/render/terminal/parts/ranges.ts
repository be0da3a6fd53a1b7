/** The first advertised ranges behind the posted figure: the range and its title, below it where it comes from. */

import type { Report } from '../../../report/model.js';
import { type Ranges, SCREEN_RANGES } from '../../../report/ranges.js';
import { sourceName } from '../../format/evidence-rows.js';
import { BLANK, indent, type Line, line } from '../line.js';
import type { Page } from '../page.js';
import { wrapItems } from '../wrap.js';
import { paragraph } from './prose.js';

const INSET = 3;

export function rangesLines(ranges: Ranges, report: Report, page: Page): Line[] {
  const { title, titleOnScreen = title, statement, rows, onScreen } = ranges;
  return [
    ...paragraph(titleOnScreen, page, 'strong'),
    ...paragraph(statement, page, 'dim'),
    BLANK,
    ...rows.slice(0, SCREEN_RANGES).flatMap((row) => rowLines(row, report, page)),
    ...(onScreen === undefined ? [] : [BLANK, ...paragraph(onScreen, page, 'dim')]),
  ];
}

function rowLines(row: Ranges['rows'][number], report: Report, page: Page): Line[] {
  const { title, employer, pay, place, level, seen, source, repeats } = row;
  const times = repeats > 1 ? ` (${repeats} times)` : '';
  const facts = [employer, place, level, seen.label, sourceName(source, report)].filter((fact) => fact !== null);
  const { separator } = page.glyphs;
  return [
    ...wrapItems([`${pay.label}${times}`, title], separator, page.width).map((text) => line(text)),
    ...indent(
      wrapItems(facts, separator, page.width - INSET).map((text) => line(text, 'dim')),
      INSET,
    ),
  ];
}
