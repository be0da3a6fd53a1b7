/** The API's description of itself: OpenAPI 3.1, its schemas made from the shapes that the answers are typed with. */
import { z } from 'zod';
import { BASES } from '../../core/basis.js';
import { LEVELS } from '../../core/level.js';
import { benchmarkRowSchema, benchmarkSchema } from '../../report/benchmark-schema.js';
import { comparisonSchema } from '../../report/comparison-schema.js';
import { figureSchema, findingSchema, reportSchema, sectionSchema } from '../../report/schema.js';
import { MOST_ROWS } from './api-benchmark.js';
import {
  errorSchema,
  healthSchema,
  placesSchema,
  rolesSchema,
  searchSchema,
  sourcesSchema,
} from './openapi-schemas.js';

type Json = Readonly<Record<string, unknown>>;

let made: Json | undefined;

/** Made once, when it is first asked for. */
export function openApiDocument(): Json {
  made ??= {
    openapi: '3.1.0',
    info: {
      title: 'Going Rate',
      version: '1',
      description:
        'What a job pays, how sure that is, and where it comes from. Not enough evidence is an answer: status 200, `insufficient`.',
    },
    paths: paths(),
    components: { schemas: schemas() },
  };
  return made;
}

const NAMED = {
  Report: reportSchema,
  Section: sectionSchema,
  Figure: figureSchema,
  Finding: findingSchema,
  Comparison: comparisonSchema,
  Benchmark: benchmarkSchema,
  BenchmarkRow: benchmarkRowSchema,
  Roles: rolesSchema,
  Places: placesSchema,
  Sources: sourcesSchema,
  SearchResults: searchSchema,
  Health: healthSchema,
  Error: errorSchema,
} as const;

type SchemaName = keyof typeof NAMED;

function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas: all } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    uri: (id) => `#/components/schemas/${id}`,
  });
  // Inside one document a schema is named by where it stands.
  return Object.fromEntries(Object.entries(all).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]));
}

function paths(): Json {
  return {
    '/api/v1/report': {
      get: operation('A report', 'Report', { parameters: reportParameters(), status: QUESTION_FAULTS }),
    },
    '/api/v1/compare': {
      get: operation('Two to four questions side by side', 'Comparison', {
        parameters: compareParameters(),
        status: QUESTION_FAULTS,
      }),
    },
    '/api/v1/roles': { get: operation('Roles with data of their own; other titles are answered too', 'Roles') },
    '/api/v1/places': { get: operation('Places that can be asked about', 'Places') },
    '/api/v1/sources': { get: operation('Sources with their vintages and licences', 'Sources') },
    '/api/v1/search': {
      get: operation('Titles and places by what is typed', 'SearchResults', {
        parameters: searchParameters(),
        status: [400],
      }),
    },
    '/api/v1/benchmark': { post: benchmarkOperation() },
    '/openapi.json': {
      get: {
        summary: 'This document',
        responses: {
          200: answer('OpenAPI 3.1', { 'application/json': { type: 'object' } }),
          ...faults([]),
        },
      },
    },
    '/healthz': { get: healthOperation('Whether the server lives') },
    '/readyz': { get: healthOperation('Whether questions can be answered now', 'They cannot') },
  };
}

const FAULTS: Readonly<Record<number, string>> = {
  400: 'The question cannot be read: `code` and `remedy` say why',
  404: 'There is no such place',
  413: `The body is larger than one megabyte, or holds more than ${MOST_ROWS} rows`,
  415: 'The body is neither CSV nor JSON lines',
  500: 'A failure of ours, told to the operator and not to the caller',
  503: 'Too many questions at once: ask again after `Retry-After` seconds',
};

const QUESTION_FAULTS = [400, 404, 503];

interface OperationParts {
  readonly parameters?: readonly Json[];
  readonly status?: readonly number[];
}

function operation(summary: string, schema: SchemaName, { parameters = [], status = [] }: OperationParts = {}): Json {
  return {
    summary,
    parameters,
    responses: { 200: answer(summary, { 'application/json': ref(schema) }), ...faults(status) },
  };
}

function answer(description: string, content: Readonly<Record<string, Json>>): Json {
  return {
    description,
    content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
  };
}

/** Any operation may fail on our side. */
function faults(status: readonly number[]): Json {
  const all = [...status, 500].sort((a, b) => a - b);
  return Object.fromEntries(all.map((code) => [code, answer(FAULTS[code]!, { 'application/json': ref('Error') })]));
}

function ref(name: SchemaName): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** @param otherwise what 503 means, where it is answered */
function healthOperation(summary: string, otherwise?: string): Json {
  const content = { 'application/json': ref('Health') };
  const refused = otherwise === undefined ? {} : { 503: answer(otherwise, content) };
  return { summary, responses: { 200: answer(summary, content), ...refused } };
}

interface Parameter {
  readonly description: string;
  readonly example?: string;
  readonly required?: boolean;
  readonly schema?: Json;
}

function inQuery(
  name: string,
  { description, example, required = false, schema = { type: 'string' } }: Parameter,
): Json {
  return { name, in: 'query', description, required, schema, ...(example === undefined ? {} : { example }) };
}

const LEVEL = { type: 'string', enum: LEVELS.map(({ id }) => id) };
const BASIS = inQuery('basis', {
  description: 'Basis of every figure; chosen by the evidence when left out',
  schema: { type: 'string', enum: [...BASES] },
});
const PLACE = 'Country, state or metropolitan area: US, US-CA, Texas, GB; the United States when left out';

function reportParameters(): Json[] {
  return [
    inQuery('title', {
      description: 'Job title',
      example: 'Machine Learning Lead',
      required: true,
      schema: { type: 'string', maxLength: 300 },
    }),
    inQuery('in', { description: PLACE, example: 'US' }),
    inQuery('level', { description: "Level; the title's own when left out", schema: LEVEL }),
    inQuery('offer', {
      description: 'Base pay a year in the currency of the place; its answer is not kept',
      schema: { type: 'number', exclusiveMinimum: 0 },
    }),
    BASIS,
  ];
}

function compareParameters(): Json[] {
  const examples = [
    { title: 'Machine Learning Lead', place: 'US-WA' },
    { title: 'Machine Learning Lead', place: 'US-TX' },
  ];
  return [
    ...[1, 2, 3, 4].flatMap((number) => {
      const example = examples[number - 1];
      return [
        inQuery(`title${number}`, {
          description: `Job title of question ${number}`,
          required: number <= 2,
          ...(example && { example: example.title }),
        }),
        inQuery(`in${number}`, { description: PLACE, ...(example && { example: example.place }) }),
        inQuery(`level${number}`, { description: `Level of question ${number}`, schema: LEVEL }),
      ];
    }),
    BASIS,
  ];
}

function searchParameters(): Json[] {
  return [
    inQuery('q', { description: 'What was typed', example: 'data scien', required: true }),
    inQuery('kind', {
      description: 'Titles alone, or places alone',
      schema: { type: 'string', enum: ['title', 'place'] },
    }),
    inQuery('limit', { description: 'Most results', schema: { type: 'integer', minimum: 1, maximum: 20 } }),
  ];
}

function benchmarkOperation(): Json {
  const summary = 'A list of titles and places, or a payroll, held against the market';
  return {
    summary,
    description: `At most one megabyte and ${MOST_ROWS} rows. Columns title and place; level and pay if you like. Nothing sent is kept or logged. Ask for application/x-ndjson to have one row a line.`,
    parameters: [inQuery('in', { description: 'Place of rows that name none' }), BASIS],
    requestBody: {
      required: true,
      content: {
        'text/csv': { schema: { type: 'string' }, example: 'title,place,pay\nData Engineer,US-TX,140000\n' },
        'application/x-ndjson': {
          schema: { type: 'string' },
          example: '{"title":"Registered Nurse","place":"US-CA"}\n',
        },
      },
    },
    responses: {
      200: answer(summary, { 'application/json': ref('Benchmark'), 'application/x-ndjson': ref('BenchmarkRow') }),
      ...faults([400, 413, 415, 503]),
    },
  };
}
