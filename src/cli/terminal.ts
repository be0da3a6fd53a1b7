/** What the place we print to can show. */

export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface TerminalAbilities {
  readonly columns: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

const NARROWEST = 40;
const WIDEST = 120;
const DEFAULT_COLUMNS = 80;

/**
 * Colour only on a terminal and never with NO_COLOR; 80 columns where there is no terminal; block and braille
 * characters unless the terminal is the plain console or ASCII was asked for.
 */
export function terminalAbilities(
  stream: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
  ascii: boolean,
): TerminalAbilities {
  const terminal = stream.isTTY === true;
  const wanted = Number(env.COLUMNS ?? '') || stream.columns || DEFAULT_COLUMNS;
  const noColour = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return {
    columns: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(wanted))),
    colour: terminal && !noColour,
    unicode: !ascii && env.TERM !== 'linux' && env.TERM !== 'dumb',
  };
}
