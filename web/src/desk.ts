/** The engine as the pages use it, without the pages: for a thread or a worker of one's own. */
export { Desk } from './answer/desk.ts';
export { PASTED } from './answer/input-name.ts';
export type * from './answer/protocol.ts';
export type * from './answer/shapes.ts';
export { examples } from './component/decoder/examples.ts';
