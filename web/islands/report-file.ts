/** The script of a report that is one file: there is no site around it to search or to compare with. */
import { startCopy } from './copy.js';
import { startCorrection } from './correction.js';
import { startOffer } from './offer.js';
import { attempt, startParts } from './start.js';

attempt(startCopy);
startParts({ offer: startOffer, correction: startCorrection });
