import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintBimiSvg } from './lint-svg.ts';
import { unpackSvg } from './unpack-svg.ts';

const ROOT = '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 100 100">';
const HEAD = `${ROOT}<title>Example</title><desc>Logo of Example</desc>`;
const SHAPES = '<rect width="100" height="100" fill="#ffffff"/><circle cx="50" cy="50" r="40" fill="#2244aa"/>';
const GOOD = `<?xml version="1.0" encoding="UTF-8"?>\n${HEAD}${SHAPES}</svg>\n`;

const codes = (text: string): string[] => lintBimiSvg(text).map(({ code }) => code);
const inside = (more: string): string => `${HEAD}${SHAPES}${more}</svg>`;
const root = (from: string, to: string): string => GOOD.replace(from, to);

describe('a logo', () => {
  it('that keeps to the profile has no findings', () => {
    expect(lintBimiSvg(GOOD)).toEqual([]);
    expect(codes(`\ufeff${GOOD}`)).toEqual([]);
    expect(codes(root('viewBox="0 0 100 100"', 'width="400px" height="400" zoomAndPan="disable"'))).toEqual([]);
    expect(
      codes(
        inside(
          '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><g fill="url(#g)"><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#g"/></g><metadata><rdf:RDF xmlns:rdf="urn:x"/></metadata>',
        ),
      ),
    ).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['of another version', root('1.2', '1.1'), ['no-version']],
    ['of another profile', root('tiny-ps', 'tiny'), ['no-profile']],
    ['without version and profile', root(' version="1.2" baseProfile="tiny-ps"', ''), ['no-version', 'no-profile']],
    ['without namespace', root(' xmlns="http://www.w3.org/2000/svg"', ''), ['no-namespace']],
    ['with Illustrator’s position', root('viewBox', 'x="0px" y="0px" viewBox'), ['position', 'position']],
    ['with a live time line', root('viewBox', 'snapshotTime="3" viewBox'), ['fixed-attribute']],
    ['that is not square', root('0 0 100 100', '0 0 100 60'), ['not-square']],
    ['of another size than its box', root('viewBox', 'width="200" height="100" viewBox'), ['not-square']],
    ['of a relative size', root('viewBox', 'width="100%" height="100%" viewBox'), ['relative-size']],
    ['that is small', root('viewBox', 'width="32" height="32" viewBox'), ['small']],
    ['without a size', root(' viewBox="0 0 100 100"', ''), ['no-size']],
    ['with a broken box', root('0 0 100 100', '0 0 100'), ['bad-view-box', 'no-size']],
    ['without a title', root('<title>Example</title>', ''), ['no-title']],
    ['with an empty title', root('>Example<', '> <'), ['empty-title']],
    ['with a long title', root('>Example<', `>${'x'.repeat(65)}<`), ['long-title']],
    ['with two titles', inside('<title>Two</title>'), ['several-titles']],
    ['with a title in a group alone', root('<title>Example</title>', '<g><title>Example</title></g>'), ['no-title']],
    ['without a description', root('<desc>Logo of Example</desc>', ''), ['no-description']],
    ['with a script', inside('<script>alert(1)</script>'), ['not-allowed']],
    ['with a handler', inside('<g onload="alert(1)"/>'), ['event-handler']],
    ['with a picture', inside('<image href="data:image/png;base64,AAAA"/>'), ['not-allowed', 'external-reference']],
    ['with an animation', inside('<circle r="1"><animate attributeName="r"/></circle>'), ['not-allowed']],
    ['with a link', inside('<a href="https://example.com/"><g/></a>'), ['not-allowed', 'external-reference']],
    [
      'with foreign content',
      inside('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
      ['not-allowed', 'foreign-element'],
    ],
    ['with CSS', inside('<style>.a{fill:red}</style>'), ['not-allowed']],
    ['with CSS at a shape', inside('<path style="fill:red" d="M0 0"/>'), ['style']],
    ['with a filter', inside('<filter id="f"/><clipPath id="c"/>'), ['not-allowed', 'not-allowed']],
    ['in a logo', inside('<svg/>'), ['not-allowed']],
    ['with letters', inside('<text x="1" y="2">Example</text>'), ['text']],
    ['that uses another file', inside('<use href="https://example.com/x.svg#a"/>'), ['external-reference']],
    [
      'that is filled from elsewhere',
      inside('<path fill="url(https://example.com/p.svg#a)"/>'),
      ['external-reference'],
    ],
    ['with a base elsewhere', inside('<g xml:base="https://example.com/"/>'), ['external-reference']],
    ['from a drawing program', inside('<i:grid xmlns:i="http://www.inkscape.org/x"/>'), ['foreign-element']],
    ['with a style sheet', `<?xml-stylesheet href="a.css"?>${HEAD}${SHAPES}</svg>`, ['instruction']],
    ['that says it is Latin 1', root('UTF-8', 'ISO-8859-1'), ['encoding']],
    ['that draws nothing', `${HEAD}</svg>`, ['nothing-drawn']],
    ['that is a web page', '<html><body/></html>', ['not-svg']],
    ['that is a picture', '\u0089PNG\r\n', ['not-xml']],
    ['that is empty', '', ['not-xml']],
    ['that ends early', GOOD.slice(0, -10), ['not-xml']],
    ['with an unknown entity', inside('<desc>&nbsp;</desc>'), ['not-xml']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is marked where the fault stands', () => {
    const text = inside('<script>alert(1)</script>');
    const [finding] = lintBimiSvg(text);
    expect(text.slice(...(finding?.span ?? [0, 0]))).toBe('<script>');
    expect(finding?.says).toContain('runs a program');
  });

  it('names one kind of fault once', () => {
    const findings = lintBimiSvg(inside('<g style="fill:red"/>'.repeat(500)));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.says).toContain('499 more');
  });
});

describe('a hostile logo', () => {
  const lol = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');

  it.each([
    ['entities that multiply', `<!DOCTYPE svg [<!ENTITY l0 "lol">${lol}]>${ROOT}<title>&l9;</title></svg>`],
    ['one large entity', `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(50_000)}">]>${ROOT}${'&a;'.repeat(5_000)}</svg>`],
    ['an entity from a file', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${ROOT}&a;</svg>`],
    [
      'a document type from elsewhere',
      `<!DOCTYPE svg PUBLIC "x" "http://example.com/x.dtd">${GOOD.replace(/^.*\n/, '')}`,
    ],
    ['a parameter entity', `<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://example.com/x"> %a;]>${ROOT}</svg>`],
  ])('with %s is not read', (_, text) => {
    const findings = lintBimiSvg(text);
    expect(findings.map(({ code }) => code).filter((code) => code !== 'too-large')).toEqual(['doctype']);
  });

  it('of any depth and size ends soon', () => {
    expect(codes(`${ROOT}${'<g>'.repeat(200_000)}`)).toEqual(['too-large']);
    expect(codes(`${HEAD}${'<g>'.repeat(32)}`)).toEqual(['too-deep']);
    expect(codes(' '.repeat(300_000))).toEqual(['too-large']);
    expect(codes(inside(`<g ${Array.from({ length: 20_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`))).toEqual([
      'too-large',
    ]);
  });

  it('does not multiply by <use>', () => {
    const groups = Array.from(
      { length: 9 },
      (_, n) => `<g id="g${n + 1}">${`<use href="#g${n}"/>`.repeat(10)}</g>`,
    ).join('');
    expect(codes(inside(`<g id="g0"><path d="M0 0"/></g>${groups}`))).toEqual(['too-many-shapes']);
    expect(codes(inside('<g id="a"><use href="#a"/></g>'))).toEqual(['too-many-shapes']);
    expect(codes(inside('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toEqual(['too-many-shapes']);
    const chain = Array.from({ length: 500 }, (_, n) => `<g id="c${n}"><use href="#c${n + 1}"/></g>`).join('');
    expect(codes(inside(chain))).toEqual(['too-many-shapes']);
    expect(codes(inside('<path id="p"/><use href="#p"/><use href="#nowhere"/>'))).toEqual([]);
    expect(codes(inside('<path id="constructor"/><use href="#__proto__"/>'))).toEqual([]);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<svg',
      '<g',
      '>',
      '/>',
      '</g>',
      '</svg>',
      ' a="b"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?x',
      '?>',
      '&lt;',
      '&',
      '\0',
      ROOT,
      '<title>',
      '\ud800',
      ':',
      'xmlns:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const { span } of lintBimiSvg(text)) {
          if (span === null) continue;
          expect(span[0]).toBeLessThanOrEqual(span[1]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('a file with a logo', () => {
  const bytes = Buffer.from(GOOD);

  it('is unpacked where it is SVGZ', () => {
    expect(unpackSvg(bytes).text).toBe(GOOD);
    expect(unpackSvg(gzipSync(bytes)).text).toBe(GOOD);
  });

  it.each([
    ['too large', gzipSync(Buffer.alloc(64 << 20)), 'unpacks to more than'],
    ['too large as it is', Buffer.alloc(300_000), 'more than'],
    ['damaged', gzipSync(bytes).subarray(0, 40), 'damaged'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x3c, 0x00]), 'UTF-8'],
  ])('is refused where it is %s', (_, file, why) => {
    expect(unpackSvg(file).fault).toContain(why);
  });
});
