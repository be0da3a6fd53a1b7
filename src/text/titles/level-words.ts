import type { LevelId } from '../../core/level.js';

/** Phrases in which a level word is part of the occupation's name and says nothing about seniority. */
export const NOT_A_LEVEL: readonly string[] = [
  'technical staff',
  'lead generation',
  'lead qualification',
  'lead nurturing',
  'lead management',
  'lead conversion',
  'lead acquisition',
  'lead paint',
  'lead abatement',
  'lead to cash',
  'lead burner',
  'chief of staff',
  'chief of party',
  'chief clerk',
  'chief engineer',
  'chief steward',
  'chief cook',
  'staff development',
  'staff training',
  'staff services',
  'medical staff',
  'nursing staff',
  'support staff',
  'kitchen staff',
  'office staff',
  'principal investigator',
  'assistant principal',
  'vice principal',
  'school principal',
  'elementary principal',
  'middle school principal',
  'high school principal',
  'senior living',
  'senior care',
  'senior center',
  'senior citizen',
  'senior services',
  'senior companion',
  'senior helper',
  'senior high',
  'junior high',
  'junior college',
  'junior varsity',
  'graduate assistant',
  'graduate research assistant',
  'graduate teaching assistant',
  'graduate teaching',
  'graduate student',
  'graduate school',
  'graduate admissions',
  'graduate program',
  'graduate medical',
  'graduate nurse',
  'graduate studies',
  'associate professor',
  'associate dean',
  'associate attorney',
  'associate counsel',
  'associate general counsel',
  'associate dentist',
  'associate veterinarian',
  'associate physician',
  'associate optometrist',
  'associate justice',
  'associate pastor',
  'associate provost',
  'associate research scientist',
  'associate scientist',
  'associate editor',
  'associate producer',
  'associate partner',
  'associate principal',
  'art director',
  'creative director',
  'funeral director',
  'medical director',
  'music director',
  'casting director',
  'film director',
  'stage director',
  'athletic director',
  'athletics director',
  'camp director',
  'choir director',
  'choral director',
  'band director',
  'theater director',
  'theatre director',
  'activities director',
  'activity director',
  'game director',
  'director of photography',
  'head start',
  'head coach',
  'head nurse',
  'head cook',
  'head chef',
  'head teacher',
  'head of school',
  'head cashier',
  'head waiter',
  'head baker',
  'head bartender',
  'head grower',
  'head golf',
  'intern architect',
  'intern pastor',
  'intern physician',
];

/** Words that name a level wherever they stand outside the phrases above. */
export const PLAIN_LEVEL_WORDS: ReadonlyMap<string, LevelId> = new Map([
  ['intern', 'intern'],
  ['interns', 'intern'],
  ['internship', 'intern'],
  ['internships', 'intern'],
  ['coop', 'intern'],
  ['werkstudent', 'intern'],
  ['praktikant', 'intern'],
  ['stagiaire', 'intern'],
  ['junior', 'entry'],
  ['apprentice', 'entry'],
  ['apprenticeship', 'entry'],
  ['trainee', 'entry'],
  ['alternance', 'entry'],
  ['midlevel', 'mid'],
  ['intermediate', 'mid'],
  ['senior', 'senior'],
  ['lead', 'lead'],
]);

/** Phrases that name a level. */
export const LEVEL_PHRASES: readonly (readonly [string, LevelId])[] = [
  ['entry level', 'entry'],
  ['early career', 'entry'],
  ['new college graduate', 'entry'],
  ['new graduate', 'entry'],
  ['recent graduate', 'entry'],
  ['university graduate', 'entry'],
  ['college graduate', 'entry'],
  ['phd graduate', 'entry'],
  ['campus hire', 'entry'],
  ['working student', 'intern'],
  ['mid level', 'mid'],
  ['mid senior', 'senior'],
  ['technical lead', 'lead'],
  ['team lead', 'lead'],
];

/** Words beside which `staff` is a rank above senior; elsewhere (`staff nurse`, `staff accountant`) it means ordinary. */
export const STAFF_FIELDS: ReadonlySet<string> = new Set(
  (
    'software engineer engineering data machine learning ai product designer design developer security site ' +
    'reliability platform backend frontend full-stack mobile ios android devops hardware firmware asic systems cloud ' +
    'infrastructure network ux ui program technical applied architect analytics embedded robotics silicon verification'
  ).split(' '),
);

/** Fields in which `staff engineer` and the like are ordinary or junior posts. */
export const STAFF_EXCEPTIONS: ReadonlySet<string> = new Set(
  'civil geotechnical environmental structural nurse nursing geologist attorney accountant'.split(' '),
);

/** What a manager of people is put in charge of; before any other word `manager` names a role (`product manager`). */
export const MANAGED_DISCIPLINES: ReadonlySet<string> = new Set(
  (
    'engineering engineer developer scientist science analytics ai software design designer security ' +
    'cybersecurity infrastructure architecture research devops reliability platform intelligence network cloud qa test ' +
    'testing technology firmware hardware robotics vision quantitative analysis analyst frontend backend ' +
    'automation visualization accounting audit tax legal nursing bioinformatics statistics biostatistics it ' +
    'mlops dataops programming architect algorithms modeling senior'
  ).split(' '),
);

/** Disciplines of two words that end in a word too general to stand alone. */
export const MANAGED_PAIRS: ReadonlySet<string> = new Set([
  'machine learning',
  'deep learning',
  'software development',
  'web development',
  'application development',
  'applications development',
  'systems development',
  'software quality',
  'quality assurance',
  'user experience',
  'data governance',
  'data management',
  'data quality',
  'data strategy',
  'data operations',
  'data integration',
  'human resources',
]);

/** Words after which a number belongs to the noun, not to seniority (`type 2`, `tier 3 support`, `title i teacher`). */
export const NUMBERED_NOUNS: ReadonlySet<string> = new Set(
  'type phase tier title class grade web python version shift stage part category zone unit chapter war division section group team block pod'.split(
    ' ',
  ),
);

/** Numbers after a worker noun. See `parseLevel` for why IV is senior. */
export const NUMERAL_LEVELS: ReadonlyMap<string, LevelId> = new Map([
  ['i', 'entry'],
  ['1', 'entry'],
  ['ii', 'mid'],
  ['2', 'mid'],
  ['iii', 'senior'],
  ['3', 'senior'],
  ['iv', 'senior'],
  ['4', 'senior'],
  ['v', 'staff'],
  ['5', 'staff'],
  ['vi', 'principal'],
  ['6', 'principal'],
]);

/**
 * Employers' ladder codes, on the scale most of the large technology firms share. `L3` is the first rung of
 * one common ladder and the third of another: it is dropped and decides nothing.
 */
export const LADDER_CODES: ReadonlyMap<string, LevelId | null> = new Map<string, LevelId | null>([
  ['l1', 'entry'],
  ['l2', 'mid'],
  ['l3', null],
  ['l4', 'mid'],
  ['l5', 'senior'],
  ['l6', 'staff'],
  ['l7', 'principal'],
  ['l8', 'principal'],
  ['e3', 'entry'],
  ['e4', 'mid'],
  ['e5', 'senior'],
  ['e6', 'staff'],
  ['e7', 'principal'],
  ['ic1', 'entry'],
  ['ic2', 'mid'],
  ['ic3', 'mid'],
  ['ic4', 'senior'],
  ['ic5', 'staff'],
  ['ic6', 'principal'],
]);
