import { expect, it } from 'vitest';
import { withRawFiles } from '../../../../test/fixtures/raw-folder.js';
import { parseJolts, SERVICE_SERIES, servicePath } from './parse.js';

it("reads the service's files where they are there, with gaps", async () => {
  const files = Object.fromEntries(
    SERVICE_SERIES.map(({ id }) => [
      servicePath(id),
      `observation_date,${id}\n2025-09-01,7\n2025-10-01,.\n2025-11-01,\n`,
    ]),
  );
  const figures = await withRawFiles(files, parseJolts);
  expect(figures).toHaveLength(3 * SERVICE_SERIES.length);
  expect(figures.slice(0, 3)).toEqual([
    { series: 'jolts-openings', month: '2025-09-01', value: 7 },
    { series: 'jolts-openings', month: '2025-10-01', value: null },
    { series: 'jolts-openings', month: '2025-11-01', value: null },
  ]);
});

it('names the file of a series that is missing', async () => {
  const files = { [servicePath('JTSJOL')]: 'observation_date,JTSJOL\n2025-09-01,7\n' };
  await expect(withRawFiles(files, parseJolts)).rejects.toMatchObject({ code: 'SOURCE_MISSING' });
});
