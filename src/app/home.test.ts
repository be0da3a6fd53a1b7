import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateHome } from './home.js';

describe('locateHome', () => {
  it('takes the folder that GOINGRATE_HOME names', () => {
    expect(locateHome({ GOINGRATE_HOME: join('/', 'data', 'pay') })).toEqual({
      directory: join('/', 'data', 'pay'),
      own: join('/', 'data', 'pay', 'own'),
      updated: join('/', 'data', 'pay', 'updated'),
      downloads: join('/', 'data', 'pay', 'downloads'),
      mappings: join('/', 'data', 'pay', 'mappings'),
    });
  });

  it.each([
    ['linux', {}, join(homedir(), '.local', 'share', 'goingrate')],
    ['linux', { XDG_DATA_HOME: join('/', 'xdg'), GOINGRATE_HOME: '' }, join('/', 'xdg', 'goingrate')],
    ['darwin', { XDG_DATA_HOME: join('/', 'xdg') }, join(homedir(), 'Library', 'Application Support', 'goingrate')],
    ['win32', { LOCALAPPDATA: join('/', 'local') }, join('/', 'local', 'goingrate')],
    ['win32', {}, join(homedir(), 'AppData', 'Local', 'goingrate')],
  ])('knows the folder for data of %s with %j', (platform, environment, directory) => {
    expect(locateHome(environment, platform).directory).toBe(directory);
  });
});
