import { type ReadingView, ViewWriter } from './reading-view.ts';

/** Names of characters that reports use. */
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};

/** A tag, a comment or a character by its name or number. */
const markup = /<(?:!--|[!/]?[a-z][a-z0-9]{0,15}(?=[\s>/]))|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,8}));/gi;

/** Tags inside a line do not part words. */
const inline = /^<\/?(?:a|abbr|b|big|code|em|font|i|s|small|span|strong|sub|sup|tt|u|wbr)$/i;

/** HTML as the text that it shows. Addresses in angle brackets that nobody escaped stay. */
export function undoHtml(view: ReadingView): ReadingView {
  const { text } = view;
  const writer = new ViewWriter(text.length);
  let at = 0;
  markup.lastIndex = 0;
  for (let found = markup.exec(text); found !== null; found = markup.exec(text)) {
    writer.copy(view, at, found.index);
    const [whole, decimal, hexadecimal, name] = found;
    let end = found.index + whole.length;
    if (whole.startsWith('<')) {
      const close = whole === '<!--' ? '-->' : '>';
      const stop = text.indexOf(close, end);
      // A tag that never ends is text; so is what looks like one behind it.
      if (stop < 0) {
        at = found.index;
        break;
      }
      end = stop + close.length;
      if (!inline.test(whole)) put(writer, view, ' ', found.index, end);
    } else put(writer, view, characterOf(decimal, hexadecimal, name) ?? whole, found.index, end);
    at = end;
    markup.lastIndex = end;
  }
  writer.copy(view, at, text.length);
  return writer.view();
}

function characterOf(
  decimal: string | undefined,
  hexadecimal: string | undefined,
  name: string | undefined,
): string | null {
  if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? null) : null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** What a JSON string cannot hold as it is (RFC 8259 section 7). */
const jsonEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The strings of JSON as they read; what stands around them stays. */
export function undoJson(view: ReadingView): ReadingView {
  return replaced(view, /\\(?:u([0-9a-f]{4})|(.))/gi, ([, code, sign = '']) =>
    code === undefined ? (jsonEscapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A form as it was posted: `mandrill_events=%5B…`. Characters of several bytes are given as one. */
export function undoForm(view: ReadingView): ReadingView {
  return replaced(view, /\+|(?:%[0-9a-f]{2})+/gi, ([bytes]) => {
    if (bytes === '+') return ' ';
    const values = (bytes ?? '').slice(1).split('%');
    return new TextDecoder().decode(Uint8Array.from(values, (value) => Number.parseInt(value, 16)));
  });
}

/** A view in which some stretches read otherwise. */
function replaced(view: ReadingView, pattern: RegExp, read: (found: RegExpExecArray) => string): ReadingView {
  const writer = new ViewWriter(view.text.length);
  let at = 0;
  for (const found of view.text.matchAll(pattern)) {
    writer.copy(view, at, found.index);
    at = found.index + found[0].length;
    put(writer, view, read(found), found.index, at);
  }
  writer.copy(view, at, view.text.length);
  return writer.view();
}

function put(writer: ViewWriter, { map }: ReadingView, text: string, start: number, end: number): void {
  writer.put(
    text,
    map === null ? start : (map.from[start] as number),
    map === null ? end : (map.to[end - 1] as number),
  );
}
