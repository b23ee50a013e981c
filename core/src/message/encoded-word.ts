import { textToByteString } from './byte-string.ts';
import { decodeCharset } from './charset.ts';
import { decodeBase64, decodeQuotedPrintable } from './transfer.ts';

/** `=?charset*language?B?text?=`; the white space between two encoded words is not part of the text. */
const encodedWord = /=\?([^?\s]{1,64})\?([BbQq])\?([^?]*)\?=(?:\s+(?==\?[^?\s]{1,64}\?[BbQq]\?))?/g;

/** Decodes the encoded words of a header value (RFC 2047, with the language tag of RFC 2231). Never throws. */
export function decodeEncodedWords(value: string): string {
  if (!value.includes('=?')) return value;
  return joinSplitCharacters(value).replace(encodedWord, (_, label: string, encoding: string, text: string) => {
    const charset = label.split('*', 1)[0] ?? label;
    const bytes =
      encoding === 'B' || encoding === 'b'
        ? decodeBase64(text)
        : decodeQuotedPrintable(textToByteString(text.replaceAll('_', ' ')));
    return decodeCharset(bytes, charset);
  });
}

/** Many senders cut a multi-byte character between two base64 words of one charset: join such neighbours first. */
function joinSplitCharacters(value: string): string {
  return value.replace(
    /=\?([^?\s]{1,64})\?([Bb])\?([A-Za-z0-9+/]*)\?=\s*=\?\1\?\2\?/g,
    (whole, charset: string, b: string, text: string) => (text.length % 4 === 0 ? `=?${charset}?${b}?${text}` : whole),
  );
}
