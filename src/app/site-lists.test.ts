import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openMarket } from './market.js';
import { sitePlaces, siteTitles } from './site-lists.js';

let market: Market;
let folder: string;
beforeAll(async () => {
  market = await openMarket();
  folder = mkdtempSync(join(tmpdir(), 'lists-'));
});
afterAll(async () => {
  await market.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('titles of a site', () => {
  it('are given one by one, with commas between, or as files', async () => {
    const path = file('titles.txt', '\uFEFF# ours\r\nVP, Engineering\r\n\r\n  Nurse \r\n');
    expect(await siteTitles([`@${path}`, 'Data Scientist, Cook,', path], market)).toEqual([
      ...['VP, Engineering', 'Nurse', 'Data Scientist', 'Cook', 'VP, Engineering', 'Nurse'],
    ]);
  });

  it('are every role of the catalogue with the word all', async () => {
    const titles = await siteTitles(['all'], market);
    expect(titles.length).toBe(market.catalogue.roles.length);
    expect(titles).toContain('Data Scientist');
  });

  it.each([
    ['UNREADABLE_LIST', '@missing.txt'],
    ['UNREADABLE_LIST', './missing'],
    ['UNREADABLE_LIST', '/no/such/list'],
    ['EMPTY_LIST', ' , ,'],
    ['TITLE_TOO_LONG', 'x'.repeat(301)],
  ])('are refused with %s', async (code, value) => {
    await expect(siteTitles([value], market)).rejects.toMatchObject({ code, exitCode: 2 });
  });

  it('are refused from a file without entries', async () => {
    const path = file('empty.txt', '\n# nothing\n');
    await expect(siteTitles([`@${path}`], market)).rejects.toMatchObject({ code: 'EMPTY_LIST' });
  });
});

describe('places of a site', () => {
  it('keep the comma of a name that is one place', async () => {
    expect(await sitePlaces(['New York, NY', 'US-CA, GB', 'Germany'], market)).toEqual([
      ...['New York, NY', 'US-CA', 'GB', 'Germany'],
    ]);
  });

  it('are those with pay in the market with the word all, each once', async () => {
    const places = await sitePlaces(['all'], market);
    expect(places[0]).toBe('US');
    expect(new Set(places).size).toBe(places.length);
    expect(places).toEqual(expect.arrayContaining(['US-CA', 'US-PR', 'GB', 'DE', 'CA']));
    expect(places).not.toContain('AQ');
    expect(places.length).toBeGreaterThan(60);
  });

  it('are refused where nothing is named', async () => {
    await expect(sitePlaces([','], market)).rejects.toMatchObject({ code: 'EMPTY_LIST' });
  });
});
