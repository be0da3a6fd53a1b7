/**
 * The shape of `goingrate.correction/1`, from which the published JSON Schema is made. Loaded where a file is read and
 * by the schema command; the page that makes one needs only the types.
 */
import { z } from 'zod';
import { CORRECTION_LIMITS as LIMITS } from './correction-limits.js';

const text = (most: number) => z.string().min(1).max(most);
const date = z.iso.date();

const figure = z.strictObject({
  value: z.number(),
  unit: text(LIMITS.unit).describe('USD/year, percent, jobs, ...: as in the report'),
});

const address = z
  .string()
  .max(LIMITS.address)
  .regex(/^https:\/\/[^\s/]+\S*$/)
  .describe('https only');

/** Base64url without padding. */
const base64url = (length: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`));

const about = z
  .strictObject({
    question: z.strictObject({
      title: text(LIMITS.title),
      place: text(LIMITS.place).describe('Id of the place, US-CA'),
      level: text(20).nullable(),
      basis: z.enum(['posted', 'filed', 'official', 'market', 'paid']).nullable(),
    }),
    asOf: date,
    method: text(LIMITS.method).describe('Version of the methods, as the report states it'),
    digest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .nullable()
      .describe('SHA-256 of report.json beside the page'),
    page: address.nullable().describe('Address of the page, where it has a public one'),
    finding: z.strictObject({
      id: text(LIMITS.id),
      statement: text(LIMITS.statement).describe('As shown'),
      status: z.enum(['supported', 'modelled', 'insufficient']),
      value: figure.nullable().describe('As shown; null where the finding has no figure'),
    }),
  })
  .describe('The finding that is claimed to be wrong, as the reader saw it');

export const correctionSchema = z.strictObject({
  schema: z.literal('goingrate.correction/1'),
  about,
  claim: z
    .strictObject({ text: text(LIMITS.claimText), value: figure.nullable() })
    .describe('What it should say instead'),
  evidence: z
    .strictObject({ text: text(LIMITS.evidenceText), link: address.nullable() })
    .describe('Where a maintainer can see that'),
  contact: text(LIMITS.contact).nullable().describe('Only where the maker chose to give one; the file is public'),
  createdOn: date.describe('The day its maker states'),
  signature: z
    .strictObject({
      algorithm: z.literal('ES256').describe('ECDSA over P-256 with SHA-256, r and s side by side (RFC 7518)'),
      publicKey: z
        .strictObject({
          kty: z.literal('EC'),
          crv: z.literal('P-256'),
          x: base64url(43),
          y: base64url(43),
        })
        .describe('JSON Web Key (RFC 7517); made for this file alone'),
      value: base64url(86).describe('Over the canonical form (RFC 8785) of the file without this member'),
    })
    .describe('Shows that nothing was changed since the file was made; it does not say by whom'),
});
