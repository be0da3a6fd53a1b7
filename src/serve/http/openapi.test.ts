/** The description of the API against what its routes answer from the shipped market. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiServices } from '../../app/api-services.js';
import { type Market, openMarket } from '../../app/market.js';
import { answerReport } from '../../app/report.js';
import { openMarketSearch } from '../../app/search.js';
import { mountApi, READ_PATHS } from './api.js';
import { apiFaultOf, faultJson } from './api-faults.js';
import { mountHealth } from './health-routes.js';
import { openApiDocument } from './openapi.js';
import { mountSearch } from './search-route.js';

interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly example?: string;
}

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example: string }>> };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: { $ref?: string } }>> }>
  >;
}

const document = openApiDocument() as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const folder = mkdtempSync(join(tmpdir(), 'goingrate-openapi-'));
const app = new Hono();
let market: Market;
beforeAll(async () => {
  market = await openMarket();
  const services = apiServices(market, { directory: folder });
  const answer = (question: Parameters<typeof answerReport>[1]) => answerReport(market, question);
  mountApi(app, { answer, ...services, compare: (questions) => services.compare(answer, questions) });
  const search = await openMarketSearch(market);
  mountSearch(app, async (query, options) => search(query, options));
  mountHealth(app);
  app.onError((error, c) => faultJson(c, apiFaultOf(error)));
});
afterAll(async () => {
  await market.close();
  rmSync(folder, { recursive: true });
});

const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema({ ...document, $id: 'urn:goingrate:api' });
function validatorOf(schema: { $ref?: string }): ValidateFunction {
  return ajv.compile(schema.$ref === undefined ? schema : { $ref: `urn:goingrate:api${schema.$ref}` });
}
function expectFits(schema: { $ref?: string }, value: unknown): void {
  const validate = validatorOf(schema);
  validate(value);
  expect((validate.errors ?? []).slice(0, 3)).toEqual([]);
}

function addressOf(path: string, { parameters = [] }: Operation): string {
  const query = parameters.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]]));
  return `${path}?${new URLSearchParams(query as [string, string][])}`;
}

describe('openapi.json', () => {
  it('is what the server sends, and stands by itself', async () => {
    const sent = await (await app.request('/openapi.json')).json();
    expect(sent).toEqual(document);
    expect(document.openapi).toBe('3.1.0');
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref!);
    expect(refs.length).toBeGreaterThan(10);
    const known = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
    expect(refs.filter((ref) => !known.has(ref))).toEqual([]);
    for (const name of Object.keys(document.components.schemas))
      expect(() => validatorOf({ $ref: `#/components/schemas/${name}` })).not.toThrow();
  });

  it('describes every route of the API and no other', () => {
    const described = operations.map(({ path, method }) => `${method} ${path}`).sort();
    const routes = [
      ...[...READ_PATHS, '/api/v1/search', '/healthz', '/readyz'].map((path) => `get ${path}`),
      'post /api/v1/benchmark',
    ].sort();
    expect(described).toEqual(routes);
  });

  it('tells of every operation but those of health that it may fail', () => {
    const silent = operations.filter(({ operation }) => operation.responses[500] === undefined);
    expect(silent.map(({ path }) => path)).toEqual(['/healthz', '/readyz']);
  });

  it('gives an example of every parameter that is needed', () => {
    const without = operations.flatMap(({ path, operation }) =>
      (operation.parameters ?? [])
        .filter(({ required, example }) => required && example === undefined)
        .map(({ name }) => `${path} ${name}`),
    );
    expect(without).toEqual([]);
  });
});

describe('what is documented', () => {
  it.each(operations.filter(({ method }) => method === 'get').map((entry) => [entry.path, entry] as const))(
    'GET %s answers its example as described',
    async (path, { operation }) => {
      const response = await app.request(addressOf(path, operation));
      expect(response.status).toBe(200);
      expectFits(operation.responses[200]!.content['application/json']!.schema, await response.json());
    },
  );

  const { post } = document.paths['/api/v1/benchmark']!;
  it.each(Object.entries(post!.requestBody!.content))(
    'POST of %s answers its example as described',
    async (type, { example }) => {
      for (const accept of ['application/json', 'application/x-ndjson']) {
        const request = { method: 'POST', body: example, headers: { 'content-type': type, accept } };
        const response = await app.request('/api/v1/benchmark', request);
        expect([response.status, response.headers.get('content-type')]).toEqual([200, accept]);
        const answer = JSON.parse(await response.text());
        expectFits(post!.responses[200]!.content[accept]!.schema, answer);
        expect((accept === 'application/json' ? answer.rows[0] : answer).status).not.toBe('insufficient');
      }
      expect(readdirSync(join(folder, 'scratch'))).toEqual([]);
    },
  );

  it.each([
    ['/api/v1/report?title=', 400],
    ['/api/v1/report?title=Nurse&in=Atlantis', 404],
    ['/api/v1/compare?title1=Nurse', 400],
    ['/api/v1/search?q=nurse&limit=0', 400],
    ['/api/v1/search?q=nurse&kind=company', 400],
  ])('%s answers %i as described', async (path, status) => {
    const response = await app.request(path);
    expect(response.status).toBe(status);
    const described = document.paths[path.split('?')[0]!]!.get!.responses[status]!;
    expectFits(described.content['application/json']!.schema, await response.json());
  });

  it('a failure of ours and a server that is not ready are answered as described', async () => {
    const fail = async (): Promise<never> => {
      throw new Error('disk');
    };
    const broken = new Hono();
    mountApi(broken, { ...apiServices(market, { directory: folder }), answer: fail, compare: fail, benchmark: fail });
    mountHealth(broken, async () => false);
    const list = { method: 'POST', body: 'title,place\nNurse,US\n', headers: { 'content-type': 'text/csv' } };
    for (const [path, request, status] of [
      ['/api/v1/report?title=Nurse', {}, 500],
      ['/api/v1/compare?title1=Nurse&title2=Baker', {}, 500],
      ['/api/v1/benchmark', list, 500],
      ['/readyz', {}, 503],
    ] as const) {
      const response = await broken.request(path, request);
      expect([path, response.status]).toEqual([path, status]);
      const [operation] = Object.values(document.paths[path.split('?')[0]!]!);
      expectFits(operation!.responses[status]!.content['application/json']!.schema, await response.json());
    }
  });

  it('refuses a list of more rows than are answered at once, and a list that names nothing', async () => {
    const send = async (body: string) => {
      const response = await app.request('/api/v1/benchmark', {
        method: 'POST',
        body,
        headers: { 'content-type': 'text/csv' },
      });
      return [response.status, (await response.json()).error?.code];
    };
    expect(await send(`title,place\n${'Nurse,US\n'.repeat(1001)}`)).toEqual([413, 'TOO_MANY_ROWS']);
    expect(await send('')).toEqual([400, 'EMPTY_BODY']);
    expect(await send('colour,size\nred,3\n')).toEqual([400, 'NO_TITLE_COLUMN']);
    expect(readdirSync(join(folder, 'scratch'))).toEqual([]);
  });

  it.each([
    ['no titles', 'text/csv', 'colour,size\nred,3\n', 'NO_TITLE_COLUMN'],
    ['no places', 'text/csv', 'title\nRegistered Nurse\nBaker\n', 'NO_PLACE'],
    ['no records', 'application/x-ndjson', '[]\n', 'UNREADABLE_FILE'],
    ['no whole JSON', 'application/x-ndjson', '{"title":\n', 'UNREADABLE_FILE'],
    ['spaces alone', 'text/csv', '\n\n', 'UNREADABLE_FILE'],
    ['a disguised PDF', 'text/csv', '%PDF-1.7\n1 0 obj', 'UNREADABLE_FILE'],
    ['names for titles', 'text/csv', 'title,place\nada@example.com,US\nbob@example.com,US\n', 'PERSONAL_COLUMN'],
  ])('of a list with %s says what to do about a request', async (_what, type, body, code) => {
    const response = await app.request('/api/v1/benchmark', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    const text = await response.text();
    expect(JSON.parse(text).error?.code).toBe(code);
    expect(text).not.toMatch(/--[a-z]|Excel|Parquet|gzip|docs\/|the path/);
  });

  it('names no flag where a basis has no figure', async () => {
    const request = {
      method: 'POST',
      body: 'title,place\nCrane Operator,NZ\n',
      headers: { 'content-type': 'text/csv' },
    };
    const { rows } = await (await app.request('/api/v1/benchmark?basis=paid', request)).json();
    expect(rows[0].note).toContain('Leave out the basis');
    expect(rows[0].note).not.toContain('--');
  });

  it('answers others while a list is worked out', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) =>
        `Data Engineer,${['US-CA', 'US-TX', 'US-WA', 'US-NY', 'US-IL'][at % 5]},${['senior', 'mid', 'lead'][at % 3]}`,
    );
    let done = false;
    const list = Promise.resolve(
      app.request('/api/v1/benchmark', {
        method: 'POST',
        body: `title,place,level\n${rows.join('\n')}\n`,
        headers: { 'content-type': 'text/csv' },
      }),
    ).finally(() => {
      done = true;
    });
    let served = 0;
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      if ((await app.request('/api/v1/roles')).status === 200) served += 1;
    }
    expect((await list).status).toBe(200);
    // Fifteen questions with a pause before each, and one while their titles are read.
    expect(served).toBeGreaterThan(15);
  });
});
