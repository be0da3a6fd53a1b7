/** Every pair: the difference, what limits it, and what it rests on. */
import type { Comparison } from '../../../report/comparison-model.js';
import { saidOnce, withoutRepeats } from '../../format/said-once.js';
import { BLANK, hang, type Line, line } from '../line.js';
import type { Page } from '../page.js';
import { evidenceCounts, gradeWords } from '../parts/evidence.js';
import { statusMark } from '../parts/finding.js';
import { wrap, wrapItems } from '../wrap.js';

const HANG = 3;

/** One block a pair; a caveat that several share stands with the first. */
export function differenceLines({ differences: pairs }: Comparison, page: Page): Line[] {
  const differences = withoutRepeats(pairs);
  const caveats = saidOnce(differences.map(({ finding }) => finding.caveats));
  const room = page.width - HANG;
  return differences.flatMap(({ finding }, at) => {
    const { evidence, missing, status, statement } = finding;
    const quiet = status === 'insufficient';
    const limits = [...(missing === undefined ? [] : [missing]), ...caveats[at]!.map((caveat) => `Note: ${caveat}`)];
    const grade = gradeWords(evidence);
    const items = quiet ? [] : [...evidenceCounts(evidence), ...(grade === '' ? [] : [`grade ${grade}`])];
    return [
      BLANK,
      ...hang(
        statusMark(status, page),
        [
          ...wrap(statement, room).map((text) => line(text, quiet ? 'dim' : 'plain')),
          ...limits.flatMap((limit) => wrap(limit, room).map((text) => line(text, 'dim'))),
          ...wrapItems(items, page.glyphs.separator, room).map((text) => line(text, 'dim')),
        ],
        HANG,
      ),
    ];
  });
}
