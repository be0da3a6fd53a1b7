/** Major groups of the Standard Occupational Classification (SOC 2018), by the first two digits of a code. */
const GROUPS: Readonly<Record<string, string>> = {
  '11': 'Management',
  '13': 'Business and financial operations',
  '15': 'Computer and mathematical',
  '17': 'Architecture and engineering',
  '19': 'Life, physical and social science',
  '21': 'Community and social service',
  '23': 'Legal',
  '25': 'Education and library',
  '27': 'Arts, design, entertainment, sports and media',
  '29': 'Healthcare practitioners and technicians',
  '31': 'Healthcare support',
  '33': 'Protective service',
  '35': 'Food preparation and serving',
  '37': 'Building and grounds cleaning and maintenance',
  '39': 'Personal care and service',
  '41': 'Sales',
  '43': 'Office and administrative support',
  '45': 'Farming, fishing and forestry',
  '47': 'Construction and extraction',
  '49': 'Installation, maintenance and repair',
  '51': 'Production',
  '53': 'Transportation and material moving',
  '55': 'Military',
};

/**
 * The major group of a six-digit SOC code; null where there is none.
 *
 * @example occupationGroupOf('29-1141') // 'Healthcare practitioners and technicians'
 */
export function occupationGroupOf(soc: string): string | null {
  return GROUPS[soc.slice(0, 2)] ?? null;
}
