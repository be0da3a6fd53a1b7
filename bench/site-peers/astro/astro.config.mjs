import { fileURLToPath } from 'node:url';

export default {
  root: fileURLToPath(new URL('.', import.meta.url)),
  outDir: process.env.GOINGRATE_OUT,
  logLevel: 'error',
};
