import { describe, expect, it } from 'vitest';
import { observation } from '../../test/fixtures/market-rows.js';
import { IN_CALIFORNIA, IN_SAN_JOSE, levelOf, questionWith } from '../../test/fixtures/question.js';
import { inScope, type Scope, scopeLadder, shapeScopes } from './scope.js';

const rungs = (scopes: readonly Scope[]) => scopes.map((scope) => `${scope.place} ${scope.kind}`);
const nurse = {
  role: { id: 'soc-29-1141', name: 'Registered Nurses', family: null },
  familyRoles: [],
  familyName: null,
};

describe('the scope ladder', () => {
  it('widens from the level to its group, to the family, to all levels', () => {
    expect(rungs(scopeLadder(questionWith({ level: levelOf('lead') }), 'posted'))).toEqual([
      'US asked',
      'US level-group',
      'US family',
      'US all-levels',
    ]);
  });

  it('tries every rung with a level in the state before the country, and all levels last', () => {
    expect(rungs(scopeLadder(questionWith({ ...IN_CALIFORNIA, level: levelOf('lead') }), 'posted'))).toEqual([
      'US-CA asked',
      'US-CA level-group',
      'US-CA family',
      'US asked',
      'US level-group',
      'US family',
      'US-CA all-levels',
      'US all-levels',
    ]);
  });

  it('has no group of one level and no family of one role', () => {
    expect(rungs(scopeLadder(questionWith({ level: levelOf('senior') }), 'posted'))).toEqual([
      'US asked',
      'US family',
      'US all-levels',
    ]);
    expect(rungs(scopeLadder(questionWith({ ...nurse, level: levelOf('senior') }), 'posted'))).toEqual([
      'US asked',
      'US all-levels',
    ]);
    expect(
      rungs(scopeLadder(questionWith({ level: levelOf('senior'), familyRoles: ['data-engineer'] }), 'posted')),
    ).toEqual(['US asked', 'US all-levels']);
  });

  it('asks for all levels where none is named', () => {
    expect(rungs(scopeLadder(questionWith(), 'posted'))).toEqual(['US asked']);
    expect(rungs(scopeLadder(questionWith(IN_CALIFORNIA), 'posted'))).toEqual(['US-CA asked', 'US asked']);
  });

  it('is wider than a metropolitan area from the state on, and than a state from the country on', () => {
    expect(scopeLadder(questionWith(IN_SAN_JOSE), 'posted').map((scope) => scope.widerPlace)).toEqual([true, true]);
    expect(scopeLadder(questionWith(IN_CALIFORNIA), 'posted').map((scope) => scope.widerPlace)).toEqual([false, true]);
    expect(scopeLadder(questionWith(), 'posted').map((scope) => scope.widerPlace)).toEqual([false]);
  });

  it('names each rung', () => {
    expect(scopeLadder(questionWith({ level: levelOf('lead') }), 'posted').map((scope) => scope.name)).toEqual([
      'Data Engineer jobs at lead level',
      'Data Engineer jobs at lead, staff and principal level',
      'Data jobs at lead, staff and principal level',
      'Data Engineer jobs at all levels',
    ]);
    const asked = questionWith({ ...nurse, title: 'Staff Nurse' });
    expect(scopeLadder(asked, 'filed')[0]!.name).toBe('jobs of Registered Nurses at all levels');
    expect(scopeLadder(asked, 'posted')[0]!.name).toBe('jobs titled "Staff Nurse" at all levels');
  });

  it('has no rung of all levels for interns', () => {
    const rows = scopeLadder(questionWith({ level: levelOf('intern') }), 'posted');
    expect(rows.map((scope) => scope.kind)).not.toContain('all-levels');
  });
});

describe('what a rung holds', () => {
  const question = questionWith({ ...IN_CALIFORNIA, level: levelOf('lead') });
  const ROWS = {
    lead: observation({ level: 'lead' }),
    staff: observation({ level: 'staff' }),
    senior: observation({ level: 'senior' }),
    noLevel: observation({ level: null }),
    scientist: observation({ level: 'lead', role: 'data-scientist' }),
    texan: observation({ level: 'lead', region: 'US-TX' }),
    nowhere: observation({ level: 'lead', region: null }),
  };
  const held = (place: string, kind: string) => {
    const scope = scopeLadder(question, 'posted').find((entry) => entry.place === place && entry.kind === kind)!;
    return Object.entries(ROWS).flatMap(([name, row]) => (inScope(scope, row) ? [name] : []));
  };

  it.each([
    ['US-CA', 'asked', ['lead']],
    ['US-CA', 'level-group', ['lead', 'staff']],
    ['US-CA', 'family', ['lead', 'staff', 'scientist']],
    ['US', 'asked', ['lead', 'texan', 'nowhere']],
    ['US', 'family', ['lead', 'staff', 'scientist', 'texan', 'nowhere']],
    ['US-CA', 'all-levels', ['lead', 'staff', 'senior', 'noLevel']],
    ['US', 'all-levels', ['lead', 'staff', 'senior', 'noLevel', 'texan', 'nowhere']],
  ])('%s %s: %j', (place, kind, names) => {
    expect(held(place, kind)).toEqual(names);
  });

  it('lends the spread of the role and of its family at all levels in the country', () => {
    const [role, family, ...rest] = shapeScopes(question, 'posted');
    const includes = (scope: Scope) => Object.values(ROWS).filter((row) => inScope(scope, row)).length;
    expect(rest).toEqual([]);
    expect([includes(role!), includes(family!)]).toEqual([6, 7]);
    expect([role!.place, family!.name]).toEqual(['US', 'Data jobs at all levels']);
    expect(shapeScopes(questionWith(nurse), 'posted')).toHaveLength(1);
  });

  it('takes every row of an occupation for the role', () => {
    const scope = scopeLadder(questionWith(nurse), 'posted')[0]!;
    expect(inScope(scope, observation({ role: null }))).toBe(true);
  });
});
