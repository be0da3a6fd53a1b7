/** Defect: a skill or credential that does not fit the role. */
import { findingsOf, nameOf, type Page } from './page.js';

/** Names of the tools O*NET lists, by occupation. */
export type ListedTools = ReadonlyMap<string, ReadonlySet<string>>;

const SMALLEST_SHARE = 0.1;

/** What a page names as a tool that is not listed for any leading occupation of its mix. */
export function unfittingTools(page: Page, listed: ListedTools): string[] {
  const { occupations } = page.report.question;
  const leading = occupations.filter(({ share }, index) => index === 0 || share >= SMALLEST_SHARE);
  const fitting = leading.flatMap(({ soc }) => [...(listed.get(soc) ?? [])]);
  return page.report.sections.requiredSkills.findings.flatMap((finding) => {
    if (!/^requiredSkills\.(?:inDemand|hot)$/.test(finding.id) || finding.status === 'insufficient') return [];
    const rest = withoutNames(finding.statement.slice(finding.statement.indexOf(': ') + 1), fitting);
    return rest === '' ? [] : [`${nameOf(page)}: ${finding.id} names ${rest}`];
  });
}

/** Takes the names, their shares and what joins them out of a list. */
function withoutNames(list: string, names: readonly string[]): string {
  let rest = list;
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (rest.includes(name))
      rest = rest.replaceAll(new RegExp(`(?<=^|,| and|\\s) ${literal(name)}(?=,| and |\\.$| \\()`, 'g'), ' ');
  }
  return rest
    .replaceAll(/\(\d+% of the mix\)/g, '')
    .replaceAll(/[\s,.]|\band\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const CREDENTIALS =
  /\b(?:PMP|CAPM|CISSP|CISA|CISM|CEH|CompTIA|CPA|CMA|CFA|FRM|CCNA|CCNP|CKA|CKAD|SHRM|SPHR|PHR|CSM|TOGAF|ITIL|NCLEX|MBA|Ph\.?D|Six Sigma|bar exam|board[- ]certified|[Cc]ertifi(?:ed|cates?|cations?)|[Ll]icen[sc]ure|driver.s licen[sc]e)\b/;

/** Names of credentials by role, as far as enough employers of the role name them. */
export type AskedCredentials = ReadonlyMap<string, ReadonlySet<string>>;

/** Credentials a page names that too few employers of its role ask for. */
export function namedCredentials(page: Page, asked: AskedCredentials): string[] {
  const sources = page.report.sources.map((source) => source.name);
  const fitting = [...(asked.get(page.report.question.role.id) ?? [])].sort((a, b) => b.length - a.length);
  const supported = [...fitting, 'certificate or licence', 'certificates and licences'];
  return findingsOf(page.report).flatMap((finding) =>
    [finding.statement, finding.missing ?? '', ...finding.caveats].flatMap((text) => {
      const known = finding.id === 'careerMoat.asked' ? [...sources, ...supported] : sources;
      const own = known.reduce((rest, name) => rest.replaceAll(name, ''), text);
      const named = CREDENTIALS.exec(own);
      return named === null ? [] : [`${nameOf(page)}: ${finding.id} names "${named[0]}"`];
    }),
  );
}

const PREMIUM_SECTIONS = ['growthCatalyst', 'careerMoat', 'skillPremium'] as const;

/** Tools named where premiums would stand: without an adjusted effect no tool can be singled out. */
export function singledOutTools(page: Page, listed: ListedTools): string[] {
  const names = new Set([...listed.values()].flatMap((tools) => [...tools]).filter((name) => name.length > 3));
  return PREMIUM_SECTIONS.flatMap((id) =>
    page.report.sections[id].findings.flatMap((finding) =>
      (finding.id === 'careerMoat.asked' ? [] : [...names])
        .filter((name) => finding.statement.includes(name))
        .map((name) => `${nameOf(page)}: ${finding.id} singles out ${name}`),
    ),
  );
}
