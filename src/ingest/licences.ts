/** The licences file of a market: what it holds, from whom, under which terms, and what was changed. */
import type { SourceIdentity } from './connector.js';

export function licencesText(sources: readonly SourceIdentity[]): string {
  const sections = sources.map((source) =>
    [
      `## ${source.name} (\`${source.id}\`)`,
      '',
      `- Publisher: ${source.publisher}`,
      `- Address: ${source.address}`,
      `- Licence: ${source.licence}`,
      `- Figures for: ${source.vintage}`,
      `- Changes: ${source.modifications}`,
      ...(source.attribution === null ? [] : ['', `> ${source.attribution}`]),
    ].join('\n'),
  );
  return `# Sources of this market and their licences\n\n${INTRODUCTION}\n\n${sections.join('\n\n')}\n\n${MIT_TERMS}\n`;
}

const INTRODUCTION = `The tables of this directory hold numbers, codes and short labels computed from the sources below. They were
changed on the way: see "Changes" of each. No publisher endorses this product. Trademarks belong to their owners.`;

/** Sources under the MIT License ask for its terms to be kept with the data. */
const MIT_TERMS = `## Terms of the MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
