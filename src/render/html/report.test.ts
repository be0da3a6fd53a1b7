import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyReport, hostileReport, sampleReport, thinReport } from '../../../test/golden/sample-report.js';
import { renderHtml } from './report.js';
import { safeAddress } from './sources.js';

const STYLES = '/* note */\nbody {\n  margin: 0;\n}\n';
const render = (report = sampleReport) => renderHtml(report, { frame: { kind: 'file', styles: STYLES, script: '' } });

describe('renderHtml', () => {
  it('allows exactly its own style sheet', () => {
    const page = render();
    const sheet = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] as string;
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] as string;
    const hash = createHash('sha256').update(sheet).digest('base64');
    expect(sheet).not.toContain('note');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
  });

  it('needs no script, no inline style and nothing from elsewhere', () => {
    const page = render();
    expect(page).not.toMatch(/<script|\sstyle="|\son[a-z]+="|<iframe|@import|<link rel="stylesheet"/);
    expect(page.match(/\ssrc="/g)).toBeNull();
  });

  it('asks search engines to leave out pages without a headline', () => {
    const noindex = '<meta name="robots" content="noindex">';
    expect(render()).not.toContain(noindex);
    expect(render(thinReport)).toContain(noindex);
    expect(render(emptyReport)).toContain(noindex);
  });

  it('opens the evidence of every finding in place', () => {
    const findings = Object.values(sampleReport.sections).flatMap((section) => section.findings);
    const page = render();
    expect(page.match(/<details class="evidence">/g)).toHaveLength(findings.length + 1);
    for (const { id } of findings) expect(page).toContain(`id="finding-${id.replace(/\W+/g, '-')}"`);
  });

  it('says the status in words and shapes', () => {
    expect(render()).toContain('<span class="status modelled">Modelled</span>');
    expect(render()).toContain('<span class="status insufficient">Not enough evidence</span>');
  });

  it('has no id twice and no inner link that leads nowhere', () => {
    for (const report of [sampleReport, thinReport, emptyReport]) {
      const page = render(report);
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id as string);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id as string);
      expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('shows grade, date, n, employers and sources before the first section', () => {
    const first = render().split('<h2')[0] as string;
    for (const text of [
      'sources disagree, few employers',
      '8 August 2026',
      '>43<',
      '>17<',
      'Labor condition applications',
    ]) {
      expect(first).toContain(text);
    }
  });

  it('links only to pages that may be followed', () => {
    const addresses = [...render(hostileReport).matchAll(/href="([^"]*)"/g)].map(([, href]) => href as string);
    expect(addresses.filter((href) => !/^(?:#|data:image\/svg\+xml,)/.test(href))).toEqual([]);
    expect(render()).toContain('<a href="https://example.org/lca" rel="noopener noreferrer">');
  });

  it('weighs less than 150 KB', () => {
    expect(Buffer.byteLength(render())).toBeLessThan(150_000);
  });
});

it.each([
  'javascript:alert(1)',
  'http://example.org',
  ' https://x',
  'https://',
  'https://user@example.org',
  'data:text/html,x',
  '',
])('safeAddress refuses %j', (address) => expect(safeAddress(address)).toBeNull());
