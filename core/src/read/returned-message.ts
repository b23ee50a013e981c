/** Lines with which MTAs introduce the message that they return. Lower case, without the dashes around them. */
const introductions = [
  'below this line is a copy of the message',
  'below the next line is a copy of the message',
  'below is a copy of the message',
  'enclosed is a copy of the message',
  'this is a copy of the message, including all the headers',
  'this is a copy of your message, including all the headers',
  'this is a copy of the headers of the message',
  'the body of the message is',
  'original message follows',
  'original mail as follows',
  'original message headers',
  'original message header',
  'original message',
  'original headers',
  'original email',
  'the header of the original message is following',
  'the original message header is following',
  'message headers follow',
  'message header follows',
  'message text follows',
  'unsent message follows',
  'unsent message below',
  'returned message follows',
  'returned message header',
  'returned message headers',
  'undelivered message follows',
  'message follows',
  'headers follow',
  'header of the original message',
  'a copy of your message is below',
  'copy of the original message below this line',
  'the original message is attached below',
  'mail follows',
  'ursprüngliche nachrichtenköpfe',
  'en-têtes de message d’origine',
  "en-têtes de message d'origine",
  'encabezados de mensajes originales',
  'encabezados originales del mensaje',
  'intestazioni originali del messaggio',
  'cabeçalhos originais da mensagem',
  'cabeçalhos de mensagem originais',
  'oorspronkelijke berichtkoppen',
  'исходные заголовки сообщения',
  '元のメッセージ ヘッダー',
  '元のメッセージのヘッダー',
  '原始邮件头',
  '원본 메시지 헤더',
];

/** Header names with which a returned message begins, where nothing introduces it. */
const firstHeaderNames = [
  'return-path',
  'received',
  'x-apparently-to',
  'delivered-to',
  'x-originating-ip',
  'message-id',
  'mime-version',
  'dkim-signature',
  'x-original-to',
  'x-envelope-from',
];
const firstHeaders = new RegExp(`^\\s{0,8}>?\\s?(?:${firstHeaderNames.join('|')}):`, 'i');
const anyHeader = /^\s{0,8}>?\s?[A-Za-z][A-Za-z0-9-]{1,60}:(?:\s|$)/;

/** Characters of a line that are looked at. */
const MAX_LINE = 200;
/** Characters of a line by which it is found that it cannot be one of those looked for. */
const KEY = 4;
/** By their first characters: what may begin a returned message. */
const introductionsByKey = Map.groupBy(introductions, (words) => words.slice(0, KEY));
const headerKeys = new Set(firstHeaderNames.map((name) => name.slice(0, KEY)));
/** First characters of these, both cases. */
const firstUnits = new Set(
  [...introductionsByKey.keys(), ...headerKeys].flatMap((key) => [key.charCodeAt(0), key.toUpperCase().charCodeAt(0)]),
);

/**
 * Offset at which the text of a report ends and the message that it returns begins; -1 where no
 * message is returned in the text. The reader of the report must not take an address of the
 * returned message for one that failed.
 */
export function returnedMessageAt(text: string): number {
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const limit = Math.min(end, at + MAX_LINE);
    let words = at;
    while (words < limit && isOrnament(text.charCodeAt(words))) words++;
    if (words < limit && firstUnits.has(text.charCodeAt(words))) {
      const key = text.slice(words, words + KEY).toLowerCase();
      const known = introductionsByKey.get(key);
      if (known !== undefined && isIntroduction(text.slice(words, limit), known)) {
        // "Original message:" also heads a summary (From, To, Subject) that some NDRs begin with.
        if (looksLikeHeaders(text, end + 1, 1)) return at;
      } else if (headerKeys.has(key) && firstHeaders.test(text.slice(at, limit)) && looksLikeHeaders(text, at, 2))
        return at;
    }
    at = end + 1;
  }
  return -1;
}

/** White space and the signs that MTAs put around such a line: `[\s>*=_+#-]`. */
function isOrnament(unit: number): boolean {
  return (
    unit <= 0x20 ||
    unit === 0x2d ||
    unit === 0x3e ||
    unit === 0x2a ||
    unit === 0x3d ||
    unit === 0x5f ||
    unit === 0x2b ||
    unit === 0x23 ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** Whether a line whose ornament before it is gone is one of the known ones, or one with a few more words. */
function isIntroduction(line: string, known: readonly string[]): boolean {
  const words = line.replace(/[\s:.*=_+#-]+$/, '').toLowerCase();
  return (
    words.length <= 120 &&
    known.some(
      (one) => words === one || (words.length >= 10 && words.startsWith(one) && words.length < one.length + 24),
    )
  );
}

/** Whether at least `needed` of the next lines are headers, blank and folded lines apart. */
function looksLikeHeaders(text: string, from: number, needed: number): boolean {
  let at = from;
  let headers = 0;
  for (let lines = 0; lines < 12 && at < text.length; lines++) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const line = text.slice(at, Math.min(end, at + 200));
    at = end + 1;
    if (line.trim() === '' || /^[\s>]*[-=_*]{3,}\s*$/.test(line)) {
      if (headers > 0) return false;
      continue;
    }
    if (anyHeader.test(line) || /^>?From /.test(line)) {
      if (++headers >= needed) return true;
    } else if (headers === 0 || !/^\s/.test(line)) return false;
  }
  return false;
}
