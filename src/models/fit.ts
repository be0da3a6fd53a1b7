/** Everything that is fitted once while a market is built. */
import type { RowOf } from '../query/tables.js';
import type { Store } from '../store/port.js';
import { fitDesignEffect } from './design-effect.js';
import { growthParameters, loadOccupationYears } from './growth.js';
import { fitLevelRatios } from './level-ratios.js';
import { fitOfficialError } from './official-error.js';
import { fitPostedIndex } from './posted-index.js';
import { fitSourceBiases } from './source-bias.js';

/** Source id under which fitted values are kept. */
export const MODEL_SOURCE = 'goingrate';

/** Fits all scalars of the shipped market; rounded, so that the table is the same on every machine. */
export async function fitParameters(store: Store): Promise<RowOf<'parameters'>[]> {
  const designEffect = await fitDesignEffect(store);
  const parameters = [
    designEffect,
    ...growthParameters(await loadOccupationYears(store)),
    ...(await fitOfficialError(store)),
    ...(await fitLevelRatios(store)),
    ...(await fitSourceBiases(store, designEffect.value)),
    ...(await fitPostedIndex(store, designEffect.value)),
  ];
  return parameters.map((parameter) => ({
    ...parameter,
    source: MODEL_SOURCE,
    value: Number(parameter.value.toPrecision(9)),
  }));
}
