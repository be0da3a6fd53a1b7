/** The list of sources as text. */
import type { ListedSource, SourceList } from '../../app/list-sources.js';
import { formatCount } from '../../core/format.js';
import { ID_WIDTH, Sheet } from './sheet.js';

const MARKETS: Readonly<Record<SourceList['market']['kind'], string>> = {
  shipped: 'shipped with the program',
  updated: 'updated on this machine',
  chosen: 'the market that GOINGRATE_MARKET names',
};

const WHERE: Readonly<Record<ListedSource['where'], string>> = {
  shipped: 'shipped',
  updated: 'updated here',
  added: 'added here',
  chosen: '',
};

export function listText({ market, sources, imports, optional }: SourceList): string {
  const sheet = new Sheet();
  sheet.text(`Public sources, to ${market.asOf} (${MARKETS[market.kind]})`).gap();
  for (const { id, name, vintage, newest, rows, licence, where } of sources) {
    const count = { text: `${formatCount(rows)} rows`, width: 14, right: true } as const;
    sheet.row([{ text: id, width: ID_WIDTH }, { text: `to ${newest}`, width: 13 }, count], WHERE[where]);
    sheet.text(`${name}. ${sentence(vintage)} ${sentence(licence)}`, 4);
  }
  sheet.gap().text('Your own data').gap();
  if (imports.length === 0) sheet.text('None. Run goingrate import FILE.', 2);
  for (const { id, file, kind, rows, imported, period } of imports) {
    const span = period === null ? '' : `, ${period.from} to ${period.to}`;
    sheet.row([{ text: id, width: ID_WIDTH }], file);
    sheet.text(`${kind}, ${formatCount(rows)} rows, ${formatCount(imported)} imported${span}`, 4);
  }
  if (optional.length === 0) return sheet.toString();
  sheet.gap().text('Not shipped; goingrate sources update ID adds one to your market').gap();
  for (const { id, name, licence } of optional)
    sheet.row([{ text: id, width: ID_WIDTH }], '').text(`${name}. ${sentence(licence)}`, 4);
  return sheet.toString();
}

/** With a capital letter and a full stop. */
function sentence(text: string): string {
  const begun = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
