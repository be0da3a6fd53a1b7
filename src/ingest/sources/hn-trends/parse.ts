/** Monthly counts of the "Who is hiring?" threads. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const FOLDER = 'hn-who-is-hiring-trends';

/** Words counted, as the publisher heads their columns. */
export const KEYWORDS = [
  'LLM',
  'GenAI',
  'RAG',
  'Agentic',
  'Prompt eng',
  'Fine-tuning',
  'Vector DB',
  'OpenAI',
  'Anthropic/Claude',
  'LangChain',
  'Transformer',
  'MLOps',
  'Machine learning',
  'Deep learning',
  'Data scientist',
  'NLP',
  'Computer vision',
  'PyTorch',
  'TensorFlow',
  'Hadoop',
  'Spark',
  'Kafka',
  'ETL',
  'Data engineer',
  'Airflow/dbt',
  'Snowflake/DBX',
  'Python',
  'TypeScript',
  'JavaScript',
  'Rust',
  'Golang',
  'Java',
  'Ruby/Rails',
  'PHP',
  'Scala',
  'React',
  'Kubernetes',
  'Docker',
  'Terraform',
  'AWS',
  'Remote',
  'Onsite',
  'Hybrid',
  'Visa',
  'Relocation',
  'Senior',
  'Staff/Principal',
  'Junior/Entry',
  'Intern',
  'PhD',
  'Crypto/Web3',
] as const;

export type Keyword = (typeof KEYWORDS)[number];

export interface ThreadRecords {
  /** Percent of a month's postings that name each word. */
  readonly shares: readonly RawRecord<'month' | Keyword>[];
  /** Postings by month; the publisher heads the column `0`. */
  readonly volumes: readonly RawRecord<'month' | '0'>[];
}

export async function parseThreads(raw: RawReader): Promise<ThreadRecords> {
  return {
    shares: await raw.records(`${FOLDER}/keyword_share.csv`, ['month', ...KEYWORDS]),
    volumes: await raw.records(`${FOLDER}/volume.csv`, ['month', '0']),
  };
}
