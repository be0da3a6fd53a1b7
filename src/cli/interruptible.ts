/** Work that Ctrl-C ends in order. */

/** Exit code of a program ended by an interrupt, as shells count. */
const INTERRUPTED = 130;

/**
 * Runs work that heeds a signal. The first interrupt aborts it, and the work clears up; a second one ends the program.
 *
 * @param stopped said on standard error when the work was interrupted
 */
export async function interruptible(work: (signal: AbortSignal) => Promise<void>, stopped: string): Promise<void> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  try {
    await work(stop.signal);
  } catch (failure) {
    if (!stop.signal.aborted) throw failure;
    process.stderr.write(`goingrate: ${stopped}\n`);
    process.exitCode = INTERRUPTED;
  } finally {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  }
}
