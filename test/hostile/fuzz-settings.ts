/** How many mutants a run makes, and from which seed. */

const EVERY_RUN = 20_000;
const USUAL_SEED = 20_260_401;
/** More time than any engine needs for one mutant, in milliseconds. */
const MOST_TIME_EACH = 5;
const LEAST_TIME = 180_000;

/** @throws {Error} when the variable is set and is not a whole number */
function wholeNumber(name: string, usual: number): number {
  const text = process.env[name] ?? '';
  if (text === '') return usual;
  if (!/^\d{1,10}$/.test(text)) throw new Error(`${name} is "${text}", which is not a whole number.`);
  return Number(text);
}

export const fuzzCount = wholeNumber('GOINGRATE_FUZZ', EVERY_RUN);
export const fuzzSeed = wholeNumber('GOINGRATE_FUZZ_SEED', USUAL_SEED);
export const fuzzTimeout = Math.max(LEAST_TIME, MOST_TIME_EACH * fuzzCount);
