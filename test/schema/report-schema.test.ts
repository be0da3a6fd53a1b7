import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_SCHEMA_PATH, reportJsonSchema, schemaText } from '../../scripts/schema.mjs';
import { type Market, openMarket } from '../../src/app/market.js';
import type { ReportRequest } from '../../src/app/question.js';
import { answerReport } from '../../src/app/report.js';
import { renderJson } from '../../src/render/json/render-json.js';
import type { Report } from '../../src/report/model.js';
import * as shapes from '../../src/report/schema.js';

const committed = readFileSync(REPORT_SCHEMA_PATH, 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(committed));

const faultsOf = (model: unknown): string[] => {
  validate(model);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe('schemas/goingrate.report-1.schema.json', () => {
  it('is what npm run schema writes', () => {
    expect(committed).toBe(schemaText(reportJsonSchema(shapes)));
  });

  it('names its draft, itself and its parts', () => {
    const schema = JSON.parse(committed);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe('urn:goingrate:schema:report:1');
    expect(schema.title).toBe('Going Rate report');
    expect(Object.keys(schema.$defs).sort()).toEqual(['Figure', 'Finding', 'Section']);
  });
});

describe('reports and their schema', () => {
  let market: Market;
  let report: Report;

  beforeAll(async () => {
    market = await openMarket();
    report = await answerReport(market, { title: 'Machine Learning Lead', place: 'US' });
  });
  afterAll(() => market.close());

  const questions: readonly ReportRequest[] = [
    { title: 'Machine Learning Lead', place: 'US' },
    { title: 'Machine Learning Lead', place: 'US', offer: 185_000 },
    { title: 'Registered Nurse', place: 'US-TX' },
    { title: 'Data Scientist', place: 'New York City', basis: 'filed' },
    { title: 'Software Engineer', place: 'GB', level: 'senior' },
    { title: 'Accountant', place: 'IN' },
    { title: 'zzqx', place: 'US' },
  ];

  it.each(questions)('agree for $title in $place', async (question) => {
    const model = JSON.parse(renderJson(await answerReport(market, question)));
    expect(faultsOf(model)).toEqual([]);
  });

  it('disagree when a part is missing, of another type or unknown', () => {
    const { headline: _, ...headless } = report;
    expect(faultsOf(headless)).toEqual([" must have required property 'headline'"]);
    const status = { ...report, headline: { ...report.headline, status: 'probable' } };
    expect(faultsOf(status)).toEqual(['/headline/status must be equal to one of the allowed values']);
    expect(faultsOf({ ...report, confidence: 0.9 })).toEqual([' must NOT have additional properties']);
  });
});
