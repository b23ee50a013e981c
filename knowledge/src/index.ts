export { ruleTable } from './built-in-rules.ts';
export type { Entry, Grade, HostedLine, MailSystem, Proof, Source, SystemKind } from './define.ts';
export { loadProse } from './generated/prose.ts';
export type { SystemProse } from './prose.ts';
export { type RuleRow, type RuleTable, type SystemRow, unpackOwners, type WordList } from './rule-table.ts';
export type { Action, Deed, Owner } from './vocabulary/action.ts';
export {
  type CrosswalkRow,
  crosswalkSources,
  crosswalkTable,
  sisimaiHardReasons,
  type VendorClass,
} from './vocabulary/crosswalk.ts';
export { type ReasonId, reasonIds } from './vocabulary/reason.ts';
export { type Reason, reasonTable } from './vocabulary/reason-table.ts';
