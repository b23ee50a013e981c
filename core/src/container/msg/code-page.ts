/** Windows code pages whose names follow no rule, as the encoding standard calls them. */
const NAMES = new Map([
  [708, 'iso-8859-6'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [20127, 'windows-1252'],
  [20866, 'koi8-r'],
  [20932, 'euc-jp'],
  [20936, 'gbk'],
  [21866, 'koi8-u'],
  [38598, 'iso-8859-8-i'],
  [50220, 'iso-2022-jp'],
  [50221, 'iso-2022-jp'],
  [50222, 'iso-2022-jp'],
  [51932, 'euc-jp'],
  [51936, 'gbk'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/** A decoder for a Windows code page number; windows-1252, Outlook's own default, where nobody knows it. */
export function decoderOf(codePage: number | null): TextDecoder {
  return new TextDecoder(labelOf(codePage ?? 0) ?? 'windows-1252');
}

function labelOf(codePage: number): string | undefined {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  // 28591 to 28606 are ISO 8859-1 to -16; there is no -12, and -1, -9 and -11 are labels of windows code pages.
  if (codePage >= 28591 && codePage <= 28606 && codePage !== 28602) return `iso-8859-${codePage - 28590}`;
  return NAMES.get(codePage);
}
