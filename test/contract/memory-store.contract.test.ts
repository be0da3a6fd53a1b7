import { memoryStore } from './memory-store.js';
import { storeContract } from './store.contract.js';

storeContract('The store in memory', async (rows) => memoryStore(rows));
