import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZoneDns } from '../../dns/index.ts';
import { analyseSpf } from './analyse.ts';
import { checkHost } from './check-host.ts';
import { verdictOfTree } from './tree-verdict.ts';
import { clients, wildZone } from './zone-fixture.ts';

const who = { sender: 'user@example.com', helo: 'mail.example.com' };

describe('the verdict of the tree', () => {
  it('is that of check_host() for every client, whatever the zone', async () => {
    await fc.assert(
      fc.asyncProperty(wildZone, async (dns) => {
        const tree = await analyseSpf({ domain: 'example.com', dns });
        for (const ip of clients) {
          const client = { ip, ...who };
          expect(verdictOfTree(tree, client)).toEqual(await checkHost({ ...client, dns }));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('survives being written as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(wildZone, async (dns) => {
        const tree = await analyseSpf({ domain: 'example.com', dns });
        const copy = JSON.parse(JSON.stringify(tree));
        for (const ip of clients.slice(0, 4))
          expect(verdictOfTree(copy, { ip, ...who })).toEqual(verdictOfTree(tree, { ip, ...who }));
      }),
      { numRuns: 30 },
    );
  });

  const macros = new ZoneDns({
    'example.com': {
      TXT: ['v=spf1 ip4:192.0.2.1 exists:%{i}.%{l}.ok.example ptr:known.example -all exp=why.example.com'],
    },
    '192.0.2.2.user.ok.example': { A: ['127.0.0.2'] },
    '3.2.0.192.in-addr.arpa': { PTR: ['h.known.example'] },
    'h.known.example': { A: ['192.0.2.3'] },
    'why.example.com': { TXT: ['%{p} at %{c} may not'] },
  });

  it('needs the client that macros and ptr ask for', async () => {
    for (const ip of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4']) {
      const client = { ip, ...who };
      const tree = await analyseSpf({ domain: 'example.com', dns: macros, ...client });
      expect(verdictOfTree(tree, client)).toEqual(await checkHost({ ...client, dns: macros }));
    }
  });

  it('is null, and says why, where it was not asked for this client', async () => {
    const tree = await analyseSpf({ domain: 'example.com', dns: macros });
    expect(verdictOfTree(tree, { ip: '192.0.2.1', ...who }).verdict).toBe('pass');
    const unknown = verdictOfTree(tree, { ip: '192.0.2.2', ...who });
    expect(unknown.verdict).toBeNull();
    expect(unknown.says).toBe(
      '"exists:%{i}.%{l}.ok.example" in the record of example.com cannot be told: for this client it leads to 192.0.2.2.user.ok.example.',
    );
    const other = await analyseSpf({ domain: 'example.com', dns: macros, ip: '192.0.2.2', ...who });
    expect(verdictOfTree(other, { ip: '192.0.2.3', ...who }).verdict).toBeNull();
  });

  it('is null beyond where the walk was cut off', async () => {
    const dns = new ZoneDns({
      'example.com': { TXT: ['v=spf1 ip4:192.0.2.1 include:a.example -all'] },
      'a.example': { TXT: ['v=spf1 -all'] },
    });
    const tree = await analyseSpf({ domain: 'example.com', dns, limits: { queries: 1 } });
    expect(tree.cutOff).toContain('after 1 questions');
    expect(verdictOfTree(tree, { ip: '192.0.2.1', ...who }).verdict).toBe('pass');
    expect(verdictOfTree(tree, { ip: '192.0.2.2', ...who }).verdict).toBeNull();
  });
});
