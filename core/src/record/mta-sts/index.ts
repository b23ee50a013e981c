/** MTA-STS (RFC 8461): the TXT record and the policy file. */
export { explainMtaStsPolicy, explainMtaStsRecord, explainMxCoverage } from './explain.ts';
export { lintMtaStsPolicy } from './lint-policy.ts';
export { lintMtaStsRecord, lintMtaStsRecords } from './lint-record.ts';
export { matchesMx, uncoveredMx } from './mx-pattern.ts';
export { type MxReach, mxReach } from './mx-reach.ts';
export { type MtaStsMode, type MtaStsPolicy, type PolicyField, parseMtaStsPolicy } from './parse-policy.ts';
export { type MtaStsRecord, parseMtaStsRecord } from './parse-record.ts';
export { withdrawMtaSts } from './withdraw.ts';
export { type MtaStsProposal, type MtaStsWish, writeMtaSts } from './write.ts';
