/** Score of the order of levels inside employers. */

import { DomainError } from '../../core/errors.js';
import { LEVELS, type LevelId } from '../../core/level.js';
import { judged, type MeasuredPart, type Score } from '../../core/score.js';
import type { LevelOrderScore } from '../level-order.js';

/** At more than half of the employers the higher level must pay at least as much. */
const LEAST_SHARE = 0.5;
/** A pair that fewer employers have is reported only. */
const FEWEST_EMPLOYERS = 10;

/**
 * `levels.order`
 *
 * @throws {DomainError} NO_LEVELS when no employer has two neighbouring levels of one role
 */
export function levelOrderRow({ share, n, byPair }: LevelOrderScore): Score {
  if (share === null) throw new DomainError('NO_LEVELS', 'No employer of the market has two neighbouring levels.');
  return judged({
    id: 'levels.order',
    metric: 'share of contrasts between neighbouring levels of one employer and role in which the higher pays no less',
    value: share,
    reference: 'no order .50',
    limits: { low: LEAST_SHARE, high: null },
    n,
    counted: 'employers',
    parts: byPair.map(
      ({ lower, higher, share: own, n: employers }): MeasuredPart => ({
        name: `${nameOf(lower)} to ${nameOf(higher)}`,
        value: own,
        n: employers,
        limits: employers < FEWEST_EMPLOYERS ? null : { low: LEAST_SHARE, high: null },
      }),
    ),
    partsHold: `so each pair of levels that ${FEWEST_EMPLOYERS} employers or more have`,
  });
}

function nameOf(id: LevelId): string {
  return LEVELS.find((level) => level.id === id)?.name.toLowerCase() ?? id;
}
