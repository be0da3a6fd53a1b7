/** The characters marks are drawn with, and their ASCII fallback. */

export interface Glyphs {
  readonly rule: string;
  readonly separator: string;
  readonly ellipsis: string;
  /** Status of a finding. */
  readonly supported: string;
  readonly modelled: string;
  readonly insufficient: string;
  /** Beside whatever rests on the user's own data. */
  readonly own: string;
  readonly hatch: string;
  /** An estimate, and the same where it is modelled. */
  readonly point: string;
  readonly modelledPoint: string;
  readonly median: string;
  /** An interval, its weaker form, and the shades of a fan from the widest to the narrowest band. */
  readonly interval: string;
  readonly modelledInterval: string;
  readonly fan: readonly [string, string, string];
  /** The middle half, and the tails outside it. */
  readonly box: string;
  readonly tail: string;
  readonly tailStart: string;
  readonly tailEnd: string;
  readonly flag: string;
  readonly guide: string;
  readonly tick: string;
  readonly axis: string;
  readonly leader: string;
  readonly selected: string;
  readonly rangeStart: string;
  readonly rangeEnd: string;
  /** Shades of fifths, lowest first. */
  readonly fifths: readonly [string, string, string, string, string];
}

export const UNICODE_GLYPHS: Glyphs = {
  rule: '─',
  separator: ' · ',
  ellipsis: '…',
  supported: '●',
  modelled: '○',
  insufficient: '╱╱',
  own: '◆',
  hatch: '╱',
  point: '●',
  modelledPoint: '○',
  median: '┃',
  interval: '▒',
  modelledInterval: '░',
  fan: ['░', '▒', '▓'],
  box: '━',
  tail: '─',
  tailStart: '╶',
  tailEnd: '╴',
  flag: '⚑',
  guide: '┊',
  tick: '┴',
  axis: '─',
  leader: '·',
  selected: '▸',
  rangeStart: '├',
  rangeEnd: '┤',
  fifths: ['▁▁', '▂▂', '▄▄', '▆▆', '██'],
};

export const ASCII_GLYPHS: Glyphs = {
  rule: '-',
  separator: ' - ',
  ellipsis: '...',
  supported: '*',
  modelled: 'o',
  insufficient: '//',
  own: '@',
  hatch: '/',
  point: '*',
  modelledPoint: 'o',
  median: '#',
  interval: '~',
  modelledInterval: ':',
  fan: ['.', ':', '%'],
  box: '=',
  tail: '-',
  tailStart: '-',
  tailEnd: '-',
  flag: '^',
  guide: '|',
  tick: '+',
  axis: '-',
  leader: '.',
  selected: '>',
  rangeStart: '|',
  rangeEnd: '|',
  fifths: ['+    ', '++   ', '+++  ', '++++ ', '+++++'],
};
