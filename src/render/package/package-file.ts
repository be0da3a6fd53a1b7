/** A file beside the page of a report. */
import type { PackagePath } from './package-contents.js';

export interface PackageFile {
  readonly path: PackagePath;
  /** Media type, ready to be sent. */
  readonly type: string;
  readonly content: Buffer;
}
