/** Growth of official pay, nominal and after consumer prices of the same months. */
import type { OfficialPay } from '../../analysis/official.js';
import type { Finding } from '../../core/finding.js';
import { formatPercent } from '../../core/format.js';
import { betweenWords, type Difference, differenceOf, quantityOf, sizeOf } from '../compared.js';
import { type ReportContext, withArticle } from '../context.js';
import { publishedCells } from '../published-cells.js';

/** The last year, and the time since the first comparable one. */
export function growthFindings(context: ReportContext): Finding[] {
  return [...lastYear(context), ...sinceFirst(context)];
}

function lastYear(context: ReportContext): Finding[] {
  const { officialGrowth, officialCountry, prices, question } = context.answers;
  if (officialGrowth === null || officialCountry === null) return [];
  const nominal = 100 * (officialGrowth.ratio - 1);
  const period = `from May ${officialGrowth.fromYear} to May ${officialGrowth.toYear}`;
  return [
    {
      id: 'overview.growth',
      status: 'supported',
      statement: `Official mean pay of ${mixOf(officialCountry)} ${moved(officialGrowth.ratio)} ${period} in ${withArticle(question.countryName)}${realWords(officialGrowth.ratio, prices)}.`,
      quantity: { value: Number(nominal.toFixed(2)), unit: 'percent/year', interval: null },
      evidence: publishedCells({
        n: officialCountry.rows.length,
        sources: prices === null ? [officialCountry.source] : [officialCountry.source, prices.source],
        years: [officialGrowth.fromYear, officialGrowth.toYear],
        place: question.place.country,
        scope: 'occupation mix, all levels',
        method: 'ratio of share-weighted means, deflated by consumer prices of the same months',
      }),
      caveats: [
        'The survey pools three years, so its year-on-year moves are smooth.',
        ...(prices === null ? [] : [NOMINAL]),
      ],
    },
  ];
}

const NOMINAL =
  'Only growth is given in real terms: the headline, its ageing and the forecast are nominal, moved by wages and not by prices.';

/** `Registered Nurses`, or the mix where there are several occupations. */
function mixOf({ rows }: OfficialPay): string {
  return rows.length === 1 ? rows[0]!.share.title : 'the mix';
}

function sinceFirst(context: ReportContext): Finding[] {
  const { costs, officialCountry, question } = context.answers;
  const { span } = costs;
  if (span === null || officialCountry === null) return [];
  const difference = differenceOf(span.ratio, span.interval);
  const nominal = difference.percent;
  const yearly = 100 * (span.ratio ** (1 / (span.toYear - span.fromYear)) - 1);
  const sure = difference.interval === null ? '' : ` (${limitsOf(difference)})`;
  return [
    {
      id: 'overview.growth.span',
      status: 'supported',
      statement: `Since May ${span.fromYear}, the first comparable year, official mean pay of ${mixOf(officialCountry)} in ${withArticle(question.countryName)} has ${nominal >= 0 ? 'risen' : 'fallen'} ${sizeOf(nominal, difference)}${sure}, ${formatPercent(yearly, 1)} a year${realWords(span.ratio, span.prices)}.`,
      quantity: quantityOf(difference),
      evidence: publishedCells({
        n: 2 * officialCountry.rows.length,
        sources: span.prices === null ? [span.source] : [span.source, span.prices.source],
        years: [span.fromYear, span.toYear],
        place: question.place.country,
        scope: 'occupation mix, all levels',
        method: 'ratio of share-weighted means of one taxonomy, deflated by consumer prices of the same months',
      }),
      caveats: [
        span.interval === null
          ? 'Both years share survey panels: their joint error is not published.'
          : 'Years this far apart share no survey panel: their errors are taken as independent.',
      ],
    },
  ];
}

/** `between 15% and 18%`; which way each limit lies is said only where they lie on both sides of no change. */
function limitsOf(difference: Difference): string {
  const words = betweenWords(difference, ['up', 'down']);
  return / (?:up|down) and /.test(words) ? words : words.replace(/ (?:up|down)$/, '');
}

/** `; consumer prices rose 2.4%, so in real terms pay fell 0.3%`; empty without prices. */
function realWords(ratio: number, prices: { readonly ratio: number } | null): string {
  if (prices === null) return '';
  return `; consumer prices ${moved(prices.ratio)}, so in real terms pay ${moved(ratio / prices.ratio)}`;
}

function moved(ratio: number): string {
  const percent = 100 * (ratio - 1);
  return `${percent >= 0 ? 'rose' : 'fell'} ${formatPercent(Math.abs(percent), 1)}`;
}
