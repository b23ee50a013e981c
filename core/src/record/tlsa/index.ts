/** TLSA (RFC 6698, 7671, 7672): the records by which DANE names a mail server's certificate or key. */
export { explainTlsa } from './explain.ts';
export { lintTlsa, lintTlsaRecords } from './lint.ts';
export { parseTlsa, type ReadTlsa } from './parse.ts';
export { formatTlsa, isUsableTlsa, type TlsaRecord, tlsaName } from './record.ts';
export { type TlsaRollover, tlsaRollover } from './rollover.ts';
