/** What pages are drawn with: the style sheet, the script and the fonts, read from the package. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compactStyles } from '../render/html/compact-styles.js';
import type { FileFrame, SharedFile, SitePageFiles } from '../render/html/frame.js';
import { SITE_STYLE_FILES, STYLE_FILES } from '../render/html/style-files.js';
import { FONT_FILES, fontFaces } from './fonts.js';
import { COMPARE_SCRIPT, PAGE_SCRIPT, REPORT_SCRIPT, STYLES } from './paths.js';

/** The frame of a page that is sent as one file; it names the fonts and carries none. */
export async function fileFrame(): Promise<FileFrame> {
  const [styles, script] = await Promise.all([readStyles(), readFile(REPORT_SCRIPT, 'utf8')]);
  return { kind: 'file', styles, script };
}

/** The files that all pages of a site share. */
export async function sitePageFiles(): Promise<SitePageFiles> {
  const [styles, script, comparing, fonts] = await Promise.all([
    readStyles([...STYLE_FILES, ...SITE_STYLE_FILES]),
    readFile(PAGE_SCRIPT),
    readFile(COMPARE_SCRIPT),
    readFonts(),
  ]);
  const faces = fontFaces(fonts.map(({ path }) => path.replace('assets/', '')));
  const sheet = named('site.css', 'text/css; charset=utf-8', Buffer.from(compactStyles(`${faces}\n${styles}`)));
  const code = named('site.js', 'text/javascript; charset=utf-8', script);
  const compare = named('compare.js', 'text/javascript; charset=utf-8', comparing);
  return {
    shared: {
      styles: sheet.path,
      script: code.path,
      compare: compare.path,
      fonts: fonts.filter((_, index) => FONT_FILES[index]?.isUsual).map(({ path }) => path),
    },
    files: [sheet, code, compare, ...fonts],
  };
}

/** The style sheet of every page, joined from the files of `web/`. */
export async function readStyles(names: readonly string[] = STYLE_FILES): Promise<string> {
  const parts = await Promise.all(names.map((file) => readFile(join(STYLES, file), 'utf8')));
  return parts.join('\n');
}

function readFonts(): Promise<SharedFile[]> {
  const require = createRequire(import.meta.url);
  return Promise.all(
    FONT_FILES.map(async ({ module, name }) => named(name, 'font/woff2', await readFile(require.resolve(module)))),
  );
}

/** A file under a name that tells its content. */
function named(name: string, type: string, content: Buffer): SharedFile {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const [stem, ending] = name.split('.') as [string, string];
  return { path: `assets/${stem}-${digest}.${ending}`, type, content };
}
