import { expect, it } from 'vitest';
import { FONT_FILES, fontFaces } from './fonts.js';

it('no font replaces another under the eyes of a reader', () => {
  const faces = fontFaces(FONT_FILES.map(({ name }) => name)).split('\n');
  expect(faces).toHaveLength(FONT_FILES.length);
  for (const [index, face] of faces.entries()) {
    expect(face).toContain(`src:url(${FONT_FILES[index]?.name})`);
    expect(face.match(/font-display:\w+/g)).toEqual(['font-display:optional']);
  }
});
