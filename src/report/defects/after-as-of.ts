/** Defect: a projection that does not start after the as-of date. */
import { findingsOf, nameOf, type Page } from './page.js';

const LOOKS_AHEAD = /\b(?:forecasts?|project(?:s|ed|ions?)|expected (?:to|change)|will be)\b/i;

/** What a page calls a forecast although its time is not after the as-of date, and forecasts drawn into the past. */
export function forecastsOfThePast(page: Page): string[] {
  const { asOf } = page.report.question;
  const told = findingsOf(page.report).flatMap((finding) => {
    if (finding.status === 'insufficient' || !LOOKS_AHEAD.test(finding.statement)) return [];
    const { period } = finding.evidence;
    const startsAfter = period !== null && period.from > asOf;
    const namesItsYears =
      period !== null &&
      period.to > asOf &&
      [period.from, period.to].every((date) => finding.statement.includes(date.slice(0, 4)));
    return startsAfter || namesItsYears
      ? []
      : [`${nameOf(page)}: ${finding.id} looks ahead from ${period?.from ?? 'no date'}, as of ${asOf}`];
  });
  const drawn = page.report.sections.overview.figures.flatMap((figure) => {
    if (figure.kind !== 'fan') return [];
    const early = figure.forecast.filter((point) => point.date <= asOf);
    const late = figure.observed.filter((point) => point.date > asOf);
    return [
      ...early.map((point) => `${nameOf(page)}: the fan forecasts ${point.date}, as of ${asOf}`),
      ...late.map((point) => `${nameOf(page)}: the fan observes ${point.date}, as of ${asOf}`),
    ];
  });
  return [...told, ...drawn];
}

/** Findings that rest on data later than the as-of date; what looks ahead says so itself. */
export function laterEvidence(page: Page): string[] {
  const { asOf } = page.report.question;
  return findingsOf(page.report).flatMap((finding) => {
    const { period } = finding.evidence;
    if (period === null || LOOKS_AHEAD.test(finding.statement)) return [];
    const last = period.to.length === 4 ? `${period.to}-12-31` : period.to;
    return last > asOf ? [`${nameOf(page)}: ${finding.id} rests on data to ${period.to}, as of ${asOf}`] : [];
  });
}
