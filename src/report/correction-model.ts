/** Types of `goingrate.correction/1`; the shape is stated once, in `correction-schema.ts`. */
import type { z } from 'zod';
import type { correctionSchema } from './correction-schema.js';
import type { DeepReadonly } from './model.js';

export type Correction = DeepReadonly<z.infer<typeof correctionSchema>>;
export type CorrectionAbout = Correction['about'];
export type CorrectionSignature = Correction['signature'];

/** What its maker says; the schema's name and the signature are added when the file is made. */
export type CorrectionDraft = Omit<Correction, 'schema' | 'signature'>;
