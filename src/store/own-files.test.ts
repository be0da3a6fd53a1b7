import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeOwnMarket } from '../../test/contract/write-own-market.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import { openOwnFiles } from './own-files.js';
import { type OwnManifest, readOwnManifest } from './own-manifest.js';

vi.mock(import('./own-manifest.js'), async (actual) => {
  const real = await actual();
  return { ...real, readOwnManifest: vi.fn(real.readOwnManifest) };
});

let directory: string;
let stale: OwnManifest;
let current: OwnManifest;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'own-'));
  stale = await writeOwnMarket(directory, [{ pay: [payRow()] }, { pay: [payRow({ title: 'b' })] }]);
  // The second import is taken out: its file goes after the manifest that no longer names it.
  current = await writeOwnMarket(directory, [{ pay: [payRow()] }]);
  await rm(join(directory, stale.files[1]!.path));
});
afterEach(() => rm(directory, { recursive: true }));

describe('own data that change while they are opened', () => {
  it('are read as they are afterwards, not called damaged', async () => {
    vi.mocked(readOwnManifest).mockResolvedValueOnce(stale);
    expect(await openOwnFiles(directory)).toEqual(current);
  });

  it('are gone when the last import was taken out', async () => {
    vi.mocked(readOwnManifest).mockResolvedValueOnce(stale).mockResolvedValueOnce(null);
    expect(await openOwnFiles(directory)).toBeNull();
  });

  it('are damaged when the manifest stays and the file does not', async () => {
    vi.mocked(readOwnManifest).mockResolvedValueOnce(stale).mockResolvedValueOnce(structuredClone(stale));
    await expect(openOwnFiles(directory)).rejects.toMatchObject({ code: 'OWN_MARKET_DAMAGED' });
  });

  it('are not waited for without end', async () => {
    let turn = 0;
    const restless = async () => ({ ...stale, imports: stale.imports.slice(0, turn++ % 2) });
    vi.mocked(readOwnManifest).mockImplementation(restless);
    await expect(openOwnFiles(directory)).rejects.toMatchObject({ code: 'OWN_MARKET_DAMAGED' });
    vi.mocked(readOwnManifest).mockReset();
  });
});
