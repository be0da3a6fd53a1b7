/** Certifications as vendors list them. */
import { jsonList, jsonObject, jsonTextOrNull } from '../../json-values.js';
import type { RawReader } from '../../raw-reader.js';

/** Vendors whose lists are read. Another list of the same folder is under terms of its own and is not. */
export const VENDORS = ['AWS', 'Microsoft', 'CompTIA'] as const;
export type Vendor = (typeof VENDORS)[number];

export interface ListedCertification {
  readonly vendor: Vendor;
  readonly name: string | null;
  /** The vendor's level or category. */
  readonly level: string | null;
  /** Examinations in free text. */
  readonly exams: string | null;
}

/** Where a vendor's list is kept. */
export function listPath(vendor: Vendor): string {
  return `it-certifications-2025/raw_${vendor}_certifications.json`;
}

export async function parseCertifications(raw: RawReader): Promise<ListedCertification[]> {
  const lists = await Promise.all(VENDORS.map(async (vendor) => ({ vendor, list: await raw.json(listPath(vendor)) })));
  return lists.flatMap(({ vendor, list }) =>
    jsonList(list, listPath(vendor)).map((entry) => certification(vendor, entry)),
  );
}

/** @throws {SourceError} SOURCE_VALUE */
export function certification(vendor: Vendor, entry: unknown): ListedCertification {
  const fields = jsonObject(entry, 'A certification');
  const field = (...names: string[]) =>
    names.map((name) => jsonTextOrNull(fields[name], name)).find((text) => text !== null) ?? null;
  return {
    vendor,
    name: field('Certification'),
    level: field('Level', 'Category'),
    exams: field('Exam Code', 'Exam Codes'),
  };
}
