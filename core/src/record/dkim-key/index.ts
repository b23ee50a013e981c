/** DKIM: the key records, and what signatures say of themselves. */
export { type DkimSignature, dkimSignatures } from './dkim-signatures.ts';
export { explainDkimKey } from './explain-dkim-key.ts';
export { lintDkimKey } from './lint-dkim-key.ts';
export { type DkimKey, dkimKeyName, parseDkimKey } from './parse-dkim-key.ts';
export type { PublicKey } from './public-key.ts';
export { type WrittenDkimKey, writeDkimKey } from './write-dkim-key.ts';
