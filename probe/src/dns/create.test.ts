import { expect, it } from 'vitest';
import { createDns } from './create.ts';

it.each([
  [{ servers: [] }, 'No DNS resolver is named: name one'],
  [{ servers: ['dns.example'] }, '"dns.example" is no address of a name server'],
  [{ servers: ['192.0.2.53'], timeout: 0 }, 'The DNS option timeout is 0'],
  [{ servers: ['192.0.2.53'], tries: 1.5 }, 'The DNS option tries is 1.5'],
  [{ servers: ['192.0.2.53'], deadline: Number.NaN }, 'The DNS option deadline is NaN'],
])('says what is wrong with %j', (options, why) => {
  expect(() => createDns(options)).toThrow(why);
});

it.each([
  '127.0.0.1',
  '10.0.0.1:53',
  '169.254.169.254',
  '[::1]:53',
  '[::ffff:127.0.0.1]:53',
  'fe80::1',
  'ns.example.com',
  '192.168.1.1',
])('sends nothing to %s because a zone names it', async (server) => {
  const dns = createDns({ servers: ['127.0.0.1:1'] });
  const answer = await dns.query('example.com', 'A', { server });
  expect(answer.status).toBe('unreachable');
  expect(answer.detail).toMatch(/is no public address, and is not asked|is no address of a name server/);
  expect(dns.asked).toBe(0);
  dns.close();
});

it('sends no name that cannot exist', async () => {
  const dns = createDns({ servers: ['127.0.0.1:1'] });
  for (const name of ['a..example', 'x'.repeat(64), 'bücher.example', ''])
    expect((await dns.query(name, 'A')).status).toBe('invalid-name');
  expect(dns.asked).toBe(0);
  dns.close();
});
