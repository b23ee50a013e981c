import { expect, it } from 'vitest';
import { panelName } from './panel-name.ts';

it.each([
  ['example.com', '@'],
  ['_dmarc.example.com', '_dmarc'],
  ['s1._domainkey.mail.example.co.uk', 's1._domainkey.mail'],
  ['co.uk', null],
])('%s is %s in a panel', (name, wanted) => {
  expect(panelName(name)).toBe(wanted);
});
