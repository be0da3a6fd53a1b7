/** The words a pay string is read by, in the languages of the postings we know. Lower case, accents removed. */

import { CUE, withUnit } from './cues.js';
import { CURRENCY_WORDS } from './currencies.js';
import { KIND } from './tokens.js';
import { DAY, HOUR, MONTH, OTHER_RATE, WEEK, YEAR } from './units.js';

/** Marks lakhs per annum, a term of India alone: a multiplier that also says year and rupees. */
export const LPA = 64 | 5;

const KIND_BITS = 6;
/** Kind and value of a known word in one number. */
export const kindOfWord = (packed: number): number => packed & ((1 << KIND_BITS) - 1);
export const valueOfWord = (packed: number): number => packed >> KIND_BITS;

const known = new Map<string, number>();

type AddWords = (list: TemplateStringsArray) => void;

/** A tag for a list of words that are to be known, parted by commas. */
function words(kind: number, value: number): AddWords {
  return ([list = '']) => {
    for (const word of list.trim().split(/\s*,\s*/)) known.set(word, kind | (value << KIND_BITS));
  };
}

function cues(cue: number, unit: number): AddWords {
  return words(KIND.cue, withUnit(cue, unit));
}

for (const [word, value] of CURRENCY_WORDS) known.set(word, KIND.currency | (value << KIND_BITS));

words(KIND.scale, 3)`k, thousand, thousands, grand, tsd, tausend, mil, mille, tys, тыс, 千, 천`;
words(KIND.scale, 4)`万, 만`;
words(KIND.scale, 5)`l, lac, lacs, lakh, lakhs`;
words(KIND.scale, 6)`m, mm, mn, mio, mln, million, millions, millionen, millones, milhoes, млн`;
words(KIND.scale, 7)`cr, crore, crores`;
words(KIND.scale, 8)`億, 亿, 억`;
words(KIND.scale, 9)`b, bn, bln, billion, billions, mrd, milliarden, milliards`;
words(KIND.scale, 12)`t, tn, trillion, trillions`;
words(KIND.scale, LPA)`lpa, lakhs per annum, lakh per annum, lacs per annum`;
words(KIND.period, HOUR)`
  hour, hr, hrs, h, std, stunde, heure, hora, ora, uur, timme, godz, godzine, час, 時, 小时, 시간, 時間
`;
words(KIND.period, DAY)`day, d, tag, jour, dia, giorno, dag, dzien, день, 日, 天, 일`;
words(KIND.period, WEEK)`
  week, wk, w, woche, semaine, semana, settimana, vecka, uke, uge, tydzien, 週, 周, 주
`;
words(KIND.period, MONTH)`
  month, mo, mth, mths, mon, monat, mois, mes, mese, maand, manad, maned, man, mies, miesiac, месяц,
  calendar month, 月, 월
`;
words(KIND.period, YEAR)`
  year, yr, yrs, annum, jahr, an, ano, anno, jaar, ar, aar, rok, год, calendar year, 年, 년
`;
words(KIND.period, OTHER_RATE)`fortnight, quarter, shift, session, visit, semester, trimester, half`;
words(KIND.rate, HOUR)`
  hourly, ph, stundlich, par heure, de l heure, por hora, a la hora, all ora, per uur, pro stunde, je stunde,
  die stunde, an hour, per hour, za godzine, na godzine, w godz
`;
words(KIND.rate, DAY)`
  daily, pd, taglich, par jour, por dia, al dia, al giorno, per dag, pro tag, je tag, a day, per day, per diem, diem
`;
words(KIND.rate, WEEK)`
  weekly, pw, wochentlich, par semaine, por semana, a la semana, a settimana, per week, a week, pro woche, je woche
`;
words(KIND.rate, MONTH)`
  monthly, pm, pcm, monatlich, mensuel, mensuels, mensual, mensuales, mensal, mensais, mensili, par mois, al mes,
  por mes, al mese, per maand, pro monat, je monat, im monat, a month, per month, i manaden, per manad, pr maned,
  om maneden, miesiecznie, na miesiac, в месяц
`;
words(KIND.rate, YEAR)`
  annual, annually, annualised, annualized, yearly, pa, jahrlich, annuel, annuels, annuelle, anual, anuales,
  anuais, annui, annuo, lordi annui, rocznie, arligen, par an, al ano, por ano, all anno, per jaar, pro jahr,
  je jahr, im jahr, a year, per year, per annum, an year, per ar, om aret, i aret, в год
`;
words(KIND.rate, OTHER_RATE)`
  biweekly, bi weekly, fortnightly, semi monthly, semimonthly, bi monthly, bimonthly, quarterly, semi annually,
  semiannually, biannually, per quarter, a quarter, every quarter, a shift, per shift, every two, every other,
  per fortnight, a fortnight, twice a
`;
words(KIND.filler, 0)`
  paid weekly, paid monthly, paid daily, paid annually, paid hourly, paid bi weekly, paid biweekly,
  payable monthly, paid out monthly, gross, net, brutto, netto, brut, bruts, bruto, brutos, bruta, lordo, lordi,
  liquido, approx, approximately, fte, prorated, pro rata, rata, circa, ca, about, around, roughly, est, estimated,
  only, inkl, 税込, 税前, 税抜, 세전, gross per, in cash, cash, fixed term, base to commission, base to variable,
  base to bonus, base to ote, commission split
`;
words(KIND.per, 0)`per, pro, par, por, je, every, each, pr, za, na`;
words(KIND.article, 0)`a`;
words(KIND.to, 0)`to, through, thru, until, till, al, til`;
/** These also say, before an amount alone, that it is the most: `hasta 30.000 €`. */
words(KIND.to, 1)`bis, hasta, ate, tot, do, до, till och med`;
words(KIND.and, 0)`and, und, et, y, e, og, och, en`;
words(KIND.between, 0)`between, zwischen, entre, tra, mellan, mellem, tussen, anywhere from`;
words(KIND.from, 0)`
  from, ab, desde, od, от, starting at, starting from, starts at, starts from, start at, start from, begins at,
  beginning at, at least, minimum, min, minimum of, more than, upwards of, excess of, over, above, north of,
  exceeding, mindestens, a partir de, minimo, vanaf, partir de, desde los
`;
words(KIND.upTo, 0)`
  up to, upto, max, maximum, maximum of, bis zu, jusqu, jusqu a, no more, no more than, not more than, as much as,
  less than, below, under, hasta los, fino a, maximal, not exceed, not to exceed, capped at
`;
words(KIND.orMore, 0)`
  or more, and up, and above, or above, or higher, and higher, and upwards, and beyond, upwards, oder mehr,
  et plus, minimum guaranteed
`;
cues(CUE.base, -1)`
  salary, salaries, base, basic, wage, wages, pay, payrate, pay rate, pay range, payscale, base pay, base salary,
  base compensation, base comp, base rate, gehalt, grundgehalt, bruttogehalt, lohn, salaire, salario, sueldo,
  stipendio, retribuzione, salaris, loon, lon, wynagrodzenie, palkka, zarobki, pensja, зарплата, оклад, 給与, 基本給,
  薪资, 薪水, 工资, 급여, bezahlung, 薪酬, 給料, base earnings, fixed, fixum, fixe, contract rate, bill rate, standard rate,
  total base, total salary, total base salary
`;
cues(CUE.base, HOUR)`
  stundenlohn, stundensatz, 時給, 时薪, 시급, timelon, timlon, hourly rate, hourly rates, rate per hour
`;
cues(CUE.base, DAY)`day rate, dayrate, tagessatz, tjm, 日給, 日薪, 일급, tagesatz, daily rate, daily rates`;
cues(CUE.base, WEEK)`週給, 周薪, 주급, weekly rate`;
cues(CUE.base, MONTH)`
  monatsgehalt, monatsbruttogehalt, bruttomonatsgehalt, 月給, 月收, 月収, 月薪, 월급, manadslon, manedslon, monthly rate
`;
cues(CUE.base, YEAR)`
  jahresgehalt, jahresbruttogehalt, bruttojahresgehalt, jahresbrutto, 年収, 年俸, 年薪, 연봉, ral, arslon, annual rate, yearly rate
`;
cues(CUE.pay, YEAR)`jahreszielgehalt, ctc`;
cues(CUE.pay, -1)`
  compensation, compensated, comp, remuneration, vergutung, earn, earns, earning, earnings, income, pays,
  verdienst, sueldos, remuneracion, remuneracao, verdienen, stawka
`;
cues(CUE.rate, -1)`rate, rates`;
cues(CUE.bonus, -1)`
  bonus, bonuses, commission, commissions, incentive, incentives, variable, pramie, bono, profit sharing,
  provision, comision, variabel, spiff, spiffs, differential
`;
cues(CUE.oneOff, -1)`
  sign on, signing, signing bonus, sign on bonus, signon, joining bonus, welcome bonus, hiring bonus,
  retention bonus, one time, one time bonus, one off bonus, start bonus, housing bonus, completion bonus
`;
cues(CUE.equity, -1)`
  equity, rsu, rsus, stock, stocks, options, stock options, shares, esop, bspce, vsop, warrants
`;
cues(CUE.target, -1)`
  ote, on target, on target earnings, target earnings, target compensation, on track earnings, on plan earnings,
  on target compensation, target total, on target income, total on, total ote, total on target
`;
cues(CUE.total, -1)`
  total compensation, total comp, total cash, total rewards, total package, total pay, total earnings,
  total annual, total target, total income, total potential, all in, tc, ttc, package, gesamtvergutung,
  total remuneration, total target compensation, total target cash, total cash compensation
`;
cues(CUE.stipend, -1)`stipend, stipends, allowance, allowances`;
cues(CUE.perk, -1)`
  reimbursement, reimbursements, reimburse, reimbursed, reimburses, hsa, fsa, hra, match, matching, matched,
  matches, relocation, relocation bonus, referral, referral bonus, referrals, insurance, deductible, deductibles,
  premiums, tuition, subsidy, subsidies, subsidised, subsidized, voucher, vouchers, gift, donation, donations,
  donate, contribution, contributions, contribute, expenses, wellness, wellbeing, gym, fitness, perk, perks,
  pension, childcare, fertility, coworking, commuter, home office, per diem meals, lunch, lunches, meal, meals,
  doordash, credit, credits, towards, rent, professional development, personal development, career development,
  learning budget, training budget, budget, budgets, benefit, benefits, conference, conferences, retirement, fee,
  fees, life insurance, adoption, surrogacy, phone, internet, setup, deposit, application fee
`;
cues(CUE.company, -1)`
  living wage,
  arr, mrr, gmv, aum, gdp, ebitda, revenue, revenues, rev, sales target, funding, fundraising, fundraise, raised,
  raise, raising, raises, series a, series b, series c, series d, series e, series f, seed, pre seed, valuation,
  valued, invested, investment, investments, investors, backed, funded, acv, acvs, tcv, quota, quotas, pipeline,
  deal, deals, deal sizes, deal size, portfolio, turnover, profit, profits, saved, saves, savings, processed,
  processing, transactions, volume, loans, loan, mortgage, debt, acquisition, acquired, ipo, costs, damages, fines,
  fund, funds, roi, book of business, spend, spending, spent, market cap, ad spend, asset, financing, valuations,
  capital, user base, customer base, client base, fan base, knowledge base, code base, run rate, sales quota,
  contract value, grants, grant funding, prize, prizes, bookings, bounties
`;
cues(CUE.companyAfter, -1)`
  market, markets, industry, opportunity, business, businesses, company, companies, startup, startups, sales,
  brands, customers, users, clients, accounts, employees, people, members, followers, payments, purchases,
  merchants, problem, assets, economy, sector, contracts, round, rounds, transformations, project, projects,
  program, programs, patients, practices, downloads, exit, trades, brand, goal, growth, category, invoices,
  monitor, products, tons, jobs, sites, years, hours, days, weeks, months, minutes
`;
cues(CUE.companyBefore, -1)`
  managing, manage, managed, manages, closing, closed, close, owning, owned, generating, generated, grew, growing,
  grow, scaled, scaling, scale, drove, driving, hit, reached, reach, surpassed, crossed, exceeded, selling, sold,
  deployed, deploying, moved, moving, facilitated, secured, transform, enabled, serving, packages, priced, price,
  prices, pricing, cost
`;
words(KIND.payments, 0)`
  pagas, paga, mensualidades, mensualidad, gehalter, monatsgehalter, mensilita, instalments, installments,
  mensualites, payslips, monthly payments, monthly salaries, annual payments, salaries per, mesi
`;
words(KIND.times, 0)`x`;
words(KIND.joiner, 0)`
  plus, with, or, depending, based, for, including, incl, includes, excluding, excl, while, when, then, but, if
`;

/** Kind and value of every known word and phrase; see `kindOfWord`, `valueOfWord`. */
export const WORDS: ReadonlyMap<string, number> = known;

const FILTER_SIZE = 1 << 14;
const FILTER = new Uint8Array(FILTER_SIZE);

/** One step of the hash of a word, from its UTF-16 code; ASCII letters of both cases alike. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 32)) | 0;
}

/** False for nearly every word that is in no entry of `WORDS`: spares the look-up. Holds for words of ASCII letters. */
export function mayBeKnown(hash: number): boolean {
  return FILTER[hash & (FILTER_SIZE - 1)] === 1;
}

for (const phrase of known.keys()) {
  for (const word of phrase.split(' ')) {
    let hash = 0;
    for (let i = 0; i < word.length; i += 1) hash = hashStep(hash, word.charCodeAt(i));
    FILTER[hash & (FILTER_SIZE - 1)] = 1;
  }
}

/** Beginnings of the phrases among `WORDS`: `total`, `total target`. */
export const PHRASE_STARTS: ReadonlySet<string> = new Set(
  [...known.keys()].flatMap((phrase) => {
    const parts = phrase.split(' ');
    return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(' '));
  }),
);
