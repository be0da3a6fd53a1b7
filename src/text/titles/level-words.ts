import type { LevelId } from '../../core/level.js';

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
  ['becario', 'intern'],
  ['practicante', 'intern'],
  ['pasante', 'intern'],
  ['practicas', 'intern'],
  ['estagio', 'intern'],
  ['extern', 'intern'],
  ['externship', 'intern'],
  ['junior', 'entry'],
  ['apprentice', 'entry'],
  ['apprenticeship', 'entry'],
  ['trainee', 'entry'],
  ['traineeship', 'entry'],
  ['fresher', 'entry'],
  ['alternance', 'entry'],
  ['apprenti', 'entry'],
  ['aprendiz', 'entry'],
  ['ausbildung', 'entry'],
  ['berufseinsteiger', 'entry'],
  ['debutant', 'entry'],
  ['pleno', 'mid'],
  ['plena', 'mid'],
  ['confirme', 'mid'],
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
  ['fresh graduate', 'entry'],
  ['early in career', 'entry'],
  ['campus hire', 'entry'],
  ['in training', 'entry'],
  ['rotational program', 'entry'],
  ['summer analyst', 'intern'],
  ['summer associate', 'intern'],
  ['master thesis', 'intern'],
  ['masters thesis', 'intern'],
  ['industrial placement', 'intern'],
  ['placement student', 'intern'],
  ['mid career', 'mid'],
  ['semi senior', 'mid'],
  ['associate staff', 'senior'],
  ['technical fellow', 'principal'],
  ['engineering fellow', 'principal'],
  ['technical lead manager', 'manager'],
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
    'infrastructure network ux ui program technical applied architect analytics embedded robotics silicon verification ' +
    'autonomy perception controls quantum research'
  ).split(' '),
);

/** Fields in which `staff engineer` and the like are ordinary or junior posts. */
export const STAFF_EXCEPTIONS: ReadonlySet<string> = new Set(
  (
    'civil geotechnical environmental structural geologist geology water wastewater stormwater transportation roadway ' +
    'bridge traffic highway remediation municipal'
  ).split(' '),
);

/** Occupations before which `staff` means ordinary: the first of them or of the tech fields after `staff` decides. */
export const STAFF_OCCUPATIONS: ReadonlySet<string> = new Set(
  (
    'nurse nursing attorney counsel accountant auditor pharmacist therapist physician psychologist psychiatrist ' +
    'veterinarian dentist writer reporter editor photographer assistant associate officer guard pastor interpreter ' +
    'technician'
  ).split(' '),
);

/** Fields that make `staff scientist` the rank of a technology firm; in a laboratory it is an ordinary post. */
export const SCIENTIST_FIELDS: ReadonlySet<string> = new Set(
  'ai data machine software platform analytics autonomy robotics perception applied'.split(' '),
);

/** What a manager of people is put in charge of; before any other word `manager` names a role (`product manager`). */
export const MANAGED_DISCIPLINES: ReadonlySet<string> = new Set(
  (
    'engineering engineer developer scientist science analytics ai software design designer security ' +
    'cybersecurity infrastructure architecture research devops reliability platform intelligence network cloud qa test ' +
    'testing technology firmware hardware robotics vision quantitative analyst frontend backend ' +
    'automation visualization accounting audit tax legal nursing bioinformatics statistics biostatistics it ' +
    'mlops dataops programming architect algorithms modeling senior team support'
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
  'data analysis',
  'data governance',
  'data management',
  'data quality',
  'data strategy',
  'data operations',
  'data integration',
  'human resources',
  'product management',
  'program management',
  'project management',
]);

/** Managers of things: a number after them is a rank of their own, and `of` after them does not make them bosses. */
export const MANAGED_THINGS: ReadonlySet<string> = new Set(
  (
    'product project program account success case relationship partner engagement delivery community marketing content ' +
    'property category brand campaign'
  ).split(' '),
);

/** Fields in which `vice president` without `of` is a bank's grade: `VP - Quantitative Research`. */
export const BANK_FIELDS: ReadonlySet<string> = new Set(
  (
    'quantitative quant trading trader investment investments banking equity equities credit risk derivatives securities ' +
    'portfolio wealth lending loan underwriting origination fund rates fx treasury'
  ).split(' '),
);

/** What `Head, X` and `Head X` lead. */
export const HEADED_FIELDS: ReadonlySet<string> = new Set(
  (
    'product marketing sales finance data people growth operations talent legal customer business strategy technology ' +
    'machine human engineering science analytics ai design security research quantitative partnerships revenue'
  ).split(' '),
);

/** Words after which `stage`, French for an internship, is the English word. */
export const ENGLISH_STAGE: ReadonlySet<string> = new Set(
  'manager management development propulsion fluids technician hand hands crew lighting director electrician'.split(
    ' ',
  ),
);

/** Words that show a code such as `L2` to be a tier of support, not a rung of a ladder. */
export const TIERED_WORK: ReadonlySet<string> = new Set('support helpdesk help desk soc technician noc'.split(' '));

/** Words after which a number belongs to the noun, not to seniority (`type 2`, `tier 3 support`, `title i teacher`). */
export const NUMBERED_NOUNS: ReadonlySet<string> = new Set(
  (
    'type phase tier title class grade web python version shift stage part category zone unit chapter war division ' +
    'section group team block pod week floor building room season region area line site station campus cohort wave ' +
    'batch studio route plant store location factor series cycle industry quarter market district'
  ).split(' '),
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
 * Employers' ladder codes, where the ladders that are public agree. `L3`, `E3` and the middle `IC` rungs are the first
 * step at one employer and the third at another; `P` and `M` codes differ everywhere: they are dropped and decide
 * nothing.
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
  ['e2', null],
  ['e3', null],
  ['e4', 'mid'],
  ['e5', 'senior'],
  ['e6', 'staff'],
  ['e7', 'principal'],
  ['ic1', 'entry'],
  ['ic2', 'mid'],
  ['ic3', null],
  ['ic4', null],
  ['ic5', null],
  ['ic6', null],
  ['p1', null],
  ['p2', null],
  ['p3', null],
  ['p4', null],
  ['p5', null],
  ['p6', null],
  ['m1', null],
  ['m2', null],
  ['m3', null],
  ['m4', null],
]);
