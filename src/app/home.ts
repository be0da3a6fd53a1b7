/** Where a user's own market lives. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Home {
  readonly directory: string;
  /** Market of the user's own imports. */
  readonly own: string;
  /** Market of public sources updated on this machine; absent until the first update. */
  readonly updated: string;
  /** Files fetched from publishers. */
  readonly downloads: string;
  /** Saved mappings, one JSON file each. */
  readonly mappings: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder that GOINGRATE_HOME names, else the platform's folder for a program's data.
 *
 * @example locateHome({ GOINGRATE_HOME: '/data/pay' }).own // '/data/pay/own'
 */
export function locateHome(environment: Environment = process.env, platform: string = process.platform): Home {
  const directory = chosen(environment.GOINGRATE_HOME) ?? join(dataDirectory(environment, platform), 'goingrate');
  return {
    directory,
    own: join(directory, 'own'),
    updated: join(directory, 'updated'),
    downloads: join(directory, 'downloads'),
    mappings: join(directory, 'mappings'),
  };
}

function dataDirectory(environment: Environment, platform: string): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (platform === 'win32') return chosen(environment.LOCALAPPDATA) ?? join(homedir(), 'AppData', 'Local');
  return chosen(environment.XDG_DATA_HOME) ?? join(homedir(), '.local', 'share');
}

function chosen(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
