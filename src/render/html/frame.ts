/** What a page stands in: a single file that carries everything, or a site that shares style, fonts and scripts. */

/** A page that is one file: its style and its script are inside it. */
export interface FileFrame {
  readonly kind: 'file';
  readonly styles: string;
  /** Empty for a page without a script. */
  readonly script: string;
}

/** Files that the pages of a site share, as paths below its root. */
export interface SharedFiles {
  readonly styles: string;
  readonly script: string;
  /** Fonts that a first screen needs; a served page asks for them before its style sheet has been read. */
  readonly fonts?: readonly string[];
  /** Index of a static site's search; a server answers searches itself. */
  readonly search?: string;
  /** The script of a static site's page that compares. */
  readonly compare?: string;
}

/** A file that a site writes or a server sends. */
export interface SharedFile {
  /** Below the root of the site; its name changes with its content, so it may be kept for ever. */
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface SitePageFiles {
  readonly shared: SharedFiles;
  readonly files: readonly SharedFile[];
}

/** A page of a site, static or served. All its links are relative, so it works below any address and from a disk. */
export interface SiteFrame {
  readonly kind: 'site';
  /** Path of the page below the site's root, without a slash at its start: `us/machine-learning-lead/`. */
  readonly path: string;
  /** The way from the page to the root: `../../`, empty at the root itself. */
  readonly root: string;
  readonly shared: SharedFiles;
  /** Full address of the site, ending in a slash, where it is known. */
  readonly address: string | null;
  /** Whether a server answers behind the page: then questions beyond the pages at hand can be asked. */
  readonly live: boolean;
}

export type PageFrame = FileFrame | SiteFrame;

/** What all pages of one site have in common. */
export type SiteFrames = Omit<SiteFrame, 'kind' | 'path' | 'root'>;

/**
 * The frame of one page of a site.
 *
 * @param path below the root, `us/machine-learning-lead/` or `report`; empty for the front page
 */
export function siteFrame(site: SiteFrames, path: string): SiteFrame {
  return { kind: 'site', path, root: '../'.repeat(path.split('/').length - 1), ...site };
}

/** A frame without style or script, for tests and for pages that are only read. */
export const PLAIN_FRAME: FileFrame = { kind: 'file', styles: '', script: '' };
