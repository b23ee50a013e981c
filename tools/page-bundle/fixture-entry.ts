// What the decoder page's worker uses of the engine.
export * from '@whybounce/core/checklist';
export * from '@whybounce/core/escalate';
export * from '@whybounce/core/explain';
export * from '@whybounce/core/redact';
export { Conversation, decode, decodeReply, diagnoseAll, findPatterns, Tally } from '@whybounce/core';
