import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandArguments, workingDirectory } from '../../scripts/launch/arguments.mjs';
import { matchesLockfile } from '../../scripts/launch/install.mjs';
import { MINIMUM_NODE, versionComplaint } from '../../scripts/launch/node-version.mjs';
import { findNpmCli } from '../../scripts/launch/npm-cli.mjs';
import { exitCodeFor, SetupError, SetupInterrupted } from '../../scripts/launch/setup-error.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('Node version', () => {
  it.each(['18.20.4', '20.18.3', '12.22.0'])('%s is refused in one line that names what is needed', (version) => {
    const complaint = versionComplaint(version);
    expect(complaint).toContain(`Node ${MINIMUM_NODE} or newer`);
    expect(complaint).toContain(`this is Node ${version}`);
    expect(complaint).not.toContain('\n');
  });

  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
    expect(versionComplaint(version)).toBeNull();
  });

  it('is the one package.json declares', () => {
    expect(manifest.engines.node).toBe(`>=${MINIMUM_NODE}`);
  });
});

describe('arguments', () => {
  it('are passed on as given', () => {
    expect(commandArguments(['report', 'Nurse', '--in', 'US-CA'])).toEqual(['report', 'Nurse', '--in', 'US-CA']);
  });

  it('default to the default question', () => {
    expect(commandArguments([])).toEqual(['report', 'Machine Learning Lead', '--in', 'US']);
  });
});

describe('working directory', () => {
  const at = (path: string) => resolve('/clone', path);

  it('is where the user ran npm, which itself runs scripts in the root', () => {
    expect(workingDirectory({ root: at('.'), cwd: at('.'), initCwd: at('../elsewhere') })).toBe(at('../elsewhere'));
  });

  it('is the current one when run by hand, whatever an npm script further up left in the environment', () => {
    expect(workingDirectory({ root: at('.'), cwd: at('../own'), initCwd: at('../elsewhere') })).toBe(at('../own'));
    expect(workingDirectory({ root: at('.'), cwd: at('.'), initCwd: undefined })).toBe(at('.'));
  });
});

describe('finding npm', () => {
  const found = (files: string[], npmExecPath?: string, path?: string) =>
    findNpmCli({
      execPath: join('/opt', 'bin', 'node'),
      npmExecPath,
      path,
      exists: (file) => files.includes(file),
      realPath: () => join('/lib', 'npm', 'bin', 'npm-cli.js'),
    });
  const beside = join('/opt', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');

  it('prefers the npm that runs this script', () => {
    const running = join('/n', 'npm-cli.js');
    expect(found([running, beside], running)).toBe(running);
  });

  it('does not mistake another package manager for npm', () => {
    const yarn = join('/n', 'yarn.js');
    expect(found([yarn, beside], yarn)).toBe(beside);
  });

  it('looks on PATH last', () => {
    const cli = join('/lib', 'npm', 'bin', 'npm-cli.js');
    expect(found([join('/b', 'npm'), cli], undefined, ['/a', '/b'].join(delimiter))).toBe(cli);
  });

  it('says so when there is none', () => {
    expect(() => found([])).toThrow(SetupError);
  });
});

describe('packages already installed', () => {
  const here = { platform: 'linux', arch: 'x64' };
  const hono = { version: '4.0.0', integrity: 'sha512-a' };
  const forMac = { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] };
  const forHere = { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] };
  const wanted = { packages: { '': {}, 'node_modules/hono': hono, 'node_modules/mac': forMac } };

  it('match when each wanted on this platform is there', () => {
    expect(matchesLockfile({ packages: { 'node_modules/hono': hono } }, wanted, here)).toBe(true);
  });

  it('do not match when one is missing, of another version or of another content', () => {
    expect(matchesLockfile({ packages: {} }, wanted, here)).toBe(false);
    for (const changed of [
      { ...hono, version: '4.0.1' },
      { ...hono, integrity: 'sha512-b' },
    ]) {
      expect(matchesLockfile({ packages: { 'node_modules/hono': changed } }, wanted, here)).toBe(false);
    }
  });

  it('do not match when the binary for this platform is missing', () => {
    const both = { packages: { ...wanted.packages, 'node_modules/here': forHere } };
    expect(matchesLockfile({ packages: { 'node_modules/hono': hono } }, both, here)).toBe(false);
  });

  it('do not match when npm has recorded nothing', () => {
    expect(matchesLockfile(null, wanted, here)).toBe(false);
  });
});

describe('exit code of a set-up that failed', () => {
  it('is 1 for what the user can mend, 128 and the signal when interrupted, and none for a fault of ours', () => {
    expect(exitCodeFor(new SetupError('no'))).toBe(1);
    expect(exitCodeFor(new SetupInterrupted('SIGTERM'))).toBe(143);
    expect(exitCodeFor(Object.assign(new Error('full'), { syscall: 'write' }))).toBe(1);
    expect(exitCodeFor(new TypeError('x is not a function'))).toBeNull();
  });
});
