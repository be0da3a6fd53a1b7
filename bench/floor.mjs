// What no command can be faster than: start Node, open DuckDB, ask one question of one file of the market.
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const answer = await connection.runAndReadAll(
  "SELECT sum(repeats)::INTEGER AS ranges FROM read_parquet($path) WHERE country = 'US' AND title = 'machine learning lead'",
  { path: process.argv[2] ?? '' },
);
process.stdout.write(`${JSON.stringify(answer.getRowObjects()[0])}\n`);
connection.closeSync();
instance.closeSync();
