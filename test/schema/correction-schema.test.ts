import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import {
  CORRECTION_REVIEW_SCHEMA_PATH,
  CORRECTION_SCHEMA_PATH,
  correctionJsonSchema,
  correctionReviewJsonSchema,
  schemaText,
} from '../../scripts/schema.mjs';
import { type CorrectionDraft, makeCorrection } from '../../src/report/correction.js';
import { reviewOf } from '../../src/report/correction-review.js';
import * as reviewShapes from '../../src/report/correction-review-schema.js';
import * as shapes from '../../src/report/correction-schema.js';

const committed = readFileSync(CORRECTION_SCHEMA_PATH, 'utf8');
const committedReview = readFileSync(CORRECTION_REVIEW_SCHEMA_PATH, 'utf8');
const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
const faultsWith = (schema: string) => {
  const validate = ajv.compile(JSON.parse(schema));
  return (model: unknown): string[] => {
    validate(model);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
};

const draft: CorrectionDraft = {
  about: {
    question: { title: 'Data Engineer', place: 'US-CA', level: null, basis: null },
    asOf: '2026-08-08',
    method: '0.3',
    digest: null,
    page: null,
    finding: { id: 'headline', statement: 'The middle is about US$1.', status: 'supported', value: null },
  },
  claim: { text: 'It is more.', value: null },
  evidence: { text: 'A table.', link: null },
  contact: null,
  createdOn: '2026-08-09',
};

describe('the schemas of a correction and its review', () => {
  it('are what npm run schema writes', () => {
    expect(committed).toBe(schemaText(correctionJsonSchema(shapes)));
    expect(committedReview).toBe(schemaText(correctionReviewJsonSchema(reviewShapes)));
  });

  it('fit what is made, and nothing that says more', async () => {
    const faults = faultsWith(committed);
    const correction = await makeCorrection(draft);
    expect(faults(correction)).toEqual([]);
    expect(faults({ ...correction, offer: 185_000 })).toEqual([' must NOT have additional properties']);
    const link = faults({ ...correction, evidence: { text: 'x', link: 'ftp://example.org' } });
    expect(link[0]).toMatch(/^\/evidence\/link must match pattern/);
    const review = reviewOf({ correction, intact: true, again: { impossible: 'No such place.' }, newest: null });
    expect(faultsWith(committedReview)(review)).toEqual([]);
  });
});
