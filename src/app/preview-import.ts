/** The preview of a prepared import as data. */

import { formatCounted } from '../core/format.js';
import type { ImportPreview, PreviewedColumn, PreviewedFile, PreviewedRow } from '../report/import-preview.js';
import type { PreparedImport } from './import.js';
import type { PreparedFile, PreparedTable } from './prepare-file.js';

/** Rows shown of each file. */
const SHOWN_ROWS = 8;

/** How the first rows of every file would be read. Nothing is imported. */
export async function previewOf({ files, leftOut }: PreparedImport): Promise<ImportPreview> {
  const previewed: PreviewedFile[] = [];
  for (const file of files) previewed.push(await previewFile(file));
  return {
    schema: 'goingrate.import-preview/1',
    files: previewed,
    leftOut: leftOut.map(({ file, failure }) => ({ file, reason: failure.message })),
  };
}

async function previewFile(file: PreparedFile): Promise<PreviewedFile> {
  const { rows, counts } = await file.preview();
  const chosen = file.tables.filter(({ skipped }) => skipped === null).flatMap(({ guess }) => guess.notes);
  return {
    file: file.shown,
    tables: file.tables.map(previewTable),
    notes: [...file.input.notes, ...brokenRows(file), ...new Set(chosen)],
    rows: rows.slice(0, SHOWN_ROWS).map(
      ({
        table,
        row,
        reason,
        title,
        level,
        employer,
        country,
        region,
        currency,
        unit,
        low,
        high,
        date,
      }): PreviewedRow => ({
        table,
        row,
        reason,
        title,
        level,
        employer,
        country,
        region,
        currency,
        unit,
        low,
        high,
        date,
      }),
    ),
    counts,
  };
}

/** Rows that are set aside before anything in them is read. */
function brokenRows({ tables }: PreparedFile): string[] {
  const rows = tables.reduce(
    (sum, { table, skipped }) => sum + (skipped === null ? (table.rejected?.rows ?? 0) : 0),
    0,
  );
  if (rows === 0) return [];
  return [`${formatCounted(rows, 'rows')} cannot be taken apart into cells and will be set aside too.`];
}

function previewTable({ table, guess, skipped }: PreparedTable): PreviewedFile['tables'][number] {
  const { kind, constants, decimal, dateOrder } = guess.mapping;
  const columns = guess.uses.map(
    ({ column, field, reason, personal }): PreviewedColumn => ({ column, field, reason, personal: personal !== null }),
  );
  return { name: table.name, form: table.form, kind, skipped, columns, constants, decimal, dateOrder };
}
