// What an import needs of the world, as plain as can be: the engines themselves are not what is tested here.

/** Titles are their own keys; every place lies in the United States. */
export const READING = {
  readTitle: (/** @type {string} */ raw) => ({ title: raw.toLowerCase(), role: null, level: null }),
  employerKey: (/** @type {string} */ name) => name.toLowerCase(),
  readPlace: (/** @type {string} */ raw) => (raw === 'Nowhere' ? null : { country: 'US', region: null }),
  skillsIn: () => ({ skills: [], credentials: [] }),
  skillNamed: () => ({ skills: [], credentials: [] }),
  currencyOf: (/** @type {string} */ country) => (country === 'US' ? 'USD' : null),
  rate: () => 1,
  isOccupation: () => true,
  today: '2026-06-30',
};
