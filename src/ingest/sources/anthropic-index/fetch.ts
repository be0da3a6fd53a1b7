/** Where the shares come from: two releases of the publisher's data set. */
import type { Download } from '../../connector.js';
import { FOLDER } from './parse.js';

const DATA_SET = 'https://huggingface.co/datasets/Anthropic/EconomicIndex/resolve/main';
/** Hosts that the files of data sets are stored on. */
const STORAGE = ['cdn-lfs.hf.co', 'cdn-lfs-us-1.hf.co', 'cas-bridge.xethub.hf.co'];

const FILES = [
  { release: 'release_2025_03_27', file: 'task_pct_v2.csv', maxBytes: 2_000_000 },
  { release: 'release_2025_03_27', file: 'automation_vs_augmentation_by_task.csv', maxBytes: 2_500_000 },
  { release: 'release_2025_02_10', file: 'onet_task_statements.csv', maxBytes: 16_000_000 },
];

export const DOWNLOADS: readonly Download[] = FILES.map(({ release, file, maxBytes }) => ({
  address: `${DATA_SET}/${release}/${file}`,
  path: `${FOLDER}/${file}`,
  type: 'text',
  maxBytes,
  redirects: STORAGE,
}));
