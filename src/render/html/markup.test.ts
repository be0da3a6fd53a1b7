import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '../../../test/golden/sample-report.js';
import { domId, html, opened, trusted } from './markup.js';

describe('html', () => {
  it('escapes what is put in, in text and in attributes', () => {
    expect(html`<p title="${`"'`}">${'<b>&'}</p>`.value).toBe('<p title="&quot;&#39;">&lt;b&gt;&amp;</p>');
  });

  it('keeps markup, joins arrays and leaves out nothing, null and false', () => {
    const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}${null}${undefined}${false}${0}${trusted('<hr>')}</ul>`.value).toBe(
      '<ul><li>a</li><li>b</li>0<hr></ul>',
    );
  });

  it.each(HOSTILE_TEXTS)('lets %j neither open a tag nor leave an attribute', (text) => {
    const { value } = html`<p title="${text}">${text}</p>`;
    expect(value.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
    expect(value.match(/"/g)).toHaveLength(2);
    expect(value).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
  });
});

it('domId keeps only what is safe in an id and an address', () => {
  expect(domId('finding', 'pay.median "x" 広')).toBe('finding-pay-median-x');
});

it('opened puts each text after the same element, escaped', () => {
  expect(opened(html`<td>`, ['a', '<b>']).value).toBe('<td>a<td>&lt;b&gt;');
});
