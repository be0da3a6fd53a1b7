/** Data sets in JSON-stat: a cube as one list of values, the last dimension running fastest. */
import { jsonList, jsonNumber, jsonObject, jsonText } from '../../json-values.js';

export interface CubeCell {
  /** Code by dimension: `{ geo: 'DE', isco08: 'OC2' }`. */
  readonly codes: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Cube {
  /** Cells that have a value. */
  readonly cells: readonly CubeCell[];
  /** Name of a code of a dimension. */
  label(dimension: string, code: string): string;
}

/**
 * Reads a data set in JSON-stat 2.0.
 *
 * @throws {SourceError} SOURCE_VALUE when it is not one
 */
export function readCube(file: unknown): Cube {
  const cube = jsonObject(file, 'The data set');
  const names = jsonList(cube.id, "'id' of the data set").map((name) => jsonText(name, 'A dimension'));
  const dimensions = jsonObject(cube.dimension, "'dimension' of the data set");
  const axes = names.map((name) => axisOf(dimensions[name], name));
  const cells = Object.entries(cube.value ?? {}).flatMap(([position, stated]) => {
    const value = jsonNumber(stated, 'A value of the data set');
    return value === null ? [] : [{ codes: codesAt(Number(position), names, axes), value }];
  });
  const labels = new Map(names.map((name, index) => [name, axes[index]!.labels]));
  return { cells, label: (dimension, code) => jsonText(labels.get(dimension)?.[code], `The name of ${code}`) };
}

interface Axis {
  readonly codes: readonly string[];
  readonly labels: Readonly<Record<string, unknown>>;
}

function axisOf(dimension: unknown, name: string): Axis {
  const category = jsonObject(jsonObject(dimension, `Dimension '${name}'`).category, `'category' of '${name}'`);
  const index = Object.entries(jsonObject(category.index, `'index' of '${name}'`));
  const codes = index.sort(([, a], [, b]) => Number(a) - Number(b)).map(([code]) => code);
  return { codes, labels: jsonObject(category.label, `'label' of '${name}'`) };
}

function codesAt(position: number, names: readonly string[], axes: readonly Axis[]): Record<string, string> {
  const codes: Record<string, string> = {};
  let rest = position;
  for (let axis = axes.length - 1; axis >= 0; axis--) {
    const { codes: along } = axes[axis]!;
    codes[names[axis]!] = along[rest % along.length]!;
    rest = Math.floor(rest / along.length);
  }
  return codes;
}
