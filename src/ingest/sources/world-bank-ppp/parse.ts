/** Purchasing power parities: the publisher's answer as JSON, or a copy as text. */
import { jsonList, jsonNumber, jsonObject, jsonText } from '../../json-values.js';
import type { RawReader } from '../../raw-reader.js';

const ANSWER = 'fx-ppp/PA.NUS.PPP.json';
const COPY = 'fx-ppp/ppp_gdp_worldbank.csv';

export interface ParityRecord {
  /** Two letters, of a country or of a group of countries. */
  readonly area: string | null;
  readonly year: string | null;
  readonly value: string | null;
}

export async function parseParities(raw: RawReader): Promise<ParityRecord[]> {
  if (await raw.has(ANSWER)) return parityAnswer(await raw.json(ANSWER));
  const records = await raw.records(COPY, ['Country ID', 'Year', 'PPP']);
  return records.map((record) => ({ area: record['Country ID'], year: record.Year, value: record.PPP }));
}

/**
 * The records of the publisher's answer: a list of two, what is paged and what is asked for.
 *
 * @throws {SourceError} SOURCE_VALUE
 */
export function parityAnswer(answer: unknown): ParityRecord[] {
  const [, records] = jsonList(answer, 'The answer for PA.NUS.PPP');
  return jsonList(records, 'The list of records for PA.NUS.PPP').map((value) => {
    const record = jsonObject(value, 'A record for PA.NUS.PPP');
    const parity = jsonNumber(record.value, 'A value for PA.NUS.PPP');
    return {
      area: jsonText(jsonObject(record.country, 'A country for PA.NUS.PPP').id, 'A country code for PA.NUS.PPP'),
      year: jsonText(record.date, 'A year for PA.NUS.PPP'),
      value: parity === null ? null : String(parity),
    };
  });
}
