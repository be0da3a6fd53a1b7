/** One table a suite of estimators: a line a simulated scenario, a column a measure. */

/** @typedef {import('../test/calibration/measured.js').Measured} Measured */

/**
 * @param {readonly Measured[]} rows
 * @returns {string[]}
 */
export function estimatorTables(rows) {
  const suites = [...new Set(rows.map((row) => row.suite))];
  return suites.map((suite) => suiteTable(rows.filter((row) => row.suite === suite)));
}

/** @param {readonly Measured[]} rows */
function suiteTable(rows) {
  const measures = [...new Set(rows.map((row) => row.measure))];
  const scenarios = [...new Set(rows.map((row) => row.scenario))];
  const lines = scenarios.map((scenario) => {
    const cells = measures.map((measure) =>
      cell(rows.find((row) => row.scenario === scenario && row.measure === measure)),
    );
    return `| ${scenario} | ${cells.join(' | ')} |`;
  });
  return [
    `| ${rows[0]?.suite}, simulated | ${measures.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(measures.length)}`,
    ...lines,
    '',
    `${verdict(rows)} ${rows[0]?.replications} replications each; after ± the Monte Carlo error.`,
  ].join('\n');
}

/** @param {Measured | undefined} row */
function cell(row) {
  if (row === undefined) return '';
  const digits = row.measure.includes('percent') ? 1 : 3;
  const missed = row.met === false ? ` (${limitsText(row)})` : '';
  const value = (Number(row.value.toFixed(digits)) || 0).toFixed(digits);
  return `${value} ± ${row.standardError.toFixed(digits)}${missed}`;
}

/** @param {readonly Measured[]} rows */
function verdict(rows) {
  const held = rows.filter((row) => row.met !== null);
  if (held.length === 0) return 'Reported without a hold.';
  const holds = new Set(held.map((row) => `${row.measure} ${limitsText(row)}`));
  const missed = held.filter((row) => row.met === false).length;
  return `Holds: ${[...holds].join('; ')}. ${held.length - missed} of ${held.length} met, ${missed} missed.`;
}

/** @param {Measured} row */
function limitsText({ low, high }) {
  if (low !== null && high !== null) return `${low} to ${high}`;
  return low === null ? `<= ${high}` : `>= ${low}`;
}
