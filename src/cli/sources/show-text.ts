/** Everything known of one source as text. */
import type { SourceDetails } from '../../app/list-sources.js';
import { formatCount } from '../../core/format.js';
import { Sheet } from './sheet.js';

export function showText(details: SourceDetails): string {
  return details.kind === 'import' ? importText(details) : publicText(details);
}

type PublicDetails = Extract<SourceDetails, { kind: 'public' }>;
type ImportDetails = Extract<SourceDetails, { kind: 'import' }>;

const WHERE = {
  shipped: 'as it ships with the program',
  updated: 'updated on this machine',
  added: 'added on this machine',
  chosen: 'in the market that GOINGRATE_MARKET names',
} as const;

function publicText({ source, tables, about }: PublicDetails): string {
  const sheet = new Sheet();
  sheet.text(`${about.name} (${about.id})`).gap();
  sheet.field('Publisher', about.publisher).field('Address', about.address).field('Licence', about.licence);
  if (about.attribution !== null) sheet.field('Attribution', about.attribution);
  if (about.modifications !== null) sheet.field('Changes', about.modifications);
  if (about.cadence !== null) sheet.field('Cadence', about.cadence);
  if (about.after.length > 0) sheet.field('Rests on', about.after.join(', '));
  if (source === null) sheet.field('Here', `not in your market; goingrate sources update ${about.id} adds it`);
  else {
    sheet.field('Here', WHERE[source.where]).field('Figures for', source.vintage).field('Newest', source.newest);
    sheet.field('Rows', `${formatCount(source.rowsIn)} read, ${formatCount(source.rowsKept)} kept`);
    for (const { reason, count } of source.excluded) sheet.field('', `${formatCount(count)} left out: ${reason}`);
    for (const { table, rows } of tables) sheet.field('Table', `${table}, ${formatCount(rows)} rows`);
    for (const { path, bytes, sha256 } of source.inputs) {
      sheet.field('Read from', `${path}, ${formatCount(bytes)} bytes, SHA-256 ${sha256.slice(0, 16)}`);
    }
  }
  if (about.addresses.length > 0) sheet.gap().text('Files are fetched from');
  for (const address of about.addresses) sheet.whole(address, 2);
  if (about.obtain !== null) sheet.gap().text(`By hand: ${about.obtain}`);
  return sheet.toString();
}

function importText({ import: own, quarantine }: ImportDetails): string {
  const sheet = new Sheet();
  sheet.text(`${own.fileName} (${own.id})`).gap();
  sheet.field('Holds', own.kind === 'paid' ? 'what persons are paid' : 'offers of open jobs');
  const { rows, imported, repeated, quarantined } = own;
  const counts = [`${formatCount(imported)} imported`, `${formatCount(repeated)} repeated`];
  sheet.field('Rows', `${formatCount(rows)}: ${counts.join(', ')}, ${formatCount(quarantined)} set aside`);
  for (const { reason, count } of own.reasons) sheet.field('', `${formatCount(count)} set aside: ${reason}`);
  if (own.period !== null) sheet.field('Period', `${own.period.from} to ${own.period.to}`);
  sheet.field('File', `${formatCount(own.bytes)} bytes, SHA-256 ${own.sha256.slice(0, 16)}`);
  if (quarantine !== null) sheet.gap().text('Rows set aside are in').whole(quarantine, 2);
  for (const [table, { columns, constants }] of Object.entries(own.mapping)) {
    sheet.gap().text(`Columns of ${table}`);
    for (const [field, column] of Object.entries(columns)) sheet.field(field, column);
    for (const [field, value] of Object.entries(constants)) sheet.field(field, `"${value}" in every row`);
  }
  return sheet.toString();
}
