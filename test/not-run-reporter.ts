import type { Reporter, TestModule } from 'vitest/node';

/** Names, at the end of a run, the tests that were skipped and why. */
export default class NotRunReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => `  ${module.relativeModuleId}: ${test.fullName}`),
    );
    if (lines.length > 0) process.stdout.write(`\nNot run here:\n${lines.join('\n')}\n`);
  }
}
