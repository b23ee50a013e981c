import { cleanAddress } from '../address.ts';
import type { BlockHead } from './blocks.ts';

/** `<a@example.net>: words` and `<a@example.net>`; indented or not. */
export function angleHead(line: string): BlockHead | null {
  const found = /^\s*<([^<>\s]{3,512})>:?\s*(.*)$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return found === null || recipient === null ? null : { recipient, rest: found[2] ?? '' };
}

/** A line that holds an address, in brackets or quotes or bare, and nothing else; a colon may follow. */
export function bareHead(line: string): BlockHead | null {
  const found = /^\s*[<"]?([^\s<>":;,()]{1,256}@[^\s<>":;,()]{1,255})[>"]?:?$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return recipient === null ? null : { recipient, rest: '' };
}
