/** The scalars that were fitted while the shipped market was built. */
import { openMarket } from '../dist/index.js';

/** @returns {Promise<string>} a Markdown table */
export async function parametersTable() {
  const market = await openMarket();
  try {
    const rows = await market.store.read({ from: 'parameters', columns: ['name', 'value', 'n', 'note'], where: [] });
    return [
      '| name | value | n | from |',
      '| --- | ---: | ---: | --- |',
      ...rows.map(({ name, value, n, note }) => `| ${name} | ${Number(value.toPrecision(4))} | ${n} | ${note} |`),
    ].join('\n');
  } finally {
    await market.close();
  }
}
