/** The scripts of the pages as the sources have them now, whatever was built before. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleIslands, PAGE_SCRIPTS } from '../../scripts/launch/bundle.mjs';
import type { FileFrame } from '../../src/render/html/frame.js';
import { frame } from './browser.js';

const ROOT = resolve(import.meta.dirname, '..', '..');

export type PageScripts = Readonly<Record<keyof typeof PAGE_SCRIPTS, string>>;

/** The text of each script, by the file it is made from. */
export async function bundledScripts(): Promise<PageScripts> {
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-scripts-'));
  try {
    await bundleIslands(ROOT, folder);
    const texts = Object.entries(PAGE_SCRIPTS).map(([name, path]) => [name, readFileSync(join(folder, path), 'utf8')]);
    return Object.fromEntries(texts) as PageScripts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pages as single files with style and script. */
export async function scriptedFrame(): Promise<FileFrame> {
  return { ...frame, script: (await bundledScripts())['site.ts'] };
}
