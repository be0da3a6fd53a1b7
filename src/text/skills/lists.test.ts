import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../test/capabilities.js';
import type { CredentialsFile, SkillsFile } from './lists.js';
import { readSkillMentions } from './read-skill-mentions.js';
import { buildSkillIndex } from './skill-index.js';

const reviewed = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../reviewed/${name}`, import.meta.url), 'utf8')) as T;
const skills = reviewed<SkillsFile>('skills.json');
const credentials = reviewed<CredentialsFile>('credentials.json');
const entries = [...skills.skills, ...credentials.credentials];

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

describe('the reviewed lists', () => {
  it('have ids in kebab-case, each once, and a spelling for each', () => {
    expect(entries.map(({ id }) => id).filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(repeated(entries.map(({ id }) => id))).toEqual([]);
    expect(entries.filter(({ forms }) => Object.values(forms).flat().length === 0)).toEqual([]);
  });

  it('give each spelling to one id, but for those that context tells apart', () => {
    const spellings = entries.flatMap(({ forms }) =>
      Object.entries(forms).flatMap(([rule, list]) => list.map((text) => (rule === 'any' ? text.toLowerCase() : text))),
    );
    expect(repeated(spellings)).toEqual(['EMR']);
  });

  it('give each name of O*NET and each label of the radar to one skill', () => {
    expect(repeated(skills.skills.flatMap(({ onet }) => onet ?? []))).toEqual([]);
    const labels = skills.skills.flatMap(({ radar }) => radar ?? []);
    expect(repeated(labels)).toEqual([]);
    expect(labels.length).toBe(60);
  });

  it('flag only what O*NET names', () => {
    expect(skills.skills.filter(({ hot, inDemand, onet }) => (hot || inDemand) && onet === undefined)).toEqual([]);
  });

  it('say where their names come from', () => {
    expect(skills.about.sources.map(({ licence }) => licence)).toEqual(['CC BY 4.0', 'MIT', 'Apache-2.0']);
    expect(JSON.stringify(skills.about)).toContain('Used under the CC BY 4.0 license.');
    expect(credentials.about.sources.map(({ licence }) => licence)).toEqual(['MIT', 'Apache-2.0']);
  });

  it('have every spelling found where a posting asks for it', () => {
    const index = buildSkillIndex(skills, credentials);
    const lost: string[] = [];
    for (const { id, forms } of entries) {
      for (const spelling of Object.values(forms).flat()) {
        const text = `Requirements\n- Experience using ${spelling}, Kubernetes license`;
        if (!readSkillMentions(text, index).mentions.some((mention) => mention.id === id))
          lost.push(`${id}: ${spelling}`);
      }
    }
    expect(lost).toEqual(['ehr: EMR']);
  });
});

describe('buildSkillIndex', () => {
  const one = (forms: Record<string, string[]>) => ({
    ...skills,
    skills: [{ id: 'x', name: 'X', category: 'language', forms }],
  });

  it('refuses a rule that is not listed', () => {
    expect(() => buildSkillIndex(one({ sometimes: ['X'] }), credentials)).toThrow(/sometimes/);
  });

  it('refuses an id twice', () => {
    const list = one({ any: ['X'] });
    expect(() => buildSkillIndex({ ...list, skills: [...list.skills, ...list.skills] }, credentials)).toThrow(/twice/);
  });

  it('refuses lists without a cue that the engine needs', () => {
    const { denial, ...cues } = skills.cues;
    expect(denial).toBeDefined();
    expect(() => buildSkillIndex({ ...skills, cues }, credentials)).toThrow(/denial/);
  });
});

describeNeeding(['data'], 'the list of skills beside O*NET', () => {
  it('names its software and flags as O*NET does', () => {
    const text = gunzipSync(readFileSync(`${sharedData}/onet-30.3/Software Skills.txt.gz`)).toString('utf8');
    const software = new Map<string, { hot: boolean; inDemand: boolean }>();
    for (const line of text.split('\n').slice(1)) {
      const [, name, , , hot, inDemand] = line.trimEnd().split('\t');
      if (name === undefined) continue;
      const known = software.get(name);
      software.set(name, {
        hot: hot === 'Y' || known?.hot === true,
        inDemand: inDemand === 'Y' || known?.inDemand === true,
      });
    }
    const wrong = skills.skills.filter(({ onet, hot, inDemand }) => {
      const rows = (onet ?? []).map((name) => software.get(name));
      return (
        rows.includes(undefined) ||
        rows.some((row) => row?.hot) !== (hot === true) ||
        rows.some((row) => row?.inDemand) !== (inDemand === true)
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
