/** TLS-RPT (RFC 8460): the record that asks for reports on TLS. */
export { explainTlsRpt } from './explain.ts';
export { lintTlsRpt, lintTlsRptRecords } from './lint.ts';
export { parseTlsRpt, type TlsRptRecord, type TlsRptTarget } from './parse.ts';
export { type TlsRptProposal, type TlsRptWish, writeTlsRpt } from './write.ts';
