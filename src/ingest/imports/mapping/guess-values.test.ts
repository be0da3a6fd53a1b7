import { beforeAll, describe, expect, it } from 'vitest';
import { type Cells, openGuess, useOf } from '../../../../test/fixtures/guess-columns.js';

let guess: Awaited<ReturnType<typeof openGuess>>;
beforeAll(async () => {
  guess = await openGuess();
});

const columnsOf = (cells: Cells) => guess(cells).mapping.columns;

const TITLES = ['Software Engineer', 'Data Analyst', 'Nurse'];

describe('values of columns', () => {
  it('settle what names leave open', () => {
    const cells = {
      a: TITLES,
      b: ['$120,000 - $150,000 a year', '$90k'],
      c: ['Austin, TX', 'Seattle, WA'],
      d: ['15-1252', '29-1141'],
      id: ['1', '2', '3', '4'],
    };
    expect(columnsOf(cells)).toEqual({ title: 'a', pay: 'b', place: 'c', occupation: 'd' });
  });

  it('overrule names that do not fit', () => {
    const found = guess({
      Title: ['4711', '4712', '4713'],
      Role: TITLES,
      Salary: ['competitive', 'DOE'],
      Date: ['soon'],
      Country: ['Germany'],
    });
    expect(found.mapping.columns).toEqual({ title: 'Role', country: 'Country' });
    expect(found.missing).toEqual(['pay']);
    expect(useOf(found, 'Date').reason).toBe('its values do not fit date');
  });

  it('leave empty columns alone', () => {
    const found = guess({ Title: TITLES, Pay: ['', ''], Salary: ['1000'], Country: ['DE'] });
    expect(found.mapping.columns.pay).toBe('Salary');
    expect(useOf(found, 'Pay').reason).toBe('empty');
  });

  it.each<[string, readonly string[], '.' | ',']>([
    ['both signs', ['50.000,50', '1.000'], ','],
    ['both signs, the other way', ['50,000.50'], '.'],
    ['cents', ['12,5', '13'], ','],
    ['points', ['12.50'], '.'],
    ['thousands alone', ['50.000', '60.000'], ','],
    ['commas for thousands', ['50,000', '60,000'], '.'],
    ['none', ['50000'], '.'],
    ['ranges in texts', ['50.000 – 60.000 €'], ','],
  ])('show the decimal sign: %s', (_, pay, decimal) => {
    expect(guess({ Title: TITLES, Pay: pay, Country: ['DE'] }).mapping.decimal).toBe(decimal);
  });

  it('show the order of dates, or the country chooses and the note says so', () => {
    const dates = (values: string[], country = 'DE') =>
      guess({ Title: TITLES, Pay: ['1'], Country: [country], Date: values });
    expect(dates(['2026-01-02']).mapping.dateOrder).toBeNull();
    expect(dates(['01/13/2026', '02/03/2026']).mapping.dateOrder).toBe('month-first');
    expect(dates(['13/01/2026', '02/03/2026'], 'US').mapping.dateOrder).toBe('day-first');
    expect(dates(['02.03.2026'], 'US')).toMatchObject({ mapping: { dateOrder: 'day-first' }, notes: [] });
    expect(dates(['02/03/2026'], 'US').mapping.dateOrder).toBe('month-first');
    const open = dates(['02/03/2026'], 'GB');
    expect(open.mapping.dateOrder).toBe('day-first');
    expect(open.notes[0]).toContain('the day first was chosen');
  });
});
