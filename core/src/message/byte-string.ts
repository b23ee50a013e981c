/**
 * A mail is worked on as a *byte string*: one UTF-16 unit per byte, so that native string search
 * finds its structure and no charset is guessed before a part says which it is.
 */

const utf8 = new TextEncoder();

let latin1: TextDecoder | undefined;

/** WHATWG calls windows-1252 "latin1": these are the 27 bytes of 0x80 to 0x9F that it moves. Made when first needed. */
let movedBytes: Map<number, number> | undefined;

function moved(): Map<number, number> {
  if (movedBytes === undefined) {
    movedBytes = new Map();
    for (let byte = 0x80; byte <= 0x9f; byte++) movedBytes.set(toByteString(Uint8Array.of(byte)).charCodeAt(0), byte);
  }
  return movedBytes;
}

/** Bytes to byte string. */
export function toByteString(bytes: Uint8Array): string {
  latin1 ??= new TextDecoder('latin1');
  return latin1.decode(bytes);
}

/** Byte string back to its bytes. Inverse of {@link toByteString}. */
export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i] = unit < 0x100 ? unit : (moved().get(unit) ?? 0x3f);
  }
  return bytes;
}

/** Text that somebody has decoded already (a paste) as the byte string of its UTF-8. */
export function textToByteString(text: string): string {
  return isAscii(text) ? text : toByteString(utf8.encode(text));
}

/** Where {@link isAscii} encodes to. */
const room = new Uint8Array(8_192);

/** Texts up to this length are looked through faster than an engine is asked to encode them. */
const SHORT = 40;

/** Whether every unit is below 0x80: then UTF-8 takes as many bytes. Engines encode many times faster than they match a pattern. */
export function isAscii(text: string): boolean {
  if (text.length <= SHORT) {
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return false;
    return true;
  }
  if (text.length <= room.length) return utf8.encodeInto(text, room).written === text.length;
  for (let at = 0; at < text.length; at += room.length) {
    if (!isAscii(text.slice(at, at + room.length))) return false;
  }
  return true;
}
