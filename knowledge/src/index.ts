export type { Deed, Entry, Grade, MailSystem, Owner, Proof, Source, SystemKind } from './define.ts';
export { ruleTable } from './built-in-rules.ts';
export type { RuleRow, RuleTable, SystemRow } from './rule-table.ts';
export { type ReasonId, reasonIds } from './vocabulary/reason.ts';
export { type CrosswalkRow, crosswalkTable, sisimaiHardReasons, type VendorClass } from './vocabulary/crosswalk.ts';
export { type Action, type Reason, reasonTable } from './vocabulary/reason-table.ts';
export * from './marker/index.ts';
export { loadProse } from './generated/prose.ts';
export type { SystemProse } from './prose.ts';
