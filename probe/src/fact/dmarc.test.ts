import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Zone, ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import type { Check } from '../check/define.ts';
import { contextOf } from '../check/prove-fixture.ts';

const checks: Check[] = [];
const folder = join(import.meta.dirname, '..', 'check', 'dmarc');
for (const name of readdirSync(folder))
  if (!/(?:\.test|-fixture)\.ts$/.test(name)) checks.push((await import(join(folder, name))).default);

const many = Array.from({ length: 20 }, (_, at) => `mailto:a@report${at}.example`).join(',');

describe('the questions of all DMARC checks of a domain together', () => {
  it.each<[string, string, Zone, number]>([
    [
      'a record with its own mailbox',
      'example.com',
      { '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject; rua=mailto:a@example.com'] } },
      6,
    ],
    ['no record', 'example.com', {}, 7],
    ['inherited', 'news.example.com', { '_dmarc.example.com': { TXT: ['v=DMARC1; p=none; np=reject'] } }, 11],
    [
      'two report services',
      'example.com',
      { '_dmarc.example.com': { TXT: ['v=DMARC1; p=none; rua=mailto:a@r.example,mailto:a@s.example'] } },
      12,
    ],
    [
      'as many as a record can name',
      'example.com',
      { '_dmarc.example.com': { TXT: [`v=DMARC1; p=none; rua=${many}; ruf=${many}`] } },
      20,
    ],
    ['as many labels as a name can have', `${'a.'.repeat(100)}example.com`, {}, 14],
  ])('stay few: %s', async (_name, domain, zone, most) => {
    const context = contextOf({ subject: { domain }, zone });
    const domainChecks = checks.filter(({ input }) => input === 'domain');
    expect(domainChecks).toHaveLength(12);
    for (const check of domainChecks) await check.run(context);
    expect(new Set((context.dns as ZoneDns).asked).size).toBeLessThanOrEqual(most);
  });
});
