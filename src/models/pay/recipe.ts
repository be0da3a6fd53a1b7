/** How the pay models are fitted; docs/engines/pay-model.md gives the scores of other recipes. */

/** Kinds of features, by how strongly they are held to zero. */
export const FEATURE_GROUPS = [
  'base',
  'word',
  'pair',
  'role',
  'level',
  'state',
  'occupation',
  'role-state',
  'occupation-state',
] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

export interface PayRecipe {
  /** Raised whenever the same rows would give another model. */
  readonly version: string;
  /** Employers that must use a feature before it has a weight of its own. */
  readonly fewestEmployers: number;
  /** Effective employers an occupation or role needs before anything is predicted for it. */
  readonly fewestEffective: number;
  /** An observation of an employer with n of them weighs n^-damping. */
  readonly damping: number;
  /** Ridge penalty of the centre, and by how much it is multiplied for each kind of feature. */
  readonly lambda: number;
  readonly penalties: Readonly<Record<FeatureGroup, number>>;
  /** Of posted pay, where another multiple loses less: most states have few employers that advertise pay. */
  readonly postedPenalties: Readonly<Partial<Record<FeatureGroup, number>>>;
  /** Residual, log points, from which an observation weighs less (Huber). */
  readonly huber: number;
  /** Ridge penalty of the spread, and the groups it depends on. */
  readonly spreadLambda: number;
  readonly spreadGroups: readonly FeatureGroup[];
  /** Added to a residual's size before its logarithm is taken, log points. */
  readonly spreadOffset: number;
  /** Folds of employers. */
  readonly folds: number;
  /** Points that stand for a range, evenly spread over it. */
  readonly pointsOfRange: number;
}

export const PAY_RECIPE: PayRecipe = {
  version: '1',
  fewestEmployers: 5,
  fewestEffective: 10,
  damping: 0.5,
  lambda: 2,
  penalties: {
    base: 0.0005,
    word: 3,
    pair: 32,
    role: 1,
    level: 0.1,
    state: 0.1,
    occupation: 1,
    'role-state': 16,
    'occupation-state': 16,
  },
  postedPenalties: { state: 4 },
  huber: 0.25,
  spreadLambda: 25,
  spreadGroups: ['base', 'word', 'role', 'level', 'state', 'occupation'],
  spreadOffset: 0.02,
  folds: 5,
  pointsOfRange: 5,
};

/** The recipe as it is for one basis. */
export function recipeFor(basis: 'filed' | 'posted', recipe: PayRecipe): PayRecipe {
  if (basis === 'filed') return recipe;
  return { ...recipe, penalties: { ...recipe.penalties, ...recipe.postedPenalties } };
}
