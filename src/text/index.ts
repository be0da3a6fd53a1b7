/**
 * Text in, typed values out: titles, pay, skills, places, employers. Nothing here reads a file; lists and models are
 * arguments. Who needs one engine alone imports its folder: then the others are not loaded.
 */
export { type EmployerAliases, employerKey, employerSpelling } from './employers/key.js';
export * from './pay/index.js';
export * from './places/index.js';
export { decodeEntities, plainText } from './plain.js';
export * from './skills/index.js';
export * from './titles/index.js';
export { TEXT_VERSION } from './version.js';
