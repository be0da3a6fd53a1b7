/** The unit of time that a cell names. */
import { type PayUnit, UNITS_PER_YEAR } from '../../stated-pay.js';
import { saysNothing } from './says-nothing.js';

export interface UnitReading {
  readonly stated: boolean;
  /** Null for what is no unit of pay. */
  readonly unit: PayUnit | null;
}

const WORDS: Readonly<Record<PayUnit, string>> = {
  hour: 'h hr hrs hour hours hourly stunde stunden stundlich std heure heures horaire hora horas uur ora timme time',
  day: 'd day days daily diem tag tage taglich jour jours journalier dia dias dag dagen giorno',
  week: 'w wk wks week weeks weekly woche wochen wochentlich semaine semaines hebdomadaire semana semanas vecka settimana',
  month:
    'm mo mos mth mths month months monthly monat monate monatlich mois mensuel mensuelle mes mese mensual mensile maand manad maned pcm',
  year: 'y yr yrs year years yearly annum annual annually annualized annualised pa jahr jahre jahrlich an ans annee annees annuel annuelle ano anos anual anno annuale jaar ar salary salaried lpa',
};

const UNIT_OF: ReadonlyMap<string, PayUnit> = new Map(
  (Object.keys(UNITS_PER_YEAR) as PayUnit[]).flatMap((unit) =>
    WORDS[unit].split(' ').map((word): [string, PayUnit] => [word, unit]),
  ),
);

/** Words around the unit that say nothing else. */
const AROUND: ReadonlySet<string> = new Set(
  'per a an by the each every pro par por al la le wage rate salary pay basis interval 1 one'.split(' '),
);

const LONGEST = 60;

/**
 * Reads `per hour`, `yearly`, `p.a.`, `1 MONTH`, `/hr`.
 *
 * @returns no unit for several units and for rates that none expresses (`fortnight`, `twice a month`)
 * @example readUnit('per annum').unit // 'year'
 */
export function readUnit(raw: string | null): UnitReading {
  const text = (raw ?? '').slice(0, LONGEST);
  if (saysNothing(text)) return { stated: false, unit: null };
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bp\.? ?a\b\.?/g, 'annum')
    .replace(/\bp\.? ?([hdwm])\b\.?/g, ' $1 ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const units = new Set<PayUnit>();
  for (const word of words) {
    const unit = UNIT_OF.get(word);
    if (unit !== undefined && !(words.length > 1 && AROUND.has(word))) units.add(unit);
    else if (!AROUND.has(word)) return { stated: true, unit: null };
  }
  const [unit, ...others] = units;
  return { stated: true, unit: others.length > 0 ? null : (unit ?? null) };
}
