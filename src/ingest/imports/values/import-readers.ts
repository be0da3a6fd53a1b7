/** The readers an import's engine asks for, from the text engines. */
import type { ImportReaders } from '../../../store/import-port.js';
import type { Mapping } from '../mapping.js';
import { ownEmployerId } from '../own-market/own-employer-id.js';
import type { OwnReading } from './own-reading.js';
import { readCurrency } from './read-currency.js';
import { readDate } from './read-date.js';
import { readEmployment } from './read-employment.js';
import { readLevel } from './read-level.js';
import { readOccupation } from './read-occupation.js';
import { readPayInText, readPayText } from './read-pay-text.js';
import { readPlaceParts } from './read-place.js';
import { readSkillList, readSkillsInText } from './read-skills.js';
import { readUnit } from './read-unit.js';
import { saysNothing } from './says-nothing.js';

const LONGEST_NAME = 200;

/** @param mapping of the table whose texts are read: its decimals and the order of its dates */
export function importReaders(reading: OwnReading, { decimal, dateOrder }: Mapping): ImportReaders {
  return {
    title: ([text = null]) => {
      if (text === null || saysNothing(text)) return { title: null, role: null, level: null };
      const { title, role, level } = reading.readTitle(text);
      return { title: title === '' ? null : title, role, level };
    },
    place: ([place = null, city = null, region = null, country = null]) => {
      const facts = readPlaceParts({ place, city, region, country }, reading);
      if (facts === null) return { country: null, region: null, currency: null };
      return { country: facts.country, region: facts.region, currency: reading.currencyOf(facts.country) };
    },
    employer: ([text = null]) => {
      const key = text === null || saysNothing(text) ? '' : reading.employerKey(text);
      return key === ''
        ? { employer: null, name: null }
        : { employer: ownEmployerId(key), name: nameOf(text as string) };
    },
    amount: ([text = null]) => {
      const { stated, low, high, currency, family, unit } = readPayText(text, decimal);
      // An end of a range is one amount: a cell that holds two says something else.
      return { stated, low: low === high ? low : null, currency, family, unit };
    },
    pay: ([text = null]) => ({ ...readPayText(text, decimal) }),
    currency: ([text = null]) => ({ ...readCurrency(text) }),
    unit: ([text = null]) => ({ ...readUnit(text) }),
    date: ([text = null]) => ({ ...readDate(text, dateOrder) }),
    level: ([text = null]) => ({ level: readLevel(text) }),
    occupation: ([text = null]) => ({ soc: readOccupation(text, reading.isOccupation) }),
    employment: ([text = null]) => ({ fullTime: readEmployment(text) }),
    skills: ([text = null]) => ({ ...readSkillList(text, reading) }),
    description: ([text = null]) => ({ ...readPayInText(text ?? ''), ...readSkillsInText(text ?? '', reading) }),
  };
}

/** A name as it can be stored and shown: one line, without control characters. */
function nameOf(text: string): string {
  return text
    .slice(0, LONGEST_NAME)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim();
}
