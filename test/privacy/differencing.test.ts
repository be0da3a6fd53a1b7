/** The differencing attack on published cells of private records: no group under the threshold may be recovered. */
import { describe, expect, it } from 'vitest';
import { type History, NO_HISTORY } from '../../src/analysis/publication/history.js';
import { cellKey } from '../../src/analysis/publication/lattice.js';
import { publish } from '../../src/analysis/publication/publish.js';
import { type Random, randomFor } from '../hostile/random.js';
import { isExposed, recoveredGroups, type Shown, type Threshold } from './attack.js';
import { isIn, type Person, populationFrom, somePerson, wholeLattice } from './payrolls.js';

const FULL = process.env.GOINGRATE_FULL === '1';
const PAYROLLS = FULL ? 1000 : 25;
const SEQUENCES = FULL ? 300 : 10;
const RELEASES = 5;
const SEED = 20260808;

/** How many employers the records of each threshold have; with two or three one of them dominates. */
const EMPLOYERS: Readonly<Record<Threshold, readonly number[]>> = {
  persons: [1],
  employers: [3, 8, 20, 60],
  both: [2, 8, 20, 60],
};
const THRESHOLDS = Object.keys(EMPLOYERS) as Threshold[];

function somePeople(random: Random, threshold: Threshold, distinct = false): Person[] {
  const employers = random.pick(EMPLOYERS[threshold]);
  const size = random.pick([8, 25, 60, 150, 400]);
  return Array.from({ length: size }, () => somePerson(random, { employers, distinct }));
}

/** What stands behind the figures a release shows for the first time or anew. */
function shownBy(people: readonly Person[], threshold: Threshold, history: History) {
  const release = publish(populationFrom(people, threshold), history);
  const shown = release.published.map(({ cell }): Shown => people.filter((person) => isIn(person, cell)));
  return { release, shown };
}

/** Every group at or above the threshold, whatever differences it opens. */
function thresholdsAlone(people: readonly Person[], threshold: Threshold): Shown[] {
  const groups = wholeLattice().map((cell) => people.filter((person) => isIn(person, cell)));
  return groups.filter((group) => group.length > 0 && !isExposed(group, threshold));
}

describe.each(THRESHOLDS)('one release that protects %s', (threshold) => {
  it('exposes no group to an outsider who combines everything that was published', () => {
    let cells = 0;
    for (let run = 0; run < PAYROLLS; run += 1) {
      const { shown } = shownBy(somePeople(randomFor(SEED, run), threshold), threshold, NO_HISTORY);
      cells += shown.length;
      expect({ run, recovered: recoveredGroups(shown, threshold).slice(0, 3) }).toEqual({ run, recovered: [] });
    }
    expect(cells).toBeGreaterThan(2 * PAYROLLS);
  });

  it('is needed: thresholds without complementary suppression are broken by the same outsider', () => {
    const ways = new Set<string>();
    for (let run = 0; run < 12 && ways.size < 4; run += 1) {
      const random = randomFor(SEED, run);
      const people = Array.from({ length: 100 }, () => {
        return somePerson(random, { employers: EMPLOYERS[threshold].at(-1)!, distinct: false });
      });
      const shown = thresholdsAlone(people, threshold);
      for (const { by } of recoveredGroups(shown, threshold)) ways.add(by);
    }
    expect(ways).toEqual(new Set(['difference', 'children', 'intersection', 'combination']));
  });

  it('reaches the combined groups as well: records can be exchanged without a figure changing', () => {
    for (let run = 0; run < PAYROLLS; run += 1) {
      const random = randomFor(SEED + 1, run);
      const people = somePeople(random, threshold);
      const { release, shown } = shownBy(people, threshold, NO_HISTORY);
      const groups = new Map<string, Person[]>();
      for (const person of people) {
        const signature = shown.map((members) => (members.includes(person) ? '1' : '0')).join('');
        groups.set(signature, [...(groups.get(signature) ?? []), person]);
      }
      const turned = new Map<Person, Person>();
      for (const group of groups.values()) {
        const turn = random.below(group.length);
        for (const [at, person] of group.entries()) turned.set(person, group[(at + turn) % group.length]!);
      }
      const exchanged = people.map((person) => ({ ...turned.get(person)!, traits: person.traits }));
      const after = publish(populationFrom(exchanged, threshold), NO_HISTORY).published;
      // Employers move with their records, so another group may pass a threshold of theirs; no figure may change.
      if (threshold === 'persons') expect(after).toEqual(release.published);
      const figures = new Map(release.published.map((shown) => [cellKey(shown.cell), shown]));
      const inBoth = after.filter(({ cell }) => figures.has(cellKey(cell)));
      expect(inBoth.length > 0).toBe(release.published.length > 0);
      for (const again of inBoth) expect(again).toEqual(figures.get(cellKey(again.cell)));
    }
  });

  it('shows nothing of the largest and the smallest pay', () => {
    for (let run = 0; run < PAYROLLS; run += 1) {
      const people = somePeople(randomFor(SEED + 2, run), threshold, true);
      const { release } = shownBy(people, threshold, NO_HISTORY);
      const pays = people.map(({ pay }) => pay);
      const [least, most] = [Math.min(...pays), Math.max(...pays)];
      const changed = people.map((person) => ({
        ...person,
        pay: person.pay === most ? 9 * most : person.pay === least ? least / 9 : person.pay,
      }));
      expect(publish(populationFrom(changed, threshold), NO_HISTORY).published).toEqual(release.published);
    }
  });
});

/** A few join, leave, move to another job or get a rise, which makes another record; now and then a whole office. */
function later(people: readonly Person[], random: Random, threshold: Threshold): Person[] {
  const many = random.once(4);
  const leaving = many ? 25 : random.below(4);
  const stay = people.slice(leaving);
  const employers = EMPLOYERS[threshold].at(-1)!;
  const joining = Array.from({ length: many ? random.below(60) : random.below(4) }, () =>
    somePerson(random, { employers, distinct: true }),
  );
  const risen = random.once(3) ? random.below(stay.length + 1) : random.below(3);
  const raised = stay.map((person, at) =>
    at < risen ? { ...person, id: `${person.id}+`, pay: person.pay * 1.03 } : person,
  );
  const mover = raised.at(-1);
  if (mover !== undefined && random.once(2)) {
    const { traits } = somePerson(random, { employers, distinct: true });
    raised[raised.length - 1] = { ...mover, id: `${mover.id}>`, traits };
  }
  return [...raised, ...joining];
}

/** Releases of changing records, as an outsider who keeps them all sees them. */
function sequence(run: number, threshold: Threshold, keepsLedger: boolean) {
  const random = randomFor(SEED + 3, run);
  let people = Array.from({ length: random.pick([40, 120, 300]) }, () =>
    somePerson(random, { employers: EMPLOYERS[threshold].at(-1)!, distinct: true }),
  );
  let history = NO_HISTORY;
  const everything: Shown[] = [];
  let repeated = 0;
  for (let at = 0; at < RELEASES; at += 1) {
    const { release, shown } = shownBy(people, threshold, keepsLedger ? history : NO_HISTORY);
    everything.push(...shown);
    repeated += release.repeated.length;
    history = release.history;
    people = later(people, random, threshold);
  }
  return { everything, repeated };
}

describe.each(THRESHOLDS)('releases one after another that protect %s', (threshold) => {
  it('expose no group to an outsider who kept them all', () => {
    let repeated = 0;
    let cells = 0;
    for (let run = 0; run < SEQUENCES; run += 1) {
      const released = sequence(run, threshold, true);
      repeated += released.repeated;
      cells += released.everything.length;
      const recovered = recoveredGroups(released.everything, threshold);
      expect({ run, recovered: recovered.slice(0, 3) }).toEqual({ run, recovered: [] });
    }
    expect(repeated).toBeGreaterThan(SEQUENCES);
    expect(cells).toBeGreaterThan(SEQUENCES);
  });

  it('need the ledger: without it the same outsider finds who came and went', () => {
    const isBroken = (run: number) => recoveredGroups(sequence(run, threshold, false).everything, threshold).length > 0;
    expect([0, 1, 2, 3, 4].some(isBroken)).toBe(true);
  });
});
