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
const firstHeaders = /^\s{0,8}>?\s?(?:return-path|received|x-apparently-to|delivered-to|x-originating-ip|message-id|mime-version|dkim-signature|x-original-to|x-envelope-from):/i;
const anyHeader = /^\s{0,8}>?\s?[A-Za-z][A-Za-z0-9-]{1,60}:(?:\s|$)/;

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
    const line = text.slice(at, Math.min(end, at + 200));
    if (isIntroduction(line)) {
      // "Original message:" also heads a summary (From, To, Subject) that some NDRs begin with.
      if (looksLikeHeaders(text, end + 1, 1)) return at;
    } else if (firstHeaders.test(line) && looksLikeHeaders(text, at, 2)) return at;
    at = end + 1;
  }
  return -1;
}

function isIntroduction(line: string): boolean {
  const words = line.replace(/^[\s>*=_+#-]+|[\s:.*=_+#-]+$/g, '').toLowerCase();
  if (words.length < 10 || words.length > 120) return words === 'mail follows' || words === '원본 메시지 헤더' || words === '原始邮件头';
  return introductions.some((known) => words === known || (words.startsWith(known) && words.length < known.length + 24));
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
