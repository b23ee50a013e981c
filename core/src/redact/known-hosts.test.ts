import { ruleTable } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { pageHosts } from '../generated/page-hosts.ts';
import { keptFrom } from './known-hosts.ts';

const kept = (host: string): string => {
  const from = keptFrom(host);
  return from < 0 ? '' : host.slice(from);
};

test('the hosts of all systems and of all pages that the knowledge links to', () => {
  const hosts = [...ruleTable.systems.flatMap((system) => [...system.hosts, ...system.domains]), ...pageHosts];
  expect(hosts.length).toBeGreaterThan(300);
  expect(hosts.filter((host) => keptFrom(host.toLowerCase()) !== 0)).toEqual([]);
});

describe('below a known name', () => {
  test.each([
    ['customer-org.mail.protection.outlook.com', 'mail.protection.outlook.com'],
    ['am0p190ca0026.eurp190.prod.outlook.com', 'eurp190.prod.outlook.com'],
    ['db5eur01ft009.eop-eur01.prod.protection.outlook.com', 'eop-eur01.prod.protection.outlook.com'],
    ['mx1.customer.org.pphosted.com', 'pphosted.com'],
    ['a27-7.smtp-out.us-west-2.amazonses.com', 'smtp-out.us-west-2.amazonses.com'],
    ['customer.zen.spamhaus.org', 'zen.spamhaus.org'],
    ['mta1234.mail.bf1.yahoo.com', 'mail.bf1.yahoo.com'],
    ['mx.customer.org', ''],
    ['outlook.com.customer.org', ''],
    ['notoutlook.com', ''],
  ])('%s keeps %s', (host, expected) => expect(kept(host)).toBe(expected));
});
