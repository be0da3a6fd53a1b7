/** A column of a table beside a report: the same in CSV, in Parquet and in the Table Schema that describes both. */

export type ColumnType = 'string' | 'number' | 'integer' | 'date';

export type ColumnValue = string | number | null;

export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  /** What it holds, with its unit, in one sentence. */
  readonly description: string;
  /** False where every row has a value. */
  readonly mayBeEmpty: boolean;
  /** Texts it can hold, where they are few and fixed. */
  readonly oneOf?: readonly string[];
  readonly of: (row: Row) => ColumnValue;
}

type Reader<Row> = (row: Row) => ColumnValue | undefined;

function column<Row>(type: ColumnType, mayBeEmpty: boolean) {
  return (name: string, description: string, read: Reader<Row>): Column<Row> => ({
    name,
    type,
    description,
    mayBeEmpty,
    of: (row) => read(row) ?? null,
  });
}

/** Makers of the columns of one kind of row. */
export function columnsOf<Row>() {
  return {
    text: column<Row>('string', false),
    textOrNone: column<Row>('string', true),
    number: column<Row>('number', false),
    numberOrNone: column<Row>('number', true),
    count: column<Row>('integer', false),
    countOrNone: column<Row>('integer', true),
    date: column<Row>('date', false),
    dateOrNone: column<Row>('date', true),
    oneOf(values: readonly string[], ...given: Parameters<ReturnType<typeof column<Row>>>): Column<Row> {
      return { ...column<Row>('string', false)(...given), oneOf: values };
    },
  };
}
