/** The fitted pay models, read from their file. */
import type { PercentileKey } from '../../core/finding.js';
import type { PayModel, PayModelQuestion, PayPrediction, ResidualQuantile } from '../../core/pay-model.js';
import { TEXT_VERSION } from '../../text/version.js';
import {
  type BaseEffects,
  type BasisDescription,
  type PayDescription,
  PERCENTILE_KEYS,
  type Support,
} from './description.js';
import { featureHash, positionOf } from './feature-hash.js';
import { visitFeatures, wordsOf } from './features.js';
import type { OfficialPay } from './official-anchor.js';
import {
  CENTRE_UNIT,
  damaged,
  OFFICIAL_FLOOR,
  OFFICIAL_UNIT,
  otherVersion,
  type PayFile,
  readPayFile,
  SPREAD_UNIT,
  type WeightTables,
} from './pay-file.js';

/**
 * Opens the pay models.
 *
 * @param bytes the whole file `models/pay.bin`; viewed in place, and not to be changed afterwards
 * @throws {MarketError} PAY_MODEL_DAMAGED when a byte differs or is missing, PAY_MODEL_VERSION for another layout or
 *   titles of another version of the text engines
 */
export function readPayModel(bytes: Uint8Array): PayModel {
  const file = readPayFile(bytes);
  const description = parsed(file.description);
  if (description.textVersion !== TEXT_VERSION) {
    throw otherVersion(
      `was fitted on titles of text version ${description.textVersion}, this program reads ${TEXT_VERSION}`,
    );
  }
  const official = officialPay(file, description);
  return {
    version: description.version,
    predict(question) {
      const basis = description[question.basis];
      if (basis === null || !knowsLevel(file[question.basis], question.level)) return null;
      if (question.state !== null && !description.officialPlaces.includes(question.state)) return null;
      const supported = supportOf(basis, question);
      if (supported === null) return null;
      return predicted(question, { description, basis, supported, tables: file[question.basis], official });
    },
  };
}

function parsed(bytes: Uint8Array): PayDescription {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as PayDescription;
  } catch {
    throw damaged('its description cannot be read');
  }
}

function officialPay({ officialMedians, officialSpreads }: PayFile, description: PayDescription): OfficialPay {
  const places = new Map(description.officialPlaces.map((place, at) => [place, at]));
  const occupations = new Map(description.officialOccupations.map((soc, at) => [soc, at]));
  return {
    median(place, soc) {
      const at = occupations.get(soc);
      const row = places.get(place);
      const stored = at === undefined || row === undefined ? 0 : officialMedians[row * occupations.size + at]!;
      return stored === 0 ? undefined : OFFICIAL_FLOOR + stored / OFFICIAL_UNIT;
    },
    spread(soc) {
      const at = occupations.get(soc);
      return at === undefined ? undefined : [0, 1, 2, 3].map((step) => officialSpreads[4 * at + step]! / OFFICIAL_UNIT);
    },
  };
}

/** A level that too few employers name has no weight, and nothing is said of it; interns have none at all. */
function knowsLevel({ centreHashes }: WeightTables, level: PayModelQuestion['level']): boolean {
  return positionOf(centreHashes, featureHash(`level ${level ?? 'none'}`)) >= 0;
}

/** The role's own support; that of the leading occupation where the role has too little, or there is none. */
function supportOf({ roles, occupations }: BasisDescription, question: PayModelQuestion): Supported | null {
  const byRole = question.role === null ? undefined : lookUp(roles, question.role);
  if (byRole !== undefined) return { by: 'role', support: byRole };
  const leading = [...question.occupations].sort((a, b) => b.share - a.share)[0];
  const byOccupation = leading === undefined ? undefined : lookUp(occupations, leading.soc);
  return byOccupation === undefined ? null : { by: 'occupation', support: byOccupation };
}

interface Supported {
  readonly by: 'role' | 'occupation';
  readonly support: Support;
}

function lookUp<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

interface Fitted {
  readonly description: PayDescription;
  readonly basis: BasisDescription;
  readonly supported: Supported;
  readonly tables: WeightTables;
  readonly official: OfficialPay;
}

function predicted(question: PayModelQuestion, fitted: Fitted): PayPrediction {
  const { basis, supported, description } = fitted;
  const { centre, logSpread, logError } = sums(question, fitted);
  const spread = Math.exp(logSpread);
  const { quantiles, cells } = basis;
  const around = (key: PercentileKey): ResidualQuantile => ({
    value: key === '50' ? 0 : spread * (quantiles[key].value - quantiles['50'].value),
    sd: spread * quantiles[key].sd,
  });
  return {
    centre: centre + spread * quantiles['50'].value,
    date: description.date,
    cellVariance: cells.variance * spread ** 2,
    cellKurtosis: cells.kurtosis,
    predictionVariance: Math.exp(logError),
    residuals: Object.fromEntries(PERCENTILE_KEYS.map((key) => [key, around(key)])) as PayPrediction['residuals'],
    n: supported.support[0],
    employers: supported.support[1],
    behind: supported.by,
    sources: basis.sources,
    period: basis.period,
  };
}

function sums(question: PayModelQuestion, { basis, tables, official }: Fitted) {
  const { workKey, role, level, state } = question;
  const stateless = (effects: BaseEffects) => effects.source + (state === null ? effects.state : 0);
  let centre = stateless(basis.centre);
  let logSpread = stateless(basis.spread);
  let logError = stateless(basis.error);
  const occupations = question.occupations.map(({ soc, share }) => ({ soc, share }));
  const described = { words: wordsOf(workKey), role, level, state, occupations, source: null };
  visitFeatures(described, official, ({ name, group, value }) => {
    if (group === 'base') {
      centre += value * (lookUp(basis.centre.base, name) ?? 0);
      logSpread += value * (lookUp(basis.spread.base, name) ?? 0);
      logError += value * (lookUp(basis.error.base, name) ?? 0);
      return;
    }
    const hash = featureHash(name);
    const at = positionOf(tables.centreHashes, hash);
    if (at >= 0) centre += (value * tables.centres[at]!) / CENTRE_UNIT;
    const plain = positionOf(tables.spreadHashes, hash);
    if (plain < 0) return;
    logSpread += (value * tables.spreads[plain]!) / SPREAD_UNIT;
    logError += (value * tables.errors[plain]!) / SPREAD_UNIT;
  });
  return { centre, logSpread, logError };
}
