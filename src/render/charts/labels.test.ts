import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorFor, NARROW_PX, placeInLanes, shorten, spreadVertically, touching } from './labels.js';

const label = fc.record({
  at: fc.double({ min: 0, max: 100, noNaN: true }),
  text: fc.string({ minLength: 1, maxLength: 12 }),
});

function edges(placed: { at: number; text: string; anchor: string }): [number, number] {
  const width = placed.text.length * 7.2;
  const at = (placed.at / 100) * NARROW_PX;
  if (placed.anchor === 'start') return [at, at + width];
  return placed.anchor === 'end' ? [at - width, at] : [at - width / 2, at + width / 2];
}

describe('placeInLanes', () => {
  it('never lets two labels of a lane touch', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
        const placed = placeInLanes(labels, NARROW_PX);
        for (const [index, one] of placed.entries()) {
          for (const other of placed.slice(index + 1).filter(({ lane }) => lane === one.lane)) {
            const [[left, right], [from, to]] = [edges(one), edges(other)];
            expect(right <= from || to <= left).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps labels that have room on the lowest lane', () => {
    const lanes = placeInLanes(
      [
        { at: 10, text: 'US$1k' },
        { at: 80, text: 'US$2k' },
        { at: 82, text: 'US$3k' },
      ],
      NARROW_PX,
    );
    expect(lanes.map(({ lane }) => lane)).toEqual([0, 0, 1]);
  });
});

it('touching tells labels that share a lane from those that do not', () => {
  const at = (...places: number[]) => places.map((place) => ({ at: place, text: 'US$100k' }));
  expect(touching(at(0, 33, 66, 100), NARROW_PX)).toBe(false);
  expect(touching(at(0, 30, 45), NARROW_PX)).toBe(true);
  fc.assert(
    fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
      const sorted = labels.toSorted((a, b) => a.at - b.at);
      if (touching(sorted, NARROW_PX)) return;
      expect(placeInLanes(sorted, NARROW_PX).every(({ lane }) => lane === 0)).toBe(true);
    }),
  );
});

it('labels near an edge start or end at their mark', () => {
  const at = (place: number) => anchorFor({ at: place, text: 'US$100k' }, NARROW_PX);
  expect([at(0), at(50), at(100)]).toEqual(['start', 'middle', 'end']);
});

it('spreadVertically keeps the order, the gap and the height', () => {
  const spread = spreadVertically([100, 98, 120], 16, 110);
  expect(spread).toEqual([94, 78, 110]);
});

it('shorten marks what it cut', () => {
  expect(shorten('abcdef', 4)).toBe('abc…');
  expect(shorten('abcd', 4)).toBe('abcd');
});
