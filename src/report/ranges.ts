/** How many rows of the list of advertised ranges each output shows; the model holds more. */
import type { Section } from './model.js';

export type Ranges = NonNullable<Section['ranges']>;

/** Rows on a page and in Markdown: a page stays light. */
export const PAGE_RANGES = 25;

/** Rows in a terminal. */
export const SCREEN_RANGES = 10;
