/** How the first rows of a file would be read. */
import type { LevelId } from '../../core/level.js';
import type { ImportWorkshop } from '../../store/import-port.js';
import type { PayUnit } from '../stated-pay.js';
import type { Input } from './input.js';
import type { Mapping } from './mapping.js';
import { importRules, kindOf, mappedTables, toImport } from './tables-to-import.js';
import { importReaders } from './values/import-readers.js';
import type { OwnReading } from './values/own-reading.js';

export interface PreviewRow {
  /** Name of the table, see `InputTable.name`. */
  readonly table: string;
  /** Counted from 1. */
  readonly row: number;
  /** Why the row would be set aside; null when it would be imported or is a repeat. What follows may then be null. */
  readonly reason: string | null;
  /** Normalised, level words included. */
  readonly title: string | null;
  readonly role: string | null;
  readonly level: LevelId | null;
  /** As written in the file. */
  readonly employer: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly currency: string | null;
  readonly unit: PayUnit | null;
  /** In units of the currency per `unit`; null for a posting without stated pay. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whole units of the currency a year. */
  readonly annualLow: number | null;
  readonly annualHigh: number | null;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
}

export interface PreviewCounts {
  /** Rows looked at. */
  readonly rows: number;
  readonly usable: number;
  readonly quarantined: number;
  /** Most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

export interface PreviewRequest {
  readonly input: Input;
  /** One for each table of the input, in order; null for a table that is skipped. */
  readonly mappings: readonly (Mapping | null)[];
  /** Rows of each table that are looked at. */
  readonly rows: number;
  readonly reading: OwnReading;
  readonly workshop: ImportWorkshop;
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  readonly counts: PreviewCounts;
}

/**
 * Reads the first rows of every table as an import would, and keeps nothing.
 *
 * @throws {UsageError} NOTHING_MAPPED | MIXED_KINDS | NOT_CLEAN_TEXT
 */
export async function previewImport({ input, mappings, rows, reading, workshop }: PreviewRequest): Promise<Preview> {
  const mapped = mappedTables(input, mappings);
  const tables = mapped.map((one) => toImport(one, rows));
  const readers = new Map(tables.map((table, at) => [table, importReaders(reading, mapped[at]!.mapping)]));
  const desk = await workshop.begin(tables, null);
  try {
    await desk.read((table) => readers.get(table)!, silent);
    const {
      rows: count,
      usable,
      quarantined,
      reasons,
    } = await desk.judge(importRules(kindOf(mapped), reading), silent);
    return { rows: (await desk.preview()) as PreviewRow[], counts: { rows: count, usable, quarantined, reasons } };
  } finally {
    await desk.close();
  }
}

function silent(): void {}
