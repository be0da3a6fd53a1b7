/** Elements made without markup: whatever text comes in stays text. */
import { harmlessText } from '../../src/render/format/harmless-text.js';

type Child = Node | string;

/**
 * An element with attributes and children; text is cleared of characters that hide, steer or turn it.
 *
 * @example element('p', { class: 'quiet' }, 'As of ', element('b', {}, '2026'))
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.map((child) => (typeof child === 'string' ? harmlessText(child) : child)));
  return made;
}

/** The only element that a selector finds inside another; null where the page was drawn without it. */
export function within<Found extends Element>(
  parent: ParentNode,
  selector: string,
  type: new () => Found,
): Found | null {
  const found = parent.querySelector(selector);
  return found instanceof type ? found : null;
}
