/** Progress on standard error, and only on a terminal. */
import { type Progress, silentProgress } from '../core/ports.js';

export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (stream.isTTY !== true) return silentProgress;
  const clear = '\r\u001b[K';
  return {
    // A line that wraps could not be cleared again.
    step: (message) => void stream.write(`${clear}${message.slice(0, (stream.columns || 80) - 3)} …`),
    done: () => void stream.write(clear),
  };
}
