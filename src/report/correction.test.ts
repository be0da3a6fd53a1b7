import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallReport } from '../../test/fixtures/small-report.js';
import { DomainError } from '../core/errors.js';
import { reportDigest } from '../render/json/report-digest.js';
import { TITLE_LIMIT as SERVED_TITLE_LIMIT } from '../serve/http/question.js';
import { TITLE_LIMIT } from '../text/index.js';
import { canonicalJson } from './canonical-json.js';
import {
  CORRECTION_LIMITS,
  type Correction,
  type CorrectionDraft,
  correctionFaults,
  correctionFileName,
  correctionText,
  makeCorrection,
  verifyCorrection,
} from './correction.js';
import { figureOf, findingById, reviewOf } from './correction-review.js';
import { correctionReviewSchema } from './correction-review-schema.js';
import { correctionSchema } from './correction-schema.js';
import { type Report, SECTION_ORDER } from './model.js';

const report = await smallReport();
const { headline, question, method } = report;

const draft: CorrectionDraft = {
  about: {
    question: { title: question.title, place: question.place.id, level: question.level?.id ?? null, basis: null },
    asOf: question.asOf,
    method: method.version,
    digest: reportDigest(report),
    page: 'https://pay.example/us/data-engineer/',
    finding: {
      id: headline.id,
      statement: headline.statement,
      status: headline.status,
      value: figureOf(headline),
    },
  },
  claim: { text: 'The median is lower.', value: { value: 99_500, unit: 'USD/year' } },
  evidence: { text: 'Table 3, page 12.', link: 'https://example.org/table' },
  contact: null,
  createdOn: '2026-08-09',
};

let correction: Correction;
beforeAll(async () => {
  correction = await makeCorrection(draft);
});

describe('a correction', () => {
  it('fits its schema, and is read back as it was made', () => {
    expect(correctionSchema.parse(JSON.parse(correctionText(correction)))).toEqual(correction);
  });

  it('is signed so that another program can check it', () => {
    const { value, ...signature } = correction.signature;
    const key = createPublicKey({ key: { ...signature.publicKey }, format: 'jwk' });
    const signed = Buffer.from(canonicalJson({ ...correction, signature }));
    const settings = { key, dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', signed, settings, Buffer.from(value, 'base64url'))).toBe(true);
  });

  it('is whole whatever the order and spacing of its members', async () => {
    const { schema, signature, ...rest } = correction;
    expect(await verifyCorrection({ signature, ...rest, schema })).toBe(true);
  });

  it('has a key of its own each time, and no private part of it', async () => {
    const other = await makeCorrection(draft);
    expect(other.signature.publicKey).not.toEqual(correction.signature.publicKey);
    expect(Object.keys(other.signature.publicKey).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  const changes: readonly [string, (copy: Correction) => unknown][] = [
    ['the claim', ({ claim }) => Object.assign(claim, { text: 'The median is higher.' })],
    ['one digit', ({ claim }) => Object.assign(claim.value ?? {}, { value: 99_501 })],
    ['the link', ({ evidence }) => Object.assign(evidence, { link: 'https://example.com/table' })],
    ['the finding', ({ about }) => Object.assign(about.finding, { id: 'overview.official' })],
    ['the day', (copy) => Object.assign(copy, { createdOn: '2026-08-10' })],
    ['an added contact', (copy) => Object.assign(copy, { contact: 'x@example.org' })],
    [
      'the signature',
      ({ signature }) => Object.assign(signature, { value: `A${signature.value.slice(1)}A`.slice(0, 86) }),
    ],
    ['the key', ({ signature }) => Object.assign(signature.publicKey, { x: 'A'.repeat(43) })],
  ];
  it.each(changes)('is no longer whole when somebody changes %s', async (_what, change) => {
    const copy = structuredClone(correction);
    change(copy);
    expect(copy).not.toEqual(correction);
    expect(await verifyCorrection(copy)).toBe(false);
  });

  it('names its file without anything a file system reads', () => {
    const named = (id: string) =>
      correctionFileName({ ...correction, about: { ...draft.about, finding: { ...draft.about.finding, id } } });
    expect(named('overview.official')).toBe('correction-overview.official-2026-08-09.json');
    expect(named('../../etc/passwd\0')).toMatch(/^correction-[A-Za-z0-9.-]+-2026-08-09\.json$/);
    expect(named('x'.repeat(500)).length).toBeLessThan(100);
  });
});

describe('a draft', () => {
  it('may be about any question that is answered', async () => {
    const about = (length: number) => ({
      ...draft.about,
      question: { ...draft.about.question, title: 'x'.repeat(length) },
    });
    const longest = Math.max(TITLE_LIMIT, SERVED_TITLE_LIMIT);
    const correction = await makeCorrection({ ...draft, about: about(longest) });
    expect(correctionSchema.safeParse(correction).success).toBe(true);
    expect(correctionFaults({ ...draft, about: about(longest + 1) }).map(({ field }) => field)).toEqual([
      'about.question.title',
    ]);
  });

  const faultOf = (changes: Partial<CorrectionDraft>) =>
    correctionFaults({ ...draft, ...changes }).map(({ field }) => field);

  it('without a fault is one', () => expect(correctionFaults(draft)).toEqual([]));

  it.each<[string, Partial<CorrectionDraft>]>([
    ['claim.text', { claim: { text: '  ', value: null } }],
    ['claim.text', { claim: { text: 'x'.repeat(CORRECTION_LIMITS.claimText + 1), value: null } }],
    ['claim.text', { claim: { text: '\ud800', value: null } }],
    ['claim.value', { claim: { text: 'x', value: { value: Number.NaN, unit: 'USD/year' } } }],
    ['claim.value', { claim: { text: 'x', value: { value: 1, unit: ' ' } } }],
    ['evidence.text', { evidence: { text: '', link: null } }],
    ['evidence.link', { evidence: { text: 'x', link: 'http://example.org' } }],
    ['evidence.link', { evidence: { text: 'x', link: 'javascript:alert(1)' } }],
    ['evidence.link', { evidence: { text: 'x', link: `https://example.org/${'x'.repeat(500)}` } }],
    ['contact', { contact: '' }],
    ['createdOn', { createdOn: '2026-02-30' }],
    ['about.digest', { about: { ...draft.about, digest: 'md5:1' } }],
    ['about.page', { about: { ...draft.about, page: 'file:///page.html' } }],
    ['about.finding.id', { about: { ...draft.about, finding: { ...draft.about.finding, id: '' } } }],
  ])('is refused for its %s', async (field, changes) => {
    expect(faultOf(changes)).toEqual([field]);
    await expect(makeCorrection({ ...draft, ...changes })).rejects.toThrow(DomainError);
  });
});

describe('the schema', () => {
  it.each<[string, object]>([
    ['an address that is not https', { evidence: { text: 'x', link: 'javascript:alert(1)' } }],
    ['a text that is too long', { claim: { text: 'x'.repeat(CORRECTION_LIMITS.claimText + 1), value: null } }],
    ['a day that is none', { createdOn: '2026-02-30' }],
    ['a member it does not know', { note: 'x' }],
    ['another algorithm', { signature: { ...draft, algorithm: 'none' } }],
  ])('refuses %s', (_what, changes) => {
    expect(correctionSchema.safeParse({ ...correction, ...changes }).success).toBe(false);
  });
});

describe('the review', () => {
  const again = (made: Report) => ({ report: made, digest: reportDigest(made) });
  const reviewed = (changes: Partial<Parameters<typeof reviewOf>[0]> = {}) =>
    reviewOf({ correction, intact: true, again: again(report), newest: null, ...changes });
  const withHeadline = (changes: Partial<Report['headline']>): Report => ({
    ...report,
    headline: { ...headline, ...changes },
    sections: {
      ...report.sections,
      overview: {
        ...report.sections.overview,
        findings: report.sections.overview.findings.filter(({ id }) => id !== headline.id),
      },
    },
  });

  it('fits its schema', () => expect(correctionReviewSchema.parse(reviewed())).toEqual(reviewed()));

  it('says that the market gives the same report', () => {
    const { report: outcome, atDate, newest } = reviewed();
    expect(outcome).toMatchObject({ status: 'same', digest: reportDigest(report) });
    expect(atDate).toMatchObject({ statement: headline.statement, value: figureOf(headline), n: headline.evidence.n });
    expect(newest).toBeNull();
  });

  it('says that another part of the report changed', () => {
    const changed = { ...report, exclusions: [{ reason: 'x', count: 1 }, ...report.exclusions] };
    expect(reviewed({ again: again(changed) }).report.status).toBe('same-finding');
  });

  it('says that the finding changed, and by which method', () => {
    const changed = { ...withHeadline({ statement: 'Something else.' }), method: { ...method, version: '9.9' } };
    const { report: outcome, atDate } = reviewed({ again: again(changed) });
    expect(outcome.status).toBe('changed');
    expect(outcome.reason).toContain(`method ${method.version}, this report by 9.9`);
    expect(atDate?.statement).toBe('Something else.');
  });

  it('says that the finding is gone', () => {
    const { report: outcome, atDate } = reviewed({ again: again(withHeadline({ id: 'another' })) });
    expect([outcome.status, atDate]).toEqual(['changed', null]);
  });

  it('is not taken in by a quotation that the report never held', () => {
    const finding = { ...draft.about.finding, statement: 'The median is US$1.' };
    const forged = { ...correction, about: { ...draft.about, finding } };
    expect(reviewed({ correction: forged }).report).toMatchObject({ status: 'changed' });
  });

  it('says why the report cannot be made again', () => {
    const outcome = reviewed({ again: { impossible: 'Unknown place.' }, intact: false });
    expect(outcome).toMatchObject({
      signature: 'broken',
      report: { status: 'not-reproducible', reason: 'Unknown place.', digest: null },
      atDate: null,
    });
  });

  it('finds findings of every section', () => {
    const all = SECTION_ORDER.flatMap((section) => report.sections[section].findings);
    expect(all.every((finding) => findingById(report, finding.id) !== null)).toBe(true);
    expect(findingById(report, 'nothing')).toBeNull();
  });
});
