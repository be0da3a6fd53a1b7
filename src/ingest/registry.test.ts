import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '../query/tables.js';
import type { Download } from './connector.js';
import { connectors } from './registry.js';
import { readReviewedLists } from './reviewed.js';

const SOURCES = resolve(import.meta.dirname, 'sources');
const lists = await readReviewedLists(resolve(import.meta.dirname, '..', '..', 'reviewed'));
const all = connectors(lists);
const cases = all.map((connector) => [connector.id, connector] as const);
const downloads = all.flatMap((connector) => connector.downloads.map((download) => [connector.id, download] as const));

/** Licences that ask for the publisher to be named. */
const ASKS_FOR_ATTRIBUTION = /CC BY|MIT|Open Government|Open Licence|dl-de|ODbL|asked|citation|source required/i;

describe('registry', () => {
  it('has each id once, in the form of a folder’s name', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('knows every source that has a folder', () => {
    const folders = readdirSync(SOURCES).filter((folder) => existsSync(join(SOURCES, folder, 'connector.ts')));
    expect(folders.sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it('gives each table file to one source', () => {
    const files = all.flatMap(({ id }) => TABLE_NAMES.map((table) => `${table}/${id}.parquet`));
    expect(new Set(files).size).toBe(files.length);
  });

  it('reads sources after those they ask for rows', () => {
    const misplaced = all.flatMap(({ id, after = [] }, index) => {
      const before = new Set(all.slice(0, index).map((earlier) => earlier.id));
      return after.filter((needed) => !before.has(needed)).map((needed) => `${id} before ${needed}`);
    });
    expect(misplaced).toEqual([]);
  });

  it('lets no source that ships rest on one that does not', () => {
    const optional = new Set(all.filter(({ ships }) => !ships).map(({ id }) => id));
    const resting = all.filter(({ ships, after = [] }) => ships && after.some((id) => optional.has(id)));
    expect(resting.map(({ id }) => id)).toEqual([]);
  });

  it('ships none of the sources whose terms are not verified', () => {
    const optional = ['aioe', 'anthropic-index', 'datanerd', 'hn-trends', 'ilo-genai', 'stackoverflow-survey'];
    expect(
      all
        .filter(({ ships }) => !ships)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(optional);
  });
});

describe.each(cases)('%s', (id, connector) => {
  it('has a folder with its files', () => {
    for (const file of ['connector.ts', 'fetch.ts', 'README.md']) {
      expect(existsSync(join(SOURCES, id, file)), file).toBe(true);
    }
  });

  it('has a README that says whose it is and how it comes', () => {
    const readme = readFileSync(join(SOURCES, id, 'README.md'), 'utf8');
    expect(readme.startsWith(`# ${id}`)).toBe(true);
    expect(readme).toMatch(/licence|public domain|CC BY/i);
    expect(readme).toMatch(/\*\*Cadence\*\*/);
    expect(readme).toMatch(/\*\*Files?\*\*/);
  });

  it('names its publisher, address and terms', () => {
    for (const text of [connector.name, connector.publisher, connector.licence, connector.modifications]) {
      expect(text.trim()).not.toBe('');
    }
    if (id === 'goingrate') expect(connector.address).toBe('reviewed/');
    else expect(new URL(connector.address).protocol).toBe('https:');
    if (ASKS_FOR_ATTRIBUTION.test(connector.licence)) expect(connector.attribution?.trim()).toBeTruthy();
  });

  it('says when new figures come and how to get them by hand', () => {
    expect(connector.cadence.trim()).not.toBe('');
    expect(connector.obtain).toMatch(/^[A-Z].*\.$/);
  });
});

describe('downloads', () => {
  it('come over https from a plain address', () => {
    for (const [id, { address }] of downloads) {
      const url = new URL(address);
      expect([id, url.protocol, url.port, url.username, url.hash]).toEqual([id, 'https:', '', '', '']);
    }
  });

  it('land in one folder of raw sources, under a plain name', () => {
    const odd = downloads.filter(([, { path }]) => {
      const parts = path.split('/');
      return parts.length < 2 || parts.some((part) => part === '' || /^\.|[\\:*?"<>|]/.test(part));
    });
    expect(odd).toEqual([]);
  });

  it('have a largest size, a whole checksum where they have one, and bare hosts to be sent to', () => {
    for (const [id, { maxBytes, sha256, redirects = [] }] of downloads) {
      expect([id, Number.isInteger(maxBytes) && maxBytes > 1000 && maxBytes <= 1_000_000_000]).toEqual([id, true]);
      expect([id, sha256 === undefined || /^[0-9a-f]{64}$/.test(sha256)]).toEqual([id, true]);
      expect(redirects.filter((host) => !/^(?:[a-z0-9-]+\.)+[a-z]+$/.test(host))).toEqual([]);
    }
  });

  it('give a file the same content wherever it is asked for', () => {
    const byPath = new Map<string, string>();
    for (const [, { path, address, member }] of downloads) {
      const origin = `${address} ${member ?? ''}`;
      expect([path, byPath.get(path) ?? origin]).toEqual([path, origin]);
      byPath.set(path, origin);
    }
  });

  it('are listed once by a source, and cannot name a member of what is no archive', () => {
    for (const { id, downloads: own } of all) {
      const paths = own.map(({ path }) => path);
      expect([id, new Set(paths).size]).toEqual([id, paths.length]);
      const packed = (download: Download) => /\.zip(?:$|\?)/.test(download.address) === (download.member !== undefined);
      expect([id, own.filter((download) => !packed(download)).map(({ address }) => address)]).toEqual([id, []]);
    }
  });
});
