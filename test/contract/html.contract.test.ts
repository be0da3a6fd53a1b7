import { renderHtml } from '../../src/render/html/report.js';
import { describeRenderer } from './renderer.contract.js';
import { visibleText } from './visible-text.js';

/** Text inside heading elements, which must hold nothing else. */
function headings(output: string): string[] {
  return [...output.matchAll(/<h([1-6])\b[^>]*>([^<]*)<\/h\1>/g)].map(([, , text]) => text as string);
}

describeRenderer({
  name: 'HTML',
  render: (report) => renderHtml(report, { frame: { kind: 'file', styles: 'body{margin:0}', script: '' } }),
  headings,
  text: (output) => visibleText(output.replace(/<\/?(?:a|b)\b[^>]*>/g, '')),
});
