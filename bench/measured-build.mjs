// Builds a market in a process of its own and says how long it took and how much memory it held at most.
import { buildMarketFrom } from '../dist/app/build-market.js';

const [from, out] = process.argv.slice(2);
const started = performance.now();
const manifest = await buildMarketFrom({
  from: from ?? '',
  out: out ?? '',
  progress: { step: () => {}, done: () => {} },
});
const seconds = (performance.now() - started) / 1000;
const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${JSON.stringify({ seconds, bytes, peakBytes, asOf: manifest.asOf, files: manifest.files })}\n`);
