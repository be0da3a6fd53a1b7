/** Rows of the files that hold a few occupations of information technology. */
import type { DraftRow } from '../../connector.js';
import { type EarningsFigures, earningsRow, hasPay } from '../../earnings-row.js';
import type { Exclusions } from '../../exclusions.js';
import { requiredNumber, rounded } from '../../fields.js';
import { type JsonObject, jsonNumber, jsonObject, jsonText } from '../../json-values.js';
import type { IctFile } from './ict-files.js';

/** Half the width of a 95% interval in standard errors. */
const NORMAL_95 = 1.96;

export function ictRows(content: unknown, terms: IctFile, excluded: Exclusions): DraftRow<'earnings'>[] {
  const { occupations } = jsonObject(jsonObject(content, terms.file).data, `'data' of ${terms.file}`);
  return Object.entries(jsonObject(occupations, `'occupations' of ${terms.file}`)).flatMap(([code, value]) => {
    const occupation = jsonObject(value, `occupation ${code} of ${terms.file}`);
    const label = jsonText(occupation.title, `title of ${code}`)
      .replace(/^\d{4} /, '')
      .trim();
    return byYear(occupation, code).flatMap(([year, cell]) => {
      const row = earningsRow({
        country: terms.country,
        place: terms.country,
        placeName: terms.name,
        taxonomy: terms.taxonomy,
        code,
        label,
        year: requiredNumber(year, `year of ${code}`),
        unit: terms.unit,
        currency: terms.currency,
        population: terms.population,
        ...figuresOf(jsonObject(cell, `${year} of ${code}`), terms),
      });
      if (!hasPay(row)) excluded.add('no figure published');
      return hasPay(row) ? [row] : [];
    });
  });
}

/** Figures by year: a list of years, or one year beside its figures. */
function byYear(occupation: JsonObject, code: string): [string, unknown][] {
  const { dispersion_by_year: years, dispersion, year } = occupation;
  if (years !== undefined) return Object.entries(jsonObject(years, `years of ${code}`));
  return [[jsonText(year, `year of ${code}`), dispersion]];
}

function figuresOf(cell: JsonObject, { figures, margins, jobsTimes = 1 }: IctFile): EarningsFigures {
  const at = (name: string | undefined) => (name === undefined ? null : jsonNumber(cell[name], name));
  const stated = Object.fromEntries(Object.entries(figures).map(([figure, name]) => [figure, at(name)]));
  const jobs = at(figures.jobs);
  return {
    ...stated,
    jobs: jobs === null ? null : Math.round(jobs * jobsTimes),
    meanRsePercent: relativeError(at(margins?.mean), at(figures.mean)),
    medianRsePercent: relativeError(at(margins?.p50), at(figures.p50)),
  };
}

/** Standard error in percent of the figure, from half the width of its 95% interval. */
function relativeError(margin: number | null, figure: number | null): number | null {
  return margin === null || figure === null ? null : rounded(((margin / NORMAL_95) * 100) / figure, 2);
}
