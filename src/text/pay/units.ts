/** Units of pay, in the order of their numbers. */
export const UNITS = ['hour', 'day', 'week', 'month', 'year'] as const;
export type PayUnit = (typeof UNITS)[number];

export const HOUR = 0;
export const DAY = 1;
export const WEEK = 2;
export const MONTH = 3;
export const YEAR = 4;
/** A rate that no unit expresses: a fortnight, a quarter, a shift, a mile. */
export const OTHER_RATE = 5;
