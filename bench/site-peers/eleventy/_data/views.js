import { readFileSync } from 'node:fs';

export default JSON.parse(readFileSync(process.env.GOINGRATE_VIEWS ?? '', 'utf8'));
