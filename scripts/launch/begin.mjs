import { versionComplaint } from './node-version.mjs';

/**
 * Runs `action` if this Node will do, and otherwise says in one line which is needed. This file and what it
 * imports must load on any Node that knows modules, so the action loads the rest.
 *
 * @param {() => Promise<unknown>} action
 */
export function begin(action) {
  const complaint = versionComplaint(process.versions.node);
  if (complaint === null) {
    action();
  } else {
    console.error(complaint);
    process.exitCode = 1;
  }
}
