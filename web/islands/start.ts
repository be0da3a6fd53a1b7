/** Gives the parts of a page to the code that takes them over. */

export type Part = (element: HTMLElement) => void;

/** A part that fails is reported as any fault is, and leaves the others and the page as they are. */
export function attempt(start: () => void): void {
  try {
    start();
  } catch (error) {
    reportError(error);
  }
}

/** Starts every part of the page that names itself with `data-island`; others are left alone. */
export function startParts(parts: Readonly<Record<string, Part>>): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    const start = parts[element.dataset.island ?? ''];
    if (start !== undefined) attempt(() => start(element));
  }
}
