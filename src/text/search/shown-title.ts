/** How titles are written that are kept as keys, or published in the plural. */

const SMALL: ReadonlySet<string> = new Set(
  'a an and at by for in of on or the to with de des du la le les et en'.split(' '),
);

const WRITTEN: ReadonlyMap<string, string> = new Map(
  (
    'AI BI UX UI QA IT HR PR ML NLP SQL ETL ERP CRM SAP AWS GCP GIS CAD CNC SEO SEM API SRE PHP iOS DevOps MLOps ' +
    'DataOps DevSecOps FinOps VP CEO CFO CTO CIO COO TV CT MRI ICU RN LPN EMT HVAC R&D B2B JavaScript TypeScript ' +
    'Node.js .NET RPA IoT LLM LLMs VLSI FPGA ASIC RF SOC SAS DBA PLC SCADA GPU HPC AR VR XR 2D 3D'
  )
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);

/**
 * A title key as a title.
 *
 * @example shownTitle('head of ai research') // 'Head of AI Research'
 */
export function shownTitle(key: string): string {
  return key
    .split(' ')
    .map((word, at) => WRITTEN.get(word) ?? (at > 0 && SMALL.has(word) ? word : capitalised(word)))
    .join(' ');
}

/**
 * A spelling of a place as people write it; two letters at its end are a state or province.
 *
 * @example shownPlace('london ky') // 'London, KY'
 */
export function shownPlace(spelling: string): string {
  return shownTitle(spelling).replace(/,? (\p{L}{2})$/u, (_, code: string) => `, ${code.toUpperCase()}`);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Titles of one noun phrase; of others the published form is kept. */
const MANIFOLD = /,|\band\b|\bor\b|\/|\bAll Other\b|\bExcept\b/;
const ALREADY_ONE = /(?:ss|us|is|ics|Services|Sales)$/;

/**
 * An official title as the title of one person, where it is a plain plural.
 *
 * @example singleTitle('Registered Nurses') // 'Registered Nurse'
 * @example singleTitle('Waiters and Waitresses') // 'Waiters and Waitresses'
 */
export function singleTitle(published: string): string {
  if (MANIFOLD.test(published) || ALREADY_ONE.test(published)) return published;
  return published
    .replace(/men$/, 'man')
    .replace(/wives$/, 'wife')
    .replace(/(?<=\p{L}{2})ies$/u, 'y')
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/s$/, '');
}
