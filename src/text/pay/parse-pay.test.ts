import { describe, expect, it } from 'vitest';
import { type PayCase, payLines } from '../../../test/fixtures/pay-lines.js';
import { parsePay } from './parse-pay.js';

const UNITS_STATED: readonly PayCase[] = [
  ['$25/hr', 'base 25 USD hour'],
  ['$25/h', 'base 25 USD hour'],
  ['$25 / hour', 'base 25 USD hour'],
  ['$25 an hour', 'base 25 USD hour'],
  ['$25 hourly', 'base 25 USD hour'],
  ['£25 p/h', 'base 25 GBP hour'],
  ['£25ph', 'base 25 GBP hour'],
  ['25 € pro Stunde', 'base 25 EUR hour'],
  ['18€ / Stunde', 'base 18 EUR hour'],
  ["25 € de l'heure", 'base 25 EUR hour'],
  ['$25.50 - $30.00 per hour', 'base 25.5..30 USD hour'],
  ['Hourly: $18.50', 'base 18.5 USD hour'],
  ['$30.00/hr. - $35.00/hr. Benefits from day one.', 'base 30..35 USD hour'],
  ['55.000 - 65.000 € Jahresbruttogehalt', 'base 55000..65000 EUR year'],
  ['Lön: 35 000–45 000 kr/mån', 'base 35000..45000 - month'],
  ['Hourly rate: $25', 'base 25 USD hour'],
  ['hourly range is $57/hr', 'base 57 USD hour'],
  ['£500 per day', 'base 500 GBP day'],
  ['£500/day', 'base 500 GBP day'],
  ['day rate £500', 'base 500 GBP day'],
  ['daily rate of £1,500', 'base 1500 GBP day'],
  ['$300 per diem', 'base 300 USD day'],
  ['Tagessatz 800 €', 'base 800 EUR day'],
  ['$1,200 weekly', 'base 1200 USD week'],
  ['$1,200/wk', 'base 1200 USD week'],
  ['$1,200 a week', 'base 1200 USD week'],
  ['$5,000 per month', 'base 5000 USD month'],
  ['$5,000 monthly', 'base 5000 USD month'],
  ['$5,000/mo', 'base 5000 USD month'],
  ['£3,000 pcm', 'base 3000 GBP month'],
  ['3.500 € pro Monat', 'base 3500 EUR month'],
  ['monthly salary of $5,000', 'base 5000 USD month'],
  ['£30,000 p.a.', 'base 30000 GBP year'],
  ['£30,000 pa', 'base 30000 GBP year'],
  ['£30,000 per annum', 'base 30000 GBP year'],
  ['$120,000 annually', 'base 120000 USD year'],
  ['$120,000/yr', 'base 120000 USD year'],
  ['$120,000 a year', 'base 120000 USD year'],
  ['$55,000 base salary annually', 'base 55000 USD year'],
  ['55.000 € im Jahr', 'base 55000 EUR year'],
  ['Jahresgehalt: ca. 34.500€', 'base 34500 EUR year'],
  ['40k€ brut annuel', 'base 40000 EUR year'],
  ['RAL 35.000 €', 'base 35000 EUR year'],
  ['Annual base salary range for this role in New York: $150,000 - $190,000', 'base 150000..190000 USD year'],
  ['$120,000 per year, paid monthly', 'base 120000 USD year'],
  ['Salary $120,000, paid bi-weekly', 'base 120000 USD year'],
  ['Annual salary or hourly rate: $25', 'base 25 USD hour'],
  ['compensation will be paid out $600/monthly', 'base 600 USD month'],
];

const KINDS: readonly PayCase[] = [
  ['Base salary: $150-190k', 'base 150000..190000 USD year'],
  ['Base: $150k', 'base 150000 USD year'],
  ['$150k base', 'base 150000 USD year'],
  ['$130K–$175K base salary + equity', 'base 130000..175000 USD year'],
  ['OTE $200k', 'on-target 200000 USD year'],
  ['$200k OTE', 'on-target 200000 USD year'],
  ['$100K+ OTE', 'on-target 100000.. USD year'],
  ['On-target earnings: $220K – $280K', 'on-target 220000..280000 USD year'],
  ['On Target Earnings (OTE) of $88,000', 'on-target 88000 USD year'],
  ['OTE of $140 - $220K. Generous benefits.', 'on-target 140000..220000 USD year'],
  ['$280K – $320K • OTE', 'on-target 280000..320000 USD year'],
  ['$80K – $100K • OTE $160 - $200k', 'unknown 80000..100000 USD year', 'on-target 160000..200000 USD year'],
  ['Total compensation: $300k', 'total 300000 USD year'],
  ['Total cash compensation is $170,000 - $180,000', 'total 170000..180000 USD year'],
  ['$250k TC', 'total 250000 USD year'],
  ['base + bonus: $200k', 'total 200000 USD year'],
  ['$1,000 sign-on bonus', 'bonus 1000 USD year'],
  ['Signing bonus: $10k', 'bonus 10000 USD year'],
  ['$45K – $60K Commission', 'bonus 45000..60000 USD year'],
  ['annual bonus of $20,000', 'bonus 20000 USD year'],
  ['$5/hour shift differential', 'bonus 5 USD hour'],
  [
    '$150-190k plus 10% bonus; London: £90k – £110k a year',
    'unknown 150000..190000 USD year',
    'unknown 90000..110000 GBP year',
  ],
  ['equity $100k RSU', 'equity 100000 USD year'],
  ['$100k in RSUs', 'equity 100000 USD year'],
  ['stock options worth $50,000', 'equity 50000 USD year'],
  [
    '$83,000 base salary + $5,000 variable, for a total on-target earnings (OTE) of $88,000.',
    'base 83000 USD year',
    'bonus 5000 USD year',
    'on-target 88000 USD year',
  ],
  ['$60,000 OTE ($40,000 base salary plus commission)', 'on-target 60000 USD year', 'base 40000 USD year'],
  ['$10k sign-on bonus and $150,000 - $170,000', 'bonus 10000 USD year', 'unknown 150000..170000 USD year'],
  ['Base Salary (excluding commission) $150K – $175K', 'base 150000..175000 USD year'],
  ['The salary, excluding bonus and benefits, is $150,000 - $190,000', 'base 150000..190000 USD year'],
  ['Compensation: $160K – $250K + Equity', 'unknown 160000..250000 USD year'],
  ['Stipend: Rs 65,000 per month', 'unknown 65000 INR month'],
];

const NOT_PAY: readonly PayCase[] = [
  [''],
  ['Competitive salary'],
  ['We work on a daily basis.'],
  ['work on a daily basis for 5 days a week'],
  ['401k'],
  ['401(k)'],
  ['401(k) match up to 4%'],
  ['403b plan'],
  ['10k users'],
  ['trusted by 30K+ practices'],
  ['$10M ARR'],
  ['$100M+ ARR'],
  ['$2.5B valuation'],
  ['raised $50M Series B'],
  ['we raised over $28 million from investors'],
  ['backed by $128MM in funding'],
  ['closing $50K–$150K+ ACV contracts'],
  ['managing a $1M+ quota'],
  ['a $10B market'],
  ['deals of $50k'],
  ['from $2.5M in revenue to $150M'],
  ['$500 stipend'],
  ['$150/month coworking stipend'],
  ['A $1K monthly stipend for meals'],
  ['home office budget of €650'],
  ['€1,000 annual learning budget'],
  ['$2,000 towards conferences'],
  ['HSA contribution of $1,000'],
  ['tuition reimbursement: up to $5,250/year'],
  ['$5,000 referral bonus'],
  ['$20K relocation bonus'],
  ['relocation support of $10,000'],
  ['nobody earns less than the living wage of $2,500 MXN per month'],
  ['10% bonus'],
  ['0.25% – 0.5% equity'],
  ['$10 per case'],
  ['$0.50 per mile'],
  ['$40 per seat'],
  ['$3,000 bi-weekly'],
  ['€500 per quarter'],
  ['call 555-123-4567'],
  ['2024-2025'],
  ['10/28/2025'],
  ['9am-5pm'],
  ['core hours 09:00-15:00'],
  ['ISO 27001 Lead Auditor'],
  ['5+ years of experience'],
  ['40 hours per week'],
  ['COVID-19'],
  ['version 1.2.3'],
  ['a 4K monitor'],
  ['New York, NY 10001'],
  ['L5 engineer, Q4 2025'],
  ['our customer base of 10k shops'],
  ['serving 1M+ predictions/second'],
  ['educational packages ranging from $99-$649'],
  ['turning $1 into $3'],
  ['the $50 proteome'],
  ['$100,000,000,000,000,000,000'],
  ['$1,00,0 and $12.34.56'],
];

const SEVERAL: readonly PayCase[] = [
  ['SF: $200k - $250k; NYC: $190k - $240k', 'unknown 200000..250000 USD year', 'unknown 190000..240000 USD year'],
  [
    'Salary ranges:\n - London: £60,000 - £70,000\n - Berlin: €65.000 - €75.000',
    'base 60000..70000 GBP year',
    'base 65000..75000 EUR year',
  ],
  [
    'Yearly compensation:\n - Netherlands: 78.000 EUR.\n - UK: 75.000 GBP.',
    'unknown 78000 EUR year',
    'unknown 75000 GBP year',
  ],
  [
    'Annual salary range: $115,000-$155,000 USD, $145,000-$195,000 USD for seniors',
    'base 115000..155000 USD year',
    'base 145000..195000 USD year',
  ],
  ['£45,000 - £55,000, maximum £60k', 'unknown 45000..55000 GBP year', 'unknown ..60000 GBP year'],
  ['$100k\n$100k', 'unknown 100000 USD year', 'unknown 100000 USD year'],
  ['COMPENSATION\n\n$240K – $320K + Offers Equity', 'unknown 240000..320000 USD year'],
  ['Benefits: 401(k) match, $500 learning stipend. Pay: $30/hr.', 'base 30 USD hour'],
];

const PAYMENTS: readonly (readonly [text: string, unit: string, annual: number])[] = [
  ['€4,000 x 13', 'month', 52_000],
  ['€4,000 × 14', 'month', 56_000],
  ['2.000 € brutos al mes en 14 pagas', 'month', 28_000],
  ['2.000 €/Monat, 13 Gehälter', 'month', 26_000],
  ['4.000 € im Monat plus 13. Monatsgehalt', 'month', 52_000],
  ['CHF 8,000 per month plus a 13th salary', 'month', 104_000],
  ['€4,000 per month + 13th month', 'month', 52_000],
  ['€4,000 per month', 'month', 48_000],
  ['€4,000 per month, 13 days of leave', 'month', 48_000],
  ['€60,000 per year in 14 payments', 'year', 60_000],
  ['$25 per hour', 'hour', 52_000],
  ['$25.55 per hour', 'hour', 53_144],
  ['£500 per day', 'day', 130_000],
  ['$1,000 per week', 'week', 52_000],
];

const MARKUP: readonly PayCase[] = [
  ['&#36;150k &ndash; &#36;190k', 'unknown 150000..190000 USD year'],
  ['&#x24;150k&#8211;190k', 'unknown 150000..190000 USD year'],
  ['&amp;#36;150k &amp;ndash; &amp;#36;190k', 'unknown 150000..190000 USD year'],
  ['&amp;amp;pound;45k', 'unknown 45000 GBP year'],
  ['&euro;60.000&nbsp;&mdash;&nbsp;70.000', 'unknown 60000..70000 EUR year'],
  ['$150k\u0096$190k', 'unknown 150000..190000 USD year'],
  ['<b>$150,000</b> - <b>$190,000</b>', 'unknown 150000..190000 USD year'],
  [
    '<span>$108,400</span><span class="divider">&mdash;</span><span>$128,400 USD</span>',
    'unknown 108400..128400 USD year',
  ],
  [
    '&lt;span&gt;$108,400&lt;/span&gt;&lt;span&gt;&amp;mdash;&lt;/span&gt;&lt;span&gt;$128,400&lt;/span&gt;',
    'unknown 108400..128400 USD year',
  ],
  ['<h3>Base salary</h3><p>$150,000</p>', 'base 150000 USD year'],
  ['<p style="width:50000px">Pay</p>'],
  ['Level 3<b>120 000</b> €', 'unknown 120000 EUR year'],
  ['salary **$150,000** to **$190,000**', 'base 150000..190000 USD year'],
  ['$150\u00ad,000', 'unknown 150000 USD year'],
  ['$1\u200b50k', 'unknown 150000 USD year'],
  ['\u202e$150k\u202c', 'unknown 150000 USD year'],
  ['$150k\u0000-\u0000$190k', 'unknown 150000..190000 USD year'],
  ['salary <$100k', 'base ..100000 USD year'],
  ['salary >$100k', 'base 100000.. USD year'],
];

const TABLES: Readonly<Record<string, readonly PayCase[]>> = {
  units: UNITS_STATED,
  kinds: KINDS,
  'what is no pay': NOT_PAY,
  'several statements': SEVERAL,
  'markup and hidden characters': MARKUP,
};

describe('an amount a year', () => {
  it.each(PAYMENTS)('%s: %s, %d', (text, unit, annual) => {
    expect(parsePay(text).ranges).toMatchObject([{ unit, annualLow: annual, annualHigh: annual }]);
  });

  it.each(['$10k sign-on bonus', '$100k in RSUs', 'one-time bonus of $5,000'])('is not given for %s', (text) => {
    expect(parsePay(text).ranges).toMatchObject([{ annualLow: null, annualHigh: null }]);
  });

  it('is open where the amount is', () => {
    expect(parsePay('up to $30/hr').ranges).toMatchObject([{ annualLow: null, annualHigh: 62_400 }]);
    expect(parsePay('$30/hr+').ranges).toMatchObject([{ annualLow: 62_400, annualHigh: null }]);
  });
});

describe('confidence', () => {
  const of = (text: string): number => parsePay(text).ranges[0]?.confidence ?? 0;

  it.each([
    ['a word of pay', 'Base salary: $150,000', '$150,000'],
    ['a stated unit', '$150,000 per year', '$150,000'],
    ['a currency', '$150k-190k', '150k-190k'],
    ['ends near one another', '$150,000-$190,000', '$200,00-$270,000'],
    ['the right order', '$150k-$190k', '$190k-$150k'],
    ['the same breath', 'salary $150,000', 'salary for people in our New York office, with luck: $150,000'],
  ])('is higher with %s', (_, surer, lessSure) => {
    expect(of(surer)).toBeGreaterThan(of(lessSure));
    expect(of(lessSure)).toBeGreaterThan(0);
  });
});

describe.each(Object.entries(TABLES))('parsePay reads %s', (_, cases) => {
  it.each(cases.map(([text, ...statements]) => ({ text, statements })))('$text', ({ text, statements }) => {
    expect(payLines(text)).toEqual(statements);
  });
});
