/** The numbers of a figure as a table: for readers who cannot see the picture, or want to check it. */
import type { Figure } from '../../report/model.js';

export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Band = { readonly low: { readonly label: string }; readonly high: { readonly label: string } } | null;

const NONE = 'no figure';

/** The table of a figure; null for a figure without numbers. */
export function dataTable(figure: Figure): DataTable | null {
  switch (figure.kind) {
    case 'pay-band':
      return payBandTable(figure);
    case 'by-source':
    case 'ladder':
      return intervalTable(figure);
    case 'relative-pay':
      return {
        columns: ['Place', 'Before prices', 'After prices, nation = 100', 'Interval', 'How'],
        rows: figure.rows.map((row) => [
          row.name,
          row.detail,
          row.at?.label ?? NONE,
          between(row.interval),
          how(row.modelled),
        ]),
      };
    case 'forest':
      return {
        columns: ['Skill', 'Evidence', 'Adjusted effect', 'Interval', 'Raw', 'Verdict'],
        rows: figure.rows.map(({ name, detail, at, interval, raw, verdict }) => [
          name,
          detail,
          at?.label ?? NONE,
          between(interval),
          raw?.label ?? NONE,
          verdict,
        ]),
      };
    case 'fan':
      return fanTable(figure);
    case 'dots':
      return {
        columns: ['Measure', 'What it measures', capitalised(figure.axis.unit)],
        rows: figure.rows.map((row) => [row.name, row.detail, row.at.label]),
      };
    case 'tiles':
      return {
        columns: ['State', 'Figure'],
        rows: figure.tiles.map((tile) => [tile.name, tile.at?.label ?? 'not enough evidence']),
      };
    case 'empty':
      return null;
  }
}

function intervalTable({ kind, rows }: Extract<Figure, { kind: 'by-source' | 'ladder' | 'relative-pay' }>): DataTable {
  return {
    columns: [kind === 'ladder' ? 'Level' : 'Source', 'Evidence', 'Median', 'Interval', 'Quartiles', 'How'],
    rows: rows.map((row) => [
      row.name,
      row.detail,
      row.at?.label ?? NONE,
      between(row.interval),
      between(row.quartiles),
      row.at === null ? 'not enough evidence' : how(row.modelled),
    ]),
  };
}

function payBandTable({ percentiles, sources, offer }: Extract<Figure, { kind: 'pay-band' }>): DataTable {
  const rows = [
    ...percentiles,
    ...sources.map((source) => ({ ...source, name: `median, ${source.group}: ${source.name}` })),
  ].map(({ name, at, interval, modelled }) => [name, at.label, between(interval), how(modelled)]);
  return {
    columns: ['Percentile', 'Pay', 'Interval', 'How'],
    rows: offer === null ? rows : [...rows, [offer.name, offer.at.label, '', 'as given']],
  };
}

function fanTable({ observed, aged, carried, past = [], forecast }: Extract<Figure, { kind: 'fan' }>): DataTable {
  return {
    columns: ['Date', 'Kind', 'Amount', 'Interval'],
    rows: [
      ...observed.map(({ dateLabel, at }) => [dateLabel, 'official mean', at.label, '']),
      ...past.map(({ from, to, held }) => [
        to.dateLabel,
        `as forecast from ${from.dateLabel}, ${held ? 'held' : 'missed'}`,
        to.at.label,
        `90%: ${between(to.band)}`,
      ]),
      ...(carried === undefined ? [] : [[carried.stated.dateLabel, 'median as stated', carried.stated.at.label, '']]),
      ...(aged === null
        ? []
        : [[aged.dateLabel, carried === undefined ? 'now' : `now, carried by ${carried.name}`, aged.at.label, '']]),
      ...forecast.map(({ dateLabel, at, bands }) => [
        dateLabel,
        'forecast',
        at.label,
        bands.map((band) => `${band.levelLabel}: ${between(band)}`).join('; '),
      ]),
    ],
  };
}

function between(band: Band): string {
  return band === null ? '' : `${band.low.label} to ${band.high.label}`;
}

function how(modelled: boolean): string {
  return modelled ? 'modelled' : 'observed';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
