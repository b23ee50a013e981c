export { ruleTable } from './built-in-rules.ts';
export type { CauseId } from './cause/index.ts';
export type { Entry, Grade, HostedLine, MailSystem, Proof, Source, SystemKind } from './define.ts';
export { loadDiagnosisProse } from './diagnosis-prose.ts';
export type { DiagnosisProse, DiagnosisTable, PackedWeights } from './diagnosis-table.ts';
export { diagnosisTable } from './generated/diagnosis.ts';
export { loadProse } from './generated/prose.ts';
export type { ObservationId, ObservationSource, TestId } from './observation/index.ts';
export { isLanguage } from './observation/language.ts';
export { aboutAddress, type PolicyRow, whileOpen } from './policy/index.ts';
export type { SystemProse } from './prose.ts';
export { type RuleRow, type RuleTable, type SystemRow, unpackOwners, type WordList } from './rule-table.ts';
export { type NamedSystem, type RuleEntry, tableOf } from './table-of.ts';
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
