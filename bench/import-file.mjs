/** A large file of job offers, the same on every machine. */
import { DuckDBInstance } from '@duckdb/node-api';

const LEVELS = ['', 'Senior ', 'Junior ', 'Lead ', 'Staff ', 'Principal ', 'Associate ', 'Mid-Level '];
const FIELDS =
  'Software,Data,Machine Learning,Backend,Frontend,Cloud,Security,Product,Marketing,Sales,Mechanical,Civil,Quality,Network,Research,Finance,Tax,Legal,Design,Hardware'.split(
    ',',
  );
const WORKERS =
  'Engineer,Analyst,Scientist,Developer,Specialist,Consultant,Architect,Administrator,Technician,Planner'.split(',');
/** One town a state, so that a place is known by its state again. */
const TOWNS = [
  'Austin, TX',
  'Boston, MA',
  'San Francisco, CA',
  'Seattle, WA',
  'Chicago, IL',
  'Denver, CO',
  'Atlanta, GA',
  'Miami, FL',
  'Phoenix, AZ',
  'Detroit, MI',
  'Minneapolis, MN',
  'Nashville, TN',
  'Raleigh, NC',
  'Salt Lake City, UT',
  'Baltimore, MD',
  'Newark, NJ',
  'Cleveland, OH',
  'Milwaukee, WI',
  'New Orleans, LA',
  'Las Vegas, NV',
];
/** Words at the end of a title that make it another one without being noise. */
const TEAMS = 60;
const COMPANIES = 50_000;
/** Of so many rows one states the offer before it again. */
const REPEAT_EVERY = 100;

export const COLUMNS = ['title', 'company', 'location', 'salary_min', 'salary_max', 'currency', 'posted'];
export const TITLES = LEVELS.length * FIELDS.length * WORKERS.length * TEAMS;

/**
 * Writes the file. Every value is arithmetic on the number of the row, so that nothing depends on the engine.
 *
 * @param {string} path
 * @param {number} rows
 */
export async function writeOffers(path, rows) {
  const list = (/** @type {readonly string[]} */ texts) => `[${texts.map((text) => `'${text}'`).join(', ')}]`;
  const pick = (/** @type {readonly string[]} */ texts, /** @type {string} */ from) =>
    `(${list(texts)})[1 + (${from}) % ${texts.length}]`;
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(`COPY (
    SELECT ${pick(LEVELS, 't')} || ${pick(FIELDS, `t // ${LEVELS.length}`)} || ' '
        || ${pick(WORKERS, `t // ${LEVELS.length * FIELDS.length}`)} || ' - Team '
        || (t // ${LEVELS.length * FIELDS.length * WORKERS.length})::VARCHAR AS title,
      'Company ' || (x % ${COMPANIES})::VARCHAR || ${pick(['', ' Inc', ' LLC', ' Ltd'], 'x')} AS company,
      ${pick(TOWNS, 'y')} AS location,
      40000 + (y // 20 % 320) * 500 AS salary_min, 40000 + (y // 20 % 320) * 500 + (x // 7 % 64) * 1000 AS salary_max,
      ${pick(['USD', 'USD', 'USD', 'EUR'], 'x // 3')} AS currency,
      (DATE '2024-01-01' + (y // 6400 % 700)::INTEGER)::VARCHAR AS posted
    FROM (SELECT (j * 48271) % 2147483647 % ${TITLES} AS t, (j * 69621 + 11) % 2147483647 AS x, (j * 40692 + 5) % 2147483399 AS y
      FROM (SELECT i - (CASE WHEN i % ${REPEAT_EVERY} = ${REPEAT_EVERY - 1} THEN 1 ELSE 0 END) + 1 AS j FROM range(${rows}) r(i)))
  ) TO '${path}' (FORMAT csv, HEADER)`);
  connection.closeSync();
  instance.closeSync();
}
