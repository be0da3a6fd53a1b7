/**
 * What some tests need and a machine may lack. A suite that cannot run is skipped under a name that says why;
 * where GOINGRATE_REQUIRE (a comma-separated list of capabilities) asks for it, it fails instead.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, it } from 'vitest';

export type Capability = 'chromium' | 'data';

/** Path of a Chromium or Chrome, or null: CHROMIUM_PATH, then the usual names on PATH, then the usual places. */
export const chromiumPath: string | null = findChromium(process.env);

/** Command-line switches for Chromium: as root it starts only without its sandbox. */
export const chromiumArguments: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Folder with the publishers' raw files, one folder a source, or null: GOINGRATE_RAW_DATA, then beside the clone. */
export const sharedData: string | null = findFolder(
  process.env.GOINGRATE_RAW_DATA ?? resolve(import.meta.dirname, '..', '..', 'shared', 'data'),
);

const ABSENCE: Readonly<Record<Capability, string | null>> = {
  chromium: chromiumPath === null ? 'no Chromium was found; name one in CHROMIUM_PATH' : null,
  data:
    sharedData === null
      ? 'the raw source files are not on this machine; name their folder in GOINGRATE_RAW_DATA'
      : null,
};

/** What to do with a suite: run it, skip it under a name that says why, or fail because it was required. */
export type Decision = { readonly action: 'run' } | { readonly action: 'skip' | 'fail'; readonly reason: string };

/**
 * Decides by what is absent and what is required.
 *
 * @param needs capabilities of the suite
 * @param absence why each capability is absent, or null where it is present
 * @param required value of GOINGRATE_REQUIRE
 */
export function decide(
  needs: readonly Capability[],
  absence: Readonly<Record<Capability, string | null>>,
  required: string | undefined,
): Decision {
  const missing = needs.filter((need) => absence[need] !== null);
  if (missing.length === 0) return { action: 'run' };
  const reason = missing.map((need) => absence[need]).join('; ');
  const mandatory = (required ?? '').split(',').map((name) => name.trim());
  return { action: missing.some((need) => mandatory.includes(need)) ? 'fail' : 'skip', reason };
}

/**
 * A `describe` for a suite that needs something a machine may lack. The body of a skipped suite is not executed,
 * so it may use `chromiumPath!` and `sharedData!`.
 *
 * @example describeNeeding(['chromium'], 'report page in a browser', () => { it(...) })
 */
export function describeNeeding(needs: readonly Capability[], name: string, body: () => void): void {
  const decision = decide(needs, ABSENCE, process.env.GOINGRATE_REQUIRE);
  if (decision.action === 'run') {
    describe(name, body);
    return;
  }
  if (decision.action === 'skip') {
    it.skip(`${name} (${decision.reason})`, () => {});
    return;
  }
  it(name, () => {
    throw new Error(`GOINGRATE_REQUIRE asks for this suite, but ${decision.reason}.`);
  });
}

function findChromium(env: NodeJS.ProcessEnv): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const places = [
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  const candidates = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : [...onPath, ...places];
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function findFolder(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : null;
}
