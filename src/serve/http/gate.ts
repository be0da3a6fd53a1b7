/** Lets a few questions be answered at once, a few wait, and sends the others away. */

/** There are more questions than can be answered soon. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  constructor() {
    super('Too many questions are being answered.');
  }
}

export interface Gate {
  /** @throws {BusyError} when too many wait already */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Whether nothing runs and nothing waits. */
  idle(): boolean;
}

export interface GateOptions {
  /** Most pieces of work under way at once, at least 1. */
  readonly atOnce: number;
  /** Most that wait for their turn. */
  readonly waiting: number;
}

export function gate({ atOnce, waiting }: GateOptions): Gate {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    idle: () => running === 0 && queue.length === 0,
    async run(work) {
      if (running < atOnce) running += 1;
      else {
        if (queue.length >= waiting) throw new BusyError();
        // Whoever ends hands its place on, so the number under way stays the same.
        await new Promise<void>((resolve) => queue.push(resolve));
      }
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
