import { describe, expect, it } from 'vitest';
import { silentProgress } from '../core/ports.js';
import { terminalProgress } from './progress.js';
import { terminalAbilities } from './terminal.js';

const abilities = (stream = {}, env = {}, ascii = false) => terminalAbilities({ isTTY: true, ...stream }, env, ascii);

describe('the width of the output', () => {
  it.each([
    [{ columns: 100 }, {}, 100],
    [{ columns: 20 }, {}, 40],
    [{ columns: 300 }, {}, 120],
    [{}, {}, 80],
    [{ columns: 0 }, {}, 80],
    [{ columns: 100 }, { COLUMNS: '72' }, 72],
    [{ columns: 100 }, { COLUMNS: '99.9' }, 99],
    [{ columns: 100 }, { COLUMNS: 'wide' }, 100],
    [{ columns: 100 }, { COLUMNS: '-40' }, 40],
    [{ isTTY: false }, {}, 80],
  ])('of %j with %j is %i', (stream, env, columns) => {
    expect(abilities(stream, env).columns).toBe(columns);
  });
});

describe('colour', () => {
  it('is for terminals that want it', () => {
    expect(abilities().colour).toBe(true);
    expect(abilities({ isTTY: false }).colour).toBe(false);
    expect(terminalAbilities({}, {}, false).colour).toBe(false);
    expect(abilities({}, { NO_COLOR: '1' }).colour).toBe(false);
    expect(abilities({}, { NO_COLOR: '' }).colour).toBe(true);
    expect(abilities({}, { TERM: 'dumb' }).colour).toBe(false);
  });
});

describe('characters beyond ASCII', () => {
  it('are left out where they cannot be shown or are not wanted', () => {
    expect(abilities().unicode).toBe(true);
    expect(abilities({ isTTY: false }).unicode).toBe(true);
    expect(abilities({}, {}, true).unicode).toBe(false);
    expect(abilities({}, { TERM: 'linux' }).unicode).toBe(false);
    expect(abilities({}, { TERM: 'dumb' }).unicode).toBe(false);
  });
});

describe('progress', () => {
  const written = (isTTY: boolean) => {
    const parts: string[] = [];
    const stream = { isTTY, write: (text: string) => parts.push(text) > 0 };
    const progress = terminalProgress(stream as unknown as NodeJS.WriteStream);
    progress.step('Reading');
    progress.step('Writing');
    progress.done();
    return { progress, text: parts.join('') };
  };

  it('replaces its line on a terminal and leaves it empty', () => {
    const { text } = written(true);
    expect(text).toContain('Reading');
    const lines = text.split('\r\u001b[K');
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('');
    expect(text).not.toContain('\n');
  });

  it('is silent elsewhere', () => {
    const { progress, text } = written(false);
    expect(text).toBe('');
    expect(progress).toBe(silentProgress);
  });
});
