/** Texts the mutations begin with: of our own, and real ones where the publishers' files are on the machine. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sharedData } from '../capabilities.js';

export const TITLE_SEEDS: readonly string[] = [
  'Sr. Machine Learning Engineer II (Remote) - R12345',
  'VP, Head of Data & Analytics / Staff+ Engineer',
  'Member of Technical Staff, Infrastructure',
  'C++ / C# / Node.js Dev &amp;#39;&#x1F600;',
  'Lead Generation Specialist - B2B SaaS',
  'Ingénieur(e) Sénior Données H/F',
  'Software Engineer III, L5 (Contract) $70/hr',
  'Registered Nurse – ICU – Nights – $5,000 sign-on bonus!!!',
  'Assistant to the Chief Executive Officer',
  'Summer 2026 Intern, Quantitative Research (PhD)',
  'Associate Director, Principal Scientist I/II/III',
  '[URGENT] Jr Full-Stack Dev || Hybrid || NYC or SF',
  'Werkstudent:in Softwareentwicklung (m/w/d)',
  'Senior Senior Manager of Managers, Management',
  'データサイエンティスト / Data Scientist',
];

export const PAY_SEEDS: readonly string[] = [
  'The base salary range for this role is $150,000 - $190,000 per year plus equity and bonus.',
  'Compensation: $150-190k + 0.1%-0.5% equity, OTE $250K',
  'Pay: $45.50/hr to $60.00/hr, paid weekly; work on a daily basis with 10k users and a 401(k)',
  'Salary: 1.234,56 EUR brutto monatlich, 13. Gehalt; bis zu 75.000 € p.a.',
  'CTC 12-18 LPA (INR 12,00,000 to 18,00,000), up to 1.2 crore OTE',
  'San Francisco: $200K–$250K &#8211; New York: $190K&ndash;$240K; Austin, TX $170,000&#8212;$210,000',
  '<p>Base: US$120,000&nbsp;-&nbsp;US$140,000</p><ul><li>bonus 15%</li><li>CA$130k CAD in Toronto</li></ul>',
  '£45,000 - £55,000 GBP depending on experience, maximum £60k, from £40k',
  'Min: 200000 Max: 150000 USD annually; day rate 600 EUR; SEK 45 000 per month',
  'We raised $150M from investors in 2024, serve 3.5 million users 24/7 and give $5,000 sign-on.',
  '¥8,000,000〜¥12,000,000（年収） / ₹25L - ₹40L / CHF 120’000.–',
  'Between 80 and 95 thousand dollars a year, or 3,500 to 4,200 zł net + VAT a month (B2B)',
];

export const SKILL_SEEDS: readonly string[] = [
  'Requirements:\n- 5+ years of Python, SQL and Spark\n- Go or C++ or Rust\nNice to have:\n- AWS Certified Solutions Architect, PMP\n',
  'You will go to market with our express team and excel in a word: flow. No Java required, not even JavaScript.',
  'Experience with PyTorch, TensorFlow, JAX, Hugging Face Transformers, LangChain, vLLM, CUDA and Kubernetes (k8s).',
  '<h2>About us</h2><p>We use React, Next.js &amp; Node.js.</p><h2>What you bring</h2><ul><li>R, SAS or Stata</li></ul>',
  'Must have: CPA or CFA; RN license; BLS/ACLS; Security+ (CompTIA), CISSP, CCNA; Microsoft Excel, Word and PowerPoint',
  'C, C#, C++, F#, .NET, ASP.NET Core, T-SQL, PL/SQL, Objective-C, R, Go (Golang), D3.js, Vue, Ruby on Rails',
  'Preferred qualifications: Tableau/Power BI/Looker; Snowflake, dbt, Airflow; without needing Hadoop, Hive or Pig',
  'machine learning, deep learning, natural language processing, computer vision, MLOps, LLMs, RAG, prompt engineering',
];

export const PLACE_SEEDS: readonly string[] = [
  'San Francisco Bay Area',
  'NYC or Remote (US)',
  'Cary,North Carolina,United States | Remote - US; London',
  'San Francisco, CA • New York, NY • Seattle, WA / Toronto, ON',
  'Hybrid - Washington, D.C. Metro; Atlanta, Georgia; Tbilisi, Georgia',
  'US-CA-Menlo Park, US-TX-Austin, Remote, EMEA',
  'München, Bayern, Deutschland (Homeoffice möglich)',
  'Bengaluru / Bangalore, Karnataka, IN; Remote - India',
];

export const EMPLOYER_SEEDS: readonly string[] = [
  'AMAZON.COM SERVICES LLC d/b/a Amazon',
  'Ernst & Young U.S. LLP',
  'The J.P. Morgan Chase & Co., Inc.',
  'Meta Platforms, Inc. (formerly Facebook)',
  'SAP SE & Co. KGaA',
  'L&T Technology Services Ltd.',
  "McDonald's Corp",
  'Société Générale S.A.',
];

interface RealTexts {
  readonly titles: readonly string[];
  readonly places: readonly string[];
  readonly employers: readonly string[];
  /** Stretches of job advertisements with an amount in them, and any others. */
  readonly pay: readonly string[];
  readonly passages: readonly string[];
}

const NONE: RealTexts = { titles: [], places: [], employers: [], pay: [], passages: [] };
const EVERY_NTH_LINE = 25;
const EVERY_NTH_JOB = 150;
const PASSAGE_UNITS = 400;

/** A sample of real texts, read in place; empty lists where there are none on this machine. */
export function realTexts(): RealTexts {
  const boards = fileOf('ashby-boards-2025-10', 'jobs.jsonl.gz');
  const jobs = fileOf('greenhouse-titles-2026-01', 'all_jobs.json.gz');
  if (boards === null || jobs === null) return NONE;
  const listed = (JSON.parse(unpacked(jobs)) as Record<string, unknown>[]).filter((_, at) => at % EVERY_NTH_JOB === 0);
  const texts = unpacked(boards)
    .split('\n')
    .filter((line, at) => at % EVERY_NTH_LINE === 0 && line !== '')
    .map((line) => String((JSON.parse(line) as Record<string, unknown>).descriptionHtml));
  const fieldOf = (name: string) => listed.map((job) => String(job[name]));
  return {
    titles: fieldOf('title'),
    places: fieldOf('location'),
    employers: fieldOf('company'),
    pay: texts.flatMap((text) => (/[$£€₹]/.test(text) ? [around(text, text.search(/[$£€₹]/))] : [])),
    passages: texts.map((text, at) => around(text, (at * 997) % text.length)),
  };
}

function around(text: string, at: number): string {
  const from = Math.max(0, at - PASSAGE_UNITS / 2);
  return text.slice(from, from + PASSAGE_UNITS);
}

function fileOf(folder: string, name: string): string | null {
  const path = sharedData === null ? null : join(sharedData, folder, name);
  return path !== null && existsSync(path) ? path : null;
}

function unpacked(path: string): string {
  return gunzipSync(readFileSync(path)).toString('utf8');
}
