import { describe, expect, it } from 'vitest';
import { TITLE_LIMIT } from './normalise.js';
import { findOfficialTitle, indexOfficialTitles, occupationCodeIn } from './official-title.js';

const TITLES = indexOfficialTitles([
  { soc: '29-1141', title: 'Registered Nurses' },
  { soc: '37-2011', title: 'Janitors and Cleaners, Except Maids and Housekeeping Cleaners' },
  { soc: '11-9199', title: 'Managers, All Other' },
  { soc: '43-3011', title: 'Bill and Account Collectors' },
  { soc: '29-9092', title: 'Genetic Counselors' },
  { soc: '33-2011', title: 'Firefighters' },
  { soc: '49-9051', title: 'Electrical Power-Line Installers and Repairers' },
  { soc: '99-0001', title: 'Twins' },
  { soc: '99-0002', title: 'Twin' },
]);
const read = (text: string) => {
  const found = findOfficialTitle(text, TITLES);
  return found === null ? null : `${found.occupation.soc} ${found.by}`;
};

describe('the title of an official occupation', () => {
  it.each([
    ['Registered Nurses', '29-1141 published'],
    ['  registered   NURSES ', '29-1141 published'],
    ['Registered Nurse', '29-1141 singular'],
    ['Janitors and Cleaners, Except Maids and Housekeeping Cleaners', '37-2011 published'],
    ['janitors and cleaners except maids and housekeeping cleaners', '37-2011 published'],
    ['Janitor and Cleaner, Except Maids and Housekeeping Cleaners', '37-2011 singular'],
    ['Manager, All Other', '11-9199 singular'],
    ['Electrical Power Line Installers &amp; Repairers', '49-9051 published'],
    ['electrical power-line installer and repairer', '49-9051 singular'],
  ])('is found in %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['Senior Registered Nurses', 'Nurses', 'Registered Nurses (Remote)', 'Managers', '', '   ', '-,-', 'R'])(
    'is not found in %j',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('in a form that two titles share names neither', () => {
    expect(read('Twins')).toBe('99-0001 published');
    expect(read('Twin')).toBe('99-0002 published');
    expect(findOfficialTitle('twin', indexOfficialTitles([{ soc: '99-0001', title: 'Twins' }]))?.by).toBe('singular');
    const both = indexOfficialTitles([
      { soc: '99-0001', title: 'Twins Maker' },
      { soc: '99-0002', title: 'Twin Makers' },
    ]);
    expect(findOfficialTitle('Twin Maker', both)).toBeNull();
  });

  it('is not looked for in a text too long to be one', () => {
    const text = `${' '.repeat(TITLE_LIMIT)}Registered Nurses`;
    expect(read(text)).toBeNull();
    expect(read('a '.repeat(50_000))).toBeNull();
    expect(occupationCodeIn(`${' '.repeat(TITLE_LIMIT)}29-1141`)).toBeNull();
  });

  it('takes steps in proportion to the text', () => {
    const short = { steps: 0 };
    const long = { steps: 0 };
    findOfficialTitle('x'.repeat(100), TITLES, short);
    findOfficialTitle('x'.repeat(200), TITLES, long);
    expect(long.steps).toBe(2 * short.steps);
  });
});

describe('the code of an official occupation', () => {
  it.each([
    ['29-1141', '29-1141'],
    [' 29-1141 ', '29-1141'],
    ['29-1141.00', '29-1141'],
    ['SOC 29-1141', '29-1141'],
    ['soc29-1141', '29-1141'],
    ['29-11411', null],
    ['29-1141 nurse', null],
    ['291141', null],
    ['<b>29-1141</b>', null],
  ])('in %j is %j', (text, code) => {
    expect(occupationCodeIn(text)).toBe(code);
  });

  it('names its occupation, and an unknown one nothing', () => {
    expect(read('29-1141.01')).toBe('29-1141 code');
    expect(read('15-1256')).toBeNull();
    expect(read('15-0000')).toBeNull();
  });
});
