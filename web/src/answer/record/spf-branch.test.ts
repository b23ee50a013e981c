import { type Zone, ZoneDns } from '@whybounce/core/dns';
import { analyseSpf, verdictOfTree } from '@whybounce/core/record';
import { describe, expect, it } from 'vitest';
import { rowOver, type SpfBranch, type SpfRow, spfBranch } from './spf-branch.ts';

const a = (count: number): string => Array.from({ length: count }, (_, index) => `a:h${index}.example.net`).join(' ');
const hosts: Zone = { '*.example.net': { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] } };

async function draw(zone: Zone, ip?: string): Promise<SpfBranch> {
  const dns = new ZoneDns({ ...hosts, ...zone });
  const client = { ip, sender: 'ann@example.com', helo: 'mail.example.com' };
  const tree = await analyseSpf({ domain: 'example.com', dns, ...(ip === undefined ? {} : client) });
  const judged =
    ip === undefined ? null : { client: { ...client, ip }, evaluation: verdictOfTree(tree, { ...client, ip }) };
  return spfBranch({ tree, findings: [], says: [], judged, flat: null, flatObstacles: [] });
}

function rowsOf({ rows }: SpfBranch): SpfRow[] {
  return rows.flatMap((row) => [row, ...(row.child === null ? [] : rowsOf(row.child))]);
}
const txt = (text: string): Zone[string] => ({ TXT: [text] });

describe('the rows of an SPF tree', () => {
  it('mark the term with which the limit breaks, and what comes after it', async () => {
    const branch = await draw({
      'example.com': txt('v=spf1 include:b.example a:h9.example.net -all'),
      'b.example': txt(`v=spf1 ${a(10)} ip4:192.0.2.9 a:h3.example.net -all`),
    });
    expect(rowOver(branch)).toMatchObject({ id: 'spf-1-10', term: 'a:h9.example.net', over: 'here' });
    expect(rowsOf(branch).flatMap(({ term, over }) => (over === 'before' ? [term] : []))).toEqual([
      'a:h3.example.net',
      'a:h9.example.net',
    ]);
  });

  it('mark the limit at a record that is drawn elsewhere', async () => {
    const branch = await draw({
      'example.com': txt('v=spf1 include:b.example include:c.example -all'),
      'b.example': txt(`v=spf1 ${a(6)} -all`),
      'c.example': txt('v=spf1 include:b.example -all'),
    });
    expect(rowOver(branch)).toMatchObject({ id: 'spf-2-1', over: 'inside', again: { kind: 'repeated', row: 'spf-1' } });
  });

  it('lead to the term that decides', async () => {
    const branch = await draw(
      {
        'example.com': txt('v=spf1 ip4:203.0.113.0/24 include:b.example -all'),
        'b.example': txt('v=spf1 ip4:198.51.100.0/24 -all'),
      },
      '198.51.100.7',
    );
    expect(rowsOf(branch).map(({ term, verdict }) => [term, verdict])).toEqual([
      ['ip4:203.0.113.0/24', null],
      ['include:b.example', 'leads'],
      ['ip4:198.51.100.0/24', 'decides'],
      ['-all', null],
      ['-all', null],
    ]);
  });

  it('say of an included record only what counts in it', async () => {
    const branch = await draw({
      'example.com': txt('v=spf1 include:b.example ~all'),
      'b.example': txt('v=spf1 ip4:192.0.2.1 -all'),
    });
    expect(rowsOf(branch).map(({ term, says }) => [term, says])).toEqual([
      ['include:b.example', null],
      ['ip4:192.0.2.1', 'Mail from 192.0.2.1 is allowed.'],
      ['-all', null],
      ['~all', 'Mail from all other servers is suspicious.'],
    ]);
  });

  it('are so many and no more', async () => {
    const ranges = Array.from({ length: 900 }, (_, index) => `ip4:10.0.${index % 250}.${index % 200}`).join(' ');
    const branch = await draw({ 'example.com': txt(`v=spf1 ${ranges} -all`) });
    expect([branch.rows.length, branch.leftOut]).toEqual([600, 301]);
  });
});
