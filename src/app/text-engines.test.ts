import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MarketError } from '../core/errors.js';
import { REVIEWED_LISTS, SKILL_LISTS } from './paths.js';
import { openSkillEngine, openTextEngines, openTitleEngine } from './text-engines.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-engines-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with both lists, one of them replaced by a text; null leaves it out. */
function lists(name: string, text: string | null): string {
  const own = mkdtempSync(join(folder, 'lists-'));
  for (const list of SKILL_LISTS) {
    if (list !== name) copyFileSync(join(REVIEWED_LISTS, list), join(own, list));
    else if (text !== null) writeFileSync(join(own, list), text);
  }
  return own;
}

async function failureOf(opening: Promise<unknown>): Promise<MarketError> {
  const failure = await opening.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(failure).toBeInstanceOf(MarketError);
  return failure as MarketError;
}

describe('the engines', () => {
  it('answer once they are open', async () => {
    const { classifyTitle, skills } = await openTextEngines();
    expect(classifyTitle('Sr. Data Engineer').level).toEqual({ id: 'senior', track: 'ic' });
    expect(skills.extract('You know Python.').skills).toEqual([{ id: 'python', name: 'Python', span: [9, 15] }]);
    const [python] = skills.extractBySection('Requirements:\n- Python\n').skills;
    expect(python).toEqual({
      id: 'python',
      name: 'Python',
      span: [16, 22],
      section: 'requirements',
      need: 'required',
    });
  });

  it.each(SKILL_LISTS)('name a list that is missing, cut short or of another kind: %s', async (name) => {
    const missing = await failureOf(openSkillEngine(lists(name, null)));
    expect(missing.code).toBe('MARKET_MISSING');
    expect(missing.message).toContain(name);
    for (const text of ['', '{"skills": [', '{}', '[]', 'null', '{"skills":1,"credentials":1,"rules":{}}']) {
      const damaged = await failureOf(openSkillEngine(lists(name, text)));
      expect(damaged.code, text).toBe('MARKET_DAMAGED');
      expect(damaged.message).toContain(name);
    }
  });

  it('refuse a market that is not there', async () => {
    expect((await failureOf(openTitleEngine(join(folder, 'nowhere')))).code).toBe('MARKET_MISSING');
  });
});
