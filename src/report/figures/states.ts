/** Tile map: official median of the leading occupation by state. */
import { currencySign, formatCount } from '../../core/format.js';
import type { ReportContext } from '../context.js';
import type { Figure } from '../model.js';

type Tile = Extract<Figure, { kind: 'tiles' }>['tiles'][number];

/** The fifty states and the District of Columbia, two-letter codes. */
const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  );

export function statesFigure(context: ReportContext, stateNames: ReadonlyMap<string, string>): Figure | null {
  const { states, officialCountry, question } = context.answers;
  const main = question.occupations[0];
  if (officialCountry === null || main === undefined || question.place.country !== 'US') return null;
  const ranked = states
    .flatMap(({ place, median }) => (median === null ? [] : [{ place, median }]))
    .sort((a, b) => a.median - b.median);
  const base = {
    id: 'state-map',
    subtitle: `Official median pay of ${main.title}, ${context.currency} a year, all levels, May ${officialCountry.year}`,
    sourceLine: `${context.sourceNames([...new Set(states.map((state) => state.source))])}; hatched where the survey publishes no median`,
  };
  const lowest = ranked[0];
  const highest = ranked.at(-1);
  if (lowest === undefined || highest === undefined) {
    const title = `No state has a published median for ${main.title}`;
    return { ...base, kind: 'empty', title, alt: title };
  }
  const name = (place: string): string => stateNames.get(place) ?? place;
  const tiles: Tile[] = STATES.map((short) => {
    const place = `US-${short}`;
    const rank = ranked.findIndex((entry) => entry.place === place);
    const entry = ranked[rank];
    return {
      id: place,
      name: name(place),
      short,
      at: entry === undefined ? null : { value: entry.median, label: context.moneyShort(entry.median) },
      printed: entry === undefined ? null : formatCount(entry.median / 1000),
      fifth: entry === undefined ? null : Math.min(5, Math.floor((5 * rank) / ranked.length) + 1),
      highlight: question.statePlaceId === place,
    };
  });
  return {
    ...base,
    kind: 'tiles',
    title: `From ${context.moneyShort(lowest.median)} in ${name(lowest.place)} to ${context.moneyShort(highest.median)} in ${name(highest.place)}`,
    alt: `${ranked.length} states have a published median; highest: ${ranked
      .slice(-5)
      .reverse()
      .map((entry) => `${name(entry.place)} ${context.moneyShort(entry.median)}`)
      .join(', ')}`,
    unit: `${currencySign(context.currency)} thousand a year`,
    tiles,
  };
}
