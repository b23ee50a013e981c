import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Marked } from './marked.tsx';

test('what would turn the order of the words around is shown as a sign and turns nothing', () => {
  const html = renderToString(<Marked text={[{ text: 'User \u202enwonknu\u2066', mark: 1 }]} id="b" />);
  for (const [sign, name] of [
    ['\u202e', 'U+202E'],
    ['\u2066', 'U+2066'],
  ])
    expect(html).toContain(`<bdi class="turning" data-sign="${name}">${sign}</bdi>`);
  expect(html.replaceAll(/<[^>]*>/g, '')).toBe('User \u202enwonknu\u2066');
});

test('a quote has its number, the first of it an id to which evidence leads', () => {
  const text = [
    { text: '550 ', mark: null },
    { text: 'no', mark: 2 },
    { text: ' and ', mark: null },
    { text: 'no', mark: 2 },
  ];
  const html = renderToString(<Marked text={text} id="b" />);
  expect(html.match(/id="b-quote-2"/g)).toHaveLength(1);
  expect(html.match(/data-number="2"/g)).toHaveLength(2);
  expect(renderToString(<Marked text={text} id={null} />)).not.toContain('id=');
});
