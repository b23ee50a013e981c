import { expect, it } from 'vitest';
import { spfIncludesOf, spfProviders } from './spf-includes.ts';

it.each([
  ['google-workspace', ['_spf.google.com']],
  [' Microsoft-365 ', ['spf.protection.outlook.com']],
  ['ionos', ['_spf.perfora.net', '_spf.kundenserver.de']],
  ['nobody', null],
  ['', null],
])('%j', (name, includes) => {
  expect(spfIncludesOf(name)).toEqual(includes);
});

it('knows every provider that it lists', () => {
  for (const slug of spfProviders()) expect(spfIncludesOf(slug)?.length, slug).toBeGreaterThan(0);
});
