/** BIMI (draft-brand-indicators-for-message-identification): the record that names a domain's logo. */
export { explainBimi } from './explain.ts';
export { lintBimi, lintBimiRecords } from './lint.ts';
export { type BimiRecord, parseBimi } from './parse.ts';
export { type BimiProposal, type BimiWish, writeBimi } from './write.ts';
