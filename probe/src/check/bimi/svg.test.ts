import { gzipSync } from 'node:zlib';
import { proveCheck, type World } from '../prove-fixture.ts';
import { LOGO_URL, logo, logoPage, zoneWith } from './bimi-fixture.ts';
import svg from './svg.ts';

const page = (own: Parameters<typeof logoPage>[0] = {}): World => ({
  zone: zoneWith(),
  https: { [LOGO_URL]: logoPage(own) },
});

proveCheck(svg, {
  passes: {
    'by the profile': { ...page(), says: `The logo ${LOGO_URL} is SVG Tiny PS.` },
    packed: page({ body: new Uint8Array(gzipSync(logo)) }),
    'by a redirect': {
      zone: zoneWith(),
      https: {
        [LOGO_URL]: { status: 302, headers: { location: 'https://cdn.example.net/logo.svg' } },
        'https://cdn.example.net/logo.svg': logoPage(),
      },
      says: 'which not every receiver follows',
    },
  },
  fails: {
    'a script': { ...page({ text: logo.replace('<circle', '<script>alert(1)</script><circle') }), says: '<script>' },
    'not square': { ...page({ text: logo.replace('0 0 100 100', '0 0 100 60') }), fix: /./ },
    'no title': page({ text: logo.replace('<title>Example</title>', '') }),
    'another profile': page({ text: logo.replace('tiny-ps', 'tiny') }),
    'a web page': page({ text: '<html></html>' }),
    'not UTF-8': { ...page({ body: Uint8Array.of(0xff, 0xfe, 0x3c) }), says: 'it is not UTF-8' },
    'control characters in its URL': {
      zone: zoneWith('v=BIMI1; l=https://example.com/\u001b[31m\u202e.svg'),
      https: {},
      says: /^The logo https:\/\/example\.com\/[^\p{Cc}\u202e]*$/u,
    },
    'control characters in the drawing': {
      ...page({ text: logo.replace('viewBox', 'x="&#x202e;&#x9b;" viewBox') }),
      says: /^[^\p{Cc}\u202e]*$/u,
    },
    'no such file': { ...page({ status: 404 }), says: 'answers 404' },
    'far too large': page({ outcome: 'too-large', detail: 'The body is larger than 65536 bytes.' }),
    'redirects without end': {
      zone: zoneWith(),
      https: { [LOGO_URL]: { status: 302, headers: { location: LOGO_URL } } },
      says: 'sends on to',
    },
    'to an inner address': {
      zone: zoneWith(),
      https: {
        [LOGO_URL]: { status: 302, headers: { location: 'https://intranet.example.com/' } },
        'https://intranet.example.com/': { outcome: 'not-public', detail: 'it leads to 10.0.0.1' },
      },
    },
  },
  warns: {
    'larger than it may be': {
      ...page({ text: logo.replace('</svg>', `<g>${' '.repeat(33_000)}</g></svg>`) }),
      says: 'at most 32768',
    },
    'as another type': { ...page({ headers: { 'content-type': 'text/plain' } }), says: 'as "text/plain"' },
    'without a type': page({ headers: {} }),
  },
  undetermined: {
    'too late': page({ outcome: 'timeout' }),
    'out of service': page({ status: 503 }),
    'the record is not known': { zone: { 'default._bimi.example.com': 'servfail' }, https: {} },
    'nothing may be fetched': { zone: zoneWith() },
  },
  notApplicable: {
    'no record': { zone: zoneWith(null), https: {} },
    declined: { zone: zoneWith('v=BIMI1; l=; a=;'), https: {} },
  },
});
