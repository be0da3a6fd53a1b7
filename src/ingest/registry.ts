/** The sources of a market, in the order in which they are read: later ones use what earlier ones gave. */
import type { Connector } from './connector.js';
import type { ReviewedLists } from './reviewed.js';
import { aiJobs } from './sources/ai-jobs/connector.js';
import { blsProjections } from './sources/bls-projections/connector.js';
import { cpi } from './sources/cpi/connector.js';
import { fedH10 } from './sources/fed-h10/connector.js';
import { roleCatalogue } from './sources/goingrate/connector.js';
import { gptsAreGpts } from './sources/gpts-are-gpts/connector.js';
import { h1bLca } from './sources/h1b-lca/connector.js';
import { indeedWages } from './sources/indeed-wages/connector.js';
import { microsoftAiApplicability } from './sources/microsoft-ai-applicability/connector.js';
import { oewsNational } from './sources/oews-national/connector.js';
import { oewsState } from './sources/oews-state/connector.js';
import { oflcAreas } from './sources/oflc-areas/connector.js';
import { onet } from './sources/onet/connector.js';
import { soc } from './sources/soc/connector.js';
import { techSalaryRadar } from './sources/tech-salary-radar/connector.js';

export function connectors({ phrases, countries, states, commonNames }: ReviewedLists): readonly Connector[] {
  return [
    roleCatalogue(phrases),
    oewsNational,
    oewsState,
    soc,
    onet(commonNames),
    oflcAreas({ countries, states }),
    blsProjections,
    gptsAreGpts,
    microsoftAiApplicability,
    cpi,
    indeedWages,
    fedH10,
    aiJobs,
    h1bLca,
    techSalaryRadar,
  ];
}
