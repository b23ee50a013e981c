import { expect, it } from 'vitest';
import { knownList } from './known-list.ts';

it.each([
  ['zen.spamhaus.org', 'Spamhaus ZEN', 'alive'],
  ['ZEN.Spamhaus.org.', 'Spamhaus ZEN', 'alive'],
  ['pbl.spamhaus.org', 'Spamhaus PBL', 'alive'],
  ['dul.dnsbl.sorbs.net', 'SORBS', 'dead'],
  ['sorbs.net', 'SORBS', 'dead'],
  ['cbl.abuseat.org', 'CBL', 'dead'],
  ['dsn.rfc-ignorant.org', 'RFC-Ignorant', 'dead'],
])('%s is %s, %s', (zone, name, state) => {
  const found = knownList(zone);
  expect(found).toMatchObject({ [state]: { name } });
});

it.each(['notsorbs.net', 'example.org', '', 'spamhaus.org'])('knows no list %j', (zone) => {
  expect(knownList(zone)).toBeNull();
});
