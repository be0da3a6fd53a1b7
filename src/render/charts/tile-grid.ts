/** Places of the states in the tile grid: each state one square, roughly where it lies. */

const ROWS: readonly string[] = [
  'AK .. .. .. .. .. .. .. .. .. ME',
  '.. .. .. .. .. .. .. .. .. VT NH',
  'WA ID MT ND MN IL WI MI NY RI MA',
  'OR NV WY SD IA IN OH PA NJ CT ..',
  'CA UT CO NE MO KY WV VA MD DE ..',
  '.. AZ NM KS AR TN NC SC DC .. ..',
  '.. .. .. OK LA MS AL GA .. .. ..',
  'HI .. .. TX .. .. .. .. FL .. ..',
];

export interface TilePlace {
  readonly short: string;
  readonly column: number;
  readonly row: number;
}

export const TILE_COLUMNS = 11;
export const TILE_ROWS = ROWS.length;

/** Every tile of the grid. */
export const TILE_PLACES: readonly TilePlace[] = ROWS.flatMap((line, row) =>
  line.split(' ').flatMap((short, column) => (short === '..' ? [] : [{ short, column, row }])),
);
