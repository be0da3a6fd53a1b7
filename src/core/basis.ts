/** The population a pay figure speaks about. They are never mixed. */
export type Basis = 'posted' | 'filed' | 'official' | 'market' | 'paid';

export const BASES: readonly Basis[] = ['posted', 'filed', 'official', 'market', 'paid'];

/** What each basis measures, as said in reports. */
export const BASIS_MEANINGS: Readonly<Record<Basis, string>> = {
  posted: 'pay ranges employers advertise for open jobs, base pay',
  filed: 'wages US employers state in labour condition applications: the low end of an offer, base pay',
  official: 'wages of employees in the official survey, whole occupation, all levels',
  market: 'modelled base pay of new offers',
  paid: 'pay that your own records state for people in the job',
};
