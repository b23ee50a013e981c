// What the decoder page uses of the engine, for the tests of its bundle; the rules themselves beside it.
export { builtInRules, Conversation, decode, decodeReply, diagnoseAll, findPatterns, Tally } from '@whybounce/core';
export * from '@whybounce/core/checklist';
export * from '@whybounce/core/escalate';
export * from '@whybounce/core/explain';
export * from '@whybounce/core/redact';
