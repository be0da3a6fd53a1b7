/** Where the parts of the fan lie: two panels of one logarithmic scale over a common time axis. */
import type { Figure } from '../../report/model.js';
import { panelShare } from './panel-share.js';
import { type Axis, continuousScale, rounded, timeScale } from './scale.js';

export type FanFigure = Extract<Figure, { kind: 'fan' }>;

/** Height shared by the two panels, the room above each for its name, and below the lower one. */
const PANELS_PX = 250;
const NAME_PX = 22;
const FOOT_PX = 10;

export interface Panel {
  readonly axis: Axis;
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  /** Pixels from the top of the drawing. */
  readonly y: (value: number) => number;
}

export interface Placement {
  /** Percent of the width. */
  readonly x: (date: string) => number;
  readonly ours: Panel;
  readonly official: Panel;
  readonly height: number;
}

/** Panels as high as their axes are long on the logarithmic scale. */
export function placement(figure: FanFigure): Placement {
  const { axis, officialAxis, dates, observed, aged, carried, forecast } = figure;
  const drawn = [...dates, ...observed, ...(aged === null ? [] : [aged]), ...forecast];
  const all = [...drawn, ...(carried === undefined ? [] : [carried.stated])].map(({ date }) => date);
  const share = panelShare(axis, officialAxis);
  const first = rounded(PANELS_PX * share);
  const ours = panel(axis, { name: 'This report', top: NAME_PX, height: first });
  const official = panel(officialAxis, {
    name: 'Official mean',
    top: ours.bottom + NAME_PX + 6,
    height: PANELS_PX - first,
  });
  return { x: timeScale(all), ours, official, height: official.bottom + FOOT_PX };
}

function panel(axis: Axis, { name, top, height }: { name: string; top: number; height: number }): Panel {
  const scale = continuousScale(axis, height);
  const bottom = rounded(top + height);
  return { axis, name, top, bottom, y: (value) => rounded(bottom - scale(value)) };
}
