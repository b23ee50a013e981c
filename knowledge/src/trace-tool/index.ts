import type { TraceTool } from './define.ts';
import { exchange } from './exchange.ts';
import { mimecast, proofpoint } from './gateway.ts';
import { googleWorkspace } from './google-workspace.ts';
import { microsoft365 } from './microsoft-365.ts';
import { anyLog, exim, postfix, sendmail } from './server-log.ts';

export type {
  OwnerWords,
  PacketField,
  Placeholder,
  RefusalTable,
  RefusalWords,
  ReplyId,
  Shell,
  TraceTool,
  TraceWay,
} from './define.ts';
export { ownerWords } from './owner-words.ts';
export { type PacketFieldId, packetFields } from './packet-field.ts';
export { refusalWords } from './refusal-words.ts';

/** Trace tools; the first that names a system or dialect is taken. The last fits all others. */
export const traceTools: readonly TraceTool[] = [
  microsoft365,
  googleWorkspace,
  exchange,
  mimecast,
  proofpoint,
  postfix,
  exim,
  sendmail,
  anyLog,
];
