import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { ENTRY, goingrate, linesOf, quoted, type RunOptions, run } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = ['classify', 'parse-pay', 'extract-skills'] as const;
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const HOSTILE = '\u001b[31mData\u0007 Engineer\u001b]0;owned\u0007 \u202e$\u009b2J Python \u2066\ud800';

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Answers of a command as JSON lines, after it ended well. */
async function answers(args: readonly string[], options: RunOptions = {}): Promise<Record<string, unknown>[]> {
  const { code, stdout, stderr } = await goingrate([...args, '--format', 'jsonl'], options);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return linesOf(stdout).map((line) => JSON.parse(line));
}

const inputsOf = async (args: readonly string[], options: RunOptions = {}) =>
  (await answers(args, options)).map(({ input }) => input);

describe.concurrent('goingrate classify', () => {
  it('answers one title with exactly the promised fields', async () => {
    const { code, stdout, stderr } = await goingrate(['classify', 'Senior Software Engineer', '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['input', 'role', 'level', 'occupations', 'broader', 'status']);
    expect(answer).toMatchObject({ input: 'Senior Software Engineer', level: { id: 'senior', track: 'ic' } });
    expect(Object.keys(answer.role)).toEqual(['id', 'name']);
    expect(answer.occupations[0]).toEqual({ soc: '15-1252', title: expect.any(String), p: expect.any(Number) });
  });

  it('abstains with code 0', async () => {
    const [answer] = await answers(['classify', 'qwxz vbnk']);
    expect(answer).toMatchObject({ occupations: [], status: 'abstained' });
  });

  it('shows one title with its occupations, and many a line each', async () => {
    const one = await goingrate(['classify', 'Registered Nurse']);
    expect(one.stdout).toMatch(/Role .*\n.*Level .*\n/);
    expect(one.stdout).toMatch(/29-1141 .*\d+%/);
    const many = await goingrate(['classify'], { stdin: 'Registered Nurse\n\nData Scientist\n' });
    expect(linesOf(many.stdout)).toHaveLength(3);
    expect(many.stdout).toMatch(/Registered Nurse .*29-1141/);
  });

  it('answers a repeated title alike', async () => {
    const [first, ...others] = await answers(['classify'], { stdin: 'Plumber\n'.repeat(50) });
    expect(others).toHaveLength(49);
    expect(new Set(others.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(first)]));
  });
});

describe.concurrent('goingrate parse-pay', () => {
  it('answers one text with exactly the promised fields', async () => {
    const text = 'Base pay $150,000 - $190,000 a year';
    const { code, stdout, stderr } = await goingrate(['parse-pay', text, '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['input', 'ranges']);
    expect(Object.keys(answer.ranges[0])).toEqual([
      'kind',
      'low',
      'high',
      'currency',
      'unit',
      'annualLow',
      'annualHigh',
      'span',
      'confidence',
    ]);
    expect(answer.ranges[0]).toMatchObject({ low: 150_000, high: 190_000, currency: 'USD', unit: 'year' });
    expect(text.slice(...(answer.ranges[0].span as [number, number]))).toContain('150,000');
  });

  it('shows amounts, what they are a year, and the words read', async () => {
    const { stdout } = await goingrate(['parse-pay', 'from $45.50 to $60 per hour']);
    expect(stdout).toMatch(/US\$45\.50 to US\$60 an? hour/);
    expect(stdout).toMatch(/US\$94,640 to US\$124,800 a year/);
  });

  it('reads a posting as one text when asked to', async () => {
    const posting = 'A job.\n\nPay: $150,000\nto $190,000 a year.\n';
    expect(await inputsOf(['parse-pay', '--whole'], { stdin: posting })).toEqual([posting]);
    expect(await inputsOf(['parse-pay'], { stdin: posting })).toHaveLength(4);
  });
});

describe.concurrent('goingrate extract-skills', () => {
  it('answers one text with exactly the promised fields', async () => {
    const text = 'Requirements: Python and SQL.';
    const { code, stdout, stderr } = await goingrate(['extract-skills', text, '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['input', 'skills', 'credentials']);
    expect(Object.keys(answer.skills[0])).toEqual(['id', 'name', 'span']);
    expect(answer.skills.map(({ span }: { span: [number, number] }) => text.slice(...span))).toEqual(['Python', 'SQL']);
  });

  it('says how each is asked for when asked to', async () => {
    const [answer] = await answers(['extract-skills', 'Requirements:\n- Python\n', '--sections']);
    expect(answer).toMatchObject({ skills: [{ name: 'Python', need: 'required' }] });
    const { stdout } = await goingrate(['extract-skills', 'Requirements:\n- Python, more Python\n', '--sections']);
    expect(stdout).toMatch(/Python +required .*\(2\)/);
  });
});

describe.concurrent.each(COMMANDS)('%s', (command) => {
  it('prints an object for one text, an array for a stream, and one a line as JSON lines', async () => {
    const [one, many, none, lines] = await Promise.all([
      goingrate([command, 'a', '--format', 'json']),
      goingrate([command, '--format', 'json'], { stdin: 'a\nb\n' }),
      goingrate([command, '--format', 'json'], { stdin: '' }),
      goingrate([command, '--format', 'jsonl'], { stdin: 'a\nb\n' }),
    ]);
    expect(JSON.parse(one.stdout)).toMatchObject({ input: 'a' });
    const array = JSON.parse(many.stdout);
    expect(array).toHaveLength(2);
    expect(array[0]).toEqual(JSON.parse(one.stdout));
    expect(JSON.parse(none.stdout)).toEqual([]);
    expect(linesOf(lines.stdout).map((line) => JSON.parse(line))).toEqual(array);
  });

  it('keeps what steers a terminal out of its output', async () => {
    for (const options of [{}, { stdin: `${HOSTILE}\n` }]) {
      const args = 'stdin' in options ? [command] : [command, HOSTILE];
      const { code, stdout, stderr } = await goingrate(args, options);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toMatch(STEERS);
      expect(stdout).toContain('Engineer');
    }
  });

  it('writes a file whose ending chooses the format, and leaves an old one when it fails', async () => {
    const own = mkdtempSync(join(folder, 'out-'));
    const target = join(own, 'out.jsonl');
    const written = await goingrate([command, '-o', target], { stdin: 'a\nb\n' });
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(linesOf(readFileSync(target, 'utf8'))).toHaveLength(2);
    const failed = await goingrate([command, '-o', target, '--input', 'jsonl'], { stdin: '{"text":"a"}\nno\n' });
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(linesOf(readFileSync(target, 'utf8'))).toHaveLength(2);
    expect(readdirSync(own)).toEqual(['out.jsonl']);
  });

  it('answers a line of ten megabytes', async () => {
    const [answer] = await answers([command], { stdin: `${'word '.repeat(2 * 2 ** 20)}\n` });
    expect(String(answer?.input).length).toBe(10 * 2 ** 20);
  });

  it('explains itself', async () => {
    const { code, stdout } = await goingrate([command, '--help']);
    expect(code).toBe(0);
    for (const flag of ['--input', '--field', '--file', '--format', '--output']) expect(stdout).toContain(flag);
  });
});

/** The commands read their texts by the same code: one stands for all. */
describe.concurrent('the texts of a command', () => {
  const command = 'parse-pay';

  it.each<[string, readonly string[], string | Uint8Array, readonly string[]]>([
    ['lines with commas', [], 'Engineer, Data\nNurse\n', ['Engineer, Data', 'Nurse']],
    ['lines without a last line feed', [], 'a\r\nb', ['a', 'b']],
    ['an empty line among others', [], 'a\n\nb\n', ['a', '', 'b']],
    ['CSV', ['--input', 'csv'], 'id,title\n1,"Engineer, Data"\n2,Nurse\n', ['Engineer, Data', 'Nurse']],
    ['CSV with a named field', ['--input', 'csv', '--field', 'job'], 'job,title\na,b\n', ['a']],
    ['JSON lines', ['--input', 'jsonl'], '{"text":"a"}\n{"text":"b"}\n', ['a', 'b']],
    ['a byte order mark', ['--input', 'csv'], '\ufefftitle\na\n', ['a']],
    ['UTF-16', [], Buffer.from('\ufeffZoë\r\n文\r\n', 'utf16le'), ['Zoë', '文']],
    ['bytes that are no text', [], Buffer.from([0x61, 0xff, 0x0a, 0x62, 0x00]), ['a\ufffd', 'b\u0000']],
    ['standard input named -', ['-'], 'a\n', ['a']],
    ['standard input named by --file', ['--file', '-'], 'a\n', ['a']],
    ['nothing', [], '', []],
    ['a hostile line', [], `${HOSTILE}\n`, [HOSTILE.replace('\ud800', '\ufffd')]],
  ])('reads %s', async (_, args, stdin, inputs) => {
    expect(await inputsOf([command, ...args], { stdin })).toEqual(inputs);
  });

  it('reads files, also packed ones, by --file or by name', async () => {
    const own = mkdtempSync(join(folder, 'files-'));
    writeFileSync(join(own, 'list.txt'), 'a\nb\n');
    writeFileSync(join(own, 'list.gz'), gzipSync('a\nb\n'));
    writeFileSync(join(own, 'list.csv'), 'title\na\nb\n');
    writeFileSync(join(own, 'plain'), 'a\nb\n');
    for (const args of [
      ['--file', 'list.txt'],
      ['list.txt'],
      ['list.gz'],
      ['list.csv', '--input', 'csv'],
      [join(own, 'plain')],
      ['--file', 'plain'],
    ]) {
      expect(await inputsOf([command, ...args], { cwd: own }), args.join(' ')).toEqual(['a', 'b']);
    }
    expect(await inputsOf([command, 'plain'], { cwd: own })).toEqual(['plain']);
    expect(await inputsOf([command, 'and/or'], { cwd: own })).toEqual(['and/or']);
  });

  it('says so when a table is read as plain lines', async () => {
    const path = file(`${command}-plain.csv`, 'title\na\n');
    const { code, stdout, stderr } = await goingrate([command, path, '--format', 'jsonl']);
    expect({ code, lines: linesOf(stdout).length }).toEqual({ code: 0, lines: 2 });
    expect(stderr).toMatch(/^goingrate: .* plain lines; --input csv .*\n$/);
  });

  it('has printed what came before a line it cannot read', async () => {
    const { code, stdout, stderr } = await goingrate([command, '--input', 'jsonl', '--format', 'jsonl'], {
      stdin: '{"text":"a"}\n{"text":"b"}\n{"text":\n{"text":"d"}\n',
    });
    expect(code).toBe(2);
    expect(linesOf(stdout).map((line) => JSON.parse(line).input)).toEqual(['a', 'b']);
    expect(stderr).toMatch(/^goingrate: Line 3 is not JSON\. .*\n$/);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['an empty argument', [''], /is empty/],
    ['a blank argument', [' \t '], /is empty/],
    ['two arguments', ['a', 'b'], /argument/],
    ['a text and a file', ['a', '--file', 'b'], /not both/],
    ['a missing file', ['--file', join(folder, 'no')], /Cannot read .*no such file/],
    ['a missing file by its ending', ['no.txt'], /Cannot read "no\.txt": there is no such file/],
    ['a missing file by --input', ['no', '--input', 'csv'], /Cannot read "no"/],
    ['a folder', ['--file', folder], /Cannot read .*it is a folder/],
    ['a file inside a file', ['--file', join(ENTRY, 'x')], /Cannot read .*folder is a file/],
    ['an unknown form', ['--input', 'xml'], /"xml" is not a form of input.*lines, csv, jsonl/],
    ['an unknown format', ['a', '--format', 'yaml'], /"yaml" is not a format.*jsonl/],
    ['a field of plain lines', ['--field', 'x'], /no fields/],
    ['two formats', ['a', '--format', 'json', '-o', 'x.jsonl'], /--format says json/],
    ['--ascii for JSON', ['a', '--format', 'json', '--ascii'], /--ascii.*json/],
    ['an unknown flag', ['a', '--colour'], /unknown option/],
  ])('refuses %s with code 2 and a line', async (_, args, says) => {
    const { code, stdout, stderr } = await goingrate([command, ...args], { stdin: 'a\n' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/^goingrate: [^\n]*\n$/);
  });

  it.each<[string, string, RegExp]>([
    ['an unclosed quotation mark', 'title\n"a\n', /Line 2 .*never closed/],
    ['a ragged line', 'id,title\n1,a\n2\n', /Line 3 has 1 fields/],
    ['no such field', 'id,name\n1,a\n', /--field; the fields there are: id, name/],
  ])('refuses CSV with %s', async (_, stdin, says) => {
    const { code, stderr } = await goingrate([command, '--input', 'csv'], { stdin });
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
    expect(linesOf(stderr)).toHaveLength(1);
  });

  it('refuses a damaged gzip file', async () => {
    const whole = gzipSync('a\n'.repeat(10_000));
    const path = file(`${command}.gz`, whole.subarray(0, whole.length - 12));
    const { code, stderr } = await goingrate([command, path]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Cannot read .*gzip/);
  });
});

describe.skipIf(process.platform === 'win32')('in a pipe', { concurrent: true }, () => {
  const pipe = (line: string) => run('bash', ['-c', `${line}; exit "\${PIPESTATUS[1]}"`]);
  const command = (name: string) => `${quoted(process.execPath)} ${quoted(ENTRY)} ${name}`;

  it.each(COMMANDS)('%s ends quietly when the reader has enough', async (name) => {
    const { code, stdout, stderr } = await pipe(`yes 'Data Engineer' | ${command(name)} --format jsonl | head -1`);
    expect({ stderr, lines: linesOf(stdout).length }).toEqual({ stderr: '', lines: 1 });
    expect(code).toBe(0);
  });

  it.each(COMMANDS)('%s answers as lines arrive', async (name) => {
    const slow = `(echo first; sleep 3; echo second)`;
    const { stdout } = await run('bash', ['-c', `${slow} | ${command(name)} --format jsonl | head -1`]);
    expect(JSON.parse(stdout)).toMatchObject({ input: 'first' });
  });

  it('answers 200,000 lines in order within 300 MB', async () => {
    const path = file(
      'many.txt',
      Array.from({ length: 200_000 }, (_, i) => `Data Engineer ${i}, $${i + 30_000}\n`).join(''),
    );
    const out = join(folder, 'many.jsonl');
    const { code, stderr } = await run(process.execPath, [
      '--max-old-space-size=300',
      ENTRY,
      'parse-pay',
      path,
      '-o',
      out,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    let count = 0;
    let rest = '';
    for await (const piece of createReadStream(out, 'utf8')) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() as string;
      for (const line of lines) {
        if (!line.startsWith(`{"input":"Data Engineer ${count}, `)) throw new Error(`line ${count}: ${line}`);
        count += 1;
      }
    }
    expect(count).toBe(200_000);
  });
});

describe.concurrent('without a market', () => {
  const env = { GOINGRATE_MARKET: join(folder, 'nowhere') };

  it('titles are refused with code 1, in a line', async () => {
    const { code, stdout, stderr } = await goingrate(['classify', 'Nurse'], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^goingrate: [^\n]*\n$/);
  });

  it.each([
    ['parse-pay', '$100,000 a year'],
    ['extract-skills', 'Python'],
  ])('%s needs none', async (command, text) => {
    expect((await goingrate([command, text], { env })).code).toBe(0);
  });
});
