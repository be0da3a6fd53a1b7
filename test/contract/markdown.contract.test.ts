import { renderMarkdown } from '../../src/render/markdown/report.js';
import { describeRenderer } from './renderer.contract.js';

function headings(output: string): string[] {
  return [...output.matchAll(/^#{1,6} (.*)$/gm)].map(([, text]) => text as string);
}

/** Markdown as it reads once rendered: escapes and entities resolved, marks of emphasis gone. */
function read(output: string): string {
  return output
    .replace(/(?<!\\)\*+/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

describeRenderer({ name: 'Markdown', render: renderMarkdown, headings, text: read });
