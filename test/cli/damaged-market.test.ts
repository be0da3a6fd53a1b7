import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openMarket } from '../../src/app/market.js';
import { MarketError } from '../../src/core/errors.js';
import { goingrate, linesOf, SHIPPED_MARKET } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-damaged-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PAY = join('pay', 'ai-jobs.parquet');

/** A copy of the shipped market after something happened to it. */
function market(name: string, happens: (directory: string) => void): string {
  const directory = join(folder, name);
  cpSync(SHIPPED_MARKET, directory, { recursive: true });
  happens(directory);
  return directory;
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = bytes[middle]! ^ 0xff;
  writeFileSync(path, bytes);
}

function editManifest(directory: string, edit: (text: string) => string): void {
  const path = join(directory, 'manifest.json');
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

describe('a market that cannot be trusted', () => {
  it.each<[string, string, string]>([
    ['missing', 'MARKET_MISSING', join(folder, 'nowhere')],
    ['without a manifest', 'MARKET_MISSING', market('bare', (at) => rmSync(join(at, 'manifest.json')))],
    ['with one byte changed', 'MARKET_DAMAGED', market('flipped', (at) => flipByte(join(at, PAY)))],
    ['cut short', 'MARKET_DAMAGED', market('short', (at) => truncateSync(join(at, PAY), 1000))],
    ['emptied', 'MARKET_DAMAGED', market('empty', (at) => truncateSync(join(at, PAY), 0))],
    ['without one of its files', 'MARKET_DAMAGED', market('gap', (at) => rmSync(join(at, PAY)))],
    ['with half a manifest', 'MARKET_DAMAGED', market('half', (at) => truncateSync(join(at, 'manifest.json'), 500))],
    [
      'of another schema',
      'MARKET_VERSION',
      market('other', (at) => editManifest(at, (text) => text.replace('market/1', 'market/9'))),
    ],
    [
      'read by other text engines',
      'MARKET_VERSION',
      market('texts', (at) => editManifest(at, (text) => text.replace(/("textVersion": ")[^"]+/, '$1other'))),
    ],
  ])('%s is refused with code 1, in a line', async (_, code, directory) => {
    const failure = await openMarket(directory).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(failure).toBeInstanceOf(MarketError);
    expect((failure as MarketError).code).toBe(code);
    const refused = await goingrate(['report', 'Data Scientist'], { env: { GOINGRATE_MARKET: directory } });
    expect(refused.stderr).toMatch(/^goingrate: .*market/i);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: '' });
    expect(linesOf(refused.stderr).length).toBeLessThanOrEqual(3);
    expect(refused.stderr).not.toMatch(/\n\s+at |unexpected failure/);
  });

  it('answers from a sound copy', async () => {
    const copy = market('sound', () => {});
    const answer = await goingrate(['report', 'Plumber', '--brief'], { env: { GOINGRATE_MARKET: copy } });
    expect({ code: answer.code, stderr: answer.stderr }).toEqual({ code: 0, stderr: '' });
  });
});
