/**
 * Corrections: a reader says what is wrong in a report, in a file that shows whether it was changed since.
 *
 * The same code makes the file in a browser and at the command line; it needs nothing but Web Crypto. The key is made
 * for one file and its private half is thrown away, so that no two files can be tied to one maker.
 */
import { DomainError } from '../core/errors.js';
import { canonicalJson } from './canonical-json.js';
import { correctionFaults } from './correction-faults.js';
import type { Correction, CorrectionDraft, CorrectionSignature } from './correction-model.js';

export { type CorrectionFault, correctionFaults } from './correction-faults.js';
export { CORRECTION_LIMITS } from './correction-limits.js';
export type { Correction, CorrectionAbout, CorrectionDraft } from './correction-model.js';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * Signs a draft with a new key.
 *
 * @throws {DomainError} INVALID_CORRECTION when {@link correctionFaults} finds any
 */
export async function makeCorrection(draft: CorrectionDraft): Promise<Correction> {
  const [fault] = correctionFaults(draft);
  if (fault !== undefined) throw new DomainError('INVALID_CORRECTION', `${fault.field}: ${fault.message}`);
  const { subtle } = globalThis.crypto;
  const { publicKey, privateKey } = await subtle.generateKey(KEY, true, ['sign', 'verify']);
  const { x = '', y = '' } = await subtle.exportKey('jwk', publicKey);
  const { about, claim, evidence, contact, createdOn } = draft;
  const unsigned: Unsigned = {
    schema: 'goingrate.correction/1',
    about,
    claim,
    evidence,
    contact,
    createdOn,
    signature: { algorithm: 'ES256', publicKey: { kty: 'EC', crv: 'P-256', x, y } },
  };
  const value = await subtle.sign(SIGNING, privateKey, signedBytes(unsigned));
  return { ...unsigned, signature: { ...unsigned.signature, value: toBase64url(new Uint8Array(value)) } };
}

/** Whether the file is as it was when it was signed with the key it names. */
export async function verifyCorrection(correction: Correction): Promise<boolean> {
  const { value, ...signature } = correction.signature;
  const { subtle } = globalThis.crypto;
  try {
    const key = await subtle.importKey('jwk', { ...signature.publicKey }, KEY, false, ['verify']);
    return await subtle.verify(SIGNING, key, fromBase64url(value), signedBytes({ ...correction, signature }));
  } catch {
    // A key that is no point of the curve, or a text that has no canonical form.
    return false;
  }
}

/** What the file holds: the correction, two spaces a level, ended by a line feed. */
export function correctionText(correction: Correction): string {
  return `${JSON.stringify(correction, null, 2)}\n`;
}

/** `correction-overview.official-2026-11-23.json` */
export function correctionFileName({ about, createdOn }: Correction): string {
  const finding = about.finding.id.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 60);
  return `correction-${finding}-${createdOn}.json`;
}

type Unsigned = Omit<Correction, 'signature'> & { readonly signature: Omit<CorrectionSignature, 'value'> };

function signedBytes(unsigned: Unsigned): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(unsigned));
}

function toBase64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
