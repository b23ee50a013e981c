import { expect, it } from 'vitest';
import { isFromOtherSite, isLinkFromOtherSite } from './cross-site.ts';

const request = (headers: Record<string, string>): Request => new Request('http://localhost/', { headers });

it('tells by the browser alone who had something sent', () => {
  expect(isFromOtherSite(request({ 'Sec-Fetch-Site': 'cross-site' }))).toBe(true);
  for (const site of ['same-origin', 'same-site', 'none'])
    expect(isFromOtherSite(request({ 'Sec-Fetch-Site': site }))).toBe(false);
  expect(isFromOtherSite(request({}))).toBe(false);
});

it.each([
  [true, { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }],
  [false, { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document', 'Sec-Purpose': 'prefetch;prerender' }],
  [false, { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }],
  [false, { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' }],
  [false, { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }],
  [false, {}],
])('%s for %j: a link is what opens in a window', (expected, headers) => {
  expect(isLinkFromOtherSite(request(headers as Record<string, string>))).toBe(expected);
});
