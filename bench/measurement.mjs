/**
 * One row of the scoreboard.
 *
 * @typedef {object} Measurement
 * @property {string} what what was measured
 * @property {string} value with its spread
 * @property {string} reference what it is compared with, empty when nothing
 * @property {string} hold the limit we hold ourselves to, empty when there is none
 * @property {boolean | null} met null without a hold
 * @property {string} [miss] by how much a hold was missed
 */

/**
 * @param {Measurement} row
 * @returns {string}
 */
export function verdict({ met, miss }) {
  if (met === null) return 'no hold';
  return met ? 'met' : `missed${miss === undefined ? '' : `: ${miss}`}`;
}

/**
 * Thrown when an answer is wrong: a wrong answer is not timed.
 */
export class WrongAnswer extends Error {}

/** @param {boolean} holds @param {string} what */
export function verify(holds, what) {
  if (!holds) throw new WrongAnswer(`Not timed, because the answer is wrong: ${what}.`);
}
