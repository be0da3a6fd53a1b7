import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractSkills } from './extract-skills.js';
import type { CredentialsFile, SkillsFile } from './lists.js';
import { readSkillMentions } from './read-skill-mentions.js';
import { buildSkillIndex } from './skill-index.js';

const reviewed = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../reviewed/${name}`, import.meta.url), 'utf8')) as T;
const index = buildSkillIndex(reviewed<SkillsFile>('skills.json'), reviewed<CredentialsFile>('credentials.json'));

/** Ids of the skills and credentials of a text, in order of the text. */
function ids(text: string): string[] {
  const { skills, credentials } = extractSkills(text, index);
  return [...skills, ...credentials].sort((a, b) => a.span[0] - b.span[0]).map(({ id }) => id);
}

describe('names that need no context', () => {
  it.each<[string, string[]]>([
    ['Python and SQL', ['python', 'sql']],
    ['PYTHON, sql', ['python', 'sql']],
    ['C++ and C#', ['cpp', 'c-sharp']],
    ['C/C++', ['c', 'cpp']],
    ['Experience with .NET and ASP.NET Core', ['dotnet', 'aspdotnet']],
    ['Node.js, NodeJS or Node JS', ['node-js', 'node-js', 'node-js']],
    ['React.js and React Native', ['react', 'react-native']],
    ['JavaScript/TypeScript', ['javascript', 'typescript']],
    ['CI/CD pipelines', ['ci-cd']],
    ['CI / CD', ['ci-cd']],
    ['A/B testing and A/B tests', ['a-b-testing', 'a-b-testing']],
    ['scikit-learn, scikit learn, sklearn', ['scikit-learn', 'scikit-learn', 'scikit-learn']],
    ['Postgres or PostgreSQL', ['postgresql', 'postgresql']],
    ['AWS (EC2, S3)', ['aws', 'amazon-ec2', 'amazon-s3']],
    ['Google Cloud Platform (GCP)', ['google-cloud', 'google-cloud']],
    ['Kubernetes (k8s)', ['kubernetes', 'kubernetes']],
    ['PyTorch, JAX, vLLM and TensorRT-LLM', ['pytorch', 'jax', 'vllm', 'tensorrt-llm']],
    ['LangChain, LangGraph and LlamaIndex', ['langchain', 'langgraph', 'llamaindex']],
    ['Weights & Biases', ['weights-and-biases']],
    ['Hugging Face', ['hugging-face']],
    ['MITRE ATT&CK', ['mitre-att-and-ck']],
    ['T-SQL and PL/SQL', ['t-sql', 'pl-sql']],
    ['TCP/IP', ['tcp-ip']],
    ['machine-learning models', ['machine-learning']],
    ['Retrieval-Augmented Generation (RAG)', ['retrieval-augmented-generation', 'retrieval-augmented-generation']],
    ['Power BI, Tableau and Looker', ['power-bi', 'tableau', 'looker']],
    ['monday.com', ['monday-com']],
    ['Customer.io', ['customer-io']],
    ['SAP S/4HANA', ['sap-s-4hana']],
    ['dbt and Snowflake', ['dbt', 'snowflake']],
    ['使用Python开发', ['python']],
    ['Model Context Protocol (MCP)', ['model-context-protocol', 'model-context-protocol']],
    ['Terraform/Ansible', ['terraform', 'ansible']],
    ['Python-based services', ['python']],
    ['Python 3.11', ['python']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('ambiguous names that are skills', () => {
  it.each<[string, string[]]>([
    ['Experience with Go, Rust or C', ['go', 'rust', 'c']],
    ['Backend services written in Go.', ['go']],
    ['You write in Go and Python', ['go', 'python']],
    ['Go developer', ['go']],
    ['Proficiency in R', ['r']],
    ['R programming', ['r']],
    ['SQL, R and SAS', ['sql', 'r', 'sas']],
    ['Python/R', ['python', 'r']],
    ['Advanced Excel skills', ['microsoft-excel']],
    ['Excel, Word and PowerPoint', ['microsoft-excel', 'microsoft-word', 'microsoft-powerpoint']],
    ['Proficient in Microsoft Excel', ['microsoft-excel']],
    ['Hadoop, Spark and Kafka', ['apache-hadoop', 'apache-spark', 'apache-kafka']],
    ['Node.js/Express', ['node-js', 'express']],
    ['Swift and Kotlin', ['swift', 'kotlin']],
    ['Ruby on Rails', ['ruby-on-rails']],
    ['Our stack: Rust, Postgres, Redis', ['rust', 'postgresql', 'redis']],
    ['Tools such as Notion, Slack and Jira', ['notion', 'slack', 'jira']],
    ['Experience using Cursor and Claude Code', ['cursor', 'claude-code']],
    ['Familiarity with Ray, Dask or Spark', ['ray', 'dask', 'apache-spark']],
    ['Chef, Puppet and Ansible', ['chef', 'puppet', 'ansible']],
    ['Salesforce, Outreach and Gong', ['salesforce', 'outreach', 'gong']],
    ['Google Sheets and Excel', ['google-sheets', 'microsoft-excel']],
    ['Figma, Sketch, Adobe XD', ['figma', 'sketch', 'adobe-xd']],
    ['Experience with GPT-4, Claude and Gemini', ['gpt', 'claude', 'gemini']],
    ['Go\n- Python\n- Rust', ['go', 'python', 'rust']],
    ['AWS Glue and EMR', ['aws-glue', 'amazon-emr']],
    ['Chart patient visits in the EMR', ['ehr']],
    ['Deep knowledge of software architecture', ['software-architecture']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('words that are no skills', () => {
  it.each([
    'Own our go to market strategy',
    'Lead Go-To-Market for the region',
    'Go above and beyond for customers',
    "Let's go build something",
    'Go where the customers are',
    'R&D budget',
    'C-level stakeholders and the C-suite',
    'We raised a Series C last year',
    'Foods rich in vitamin C',
    'You excel at communication',
    'People who Excel in ambiguity',
    'Growth by word of mouth',
    'In other words, be kind',
    'Things that spark joy',
    'Spark curiosity in others',
    'You express interest early',
    'Manage cash flow and work flow',
    'A swift response matters',
    'Respond in a Swift and decisive way',
    'Ready to Go?',
    'We go from idea to launch in weeks',
    'Be the go-to person',
    'Teams that move fast',
    'Linear regression is not what we sell',
    'Access to great people',
    'Set the tone and the cadence of meetings',
    'A notion of fairness',
    'Community outreach programmes',
    'Ramp up quickly',
    'React quickly to change',
    'Rest assured, we answer every application',
    'An avid reader',
    'Key success factors',
    'Every Monday we meet',
    'Send a message to the team at hello@python.org',
    'See https://www.python.org/downloads/react for details',
    'Read github.com/acme/rust-tools',
    'Markets of the GCC',
    'PR and communications',
    'Sketch out ideas with the team',
    'Our office is in Phoenix',
    'A linear path to growth',
  ])('%s', (text) => {
    expect(ids(text)).toEqual([]);
  });
});

describe('denials', () => {
  it.each<[string, string[]]>([
    ['No Java required', []],
    ['No Java, Scala or Kotlin required', []],
    ['No prior experience with Kafka is needed', []],
    ['Build dashboards without Python', []],
    ['This is not a Salesforce role', []],
    ['Java is not required', []],
    ["Java isn't required", []],
    ['Java and Scala are not required', []],
    ["You don't need to know Rust", []],
    ['You do not need to have used Terraform before', []],
    ['We don’t use Jenkins', []],
    ['LLMs and retrieval pipelines are not required', []],
    ['No Java required, but Python is a must', ['python']],
    ['Java is not required; Python is', ['python']],
    ['Not only Python but also SQL', ['python', 'sql']],
    ['Not just Docker, also Kubernetes', ['docker', 'kubernetes']],
    ['Languages including but not limited to Python and SQL', ['python', 'sql']],
    ['No bullshit. Python all day.', ['python']],
    ['Kafka experience is a plus but not required', ['apache-kafka']],
    ['No stranger to Kubernetes', ['kubernetes']],
    ['No-code tools such as Zapier', ['no-code-tools', 'zapier']],
    ['Python is required, Java is not required', ['python']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('names that are not asked of the worker', () => {
  it.each<[string, string[]]>([
    ['We are trusted by Databricks, Stripe and Notion.', []],
    ['Our investors include the founders of Figma and Datadog.', []],
    ['Founded by engineers from Stripe and Snowflake.', []],
    ['An ex-Salesforce team leads the company.', []],
    ['Customers like Shopify, Slack and Zoom rely on us.', []],
    ['Perks: a ChatGPT subscription and a gym', []],
    ['Apply via Greenhouse', []],
    ['Include a link to your GitHub profile', []],
    ['Please share your LinkedIn profile', []],
    ['About Stripe\n\nStripe builds payments. At Stripe, we use Ruby and Java.', ['ruby', 'java']],
    ['Degree in Statistics, Machine Learning or a related field', []],
    ['Work closely with Data Science and Design', []],
    ['Lead a team of machine learning engineers', []],
    ['AI-powered and LLM-powered products', []],
    ['Company overview\n\nWe use computer vision to sort apples.', []],
    ['Benefits\n\n- Slack-first culture\n- 401k', []],
    ['Equal opportunity\n\nWe use Workday for accommodations.', []],
    ['Benefits\n\n- Health insurance\n\nRequirements\n\n- Python', ['python']],
    ['Experience selling to companies like Stripe; proficiency in Salesforce', ['salesforce']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('credentials', () => {
  it.each<[string, string[]]>([
    ['PMP certification', ['pmp']],
    ['CISSP, CISM or Security+', ['cissp', 'cism', 'comptia-security-plus']],
    ['AWS Certified Solutions Architect', ['aws-certified-solutions-architect']],
    ['AWS Certified Solutions Architect - Professional', ['aws-certified-solutions-architect-professional']],
    ['AWS Certified Solutions Architect – Associate', ['aws-certified-solutions-architect-associate']],
    ['Microsoft Certified: Azure Administrator Associate', ['microsoft-certified-azure-administrator-associate']],
    ['CompTIA A+ certification', ['comptia-a-plus']],
    ['CPA required; Big 4 audit background', ['cpa']],
    ['Lower our CPA and raise ROAS on paid media', []],
    ['PE license', ['pe']],
    ['Backed by PE firms', []],
    ['Registered Nurse (RN)', ['registered-nurse', 'registered-nurse']],
    ['Certified Kubernetes Administrator (CKA)', ['cka', 'cka']],
    ['Six Sigma Green Belt', ['six-sigma']],
    ['Series 7 and Series 63 licenses', ['series-7', 'series-63']],
    ['The CSM owns renewals', []],
    ['CSM or PSM certification', ['certified-scrummaster', 'psm']],
    ["A valid driver's license", ['driver-s-licence']],
    ['A valid driver’s license', ['driver-s-licence']],
    ['TS/SCI clearance', ['security-clearance']],
    ['PMP is not required', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('stand apart from the skills', () => {
    expect(extractSkills('Jira experience and a PMP', index)).toMatchObject({
      skills: [{ id: 'jira', name: 'Jira', span: [0, 4] }],
      credentials: [{ id: 'pmp', name: 'PMP', span: [22, 25] }],
    });
  });
});

describe('spans', () => {
  it.each<[string, string[]]>([
    ['Python &amp; SQL', ['Python', 'SQL']],
    ['R&amp;D, Kafka', ['Kafka']],
    ['<p>Experience with <strong>PyTorch</strong>&nbsp;and JAX</p>', ['PyTorch', 'JAX']],
    ['<ul><li>Go</li><li>Kubernetes</li></ul>', ['Go', 'Kubernetes']],
    ['&lt;li&gt;Terraform&lt;/li&gt;', ['Terraform']],
    ['C&#43;&#43; and C&#35;', ['C&#43;&#43;', 'C&#35;']],
    ['🧑🏽‍💻 Docker 🚀 Linux', ['Docker', 'Linux']],
    ['Machine&nbsp;Learning', ['Machine&nbsp;Learning']],
    ['Weights &amp;amp; Biases', ['Weights &amp;amp; Biases']],
    ['<a href="https://react.dev/python">React</a>', ['React']],
    ['<script>var python = 1</script>Rust and Python', ['Rust', 'Python']],
    ['Scala\u200b, Kafka', ['Scala', 'Kafka']],
    ['“Kubernetes”', ['Kubernetes']],
    ['Python, Python and Python', ['Python', 'Python', 'Python']],
  ])('%s', (text, expected) => {
    const { skills, input } = extractSkills(text, index);
    expect(input).toBe(text);
    expect(skills.map(({ span: [from, to] }) => text.slice(from, to))).toEqual(expected);
  });
});

describe('readSkillMentions', () => {
  const mentions = (text: string) =>
    readSkillMentions(text, index).mentions.map(({ id, use, need, section }) => [id, use, need, section]);

  it.each([
    ['Python is required', 'required'],
    ['You must have Python', 'required'],
    ['5+ years of Python', 'required'],
    ['Python is a plus', 'preferred'],
    ['Ideally you know Python', 'preferred'],
    ['Bonus points for Python', 'preferred'],
    ['We build with Python', 'mentioned'],
  ])('%s', (text, need) => {
    expect(mentions(text)).toEqual([['python', 'asked', need, 'unknown']]);
  });

  it('knows the parts of a posting by their headings', () => {
    const posting = [
      'About us',
      'We are building tools on Kubernetes.',
      "What you'll do",
      '- Run Airflow jobs',
      '## Requirements',
      '- Python',
      '**Nice to have**',
      '* Rust programming',
      'Our stack:',
      'Postgres, Redis',
      'Benefits',
      '- Zoom calls',
      'How to apply',
      'We look at a Figma file together.',
    ].join('\n\n');
    expect(mentions(posting)).toEqual([
      ['kubernetes', 'aside', 'mentioned', 'company'],
      ['apache-airflow', 'asked', 'mentioned', 'duties'],
      ['python', 'asked', 'required', 'requirements'],
      ['rust', 'asked', 'preferred', 'preferred'],
      ['postgresql', 'asked', 'mentioned', 'stack'],
      ['redis', 'asked', 'mentioned', 'stack'],
      ['figma', 'aside', 'mentioned', 'application'],
    ]);
  });

  it('reads headings of HTML and headings on the line of their text', () => {
    expect(mentions('<h3>Qualifications</h3><ul><li>SQL</li></ul><p>Preferred: Scala</p>')).toEqual([
      ['sql', 'asked', 'required', 'requirements'],
      ['scala', 'asked', 'preferred', 'preferred'],
    ]);
  });

  it('says what is denied', () => {
    expect(mentions('No Java required')).toEqual([['java', 'denied', 'required', 'unknown']]);
  });
});
