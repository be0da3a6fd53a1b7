import { defineConfig } from 'vitest/config';

// Before any worker starts: dates and colours must not depend on the machine.
process.env.TZ = 'UTC';
process.env.NO_COLOR = '1';
delete process.env.FORCE_COLOR;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    env: { TZ: 'UTC', NO_COLOR: '1' },
    // The list of what could not run here comes first, so that the output ends with the summary.
    reporters: ['./test/not-run-reporter.ts', 'default'],
  },
});
