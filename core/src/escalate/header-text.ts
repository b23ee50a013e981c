import { isAscii, textToByteString, toBytes } from '../message/byte-string.ts';

/** RFC 2047 section 2: an encoded word has 75 characters at most, of which `=?utf-8?Q?` and `?=` take twelve. */
const MAX_ENCODED = 75 - 12;
/** RFC 5322 section 2.1.1: lines of 78 characters are kind to readers. */
const MAX_LINE = 78;

/**
 * A header field that says `text`, folded, as encoded words (RFC 2047) where it is not plain ASCII. What could
 * end the field or the header is gone before: no text makes a second field.
 *
 * @param name of the field
 * @returns the field with CRLF at its end
 */
export function headerField(name: string, text: string): string {
  const value = text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  // `=?` could be taken for an encoded word by whoever reads it
  const words = isAscii(value) && !value.includes('=?') ? value.split(' ') : encodedWords(value);
  let line = `${name}:`;
  let field = '';
  for (const word of words) {
    for (const piece of piecesOf(word)) {
      if (line.length + 1 + piece.length > MAX_LINE && line !== '') {
        field += `${line}\r\n`;
        line = '';
      }
      line += ` ${piece}`;
    }
  }
  return `${field}${line}\r\n`;
}

/** A word that is longer than a line may be at all is cut: better a broken word than a broken message. */
function piecesOf(word: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < word.length; at += 900) pieces.push(word.slice(at, at + 900));
  return pieces;
}

function encodedWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    const encoded = [...textToByteString(character)].map((unit) => encodeQ(unit)).join('');
    if (word.length + encoded.length > MAX_ENCODED) {
      words.push(word);
      word = '';
    }
    word += encoded;
  }
  if (word !== '') words.push(word);
  return words.map((one) => `=?utf-8?Q?${one}?=`);
}

/** RFC 2047 section 5 (3): letters, digits and a few signs stand for themselves in every header. */
function encodeQ(unit: string): string {
  if (/[A-Za-z0-9!*+/-]/.test(unit)) return unit;
  return unit === ' ' ? '_' : `=${byteOf(unit).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The byte behind a unit of a byte string. */
function byteOf(unit: string): number {
  return toBytes(unit)[0] as number;
}
