/** The sources of a market, in the order in which they are read: later ones use what earlier ones gave. */
import type { Connector } from './connector.js';
import type { ReviewedLists } from './reviewed.js';
import { aiJobs } from './sources/ai-jobs/connector.js';
import { aioe } from './sources/aioe/connector.js';
import { anthropicIndex } from './sources/anthropic-index/connector.js';
import { ashbyBoards } from './sources/ashby-boards/connector.js';
import { auEarnings } from './sources/au-earnings/connector.js';
import { beaRpp } from './sources/bea-rpp/connector.js';
import { blsProjections } from './sources/bls-projections/connector.js';
import { caNoc } from './sources/ca-noc/connector.js';
import { caWages } from './sources/ca-wages/connector.js';
import { cpi } from './sources/cpi/connector.js';
import { datanerd } from './sources/datanerd/connector.js';
import { deEarnings } from './sources/de-earnings/connector.js';
import { eci } from './sources/eci/connector.js';
import { eurostatSes } from './sources/eurostat-ses/connector.js';
import { fedH10 } from './sources/fed-h10/connector.js';
import { reviewedNames } from './sources/goingrate/connector.js';
import { gptsAreGpts } from './sources/gpts-are-gpts/connector.js';
import { h1bLca } from './sources/h1b-lca/connector.js';
import { hnTrends } from './sources/hn-trends/connector.js';
import { iloGenai } from './sources/ilo-genai/connector.js';
import { ilostatIndia } from './sources/ilostat-india/connector.js';
import { indeedAi } from './sources/indeed-ai/connector.js';
import { indeedPostings } from './sources/indeed-postings/connector.js';
import { indeedTransparency } from './sources/indeed-transparency/connector.js';
import { indeedWages } from './sources/indeed-wages/connector.js';
import { iscoCrosswalk } from './sources/isco-crosswalk/connector.js';
import { itCertifications } from './sources/it-certifications/connector.js';
import { jolts } from './sources/jolts/connector.js';
import { microsoftAiApplicability } from './sources/microsoft-ai-applicability/connector.js';
import { oewsNational } from './sources/oews-national/connector.js';
import { oewsState } from './sources/oews-state/connector.js';
import { oflcAreas } from './sources/oflc-areas/connector.js';
import { oflcWages } from './sources/oflc-wages/connector.js';
import { onet } from './sources/onet/connector.js';
import { onsAshe } from './sources/ons-ashe/connector.js';
import { onsSoc2020 } from './sources/ons-soc2020/connector.js';
import { soc } from './sources/soc/connector.js';
import { stackoverflowSurvey } from './sources/stackoverflow-survey/connector.js';
import { techSalaryRadar } from './sources/tech-salary-radar/connector.js';
import { uberCareers } from './sources/uber-careers/connector.js';
import { usajobs } from './sources/usajobs/connector.js';
import { worldBankPpp } from './sources/world-bank-ppp/connector.js';
import { worldEarnings } from './sources/world-earnings/connector.js';

export function connectors(lists: ReviewedLists): readonly Connector[] {
  const { countries, states, commonNames, radarLabels, ashbyBoards: boards } = lists;
  return [
    reviewedNames(lists),
    oewsNational,
    oewsState,
    soc,
    onet(commonNames),
    oflcAreas({ countries, states }),
    oflcWages,
    beaRpp,
    blsProjections,
    jolts,
    gptsAreGpts,
    microsoftAiApplicability,
    cpi,
    eci,
    indeedWages,
    indeedPostings,
    indeedAi,
    indeedTransparency,
    itCertifications,
    fedH10,
    worldBankPpp(countries),
    onsAshe,
    onsSoc2020,
    caWages,
    caNoc,
    deEarnings,
    auEarnings,
    ilostatIndia,
    eurostatSes,
    worldEarnings,
    iscoCrosswalk(lists.matches),
    aiJobs,
    h1bLca,
    techSalaryRadar(radarLabels),
    ashbyBoards(boards),
    uberCareers,
    usajobs,
    // Optional: their terms are not verified, so they never ship.
    aioe,
    iloGenai,
    anthropicIndex,
    hnTrends,
    stackoverflowSurvey(countries),
    datanerd(lists),
  ];
}
