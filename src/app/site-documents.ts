/** The documents of the package that a site shows, and the licences that go with its figures and fonts. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SiteDocument } from '../render/html/document.js';
import type { LicenceText, SourcesPageOptions } from '../render/html/sources-page.js';
import { readInstalled } from './installed-file.js';
import type { Market } from './market.js';
import { PACKAGE_ROOT } from './paths.js';

/** Documents with a page of their own, with the folder of the page. Their files ship with the package. */
export const SITE_DOCUMENTS: readonly Omit<SiteDocument, 'text'>[] = [
  { file: 'methods.md', path: 'methods/' },
  { file: 'scoreboard.md', path: 'scoreboard/' },
  { file: 'glossary.md', path: 'methods/glossary/' },
  { file: 'reading-a-report.md', path: 'methods/reading-a-report/' },
  { file: 'engines/README.md', path: 'methods/engines/' },
  { file: 'engines/pay-model.md', path: 'methods/engines/pay-model/' },
  { file: 'engines/pay-strings.md', path: 'methods/engines/pay-strings/' },
  { file: 'engines/places-and-employers.md', path: 'methods/engines/places-and-employers/' },
  { file: 'engines/skills.md', path: 'methods/engines/skills/' },
  { file: 'engines/skills-scoreboard.md', path: 'methods/engines/skills-scoreboard/' },
  { file: 'engines/strength.md', path: 'methods/engines/strength/' },
  { file: 'engines/title-model.md', path: 'methods/engines/title-model/' },
  { file: 'engines/titles.md', path: 'methods/engines/titles/' },
];

/** What stands between the heading of the scores and their table moves behind the table: readers come for the table. */
export function tableFirst(text: string): string {
  return text.replace(/^(## Every score\n)([\s\S]*?)(<!-- backtest -->[\s\S]*?<!-- \/backtest -->\n)/m, '$1\n$3$2');
}

/** @throws {MarketError} MARKET_MISSING when a document is not installed */
export function readSiteDocuments(): Promise<SiteDocument[]> {
  return Promise.all(
    SITE_DOCUMENTS.map(async (document) => ({
      ...document,
      text: tableFirst(await readText(join(PACKAGE_ROOT, 'docs', document.file))),
    })),
  );
}

/** What the page of sources says: the market's own sources, and the texts of licences. */
export async function readSiteSources({ store, directory, asOf }: Market): Promise<Omit<SourcesPageOptions, 'frames'>> {
  const require = createRequire(import.meta.url);
  const fontLicence = (name: string) => readText(require.resolve(`@fontsource/${name}/LICENSE`));
  const licences: LicenceText[] = await Promise.all([
    licence(
      'sources.txt',
      'Sources of the figures, their licences and what was changed',
      join(directory, 'LICENSES.md'),
    ),
    licence('notice.txt', 'Notice', join(PACKAGE_ROOT, 'NOTICE')),
    licence('program.txt', 'Licence of the program', join(PACKAGE_ROOT, 'LICENSE')),
    fontLicence('inter').then((text) => ({ name: 'inter.txt', title: 'Licence of the font Inter', text })),
    fontLicence('source-serif-4').then((text) => ({
      name: 'source-serif-4.txt',
      title: 'Licence of the font Source Serif 4',
      text,
    })),
  ]);
  return { sources: store.manifest.sources, asOf, licences };
}

async function licence(name: string, title: string, path: string): Promise<LicenceText> {
  return { name, title, text: await readText(path) };
}

function readText(path: string): Promise<string> {
  return readInstalled(path, (bytes) => bytes.toString('utf8'));
}
