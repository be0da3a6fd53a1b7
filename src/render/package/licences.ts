/** Licences of sources as a Data Package names them. */
import type { Report } from '../../report/model.js';

export interface Licence {
  /** Identifier of SPDX or of the Open Definition, where the licence has one. */
  readonly name?: string;
  readonly title: string;
  readonly path?: string;
}

/** By how the sources state them; the first that fits counts. */
const KNOWN: readonly (readonly [RegExp, Omit<Licence, 'title'>])[] = [
  [/^CC0\b/, { name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
  [/^CC BY 4\.0/, { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
  [/^CC BY-SA 4\.0/, { name: 'CC-BY-SA-4.0', path: 'https://creativecommons.org/licenses/by-sa/4.0/' }],
  [/^MIT\b/, { name: 'MIT', path: 'https://opensource.org/license/mit' }],
  [
    /^(?:OGL|Open Government Licence) v?3/,
    {
      name: 'OGL-UK-3.0',
      path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  ],
  [
    /^Open Government Licence - Canada/,
    { name: 'OGL-Canada-2.0', path: 'https://open.canada.ca/en/open-government-licence-canada' },
  ],
  [/dl-de\/by-2-0/i, { name: 'DL-DE-BY-2.0', path: 'https://www.govdata.de/dl-de/by-2-0' }],
  [/^Apache-2\.0/, { name: 'Apache-2.0', path: 'https://www.apache.org/licenses/LICENSE-2.0' }],
  [/^ODbL/, { name: 'ODbL-1.0', path: 'https://opendatacommons.org/licenses/odbl/1-0/' }],
  [/^Public domain\b/, { name: 'other-pd' }],
];

/** Each licence of the sources once, as the publishers state them; nothing is granted beyond them. */
export function packageLicences({ sources }: Report): Licence[] {
  const stated = [...new Set(sources.map(({ licence }) => licence))].filter((licence) => licence !== '');
  return stated.map((title) => {
    const known = KNOWN.find(([pattern]) => pattern.test(title))?.[1];
    return { ...(known ?? { name: 'other' }), title };
  });
}
