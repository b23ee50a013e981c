import { describe, expect, it } from 'vitest';
import { readHtml } from './read-html.ts';

describe('what an HTML text shows', () => {
  it('tells links with their words, and pictures with theirs', async () => {
    const { links, images, visible } = await readHtml(
      '<p>Hello&nbsp;<a href=" https://example.com/?a=1&amp;b=2 ">read <b>on</b><img src=a.png alt="here &amp; now"></a><area href="https://example.net/"></p>',
    );
    expect(links).toEqual([
      { url: 'https://example.com/?a=1&b=2', words: 'read on here & now', as: 'link', hasImage: true },
      { url: 'https://example.net/', words: '', as: 'link', hasImage: false },
    ]);
    expect(images).toEqual([{ url: 'a.png', alt: 'here & now', isPixel: false, isLinked: true }]);
    expect(visible).toBe('Hello read on');
  });

  it.each([
    ['<div style="display: none">x</div>y', 'y', 'x'],
    ['<span hidden>x</span>y', 'y', 'x'],
    ['<div style="color:red;font-size:0px"><p>x</p></div>y', 'y', 'x'],
    ['<p style="font-size:0.9em">y</p>', 'y', ''],
    ['<p style="max-height:0">x</p>y', 'y', 'x'],
    ['<head><title>x</title><style>p{}</style></head>y', 'y', 'xp{}'],
    ['<!-- x --><!--[if mso]><p>x</p><![endif]-->y', 'y', ''],
    ['a<br>b<td>c</td>', 'a b c', ''],
    ['<div style="display:none">x', '', 'x'],
  ])('%s', async (html, visible, hidden) => {
    expect(await readHtml(html)).toMatchObject({ visible, hidden });
  });

  it.each([
    ['<script>a</script>', ['script']],
    ['<script type="application/ld+json">{}</script>', []],
    ['<iframe src="https://example.com">', ['frame']],
    ['<object data=x></object><embed><applet>', ['object', 'object', 'object']],
    ['<form action="https://example.com/">', ['form']],
    ['<meta http-equiv="Refresh" content="0">', ['refresh']],
    ['<p onclick="x" one="y">', ['event-handler']],
    ['<a href=" java&#10;script:x">', ['script-link']],
    ['<a href="data:text/html,x">', ['script-link']],
    ['<a href="https://example.com/javascript:x">', []],
    ['<svg><script>x</script></svg>', ['script']],
  ])('finds what is active in %s', async (html, kinds) => {
    expect((await readHtml(html)).active.map(({ kind }) => kind)).toEqual(kinds);
  });
});

it.each([
  ['elements inside each other', '<div>'.repeat(800_000)],
  ['ends without beginnings below them', `${'<b>'.repeat(400_000)}${'</i>'.repeat(400_000)}`],
  ['links', '<a href="https://example.com/">x</a>'.repeat(100_000)],
  ['pictures', '<img src=x>'.repeat(300_000)],
  ['attributes', `<p ${'a=b '.repeat(1_000_000)}>`],
  ['one attribute', `<a href="${'x'.repeat(4_000_000)}">y</a>`],
  ['a comment that never ends', `<!--${'-'.repeat(4_000_000)}`],
  ['opening brackets', '<'.repeat(4_000_000)],
  ['references', '&amp'.repeat(1_000_000)],
  ['blanks', `<p>${' \n'.repeat(2_000_000)}x`],
  ['blanks in a style', `<p style="${'display: '.repeat(400_000)}">x`],
  ['scripts', '<script>x</script>'.repeat(200_000)],
])('reads four million characters of %s within its limits', async (_, html) => {
  const { links, images, active, visible } = await readHtml(html);
  expect(Math.max(links.length, images.length, active.length)).toBeLessThanOrEqual(2_000);
  expect(visible.length).toBeLessThanOrEqual(600_000);
});
