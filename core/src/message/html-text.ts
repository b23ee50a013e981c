/**
 * HTML of a bounce to the text that it shows. Never rendered, so nothing here needs to be a
 * browser: tags go, blocks become lines, entities become characters.
 */

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['copy', '©'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Uuml', 'Ü'],
  ['szlig', 'ß'],
  ['eacute', 'é'],
  ['egrave', 'è'],
  ['ecirc', 'ê'],
  ['agrave', 'à'],
  ['acirc', 'â'],
  ['ccedil', 'ç'],
  ['ocirc', 'ô'],
  ['ntilde', 'ñ'],
  ['aacute', 'á'],
  ['iacute', 'í'],
  ['oacute', 'ó'],
  ['uacute', 'ú'],
]);

const block = /^\/?(?:p|div|br|tr|li|ul|ol|h[1-6]|table|blockquote|pre|hr|title|body|dt|dd)$/;

/** Text of an HTML document; linear in its length. */
export function htmlToText(html: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      out.push(foldSpace(html.slice(at)));
      break;
    }
    out.push(foldSpace(html.slice(at, open)));
    // Addresses are often left unescaped: `<user@example.com>` is text, not a tag.
    const tag = /^<(\/?[a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s>/])|^<!/.exec(html.slice(open, open + 20));
    if (tag === null) {
      out.push('<');
      at = open + 1;
      continue;
    }
    const name = (tag[1] ?? '!').toLowerCase();
    if (name === '!') at = html.startsWith('<!--', open) ? after(html, '-->', open) : after(html, '>', open);
    else if (name === 'style' || name === 'script') at = after(html, `</${name}`, open, true);
    else {
      at = after(html, '>', open);
      if (block.test(name)) out.push('\n');
      else if (name === 'td' || name === 'th') out.push(' ');
    }
  }
  return unescapeEntities(out.join(''))
    .replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}

function foldSpace(text: string): string {
  return text.replace(/[\s]+/g, ' ');
}

/** Offset after the next `mark`; the end of the text where there is none. */
function after(html: string, mark: string, from: number, toTagEnd = false): number {
  const found = html.indexOf(mark, from);
  if (found < 0) return html.length;
  return toTagEnd ? after(html, '>', found) : found + mark.length;
}

/** Character references to characters; unknown ones stay as they stand. */
export function unescapeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
    return String.fromCodePoint(code);
  });
}
