export { Desk } from './answer/desk.ts';
export type * from './answer/protocol.ts';
export type * from './answer/shapes.ts';
export { examples } from './component/decoder/examples.ts';
export { type Assets, ORIGIN } from './component/document.tsx';
export { DecoderPage, type PostedAnswer } from './page/decoder/decoder-page.tsx';
export { atOrigin, renderDocument } from './render.ts';
export { type CheckLine, type CheckState, notStarted, withLines } from './answer/check/check-state.ts';
export {
  type CheckKind,
  type CheckQuestion,
  checkKinds,
  readQuestion,
  subjectOf,
} from './answer/check/question.ts';
export { checkDocument, checkHubDocument } from './site/check-documents.tsx';
export { decoderDocument, offlineDocument } from './site/standing-documents.tsx';
