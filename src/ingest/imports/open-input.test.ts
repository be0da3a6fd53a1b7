import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { faultOf, file, folder, open, type Read, read, records, scratch } from '../../../test/fixtures/opened-files.js';
import { zipBytes } from '../../../test/fixtures/zip-bytes.js';
import { startEngine } from '../../store/duckdb/connection.js';

const { Workbook } = createRequire(import.meta.url)('exceljs') as typeof import('exceljs');

describe('JSON', () => {
  const jobs = [
    { title: 'Cook', pay: { min: 1, max: 2.5 }, tags: ['a', 'b'], at: [{ city: 'Ulm' }] },
    { title: 'Nurse', pay: null, extra: [{ a: 1 }, { a: 2 }] },
  ];
  const flat = {
    columns: ['title', 'pay.min', 'pay.max', 'tags', 'at.city', 'pay', 'extra'],
    rows: [
      ['Cook', '1', '2.5', 'a; b', 'Ulm', '', ''],
      ['Nurse', '', '', '', '', '', '[{"a":1},{"a":2}]'],
    ],
  };

  it.each([
    ['a list', JSON.stringify(jobs)],
    ['an object with a list inside', JSON.stringify({ meta: { n: 2, links: [{ a: 1 }] }, data: { jobs } }, null, 2)],
    ['lines', jobs.map((job) => JSON.stringify(job)).join('\n')],
    ['a list in UTF-16', Buffer.from(`\ufeff${JSON.stringify(jobs)}`, 'utf16le')],
  ])('reads %s', async (_, content) => {
    expect(await read(file('x.json', content))).toMatchObject(flat);
  });

  it('reads one object, numbers of Python and keys that come late', async () => {
    expect(await read(file('x.json', '{"title": "Cook", "pay": NaN}'))).toMatchObject({ rows: [['Cook', '']] });
    const late = [...Array.from({ length: 1500 }, (_, n) => ({ n })), { n: 1500, late: 'x' }];
    const { tables } = await open(file('x.json', JSON.stringify(late)));
    expect(tables[0]!.columns).toEqual(['n', 'late']);
    const written = records(readFileSync(tables[0]!.content.path, 'utf8'));
    expect(written[0]).toEqual(['1', '0', '']);
    expect(written.at(-1)).toEqual(['1501', '1500', 'x']);
  });

  it('sets broken lines and elements aside', async () => {
    const lines = await read(file('x.jsonl', '{"a":1}\n{"a":\n7\n{"a":2}\n'));
    expect(lines.rows).toEqual([['1'], ['2']]);
    expect(lines.rejected).toEqual([
      ['2', 'not valid JSON', '{"a":'],
      ['3', 'not an object', '7'],
    ]);
    const list = await read(file('x.json', '[{"a":1},{"a":oops},{"a":"]}"}]'));
    expect(list.rows).toEqual([['1'], [']}']]);
    expect(list.rejected).toEqual([['2', 'not valid JSON', '{"a":oops}']]);
  });

  it.each([
    ['cut in half', '[{"a":1},{"a":', 'it ends in the middle'],
    ['with brackets that do not match', '{"a":[1,2}', 'its brackets do not match'],
    ['with a second value', '[{"a":1}] [{"a":2}]', 'text follows its end'],
    ['without records', '[]', 'it holds no records'],
    ['nested beyond measure', '[{"a":'.repeat(600), 'nested deeper than 512'],
  ])('refuses JSON %s', async (_, content, fault) => {
    expect(await faultOf(file('x.json', content))).toContain(fault);
  });
});

describe('workbooks', () => {
  async function workbook(fill: (book: InstanceType<typeof Workbook>) => void): Promise<string> {
    const book = new Workbook();
    fill(book);
    return file('pay.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
  }

  it('reads every sheet, below titles, numbered as Excel does', async () => {
    const path = await workbook((book) => {
      const offers = book.addWorksheet('Offers');
      offers.addRows([['Pay review'], [], ['Title', 'Min', 'Seen'], ['Cook', 31200.5, new Date(Date.UTC(2026, 2, 1))]]);
      offers.addRow([]);
      offers.addRow([
        'Nurse',
        { formula: '1+1', result: 2 },
        { richText: [{ text: 'Ma' }, { text: 'rch' }] },
        'remark',
      ]);
      book.addWorksheet('Empty');
      book.addWorksheet('Second').addRows([
        ['a', 'b'],
        ['1', '2'],
      ]);
    });
    const { tables } = await open(path);
    expect(tables.map(({ name }) => name)).toEqual(['pay.xlsx/Offers', 'pay.xlsx/Second']);
    expect(tables[0]!.columns).toEqual(['Title', 'Min', 'Seen']);
    expect(records(readFileSync(tables[0]!.content.path, 'utf8'))).toEqual([
      ['4', 'Cook', '31200.5', '2026-03-01'],
      ['6', 'Nurse', '2', 'March'],
    ]);
  });

  it.each([
    ['EncryptedPackage', 'it is protected by a password'],
    ['Workbook', 'it is an old Excel workbook (.xls)'],
    ['Strange', 'it is a file of an old office program'],
  ])('says what a compound file with %s is', async (stream, fault) => {
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(70_000),
      Buffer.from(`${stream}\0`, 'utf16le'),
    ]);
    expect(await faultOf(file('pay.xlsx', bytes))).toContain(fault);
  });

  it('refuses a workbook without rows, a damaged one and one of another program', async () => {
    expect(await faultOf(await workbook((book) => void book.addWorksheet('x')))).toContain('its sheets are empty');
    expect(await faultOf(file('x.xlsx', zipBytes([{ name: 'xl/workbook.xml', content: '<broken' }])))).toMatch(
      /Excel|sheets/,
    );
    expect(await faultOf(file('x.docx', zipBytes([{ name: 'word/document.xml', content: '' }])))).toContain(
      'a Word document',
    );
  });
});

describe('archives', () => {
  const csv = 'a,b\n1,2\n';

  it('reads gzip, several tables of a zip, and gzip in zip', async () => {
    expect(await read(file('x.csv.gz', gzipSync(csv)))).toMatchObject({ columns: ['a', 'b'], rows: [['1', '2']] });
    const members = [
      { name: 'b/second.json', content: '[{"x":1}]' },
      { name: '../../outside.csv', content: csv },
      { name: '__MACOSX/._x.csv', content: 'junk' },
      { name: '.hidden.csv', content: csv },
      { name: 'third.csv.gz', content: gzipSync(csv) },
      { name: 'picture.png', content: Buffer.from('89504e470d0a', 'hex') },
    ];
    const safe = members.filter(({ name }) => !name.startsWith('..'));
    const input = await open(file('x.zip', zipBytes(safe)));
    expect(input.tables.map(({ name }) => name)).toEqual(['x.zip/b/second.json', 'x.zip/third.csv.gz']);
    expect(input.notes).toEqual(['"x.zip/picture.png" cannot be read: it is a PNG picture.']);
    expect(await faultOf(file('x.zip', zipBytes(members)))).toContain('it is a damaged zip archive');
  });

  it.each([
    ['a gzip file cut short', gzipSync(csv.repeat(999)).subarray(0, 40), 'it is a gzip file cut short'],
    [
      'a damaged gzip file',
      Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), Buffer.from('nonsense!')]),
      'damaged gzip file',
    ],
    ['a zip cut short', zipBytes([{ name: 'x.csv', content: csv }]).subarray(0, 50), 'damaged zip archive'],
    ['an encrypted zip', zipBytes([{ name: 'x.csv', content: csv, encrypted: true }]), 'protected by a password'],
    ['an empty zip', zipBytes([]), 'there is no file in it'],
    ['a zip with wrong sizes', zipBytes([{ name: 'x.csv', content: csv, claimedBytes: 3 }]), 'damaged zip archive'],
    ['archives in archives', gzipSync(gzipSync(gzipSync(gzipSync(csv)))), 'archive in archives'],
  ])('refuses %s', async (_, bytes, fault) => {
    expect(await faultOf(file('x.csv.gz', bytes))).toContain(fault);
  });

  it('stops at a bomb, whatever its headers claim', async () => {
    const zeros = Buffer.alloc(8 * 2 ** 20, 'a,b\n');
    const limits = { ratioFrom: 2 ** 20 };
    expect(await faultOf(file('x.gz', gzipSync(zeros)), { limits })).toContain('more than 250 times its size');
    expect(await faultOf(file('x.zip', zipBytes([{ name: 'x.csv', content: zeros }])), { limits })).toContain(
      'more than 250',
    );
    const book = zipBytes([
      { name: 'xl/workbook.xml', content: '<x/>' },
      { name: 'xl/worksheets/sheet1.xml', content: zeros },
    ]);
    expect(await faultOf(file('x.xlsx', book), { limits })).toContain('more than 250');
    expect(await faultOf(file('x.gz', gzipSync(zeros)), { limits: { unpackedBytes: 1000 } })).toContain(
      'more than 1000 bytes',
    );
    const many = Array.from({ length: 12 }, (_, n) => ({ name: `${n}.csv`, content: csv }));
    expect(await faultOf(file('x.zip', zipBytes(many)), { limits: { members: 10 } })).toContain('more than 10 members');
  });
});

describe('pages and Parquet', () => {
  const posting = (title: string) => ({
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title,
    hiringOrganization: { '@type': 'Organization', name: 'Harbour Bakery' },
    datePosted: '2026-02-03T10:00:00Z',
    employmentType: ['FULL_TIME', 'CONTRACTOR'],
    jobLocation: {
      '@type': 'Place',
      address: { addressLocality: 'Austin', addressRegion: 'TX', addressCountry: { name: 'US' } },
    },
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'USD',
      value: { minValue: 30, maxValue: '35.50', unitText: 'HOUR' },
    },
    description: '<p>Bake &amp; <b>sell</b></p><ul><li>Python</li></ul>',
  });
  const row = [
    'title',
    'employer',
    'place',
    'city',
    'region',
    'country',
    'payLow',
    'payHigh',
    'currency',
    'unit',
    'date',
    'employment',
    'description',
  ];
  const expected = [
    'Baker',
    'Harbour Bakery',
    'Austin, TX, US',
    'Austin',
    'TX',
    'US',
    '30',
    '35.50',
    'USD',
    'hour',
    '2026-02-03',
    'FULL_TIME, CONTRACTOR',
    'Bake & sell\n- Python',
  ];
  const chosen = ({ columns, rows }: Read, index = 0) => row.map((name) => rows[index]![columns.indexOf(name)]);
  const page = (...scripts: string[]) =>
    `<!doctype html><title>x</title>${scripts.map((text) => `<script type="application/ld+json">${text}</script>`).join('<p>a</p>')}`;

  it.each([
    ['a page', page(JSON.stringify(posting('Baker')))],
    [
      'a page with a graph',
      page('{"@type":"WebSite"}', JSON.stringify({ '@graph': [{ '@type': 'Organization' }, posting('Baker')] })),
    ],
    ['a page with comments around', page(`\n<!--\n${JSON.stringify(posting('Baker'))};\n-->`)],
    ['JSON-LD', JSON.stringify(posting('Baker'))],
    ['a list of JSON-LD', JSON.stringify([{ '@type': 'Organization', name: 'x' }, posting('Baker')])],
    ['lines of JSON-LD', [posting('Baker'), posting('Cook')].map((item) => JSON.stringify(item)).join('\n')],
  ])('reads postings of %s', async (_, content) => {
    expect(chosen(await read(file('x.html', content)))).toEqual(expected);
  });

  it('reads several postings, several places and pay in its other forms', async () => {
    const other = {
      '@type': 'https://schema.org/JobPosting',
      title: 'Cook',
      hiringOrganization: 'Harbour Bakery',
      jobLocation: [{ address: 'Ulm, Germany' }, { address: { addressLocality: 'Bonn', addressCountry: 'DE' } }],
      salaryCurrency: 'EUR',
      baseSalary: { value: '31.200 €', unitText: 'YEAR' },
    };
    const remote = {
      ...other,
      jobLocation: undefined,
      applicantLocationRequirements: { name: 'Germany' },
      baseSalary: 32000,
    };
    const result = await read(file('x.html', page(JSON.stringify([posting('Baker'), other, remote]))));
    const column = (name: string) => result.rows.map((cells) => cells[result.columns.indexOf(name)]);
    expect(column('place')).toEqual(['Austin, TX, US', 'Ulm, Germany; Bonn, DE', 'Germany']);
    expect(column('pay')).toEqual(['', '31.200 € - 31.200 €', '']);
    expect(column('payLow')).toEqual(['30', '', '32000']);
    expect(column('currency')).toEqual(['USD', 'EUR', 'EUR']);
  });

  it.each([
    ['nothing of the kind', '<!doctype html><p>Cook wanted</p>', 'it has no script of type application/ld+json'],
    ['other things', page('{"@type":"Organization"}'), 'its JSON-LD holds Organization'],
    ['broken JSON-LD', page('{"@type":"JobPosting", "title": '), 'its JSON-LD is not valid JSON'],
  ])('says what was looked for in a page with %s', async (_, content, fault) => {
    expect(await faultOf(file('x.html', content))).toBe(
      `"x.html" cannot be read: no schema.org JobPosting was found in the page: ${fault}.`,
    );
  });

  it('names the columns of a Parquet file and reads nested ones as JSON', async () => {
    const path = join(scratch(), 'x.parquet');
    const engine = await startEngine({ threads: 1 });
    const connection = await engine.connect();
    await connection.run(
      `COPY (SELECT 'Cook' AS title, 1.5 AS pay, ['a', 'b'] AS skills, {'city': 'Ulm'} AS place) TO '${path}'`,
    );
    engine.close();
    const result = await read(path);
    expect(result).toMatchObject({ kind: 'parquet', columns: ['title', 'pay', 'skills', 'place'] });
    expect(result.rows).toEqual([['Cook', '1.5', '["a","b"]', '{"city":"Ulm"}']]);
  });
});

describe('what is no table', () => {
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'it is a PNG picture'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'it is a PDF document'],
    ['a tar archive', Buffer.concat([Buffer.alloc(257, 0x61), Buffer.from('ustar\0')]), 'it is a tar archive'],
    ['nothing', Buffer.alloc(0), 'it is empty'],
    ['spaces', Buffer.from(' \n\n '), 'it holds nothing but spaces'],
    ['bytes', Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 251)), 'neither text nor a format'],
    ['XML', Buffer.from('<?xml version="1.0"?><jobs/>'), 'it is XML'],
  ])('names %s', async (_, bytes, fault) => {
    expect(await faultOf(file('pay.csv', bytes))).toContain(fault);
  });

  it('names a file that is not there, a folder, and what steers a terminal in a name', async () => {
    expect(await faultOf(join(folder, 'gone.csv'))).toBe('"gone.csv" cannot be read: there is no such file.');
    expect(await faultOf(folder)).toContain('it is a folder');
    expect(await faultOf(file('a\u001b[31mb\n.csv', ''))).toBe('"a [31mb .csv" cannot be read: it is empty.');
  });
});
