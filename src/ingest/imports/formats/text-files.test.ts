import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { file, open, read, records } from '../../../../test/fixtures/opened-files.js';
import { readParquetHead } from '../../../store/duckdb/imports/parquet-head.js';
import { sampleTable } from '../mapping/sample-table.js';

const TABLE = [
  ['Titel', 'Gehalt', 'Ort'],
  ['Köchin', '31.200,50', 'Köln'],
  ['Pfleger', '36.000,00', 'Gießen'],
];
const semicolons = TABLE.map((row) => row.join(';')).join('\r\n');
const encode = (text: string, encoding: string) =>
  execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: text, maxBuffer: 2 ** 26 });

describe('text files', () => {
  it('leaves a clean file where it is', async () => {
    const path = file('offers.csv', 'Title,Pay\nNurse,"30,000"\nCook,"20\n000"\n');
    const { tables } = await open(path);
    expect(tables[0]).toMatchObject({
      name: 'offers.csv',
      content: { kind: 'csv', path, delimiter: ',' },
      rejected: null,
    });
  });

  it.each([
    ['semicolons', 'a;b\n1;2,5\n3;4,5\n', ';'],
    ['tabs', 'a\tb\n1\t2,5\n', '\t'],
    ['bars', 'a|b\n1|2,5\n', '|'],
    ['semicolons and commas in quotation marks', '"a;x";b\n"1,2;3";"4,5"\n', ';'],
    ['a mark at the beginning', '\ufeffa,b\n1,2\n', ','],
  ])('finds %s', async (_, text, delimiter) => {
    const { tables } = await open(file('x.txt', text));
    expect(tables[0]!.content).toMatchObject({ kind: 'csv', delimiter });
    expect(tables[0]!.columns).toHaveLength(2);
    expect(tables[0]!.columns[0]).not.toContain('\ufeff');
  });

  it.each([
    ['windows-1252', encode(semicolons, 'WINDOWS-1252')],
    ['utf-16le', Buffer.from(`\ufeff${semicolons}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${semicolons}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(semicolons, 'utf16le')],
  ])('decodes %s', async (encoding, bytes) => {
    const { columns, rows, kind, form } = await read(file('x.csv', bytes));
    expect([columns, ...rows]).toEqual(TABLE);
    expect({ kind, form }).toEqual({ kind: 'staged', form: `text with semicolons, ${encoding}` });
  });

  it.each([
    ['SHIFT_JIS', '職種,年収,勤務地\nエンジニア,500万円,東京\n営業,400万円,大阪\n'],
    ['EUC-JP', '職種,年収,勤務地\nエンジニア,500万円,東京\n営業,400万円,大阪\n'],
    ['KOI8-R', 'Должность;Зарплата\nИнженер;100000\nБухгалтер;80000\n'],
    ['CP1251', 'Должность;Зарплата\nИнженер;100000\nБухгалтер;80000\n'],
    ['CP1250', 'Stanowisko;Pensja\nKsięgowy;8000 zł\nGłówny inżynier;12000 zł\nRóżne;9000 zł\n'],
    ['GB18030', '职位,薪资,城市\n工程师,30万,北京\n产品经理,40万,上海\n'],
    ['EUC-KR', '직무,연봉,지역\n개발자,5000만원,서울\n기획자,4000만원,부산\n'],
    ['LATIN1', 'Poste;Salaire\nIngénieur;45 000\nDéveloppeur confirmé;50 000\n'],
  ])('tells %s by its bytes', async (encoding, text) => {
    const { columns, rows } = await read(file('x.csv', encode(text, encoding)));
    const expected = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/[,;]/));
    expect([columns, ...rows]).toEqual(expected);
  });

  it('takes the encoding that was asked for', async () => {
    const bytes = encode('Titel;Lohn\nKöchin;1\n', 'CP850');
    expect((await read(file('x.csv', bytes), { encoding: 'ibm866' })).rows[0]![0]).not.toBe('Köchin');
    await expect(open(file('x.csv', bytes), { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'UNKNOWN_ENCODING',
    });
  });

  it('keeps UTF-8 where single lines are damaged, and says so', async () => {
    const good = 'é;1\n'.repeat(20);
    const bytes = Buffer.concat([Buffer.from(`ä;b\n${good}`), Buffer.from([0xe9, 0x3b, 0x32, 0x0a])]);
    const input = await open(file('x.csv', bytes));
    const { rows } = await sampleTable(input.tables[0]!, readParquetHead);
    expect(rows.at(-1)).toEqual(['\ufffd', '2']);
    expect(input.notes.join()).toContain('1 damaged lines');
  });

  it('reads old and mixed line breaks, sep= and lines above the header', async () => {
    expect((await read(file('x.csv', 'a,b\r1,2\r3,4\r'))).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect((await read(file('x.csv', 'a,b\n1,2\r\n3,4\n'))).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(await read(file('x.csv', 'sep=;\r\na;b\r\n1,5;2\r\n'))).toMatchObject({
      columns: ['a', 'b'],
      rows: [['1,5', '2']],
    });
    const titled = await open(file('x.csv', 'Pay review 2026\n\nTitle,Pay,Town\nCook,1,Ulm\nNurse,2,Bonn\n'));
    expect(titled.tables[0]!.columns).toEqual(['Title', 'Pay', 'Town']);
    expect(titled.notes).toEqual(['x.csv: 1 lines above the header were left out.']);
  });

  it('sets broken records aside with their text and goes on', async () => {
    const text = 'a,b\n1,"x\n2,"y" z\n3,ok\n4\n5,6,7\n6,six,,\n"7","sev""en"\n';
    const { rows, rejected } = await read(file('x.csv', text));
    expect(rows).toEqual([
      ['3', 'ok'],
      ['6', 'six'],
      ['7', 'sev"en'],
    ]);
    expect(rejected).toEqual([
      ['1', 'text follows a closing quotation mark', '1,"x'],
      ['2', 'text follows a closing quotation mark', '2,"y" z'],
      ['4', 'the row has fewer cells than the header', '4'],
      ['5', 'the row has more cells than the header', '5,6,7'],
    ]);
    const open = await read(file('x.csv', 'a,b\n1,2\n3,"never\nclosed,4\n'));
    expect(open.rejected).toEqual([['2', 'a quotation mark is opened and never closed', '3,"never']]);
    expect(open.rows).toEqual([
      ['1', '2'],
      ['closed', '4'],
    ]);
  });

  it('opens a clean file exactly when it is asked to', async () => {
    const exact = await read(file('x.csv', 'a,b\n1,"2\n3"\n'), { exact: true });
    expect(exact).toMatchObject({ kind: 'staged', rows: [['1', '2\n3']] });
  });

  it('names columns that are empty, repeated or hostile', async () => {
    const { columns } = await read(file('x.csv', 'Pay,,Pay,"a\nb",\u001b[31m\n1,2,3,4,5\n'));
    expect(columns).toEqual(['Pay', 'column 2', 'Pay (2)', 'a b', '\u001b[31m']);
  });

  it('keeps zero characters and long rows from the database', async () => {
    const long = 'x'.repeat(600);
    const limits = { recordLength: 500 };
    const { rows, rejected } = await read(file('x.csv', `a,b\n${'1,2\n'.repeat(40)}1,\u00003\n2,${long}\n`), {
      limits,
      encoding: 'utf-8',
    });
    expect(rows.at(-1)).toEqual(['1', '\ufffd3']);
    expect(rejected[0]!.slice(0, 2)).toEqual(['42', 'the row is too long']);
  });

  it('reads 100,000 rows in bounded pieces', async () => {
    const lines = Array.from({ length: 100_000 }, (_, row) => `Köchin ${row};${row},50`);
    const path = file('x.csv', encode(`Titel;Lohn\n${lines.join('\n')}\n`, 'WINDOWS-1252'));
    const { tables } = await open(path);
    const staged = tables[0]!.content;
    expect(staged.kind).toBe('staged');
    const written = records(readFileSync(staged.path, 'utf8'));
    expect(written).toHaveLength(100_000);
    expect(written.at(-1)).toEqual(['100000', 'Köchin 99999', '99999,50']);
  });
});
