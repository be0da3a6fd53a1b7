/** Days of a period that the model names by year, month or day. */

const YEAR = 4;
const MONTH = 7;

/** `2024` and `2024-02` begin on their first day; a day is itself. */
export function firstDay(date: string): string {
  if (date.length === YEAR) return `${date}-01-01`;
  return date.length === MONTH ? `${date}-01` : date;
}

/** `2024` and `2024-02` end on their last day; a day is itself. */
export function lastDay(date: string): string {
  if (date.length === YEAR) return `${date}-12-31`;
  if (date.length !== MONTH) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
