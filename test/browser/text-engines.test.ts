import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_MARKET, TITLE_MODEL } from '../../src/app/paths.js';
import * as text from '../../src/text/index.js';
import { describeNeeding } from '../capabilities.js';
import { mutant } from '../hostile/mutate.js';
import { randomFor } from '../hostile/random.js';
import { EMPLOYER_SEEDS, PAY_SEEDS, PLACE_SEEDS, SKILL_SEEDS, TITLE_SEEDS } from '../hostile/seeds.js';
import { launchBrowser } from './browser.js';
import { type ModuleServer, serveModules } from './module-server.js';

const ROOT = resolve(import.meta.dirname, '..', '..');
const MUTANTS = 40;

/** Nothing, the seeds, and mutants of them: the same in every run. */
const withMutants = (seeds: readonly string[]): readonly string[] => [
  '',
  ...seeds,
  ...Array.from({ length: MUTANTS }, (_, index) => mutant(seeds, randomFor(99, index))),
];

const INPUTS = {
  titles: withMutants(TITLE_SEEDS),
  pay: withMutants(PAY_SEEDS),
  skills: withMutants(SKILL_SEEDS),
  places: withMutants(PLACE_SEEDS),
  employers: withMutants(EMPLOYER_SEEDS),
};

interface Knowledge {
  readonly roles: text.RolesFile;
  readonly model: Uint8Array;
  readonly skills: text.SkillsFile;
  readonly credentials: text.CredentialsFile;
  readonly countries: text.CountriesFile;
  readonly states: text.UsStatesFile;
}

/** Every answer as JSON. Runs here and, as its own source text, in the page: it may use nothing from outside. */
function answersOf(engines: typeof text, known: Knowledge, inputs: typeof INPUTS): string[] {
  const catalogue = engines.buildCatalogue(engines.rolePhrases(known.roles));
  const model = engines.readTitleModel(known.model);
  const index = engines.buildSkillIndex(known.skills, known.credentials);
  const rows = engines.placeRows({ geography: [], countries: known.countries, states: known.states });
  const locations = engines.buildLocationIndex(rows);
  return [
    ...inputs.titles.map((input) => engines.classifyTitle(input, { catalogue, model })),
    ...inputs.pay.map((input) => engines.parsePay(input)),
    ...inputs.skills.map((input) => engines.readSkillMentions(input, index)),
    ...inputs.skills.map((input) => engines.extractSkills(input, index)),
    ...inputs.places.map((input) => engines.readPlaces(input, locations)),
    ...inputs.employers.map((input) => engines.employerKey(input, {})),
  ].map((answer) => JSON.stringify(answer));
}

const list = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;

describeNeeding(['chromium'], 'the text engines in a browser', () => {
  let browser: Browser;
  let server: ModuleServer;
  beforeAll(async () => {
    browser = await launchBrowser();
    server = await serveModules({
      text: join(ROOT, 'dist', 'text'),
      core: join(ROOT, 'dist', 'core'),
      market: SHIPPED_MARKET,
      reviewed: join(ROOT, 'reviewed'),
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('give the very answers they give in Node', async () => {
    const known: Knowledge = {
      roles: list('reviewed/roles.json'),
      model: readFileSync(join(SHIPPED_MARKET, TITLE_MODEL)),
      skills: list('reviewed/skills.json'),
      credentials: list('reviewed/credentials.json'),
      countries: list('reviewed/countries.json'),
      states: list('reviewed/us-states.json'),
    };
    const expected = answersOf(text, known, INPUTS);
    expect(expected.length).toBeGreaterThan(200);

    const page = await browser.newPage();
    const incidents: string[] = [];
    page.on('console', (message) => incidents.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
    await page.goto(server.address);
    const script = `(async () => {
      const fetched = (path) => fetch(path).then((response) => {
        if (!response.ok) throw new Error(path + ' is not there');
        return response;
      });
      const json = (path) => fetched(path).then((response) => response.json());
      const known = {
        roles: await json('/reviewed/roles.json'),
        model: new Uint8Array(await (await fetched('/market/${TITLE_MODEL}')).arrayBuffer()),
        skills: await json('/reviewed/skills.json'),
        credentials: await json('/reviewed/credentials.json'),
        countries: await json('/reviewed/countries.json'),
        states: await json('/reviewed/us-states.json'),
      };
      const engines = await import('/text/index.js');
      return (${answersOf.toString()})(engines, known, JSON.parse(${JSON.stringify(JSON.stringify(INPUTS))}));
    })()`;
    const found = (await page.evaluate(script)) as string[];
    await page.close();
    expect(found).toEqual(expected);
    expect(incidents).toEqual([]);
    expect(server.requests.filter((path) => path.startsWith('/text/')).length).toBeGreaterThan(10);
  }, 120_000);

  it('take nothing from outside the folders of text and core', () => {
    const modules = server.requests.filter((path) => path.endsWith('.js'));
    expect(modules.filter((path) => !/^\/(?:text|core)\//.test(path))).toEqual([]);
  });
});
