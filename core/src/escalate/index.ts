export type { MissingField } from './completeness.ts';
export type { PacketContext } from './context.ts';
export { type EscalationPacket, escalationPacket, type Fact } from './packet.ts';
export { type EmlHeaders, renderEml } from './render-eml.ts';
export { renderMarkdown } from './render-markdown.ts';
export { renderText, type TextOptions } from './render-text.ts';
export type { Trace } from './trace.ts';
