/** What every renderer of a report must do, whatever its format. */
import { describe, expect, it } from 'vitest';
import {
  METHOD_HEADING,
  type Report,
  SECTION_HEADINGS,
  SECTION_ORDER,
  SOURCES_HEADING,
} from '../../src/report/model.js';
import { emptyReport, hostileReport, sampleReport, thinReport } from '../golden/sample-report.js';
import { numbersNotInModel } from './numbers-in-model.js';
import { isMarkup, visibleText } from './visible-text.js';

export interface RendererCase {
  readonly name: string;
  readonly render: (report: Report) => string;
  /** Headings of an output in their order, without the marks that make them headings. */
  readonly headings: (output: string) => string[];
  /** The text of an output as a reader sees it, where the format has marks of its own. */
  readonly text?: ((output: string) => string) | undefined;
  /** How this format writes a text of the model, such as an ASCII fallback. */
  readonly written?: ((text: string) => string) | undefined;
}

const REPORTS: readonly (readonly [string, Report])[] = [
  ['the sample report', sampleReport],
  ['a thin report', thinReport],
  ['an empty report', emptyReport],
];

const HEADINGS = [...SECTION_ORDER.map((id) => SECTION_HEADINGS[id]), SOURCES_HEADING, METHOD_HEADING];

/** Neither an escape sequence nor a character that hides, moves or turns what is printed. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textsOf(report: Report): string[] {
  const findings = [report.headline, ...SECTION_ORDER.flatMap((id) => report.sections[id].findings)];
  return [
    report.question.text,
    ...findings.flatMap((finding) => [
      finding.statement,
      ...finding.caveats,
      ...(finding.missing === undefined ? [] : [finding.missing]),
    ]),
    ...report.sources.map((source) => source.name),
    ...report.method.steps,
  ];
}

/** Runs the contract on one renderer. */
export function describeRenderer(renderer: RendererCase): void {
  const { render, headings, text = visibleText, written = (same: string) => same } = renderer;

  describe(`${renderer.name} renderer`, () => {
    describe.each(REPORTS)('of %s', (_name, report) => {
      const output = render(report);
      const seen = squeezed(text(output));

      it('has the nine headings word for word and in order, then sources and method', () => {
        expect(headings(output).filter((heading) => HEADINGS.includes(heading))).toEqual(HEADINGS);
      });

      it('states every finding, its limits, and the method', () => {
        expect(textsOf(report).filter((sentence) => !seen.includes(squeezed(written(sentence))))).toEqual([]);
      });

      it('prints no number that is not in the model', () => {
        expect(numbersNotInModel(report, output)).toEqual([]);
      });

      it('prints the same again', () => {
        expect(render(structuredClone(report))).toBe(output);
      });

      it('names the as-of year and every grade reason', () => {
        expect(seen).toContain(report.question.asOf.slice(0, 4));
        expect(seen).toContain(report.headline.evidence.gradeReason ?? '');
      });

      it('prints no value that is missing', () => {
        expect(seen).not.toMatch(/\b(?:undefined|NaN|null|Infinity)\b|\[object/);
      });
    });

    describe('of a hostile report', () => {
      const output = render(hostileReport);

      it('keeps the headings, each once', () => {
        expect(headings(output).filter((heading) => HEADINGS.includes(heading))).toEqual(HEADINGS);
      });

      it('lets no text steer the screen', () => {
        const own = isMarkup(output) ? output : output.replace(/\u001b\[[0-9;]*m/g, '');
        expect(STEERING.exec(own)).toBeNull();
      });

      if (!isMarkup(output)) return;
      it('lets no text become an element, a handler or an address', () => {
        const tags = output.match(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi) ?? [];
        expect(tags.filter((tag) => /^<(?:script|img)\b|\son\w+\s*=/i.test(unquoted(tag)))).toEqual([]);
        expect(tags.filter((tag) => /(?:href|src|action|srcdoc|data)=["']?\s*javascript:/i.test(tag))).toEqual([]);
        expect(output).not.toContain('*{display:none}</style>');
      });
    });
  });
}

/** A tag with the values of its attributes emptied, so that only names are left to judge. */
function unquoted(tag: string): string {
  return tag.replace(/"[^"]*"|'[^']*'/g, '""');
}
