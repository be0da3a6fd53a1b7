/**
 * Version of the text engines. Facts and models record the version that made them; raise it whenever the same
 * input may give another key, level, role or place.
 */
export const TEXT_VERSION = '2';
