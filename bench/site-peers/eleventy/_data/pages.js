import { readFileSync } from 'node:fs';

export default JSON.parse(readFileSync(process.env.GOINGRATE_PAGES ?? '', 'utf8')).pages;
