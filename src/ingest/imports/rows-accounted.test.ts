/** The engine's decisions about rows against a plain reading of the same rules, on tables made at random. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ADVERTISED,
  type Cells,
  csvText,
  importInput,
  inputOf,
  type MarketFolder,
  quarantinedRows,
  storedRows,
  temporaryMarket,
} from '../../../test/fixtures/imported-market.js';
import { OWN_READING } from '../../../test/fixtures/own-reading.js';
import { openImportWorkshop } from '../../store/duckdb/imports/import-workshop.js';
import { implausible, type PayUnit, payColumns } from '../stated-pay.js';
import type { Mapping, RecordKind } from './mapping.js';
import { ownEmployerId } from './own-market/own-employer-id.js';
import { readCurrency } from './values/read-currency.js';
import { readDate } from './values/read-date.js';
import { readEmployment } from './values/read-employment.js';
import { readPayText } from './values/read-pay-text.js';
import { readPlaceParts } from './values/read-place.js';
import { readUnit } from './values/read-unit.js';
import { currencyOfSign } from './values/shared-signs.js';

const COLUMNS = ['title', 'firm', 'place', 'low', 'high', 'money', 'per', 'when', 'type'];

const CELLS: readonly (readonly (string | null)[])[] = [
  ['Data Engineer', 'Senior Data Engineer', 'Nurse', '', '(Remote)', '=1+1', 'Zürich "Chef", Koch'],
  ['Acme', 'ACME, Inc.', 'Other', null, 'n/a', "Robert'); DROP TABLE rows;--"],
  ['Austin, TX', 'Berlin', 'Toronto', 'Stockholm', 'Atlantis', null],
  ['90000', '120,000', '$95k', '45.5', '', '0', '-5', 'lots', '4000', '1e5', 'nan'],
  ['100000', '120000', '60.25', '', 'n/a', '5000', '€130.000', '9e9'],
  ['USD', 'EUR', '$', 'Swedish Krona', null, 'kr', 'gold', 'cad'],
  ['year', 'per hour', 'monthly', '', 'century', null],
  ['2026-01-05', '2026-01-31T10:00:00Z', '2024-05-31', 'Apr 2025', '13/04/2025', '04/05/2025', '', '2027-01-01', '?!'],
  ['full time', 'FULL_TIME', 'part-time', null, 'Internship', 'whatever'],
];

const MAPPING: Mapping = {
  ...ADVERTISED,
  columns: {
    title: 'title',
    employer: 'firm',
    place: 'place',
    payLow: 'low',
    payHigh: 'high',
    currency: 'money',
    unit: 'per',
    date: 'when',
    employment: 'type',
  },
};

const tables = fc.array(fc.tuple(...CELLS.map((cells) => fc.constantFrom(...cells))), { minLength: 1, maxLength: 120 });

let market: MarketFolder;
beforeEach(() => {
  market = temporaryMarket();
});
afterEach(() => market.remove());

describe('rows of random tables', () => {
  it.each(['advertised', 'paid'] as const)(
    'are imported, repeated or set aside as the rules say (%s)',
    async (kind) => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(tables, tables, async (first, second) => {
          run += 1;
          const own = { own: `${market.own}-${kind}-${run}` };
          const seen: string[] = [];
          for (const [at, rows] of [first, second].entries()) {
            const path = market.file(`${run}-${at}.csv`, csvText(COLUMNS, rows));
            // Whether all rows or the first alone are looked through before must make no difference.
            const workshop = openImportWorkshop({ memoryMegabytes: 400, firstRows: run % 2 === 0 ? 7 : 1000 });
            const outcome = await importInput(own, inputOf(path, COLUMNS), { ...MAPPING, kind }, { workshop });
            const expected = reference(rows, kind, seen);
            if (JSON.stringify(first) === JSON.stringify(second) && at === 1) return;
            expect(outcome.summary).toEqual(expected.summary);
            expect(Object.fromEntries(outcome.reasons.map(({ reason, count }) => [reason, count]))).toEqual(
              expected.reasons,
            );
            const listed = outcome.quarantine === null ? [] : await quarantinedRows(outcome.quarantine);
            expect(listed.map(({ row, reason }) => [Number(row), reason])).toEqual(expected.quarantined);
          }
          const stored = await storedRows(own, 'pay');
          expect(stored.flatMap((row) => Array(Number(row.repeats)).fill(0)).length).toBe(seen.length);
        }),
        { numRuns: 8, seed: 20_260_630, endOnFailure: true },
      );
    },
  );
});

interface Judged {
  readonly reason: string | null;
  /** What makes two rows one; for the market, with the month or the day. */
  readonly key: string;
}

/** The rules once more, row by row. @param seen keys that the market holds; grows by what is imported */
function reference(rows: readonly Cells[], kind: RecordKind, seen: string[]) {
  const dated = rows.map((row) => judge(row, kind, null));
  const newest =
    dated
      .flatMap(({ reason, day }) => (reason === null && day !== null ? [day] : []))
      .sort()
      .at(-1) ?? null;
  const judged = rows.map((row) => judge(row, kind, newest));
  const quarantined = judged.flatMap(({ reason }, at) => (reason === null ? [] : [[at + 1, reason] as const]));
  const usable = judged.filter(({ reason }) => reason === null);
  const before = [...seen];
  let imported = 0;
  for (const { key } of usable) {
    if (kind === 'paid') {
      const match = before.indexOf(key);
      if (match >= 0) before.splice(match, 1);
      else imported += 1;
      if (match < 0) seen.push(key);
    } else if (!before.includes(key)) {
      if (!seen.includes(key)) imported += 1;
      seen.push(key);
    }
  }
  const reasons: Record<string, number> = {};
  for (const [, reason] of quarantined) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    summary: { rows: rows.length, imported, repeated: usable.length - imported, quarantined: quarantined.length },
    reasons,
    quarantined: quarantined.map((one) => [...one]),
  };
}

function judge(row: Cells, kind: RecordKind, newest: string | null): Judged & { readonly day: string | null } {
  const [title, firm, place, low, high, money, per, when, type] = row.map((cell) =>
    cell === '' ? null : cell,
  ) as Cells;
  const read = title === null || title === undefined ? null : OWN_READING.readTitle(title);
  const facts = readPlaceParts({ place: place ?? null, city: null, region: null, country: null }, OWN_READING);
  const fullTime = readEmployment(type ?? null);
  const one = amountOf(low ?? null);
  const other = amountOf(high ?? null);
  const stated = one.stated || other.stated;
  const least = one.stated ? one.amount : other.amount;
  const most = other.stated ? other.amount : one.amount;
  const own = facts === null ? null : OWN_READING.currencyOf(facts.country);
  const column = readCurrency(money ?? null);
  const named = one.currency ?? other.currency;
  const sign = one.family ?? other.family;
  const currency =
    named ??
    (sign === null ? column.currency : null) ??
    (sign !== null ? currencyOfSign(sign, own) : column.family !== null ? currencyOfSign(column.family, own) : null) ??
    (sign === null && !column.stated ? own : null);
  const unitCell = readUnit(per ?? null);
  const unit =
    one.unit ?? other.unit ?? unitCell.unit ?? (unitCell.stated || most === null ? null : bySize(most, currency));
  const date = dayOf(when ?? null);
  const day = date.day ?? (date.said ? null : newest);
  const fault = (): string | null => {
    if (read === null || read.title === '') return 'no title';
    if (facts === null) return 'place not recognised, or in several countries';
    if (fullTime === false) return 'not regular full-time work';
    if (!stated) return 'no pay stated';
    if (least === null || most === null) return 'pay not understood';
    if (unit === null) return 'pay period not understood';
    if (unit === 'hour' && fullTime === null) return 'hourly pay without full-time work stated';
    if (currency === null) return 'currency not recognised';
    if (least <= 0 || most <= 0) return 'pay is zero or negative';
    if (least > most) return 'lower end above the upper';
    if (date.said && date.day === null) return 'date not understood';
    if (day === null) return 'no date';
    if (day > OWN_READING.today) return 'date in the future';
    const rate = OWN_READING.rate(currency, day.slice(0, 7));
    if (rate === null) return null;
    const { annualLow, annualHigh } = payColumns({ unit, low: least, high: most });
    return implausible({ country: facts.country, annualLowUsd: annualLow / rate, annualHighUsd: annualHigh / rate });
  };
  const employer = firm === null || firm === 'n/a' ? 0 : ownEmployerId(OWN_READING.employerKey(firm as string));
  const period = kind === 'paid' ? day : day?.slice(0, 7);
  const said = [
    facts?.country,
    facts?.region,
    read?.title,
    read?.level,
    read?.role,
    employer,
    currency,
    unit,
    least,
    most,
  ];
  return { reason: fault(), key: [...said, period].join('|'), day };
}

function amountOf(text: string | null) {
  const nothing = {
    stated: false,
    amount: null as number | null,
    currency: null as string | null,
    family: null as string | null,
    unit: null as PayUnit | null,
  };
  if (text === null) return nothing;
  const plain = /^-?\d+(?:\.\d+)?(?:e\d+)?$/.test(text)
    ? Number(text)
    : /^\d{1,3}(?:,\d{3})+$/.test(text)
      ? Number(text.replaceAll(',', ''))
      : null;
  if (plain !== null) return { ...nothing, stated: true, amount: plain };
  const { stated, low, high, currency, family, unit } = readPayText(text, '.');
  return { stated, amount: low === high ? low : null, currency, family, unit };
}

/** As pay strings do: units of about a dollar, roughly. */
function bySize(amount: number, currency: string | null): PayUnit {
  const perDollar = currency === 'SEK' ? 5 : 1;
  const size = amount / perDollar;
  return size >= 15_000 ? 'year' : size >= 1000 ? 'month' : size >= 250 ? 'day' : 'hour';
}

function dayOf(text: string | null): { readonly said: boolean; readonly day: string | null } {
  if (text === null) return { said: false, day: null };
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return { said: true, day: text.slice(0, 10) };
  const { stated, date } = readDate(text, null);
  return { said: stated, day: date };
}
