/** A table as Parquet: dates are dates, counts 64-bit integers, other numbers doubles. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { DomainError } from '../../core/errors.js';
import { remembered, rememberedOf } from '../../core/remembered.js';
import type { Column, ColumnType, ColumnValue } from './column.js';

type Options = Parameters<typeof parquetWriteBuffer>[0];
type Element = NonNullable<Options['schema']>[number];

const MS_A_DAY = 86_400_000;

const ELEMENTS: Readonly<Record<ColumnType, Omit<Element, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT64' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
};

function stored(value: ColumnValue, type: ColumnType): string | number | bigint | null {
  if (value === null) return null;
  if (type === 'integer') return BigInt(value);
  if (type === 'date') return dayNumber(String(value));
  return value;
}

/** Days since 1 January 1970. */
const dayNumber = remembered((date) => {
  const day = Math.round(Date.parse(`${date}T00:00:00Z`) / MS_A_DAY);
  if (Number.isNaN(day)) throw new DomainError('NO_DATE', `"${date}" is not a day.`);
  return day;
});

/** A report has too few rows for numbers to gain by a dictionary or by compression; texts do. */
const AS_THEY_ARE = { encoding: 'PLAIN', codec: 'UNCOMPRESSED' } as const;

/** The schema of a table, made once. */
const schemaOf = rememberedOf(
  (columns: readonly Pick<Column<unknown>, 'name' | 'type' | 'mayBeEmpty'>[]): Element[] => [
    { name: 'root', num_children: columns.length },
    ...columns.map(
      ({ name, type, mayBeEmpty }): Element => ({
        name,
        ...ELEMENTS[type],
        repetition_type: mayBeEmpty ? 'OPTIONAL' : 'REQUIRED',
      }),
    ),
  ],
);

/** One row group; the same rows give the same bytes. */
export function tableParquet<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Buffer {
  const columnData = columns.map(({ name, type, of }) => ({
    name,
    data: rows.map((row) => stored(of(row), type)),
    ...(type === 'string' ? {} : AS_THEY_ARE),
  }));
  return Buffer.from(
    parquetWriteBuffer({ schema: schemaOf(columns), columnData, createdBy: 'goingrate', statistics: false }),
  );
}
