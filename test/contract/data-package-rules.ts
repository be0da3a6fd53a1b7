/**
 * The rules of Data Package v2 (https://datapackage.org/standard/) as far as our packages use them: package, resource,
 * Table Schema and Table Dialect. Written from the text of the standard, without its JSON Schema.
 */
import { createHash } from 'node:crypto';

type Json = Readonly<Record<string, unknown>>;

const PROFILES = 'https://datapackage.org/profiles/2.0/';
const NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const SEMVER = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;
const FIELD_TYPES = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'list',
  'date',
  'time',
  'datetime',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'any',
]);

/** A file of the package by its path. */
export type PackageFolder = ReadonlyMap<string, Uint8Array>;

/** Every break of a rule, one line each. */
export function dataPackageFaults(descriptor: Json, folder: PackageFolder): string[] {
  const { resources, licenses, sources } = descriptor;
  const faults = [
    ...when(descriptor.$schema !== `${PROFILES}datapackage.json`, '$schema is not the profile of version 2.0'),
    ...when(!isText(descriptor.name, NAME), 'name is not lower-case letters, digits and . _ -'),
    ...when(!isText(descriptor.title), 'title is empty'),
    ...when(!isText(descriptor.version, SEMVER), 'version is not semantic'),
    ...when(!isText(descriptor.created, RFC3339), 'created is not a time of RFC 3339'),
    ...when(descriptor.id !== undefined && !isText(descriptor.id), 'id is empty'),
  ];
  if (!isList(resources) || resources.length === 0) return [...faults, 'resources is empty'];
  const names = resources.map(({ name }) => name);
  return [
    ...faults,
    ...when(new Set(names).size !== names.length, 'two resources have one name'),
    ...optionalList(licenses, 'licenses', licenceFaults),
    ...optionalList(sources, 'sources', sourceFaults),
    ...resources.flatMap((resource) => resourceFaults(resource, folder)),
  ];
}

function licenceFaults({ name, path }: Json): string[] {
  return [
    ...when(name === undefined && path === undefined, 'a licence has neither name nor path'),
    ...when(name !== undefined && !isText(name, /^[-a-zA-Z0-9._]+$/), 'the name of a licence is not an identifier'),
    ...when(path !== undefined && !isPath(path), 'the path of a licence is neither an address nor a relative path'),
  ];
}

function sourceFaults(source: Json): string[] {
  return [
    ...when(Object.keys(source).length === 0, 'a source is empty'),
    ...when(source.title !== undefined && !isText(source.title), 'the title of a source is empty'),
    ...when(source.path !== undefined && !isPath(source.path), 'the path of a source is not one'),
  ];
}

function resourceFaults(resource: Json, folder: PackageFolder): string[] {
  const { name, path, mediatype, encoding, bytes, hash, type, schema, dialect } = resource;
  const at = (fault: string): string => `${String(name)}: ${fault}`;
  const content = typeof path === 'string' ? folder.get(path) : undefined;
  const digest = content === undefined ? '' : createHash('sha256').update(content).digest('hex');
  return [
    ...when(!isText(name, NAME), 'name is not lower-case letters, digits and . _ -'),
    ...when(!isPath(path) || content === undefined, 'path leads to no file of the package'),
    ...when(resource.data !== undefined, 'has data as well as a path'),
    ...when(!isText(resource.format, /^[a-z0-9]+$/), 'format is not a file ending'),
    ...when(!isText(mediatype, MEDIA_TYPE), 'mediatype is not one'),
    ...when(encoding !== undefined && encoding !== 'utf-8', 'encoding is not that of the file'),
    ...when(bytes !== content?.length, 'bytes is not the size of the file'),
    ...when(hash !== `sha256:${digest}`, 'hash is not that of the file'),
    ...when(type !== undefined && type !== 'table', 'type can only be table'),
    ...when(type === 'table' && schema === undefined, 'a table has no schema'),
    ...(schema === undefined ? [] : schemaFaults(schema as Json)),
    ...(dialect === undefined ? [] : dialectFaults(dialect as Json)),
  ].map(at);
}

function schemaFaults({ $schema, fields, primaryKey, missingValues }: Json): string[] {
  if (!isList(fields) || fields.length === 0) return ['the schema has no fields'];
  const names = fields.map(({ name }) => name);
  return [
    ...when($schema !== `${PROFILES}tableschema.json`, 'the schema names another profile'),
    ...when(new Set(names).size !== names.length, 'two fields have one name'),
    ...when(!isTexts(missingValues), 'missingValues is not a list of texts'),
    ...when(
      primaryKey !== undefined && !(isTexts(primaryKey) && primaryKey.every((key) => names.includes(key))),
      'the primary key is not among the fields',
    ),
    ...fields.flatMap(fieldFaults),
  ];
}

function fieldFaults({ name, type, description, constraints = {} }: Json): string[] {
  const { required, enum: allowed, ...others } = constraints as Json;
  return [
    ...when(!isText(name), 'a field has no name'),
    ...when(!FIELD_TYPES.has(String(type)), 'the type is not of the standard'),
    ...when(!isText(description), 'there is no description'),
    ...when(required !== undefined && typeof required !== 'boolean', 'required is not yes or no'),
    ...when(allowed !== undefined && (!isTexts(allowed) || allowed.length === 0), 'enum is empty'),
    ...when(Object.keys(others).length > 0, 'a constraint these rules do not know'),
  ].map((fault) => `${String(name)}: ${fault}`);
}

function dialectFaults({ $schema, delimiter = ',', lineTerminator = '\r\n' }: Json): string[] {
  return [
    ...when($schema !== `${PROFILES}tabledialect.json`, 'the dialect names another profile'),
    ...when(!isText(delimiter, /^.$/), 'the delimiter is not one character'),
    ...when(!isText(lineTerminator, /^(?:\r\n|\n|\r)$/), 'the line terminator is none'),
  ];
}

function when(isFault: boolean, fault: string): string[] {
  return isFault ? [fault] : [];
}

function optionalList(value: unknown, name: string, faults: (item: Json) => string[]): string[] {
  if (value === undefined) return [];
  return isList(value) && value.length > 0 ? value.flatMap(faults) : [`${name} is empty`];
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}

function isText(value: unknown, form = /\S/): value is string {
  return typeof value === 'string' && form.test(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** A full address, or a relative path that stays inside the folder. */
function isPath(value: unknown): value is string {
  if (typeof value !== 'string' || value === '') return false;
  return /^https?:\/\/\S+$/.test(value) || (!value.startsWith('/') && !/(?:^|\/)\.\.?(?:\/|$)|[\\:]/.test(value));
}
