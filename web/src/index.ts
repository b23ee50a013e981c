export { type CheckLine, type CheckState, notStarted, withLines } from './answer/check/check-state.ts';
export type { MessageField } from './answer/check/message-run.ts';
export {
  type CheckKind,
  type CheckQuestion,
  checkKinds,
  questionPath,
  readQuestion,
  subjectOf,
} from './answer/check/question.ts';
export { Desk } from './answer/desk.ts';
export type * from './answer/protocol.ts';
export { type Answered, notAsked } from './answer/record/answered.ts';
export { composeChanges } from './answer/record/compose-changes.ts';
export type { DmarcCheck, DmarcFate } from './answer/record/dmarc-check.ts';
export type { DmarcDraftAnswer } from './answer/record/dmarc-draft.ts';
export type { Draft } from './answer/record/draft.ts';
export type { MtaStsCheck, PolicyFetch, ReadRecord } from './answer/record/mta-sts-check.ts';
export type { MtaStsDraft } from './answer/record/mta-sts-draft.ts';
export type { PublishedTexts } from './answer/record/published.ts';
export {
  allValues,
  choiceOf,
  listOf,
  oneValue,
  pathFor,
  type RecordFields,
  readFields,
} from './answer/record/record-fields.ts';
export type { SpfCheck } from './answer/record/spf-check.ts';
export type { SpfDraft } from './answer/record/spf-draft.ts';
export { standsInWay } from './answer/record/stands-in-way.ts';
export { visibleText } from './answer/record/visible-text.ts';
export { MAX_WHAT_IF_MAILS, type WhatIfAnswer, whatIfMailFields } from './answer/record/what-if-answer.ts';
export type * from './answer/shapes.ts';
export { examples } from './component/decoder/examples.ts';
export { type Assets, ORIGIN } from './component/document.tsx';
export type { MessageAnswer } from './page/check/message-page.tsx';
export { DecoderPage, type PostedAnswer } from './page/decoder/decoder-page.tsx';
export { atOrigin, renderDocument } from './render.ts';
export { checkDocument, checkHubDocument, messageDocument } from './site/check-documents.tsx';
export {
  dmarcDocument,
  mtaStsDocument,
  spfDocument,
  whatIfDocument,
  writeBimiDocument,
  writeDkimDocument,
  writeDmarcDocument,
  writeMtaStsDocument,
  writeSpfDocument,
} from './site/record-documents.tsx';
export { decoderDocument, offlineDocument } from './site/standing-documents.tsx';
export { recordProblems, recordWording } from './wording/record.ts';
export { dmarcWording } from './wording/record-dmarc.ts';
export { mtaStsWording } from './wording/record-mta-sts.ts';
export { whatIfWording } from './wording/record-what-if.ts';
export {
  writeBimiWording,
  writeDkimWording,
  writeDmarcWording,
  writeMtaStsWording,
  writeSpfWording,
} from './wording/record-write.ts';
