import type { ActiveContent, ActiveKind, HtmlContent, HtmlImage, HtmlLink } from './html-content.ts';
import { MAX_DEPTH, MAX_LINKS, MAX_TEXT, MAX_URL, MAX_VISIBLE, MAX_WORDS } from './limits.ts';

type Attributes = Readonly<Record<string, string>>;

const blocks = new Set(
  'address,blockquote,br,center,dd,div,dl,dt,h1,h2,h3,h4,h5,h6,hr,li,ol,p,pre,table,td,th,tr,ul'.split(','),
);
/** Their text is never shown. */
const unseen = new Set(['head', 'title', 'style', 'script', 'template', 'noscript']);
/** A data block for machines (HTML section 4.12.1): Gmail reads its markup of orders and events out of one. */
const dataScript = /^application\/(?:ld\+)?json$/i;
const frames = new Set(['iframe', 'frame', 'frameset']);
const objects = new Set(['object', 'embed', 'applet']);
/** Characters that are given to the parser at once. */
const PIECE = 16_384;
/** Zero-width characters and blanks with which preview lines are filled up. */
const filling =
  /(?:[\s\u00a0\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2800\u3000\ufeff]|\u034f)+/g;

/**
 * Reads an HTML text as a mail program meets it: what is shown, what links where, what would run. Nothing is fetched.
 * The parser is loaded when a message has HTML: who checks a domain needs none.
 */
export async function readHtml(html: string): Promise<HtmlContent> {
  const { Parser } = await import('htmlparser2');
  const links: HtmlLink[] = [];
  const images: HtmlImage[] = [];
  const active: ActiveContent[] = [];
  /** Whether each open element is unseen, itself or by what it stands in. */
  const open: boolean[] = [];
  let depth = 0;
  let isCut = html.length > MAX_TEXT;
  let visible = '';
  let hidden = '';
  let link: { readonly url: string; words: string; hasImage: boolean } | null = null;

  const found = (kind: ActiveKind, name: string, attributes: Attributes) => {
    if (active.length < MAX_LINKS) active.push({ kind, quote: elementText(name, attributes) });
  };
  const endLink = () => {
    if (link === null) return;
    if (links.length < MAX_LINKS)
      links.push({ url: link.url, words: folded(link.words), as: 'link', hasImage: link.hasImage });
    else isCut = true;
    link = null;
  };
  const look = (name: string, attributes: Attributes, isUnseen: boolean) => {
    const href = attributes['href'];
    if ((name === 'a' || name === 'area') && href !== undefined) {
      endLink();
      link = { url: href.slice(0, MAX_URL).trim(), words: '', hasImage: false };
      if (name === 'area') endLink();
    }
    if (name === 'img' && images.length < MAX_LINKS) {
      if (link !== null) link.hasImage = true;
      const { alt } = attributes;
      images.push({
        url: (attributes['src'] ?? '').slice(0, MAX_URL).trim(),
        alt: alt === undefined ? null : folded(alt.slice(0, MAX_WORDS)),
        isPixel: isUnseen || isTiny(attributes),
        isLinked: link !== null,
      });
      if (link !== null && alt !== undefined) link.words = `${link.words} ${alt}`.slice(0, MAX_WORDS);
    }
    if (name === 'script' && !dataScript.test(attributes['type']?.trim() ?? '')) found('script', name, attributes);
    else if (frames.has(name)) found('frame', name, attributes);
    else if (objects.has(name)) found('object', name, attributes);
    else if (name === 'form') {
      found('form', name, attributes);
      const action = attributes['action']?.trim() ?? '';
      if (action !== '' && links.length < MAX_LINKS)
        links.push({ url: action.slice(0, MAX_URL), words: '', as: 'form', hasImage: false });
    } else if (name === 'meta' && attributes['http-equiv']?.trim().toLowerCase() === 'refresh')
      found('refresh', name, attributes);
    for (const key of Object.keys(attributes)) {
      // every name that begins so is the handler of an event (HTML section 8.1.8.2)
      if (/^on[a-z]{3,30}$/.test(key)) found('event-handler', name, { [key]: attributes[key] ?? '' });
      else if ((key === 'href' || key === 'src' || key === 'action') && isScriptLink(attributes[key] ?? ''))
        found('script-link', name, { [key]: attributes[key] ?? '' });
    }
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        const isUnseen = open.at(-1) === true || unseen.has(name) || isHidden(attributes);
        // what is deeper shares the place of its ancestor
        if (depth <= MAX_DEPTH) open.push(isUnseen);
        else isCut = true;
        look(name, attributes, isUnseen);
        if (blocks.has(name)) visible += visible.length < MAX_VISIBLE ? '\n' : '';
      },
      onclosetag(name) {
        if (depth <= MAX_DEPTH) open.pop();
        depth--;
        if (name === 'a') endLink();
        if (blocks.has(name)) visible += visible.length < MAX_VISIBLE ? '\n' : '';
      },
      ontext(text) {
        if (open.at(-1) === true) {
          if (hidden.length < MAX_VISIBLE) hidden += text;
          return;
        }
        if (visible.length < MAX_VISIBLE) visible += text;
        else isCut = true;
        if (link !== null && link.words.length < MAX_WORDS) link.words += text;
      },
    },
    { decodeEntities: true },
  );
  for (let from = 0; from < Math.min(html.length, MAX_TEXT); from += PIECE) {
    // the parser looks through all open elements for each end tag
    if (depth > MAX_DEPTH) {
      isCut = true;
      break;
    }
    parser.write(html.slice(from, Math.min(from + PIECE, MAX_TEXT)));
  }
  parser.end();
  endLink();
  return { links, images, active, visible: folded(visible), hidden: folded(hidden.replace(filling, ' ')), isCut };
}

/** `display:none` and its kin in the element's own style: sheets are not applied, as most hide for one size of screen only. */
function isHidden({ style = '', hidden }: Attributes): boolean {
  if (hidden !== undefined) return true;
  return /(?:^|[;\s])(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|(?:font-size|max-height|opacity|width|height)\s{0,4}:\s{0,4}0(?:px|pt|em|%)?\s{0,4}(?:!important\s{0,4})?(?:;|$))/i.test(
    style.slice(0, MAX_URL),
  );
}

function isTiny({ width, height, style = '' }: Attributes): boolean {
  const isSmall = (size: string | undefined) => size !== undefined && /^\s{0,4}[0-2](?:px)?\s{0,4}$/.test(size);
  if (isSmall(width) || isSmall(height)) return true;
  return /(?:^|[;\s])(?:width|height)\s{0,4}:\s{0,4}[0-2](?:px)?\s{0,4}(?:!important\s{0,4})?(?:;|$)/i.test(
    style.slice(0, MAX_URL),
  );
}

/** Browsers drop blanks and control characters from the name of the scheme (URL section 4.4). */
function isScriptLink(url: string): boolean {
  const bare = url
    .slice(0, 200)
    .replace(/[^\u0021-\uffff]+/g, '')
    .toLowerCase();
  return bare.startsWith('javascript:') || bare.startsWith('vbscript:') || bare.startsWith('data:text/html');
}

function elementText(name: string, attributes: Attributes): string {
  const own = Object.entries(attributes)
    .slice(0, 4)
    .map(([key, value]) => ` ${key}="${value.slice(0, 120)}"`);
  return `<${name}${own.join('')}>`;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
