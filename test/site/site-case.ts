/** A site over invented answers, for tests of how sites are built. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { silentProgress } from '../../src/core/ports.js';
import type { SiteDocument } from '../../src/render/html/document.js';
import type { SitePageFiles } from '../../src/render/html/frame.js';
import type { Report } from '../../src/report/model.js';
import { buildSite, type SiteOptions, type SiteSummary } from '../../src/site/build.js';
import { type SitePair, sitePairs } from '../../src/site/defaults.js';
import { makeInTurn } from '../../src/site/make-page.js';
import { planPages } from '../../src/site/plan.js';
import { sampleReport, thinReport } from '../golden/sample-report.js';

export const SAMPLE_PAGE_FILES: SitePageFiles = {
  shared: { styles: 'assets/site.css', script: 'assets/site.js' },
  files: [
    { path: 'assets/site.css', type: 'text/css', content: Buffer.from('body{margin:0}') },
    { path: 'assets/site.js', type: 'text/javascript', content: Buffer.from('') },
  ],
};

export const SAMPLE_DOCUMENTS: readonly SiteDocument[] = [
  {
    file: 'methods.md',
    path: 'methods/',
    text: '# Methods\n\nSee [levels](#levels) and [scores](scoreboard.md).\n\n## Levels\n',
  },
  { file: 'scoreboard.md', path: 'scoreboard/', text: '# Scoreboard\n\n| id | value |\n| --- | ---: |\n| a | 1 |\n' },
];

export const SAMPLE_PARTS: SiteOptions['parts'] = {
  documents: SAMPLE_DOCUMENTS,
  sources: {
    asOf: '2026-08-08',
    sources: [
      {
        id: 'oews',
        name: 'Occupational Employment',
        publisher: 'A bureau',
        address: 'https://example.org/oews',
        licence: 'Public domain',
        attribution: 'Source: a bureau.',
        vintage: 'May 2025',
        rowsIn: 12,
        rowsKept: 10,
      },
    ],
    licences: [{ name: 'notice.txt', title: 'Notice', text: 'Figures are derived.' }],
  },
};

/** The sample for every place but Wyoming, which has too little. */
export async function sampleAnswer(title: string, place: string): Promise<Report> {
  const base = place === 'US-WY' ? thinReport : sampleReport;
  const { question } = base;
  // Nobody's offer is on a site.
  return {
    ...base,
    question: { ...question, offer: null, title, place: { ...question.place, id: place, name: place } },
  };
}

export const SAMPLE_PAIRS = sitePairs(['Machine Learning Lead', 'C++ Developer', 'データ分析'], ['US', 'US-WY']);

export interface CaseOptions extends Partial<SiteOptions> {
  readonly pairs?: readonly SitePair[];
  readonly answer?: (title: string, place: string) => Promise<Report>;
}

/** Builds a site of invented pages. */
export function buildCase(
  out: string,
  { pairs = SAMPLE_PAIRS, answer = sampleAnswer, ...rest }: CaseOptions = {},
): Promise<SiteSummary> {
  return buildSite({
    pages: planPages(pairs, { placeOf: (place) => ({ id: place, name: place }) }).pages,
    openMaker: (context) => makeInTurn({ ...context, answer }),
    madeFrom: 'the same',
    out,
    pageFiles: SAMPLE_PAGE_FILES,
    parts: SAMPLE_PARTS,
    progress: silentProgress,
    ...rest,
  });
}

/** Files of a site below a folder, without what the builder keeps for itself. */
export function siteFilesIn(root: string): string[] {
  return allFilesIn(root).filter((file) => !file.startsWith('.goingrate-site'));
}

export function allFilesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .sort();
}
